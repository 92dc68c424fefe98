import { Injectable } from '@nestjs/common';
import { audit, permitOn } from '#libs/access';
import { actor, conflict, invalidField, isId, now, records, unreachable } from '#libs/platform';
import { WithdrawalSignOff } from './asking-again.entities.js';

interface Withdrawn {
  readonly episodeId: string;
  readonly recordedBy: string;
  readonly concern: boolean;
  readonly signed: boolean;
}

/** A second pair of eyes where ending an agreement leaves somebody worried about a child. */
@Injectable()
export class WithdrawalSignOffsService {
  /** Signs off that the worry was looked at. 409 without one, a second time, or to whoever recorded it. */
  async signOff(withdrawalId: string, note: string): Promise<string> {
    const found = await this.withdrawn(withdrawalId);
    await permitOn(found.episodeId, 'withdrawal.sign_off', 'sign off a withdrawal');
    if (!note.trim()) throw invalidField('note', 'Enter what you found and what happens next');
    if (!found.concern)
      throw conflict('No concern was recorded with this withdrawal, so there is nothing to sign off.');
    if (found.signed) throw conflict('This has already been signed off.');
    if (found.recordedBy === actor().practitionerId)
      throw conflict('You recorded this withdrawal, so someone else must sign it off.');
    await records().insert(WithdrawalSignOff, {
      withdrawalId,
      episodeId: found.episodeId,
      note,
      signedBy: actor().practitionerId,
      signedAt: now(),
    });
    await audit('sign off withdrawal', 'withdrawal', { episodeId: found.episodeId, subjectId: withdrawalId });
    return found.episodeId;
  }

  private async withdrawn(id: string): Promise<Withdrawn> {
    const rows = isId(id) ? ((await records().query(WITHDRAWN, [id])) as Withdrawn[]) : [];
    if (!rows[0]) throw unreachable();
    return rows[0];
  }
}

const WITHDRAWN = `
  select w.episode_id as "episodeId", w.recorded_by as "recordedBy", w.safeguarding_concern as concern,
    exists (select from withdrawal_sign_offs s where s.withdrawal_id = w.id) as signed
  from consent_withdrawals w where w.id = $1`;
