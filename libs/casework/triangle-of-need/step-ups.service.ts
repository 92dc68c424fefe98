import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { audit, permitOn } from '#libs/access';
import { EpisodesService } from '#libs/casework/episodes';
import { actor, conflict, type FieldError, invalid, isId, newId, now, db, unreachable } from '#libs/platform';
import type { FamilyAgreement, StepUpAnswer } from '#libs/terms';
import { LevelsService } from './levels.service.js';
import { familyViewOf } from './step-up.rules.js';
import { StepUpsReadingService, type StepUpView } from './step-ups-reading.service.js';
import { StepUp } from './triangle.entities.js';

export interface StepUpDraft {
  readonly reason: string;
  readonly evidence?: string | null;
  readonly familyAgreement: FamilyAgreement;
  readonly familyAgreementNote?: string | null;
}

/**
 * Asking social care to take a case, and its answer. The episode continues with team and lead whatever the answer is.
 */
@Injectable()
export class StepUpsService {
  constructor(
    private readonly episodes: EpisodesService,
    private readonly levels: LevelsService,
    private readonly reading: StepUpsReadingService,
  ) {}

  /** Asks the front door; one question at a time (409). Without the family's agreement it needs a reason (422). */
  async raiseStepUp(episodeId: string, draft: StepUpDraft): Promise<StepUpView> {
    await permitOn(episodeId, 'step_up.raise', 'raise a step-up');
    await this.episodes.openRecord(episodeId);
    assertExplained(draft);
    if (await db().existsBy(StepUp, { episodeId, outcome: IsNull() }))
      throw conflict('A step-up is already waiting for an answer.');
    const id = newId();
    await db().insert(StepUp, {
      id,
      episodeId,
      reason: draft.reason.trim(),
      evidence: draft.evidence?.trim() || null,
      familyAgreement: draft.familyAgreement,
      familyAgreementNote: draft.familyAgreementNote?.trim() || null,
      raisedBy: actor().practitionerId,
      raisedRole: actor().role,
      raisedAt: now(),
      outcome: null,
      outcomeReason: null,
      outcomeBy: null,
      outcomeAt: null,
    });
    await audit('raise step-up', 'step-up', { episodeId, subjectId: id });
    return this.reading.find(episodeId, id);
  }

  /**
   * The front door's answer. Accepting sets level 4. Any other answer ends the front door's access to the record at
   * once, so the step-up is read before it is answered.
   */
  async answerStepUp(
    episodeId: string,
    stepUpId: string,
    outcome: StepUpAnswer,
    reason: string,
  ): Promise<StepUpView> {
    await permitOn(episodeId, 'step_up.decide', 'answer a step-up');
    await this.episodes.openRecord(episodeId);
    if (!isId(stepUpId)) throw unreachable();
    const stepUp = await this.reading.find(episodeId, stepUpId);
    if (stepUp.outcome) throw conflict('This step-up has already been answered.');
    if (reason.trim() === '')
      throw invalid([{ field: 'reason', message: 'Enter the reason for the answer' }]);
    if (outcome === 'accepted')
      await this.levels.decideLevel(episodeId, {
        level: 4,
        reason,
        familyView: familyViewOf(stepUp),
        occasion: 'step_up',
        stepUpId,
      });
    await audit('answer step-up', 'step-up', { episodeId, subjectId: stepUpId, detail: { outcome } });
    const answer = {
      outcome,
      outcomeReason: reason.trim(),
      outcomeBy: actor().practitionerId,
      outcomeAt: now(),
    };
    const { affected } = await db().update(StepUp, { id: stepUpId, episodeId, outcome: IsNull() }, answer);
    if (affected !== 1) throw conflict('This step-up has already been answered.');
    return this.reading.signed({ ...stepUp, ...answer, raisedBy: stepUp.raisedBy?.id ?? '' });
  }
}

/** Without the family's agreement, asking the front door must be explained, or it would be sharing by stealth. */
function assertExplained({ reason, familyAgreement, familyAgreementNote }: StepUpDraft): void {
  const errors: FieldError[] = [];
  if (reason.trim() === '') errors.push({ field: 'reason', message: 'Enter the reason for the step-up' });
  if (familyAgreement !== 'agreed' && !familyAgreementNote?.trim())
    errors.push({
      field: 'familyAgreementNote',
      message: 'Enter why you are referring without the family’s agreement',
    });
  if (errors.length > 0) throw invalid(errors);
}
