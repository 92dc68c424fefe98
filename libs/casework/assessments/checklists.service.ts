import { Injectable } from '@nestjs/common';
import { audit, permitOn } from '#libs/access';
import { EpisodesService } from '#libs/casework/episodes';
import { SafetyConcernsService } from '#libs/casework/safety-concerns';
import { actor, changeVersioned, invalid, londonDate, now, db, stale } from '#libs/platform';
import { Checklist } from './checklist.entity.js';
import {
  type ChecklistValues,
  EMPTY_CHECKLIST,
  validateChecklist,
  missingAnswers,
  assertChecklistOpen,
  safetyAnswersOf,
} from './checklist.rules.js';

export type ChecklistDraft = Partial<ChecklistValues> & { readonly complete?: boolean };

/** The checklist that comes before a common assessment. */
@Injectable()
export class ChecklistsService {
  constructor(
    private readonly episodes: EpisodesService,
    private readonly concerns: SafetyConcernsService,
  ) {}

  /** The checklist of an episode, or null; 404 below T2. */
  async find(episodeId: string): Promise<Checklist | null> {
    await permitOn(episodeId, 'record.read');
    return db().findOneBy(Checklist, { episodeId });
  }

  /**
   * Saves the whole checklist, complete or as a draft. `seenVersion` is 0 before the first save. A complete one with
   * the decision for a common assessment registers the episode. One that indicates that the child may not be safe,
   * complete or not, raises a safety concern.
   */
  async saveChecklist(episodeId: string, seenVersion: number, draft: ChecklistDraft): Promise<void> {
    await permitOn(episodeId, 'checklist.complete', 'fill in the checklist');
    const { complete = false, ...given } = draft;
    const { status } = await this.episodes.openRecord(episodeId);
    assertChecklistOpen(status);
    const before = await db().findOneBy(Checklist, { episodeId });
    const filled = { ...EMPTY_CHECKLIST, ...given, answers: given.answers ?? {} };
    // A completed checklist stays complete: an answer may be corrected, not removed.
    const completes = complete || before?.completedAt != null;
    const errors = [
      ...validateChecklist(filled, londonDate(now())),
      ...(completes ? missingAnswers(filled) : []),
    ];
    if (errors.length > 0) throw invalid(errors);
    await this.write(before, episodeId, seenVersion, filled, completes);
    await this.concerns.raiseFrom(episodeId, {
      version: (before?.version ?? 0) + 1,
      before: safetyAnswersOf(before),
      after: safetyAnswersOf(filled),
    });
    await audit(completes ? 'complete checklist' : 'save checklist', 'checklist', { episodeId });
    if (completes && filled.decision === 'common_assessment')
      await this.episodes.step(episodeId, 'registered', 'register the episode');
  }

  private async write(
    before: Checklist | null,
    episodeId: string,
    seenVersion: number,
    filled: ChecklistValues,
    completes: boolean,
  ) {
    const saved = {
      ...filled,
      completedAt: completes ? (before?.completedAt ?? now()) : null,
      savedBy: actor().practitionerId,
      savedAt: now(),
    };
    if (before)
      return changeVersioned(Checklist, { episodeId }, seenVersion, saved, () => this.find(episodeId));
    if (seenVersion !== 0) throw stale();
    await db().insert(Checklist, { ...saved, episodeId, version: 1 } as never);
  }
}
