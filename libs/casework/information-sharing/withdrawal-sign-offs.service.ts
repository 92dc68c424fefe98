import { Injectable } from '@nestjs/common';
import { audit, permitOn } from '#libs/access';
import { actor, conflict, invalidField, isId, now, db, unreachable, query } from '#libs/platform';
import { WithdrawalSignOff } from './consent-renewal.entities.js';

interface Withdrawn {
  readonly episodeId: string;
  readonly recordedBy: string;
  readonly concern: boolean;
  readonly signed: boolean;
}

/** Review by a manager where ending an agreement leaves a practitioner concerned about a child. */
@Injectable()
export class WithdrawalSignOffsService {
  /**
   * Signs off the review of the concern. 409 without a concern, a second time, or by the practitioner who recorded it.
   */
  async signOff(withdrawalId: string, note: string): Promise<string> {
    const withdrawal = await this.withdrawn(withdrawalId);
    await permitOn(withdrawal.episodeId, 'withdrawal.sign_off', 'sign off a withdrawal');
    if (!note.trim()) throw invalidField('note', 'Enter what you found and what happens next');
    if (!withdrawal.concern)
      throw conflict('No concern was recorded with this withdrawal, so there is nothing to sign off.');
    if (withdrawal.signed) throw conflict('This has already been signed off.');
    if (withdrawal.recordedBy === actor().practitionerId)
      throw conflict('You recorded this withdrawal, so someone else must sign it off.');
    await db().insert(WithdrawalSignOff, {
      withdrawalId,
      episodeId: withdrawal.episodeId,
      note,
      signedBy: actor().practitionerId,
      signedAt: now(),
    });
    await audit('sign off withdrawal', 'withdrawal', {
      episodeId: withdrawal.episodeId,
      subjectId: withdrawalId,
    });
    return withdrawal.episodeId;
  }

  private async withdrawn(id: string): Promise<Withdrawn> {
    const rows = isId(id) ? await query<Withdrawn>(WITHDRAWN, [id]) : [];
    if (!rows[0]) throw unreachable();
    return rows[0];
  }
}

const WITHDRAWN = `
  select w.episode_id, w.recorded_by, w.safeguarding_concern as concern,
    exists (select from withdrawal_sign_offs s where s.withdrawal_id = w.id) as signed
  from consent_withdrawals w where w.id = $1`;
