import { Injectable } from '@nestjs/common';
import { audit, permitOn } from '#libs/access';
import { EpisodesService } from '#libs/casework/episodes';
import { Consent } from '#libs/casework/information-sharing';
import { SafetyConcernsService } from '#libs/casework/safety-concerns';
import { actor, changeVersioned, conflict, invalid, newId, now, db, stale } from '#libs/platform';
import { Assessment, AssessmentSection } from './assessment.entities.js';
import { AssessmentReadingService } from './assessment-reading.service.js';
import { type AssessmentDraft, type DraftPart, DraftParts, type ElementDraft } from './draft-parts.js';
import { harmIn } from './significant-harm.js';

type StartedAssessment = Omit<Assessment, 'formNumber'>;

/** Writing the common assessment, alone or together, and completing it. */
@Injectable()
export class AssessmentsService {
  constructor(
    private readonly episodes: EpisodesService,
    private readonly reading: AssessmentReadingService,
    private readonly parts: DraftParts,
    private readonly concerns: SafetyConcernsService,
  ) {}

  /** Begins the first assessment, or a new version as a copy of the last. 409 while there is a draft. */
  async startAssessment(episodeId: string): Promise<StartedAssessment> {
    await permitOn(episodeId, 'assessment.edit', 'start an assessment');
    const last = await this.reading.latest(episodeId);
    if (last && !last.completedAt)
      throw conflict('There is already a draft of the assessment. Use that one.');
    await this.episodes.step(
      episodeId,
      'assessing',
      last ? 'start a new version of the assessment' : 'start the assessment',
    );
    const draft: StartedAssessment = {
      id: newId(),
      episodeId,
      number: (last?.number ?? 0) + 1,
      assessorId: actor().practitionerId,
      startedAt: now(),
      completedAt: null,
      completedBy: null,
      version: 1,
    };
    await db().insert(Assessment, draft);
    if (last) await db().query('select access.copy_assessment($1, $2)', [last.id, draft.id]);
    else await this.recordPeoplePresent(draft);
    await audit('start assessment', 'assessment', {
      episodeId,
      subjectId: draft.id,
      detail: { number: draft.number },
    });
    return draft;
  }

  /**
   * Saves parts of the draft last read at this version (0: none yet, so this begins one). Team members write elements
   * only.
   */
  async saveDraft(episodeId: string, seenVersion: number, draft: AssessmentDraft): Promise<void> {
    await this.permitWriting(episodeId, draft);
    const last = await this.reading.latest(episodeId);
    if (last?.completedAt) throwAlreadyComplete();
    if (!last && seenVersion !== 0) throw stale(await this.reading.current(episodeId));
    if (last && last.version !== seenVersion) throw stale(await this.reading.current(episodeId));
    await this.write(last ?? (await this.startAssessment(episodeId)), draft);
  }

  /** Saves one section or element last read at its own version (0: none yet), even when the others have changed. */
  async savePart(
    episodeId: string,
    seenPartVersion: number,
    draft: { sections: Record<string, unknown> } | { elements: [ElementDraft] },
  ) {
    await this.permitWriting(episodeId, draft);
    const last = await this.reading.latest(episodeId);
    if (last?.completedAt) throwAlreadyComplete();
    const assessment = last ?? (await this.startAssessment(episodeId));
    const assertCurrentVersion = async ([part]: DraftPart[]): Promise<void> => {
      if ((part?.row?.version ?? 0) !== seenPartVersion) throw stale(await this.reading.current(episodeId));
    };
    await this.write(assessment, draft, assertCurrentVersion);
  }

  /** Completes the draft. 409 while no decision of the family is recorded; 422 names every missing mandatory part. */
  async completeAssessment(episodeId: string, seenVersion: number | null): Promise<void> {
    await permitOn(episodeId, 'assessment.complete', 'complete the assessment');
    await this.episodes.openRecord(episodeId);
    const draft = await this.reading.latest(episodeId);
    if (!draft) throw conflict('You cannot complete the assessment because it has not been started.');
    if (draft.completedAt) throwAlreadyComplete();
    if (!(await db().existsBy(Consent, { episodeId })))
      throw conflict(
        'Record the family’s decision about sharing before you complete the assessment. Saying no counts as a decision.',
      );
    const { progress } = await this.reading.current(episodeId);
    if (progress.missing.length > 0) throw invalid(progress.missing);
    await changeVersioned(
      Assessment,
      { id: draft.id },
      seenVersion ?? draft.version,
      { completedAt: now(), completedBy: actor().practitionerId },
      () => this.reading.current(episodeId),
    );
    await this.episodes.step(episodeId, 'assessed', 'complete the assessment');
    // A new assessment while a plan is being delivered: delivery goes on.
    const [plan] = (await db().query('select from delivery_plans where episode_id = $1', [
      episodeId,
    ])) as unknown[];
    if (plan) await this.episodes.step(episodeId, 'delivering', 'continue the plan');
    await audit('complete assessment', 'assessment', {
      episodeId,
      subjectId: draft.id,
      detail: { number: draft.number },
    });
  }

  /** The people present when help was requested are in the assessment from the start, so that it does not ask again. */
  private async recordPeoplePresent({ id, episodeId }: StartedAssessment): Promise<void> {
    const { presentPeople } = await this.episodes.record(episodeId);
    if (presentPeople.length === 0) return;
    await db().insert(AssessmentSection, {
      id: newId(),
      assessmentId: id,
      episodeId,
      section: 'people_present',
      answers: {
        people: presentPeople.map(({ name, role }) => ({ name, role: role ?? null, agency: null })),
      },
      savedBy: actor().practitionerId,
      savedAt: now(),
      version: 1,
    });
  }

  private async permitWriting(episodeId: string, { sections = {} }: AssessmentDraft): Promise<void> {
    const wholeForm = Object.keys(sections).length > 0;
    await permitOn(
      episodeId,
      wholeForm ? 'assessment.edit' : 'assessment.contribute',
      wholeForm ? 'write sections of the assessment' : 'write in the assessment',
    );
    await this.episodes.openRecord(episodeId);
  }

  private async write(
    assessment: StartedAssessment,
    draft: AssessmentDraft,
    check?: (parts: DraftPart[]) => Promise<void>,
  ): Promise<void> {
    const parts = await this.parts.of(assessment, draft);
    await check?.(parts);
    const errors = parts.flatMap((part) => part.errors);
    if (errors.length > 0) throw invalid(errors);
    await changeVersioned(Assessment, { id: assessment.id }, assessment.version, {}, () =>
      this.reading.current(assessment.episodeId),
    );
    for (const part of parts) {
      const concern = harmIn(part);
      await part.write();
      if (concern) await this.concerns.raiseFrom(assessment.episodeId, concern);
    }
    const detail = {
      sections: Object.keys(draft.sections ?? {}),
      elements: (draft.elements ?? []).map((each) => each.element),
    };
    await audit('save assessment', 'assessment', {
      episodeId: assessment.episodeId,
      subjectId: assessment.id,
      detail,
    });
  }
}

function throwAlreadyComplete(): never {
  throw conflict('This assessment is completed and can no longer be edited. Start a new version.');
}
