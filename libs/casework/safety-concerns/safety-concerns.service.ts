import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { audit, permitOn } from '#libs/access';
import { actor, conflict, invalid, newId, now, db, query } from '#libs/platform';
import type { SafetyConcernGround } from '#libs/terms';
import { SafetyConcern } from './safety-concern.entity.js';
import {
  type ConcernAnswer,
  groundOfConcern,
  type SafetyAnswers,
  validateAnswer,
} from './safety-concern.rules.js';
import { SafetyConcernsReadingService } from './safety-concerns-reading.service.js';
import { ONLY_CHILD } from './safety-concerns.queries.js';

interface SavedAnswers {
  /** Of the checklist; null for an assessment. */
  readonly version: number | null;
  readonly before: SafetyAnswers;
  readonly after: SafetyAnswers;
}

/**
 * A child may not be safe: raised by a checklist or an assessment, answered by recording the action taken. The database notifies the
 * recipients.
 */
@Injectable()
export class SafetyConcernsService {
  constructor(private readonly reading: SafetyConcernsReadingService) {}

  /** Raises a concern when what was saved in the checklist or the assessment calls for one. */
  async raiseFrom(episodeId: string, { version, before, after }: SavedAnswers): Promise<void> {
    const ground = groundOfConcern(before, after, { isStanding: await this.isStanding(episodeId) });
    if (ground) await this.raise(episodeId, ground, after.said, version);
  }

  isStanding(episodeId: string): Promise<boolean> {
    return db().existsBy(SafetyConcern, { episodeId, answeredAt: IsNull() });
  }

  /** Records the action on one concern. 409 when it is answered already, 422 with the missing fields. */
  async answerConcern(episodeId: string, id: string, answer: ConcernAnswer): Promise<void> {
    await permitOn(episodeId, 'safety_concern.answer', 'answer a safety concern');
    const concern = await this.reading.find(episodeId, id);
    if (concern.answeredAt) throw conflict('What was done about this concern has already been recorded.');
    const errors = validateAnswer(answer, now());
    if (errors.length > 0) throw invalid(errors);
    await audit('answer safety concern', 'safety concern', { episodeId, subjectId: id });
    const { affected } = await db().update(
      SafetyConcern,
      { id, episodeId, answeredAt: IsNull() },
      {
        actionTaken: answer.actionTaken.trim(),
        actionAt: answer.actionAt,
        spokenTo: answer.spokenTo.trim(),
        reference: answer.reference?.trim() || null,
        answeredBy: actor().practitionerId,
        answeredRole: actor().role,
        answeredAt: now(),
      },
    );
    if (affected !== 1) throw conflict('What was done about this concern has already been recorded.');
  }

  /** Throws 409 when an episode would close with an unanswered concern. */
  async assertNoOpenConcerns(episodeId: string): Promise<void> {
    if (await this.isStanding(episodeId))
      throw conflict(
        'You cannot close this episode yet. Record what was done about the safety concern first.',
      );
  }

  private async raise(
    episodeId: string,
    ground: SafetyConcernGround,
    said: string | null,
    checklistVersion: number | null,
  ): Promise<void> {
    const [{ childId }] = (await query<{ childId: string | null }>(ONLY_CHILD, [episodeId])) as [
      { childId: string | null },
    ];
    const id = newId();
    await db().insert(SafetyConcern, {
      id,
      episodeId,
      childId,
      ground,
      said,
      checklistVersion,
      raisedBy: actor().practitionerId,
      raisedRole: actor().role,
      raisedAt: now(),
      actionTaken: null,
      actionAt: null,
      spokenTo: null,
      reference: null,
      answeredBy: null,
      answeredRole: null,
      answeredAt: null,
    });
    await audit('raise safety concern', 'safety concern', { episodeId, subjectId: id });
  }
}
