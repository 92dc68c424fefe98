import { Injectable } from '@nestjs/common';
import { audit, permitOn, signature } from '#libs/access';
import { actor, conflict, invalidField, now, db } from '#libs/platform';
import { IsNull } from 'typeorm';
import { Closure } from './closure.entity.js';
import { canStillBeUndone, UNDO_CLOSURE_DAYS } from './closure.rules.js';
import { ClosureNoticesService } from './closure-notices.service.js';

/** Undoing a mistaken closure: the episode continues as before, with its team, lead, plan and agreements. */
@Injectable()
export class ClosureUndoingService {
  constructor(private readonly notices: ClosureNoticesService) {}

  /**
   * Reopens an episode closed less than 28 days ago, and notifies everyone who was notified of the closure. 409
   * afterwards.
   */
  async undoClosure(episodeId: string, reason: string): Promise<void> {
    await permitOn(episodeId, 'closure.undo', 'undo a closure');
    const closure = await db().findOneBy(Closure, { episodeId, undoneAt: IsNull() });
    if (!closure) throw conflict('This episode is open.');
    if (!canStillBeUndone(closure.closedAt, now()))
      throw conflict(
        `A closure can be undone for ${UNDO_CLOSURE_DAYS} days. Start a new episode for the child instead.`,
      );
    if (!reason.trim()) throw invalidField('reason', 'Enter why you are undoing the closure');
    const people = await this.notices.affectedBy(episodeId);
    const { affected } = await db().update(
      Closure,
      { id: closure.id, undoneAt: IsNull() },
      { undoneBy: actor().practitionerId, undoneAt: now(), undoneBecause: reason.trim() },
    );
    if (affected !== 1) throw conflict('This closure has already been undone.');
    const href = `/episodes/${episodeId}`;
    const body = `${await signature(episodeId)}, reopened an episode that you work on or were told about, by undoing its closure.`;
    await this.notices.send(people, { subject: 'A closure was undone', body, href });
    await audit('undo closure', 'closure', { episodeId, subjectId: closure.id });
  }
}
