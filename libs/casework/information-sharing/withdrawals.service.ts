import { Injectable } from '@nestjs/common';
import { agencyNameSql, audit, permitOn, personNameSql } from '#libs/access';
import { MessagesService, settleWork } from '#libs/casework/episodes';
import { actor, conflict, invalid, isId, newId, now, db, dryRun, query } from '#libs/platform';
import { ConsentLedgerService, type LedgerEntry } from './consent-ledger.service.js';
import { OverseersService } from './overseers.service.js';
import { ConsentWithdrawal } from './consent.entities.js';

interface WithdrawalDraft {
  readonly agencyId?: string | null;
  readonly withdrawnBy: string;
  readonly capacity: string;
  readonly reason?: string | null;
  readonly safeguardingConcern: boolean;
  readonly safeguardingNote?: string | null;
}
/** A colleague, the tiers that they see now and those that they would lose. */
export interface Affected {
  /** The addressee of a message: not for display. */
  readonly seer: string;
  /** Null for a person whose agency is not named to this reader. */
  readonly practitionerId: string | null;
  readonly name: string;
  readonly agency: string;
  readonly loses: readonly number[];
  readonly keeps: readonly number[];
  /** The sensitive topics that they would no longer see. */
  readonly losesTopics: readonly string[];
}
/** A person involved in the episode; `seer` identifies them within this transaction. */
interface Viewer {
  readonly seer: string;
  readonly practitionerId: string | null;
  readonly name: string;
  readonly agency: string;
}
interface TierViewer extends Viewer {
  readonly tier: number;
}
interface TopicViewer extends Viewer {
  readonly topic: string;
}
interface Visibility {
  readonly tierViewers: readonly TierViewer[];
  readonly topicViewers: readonly TopicViewer[];
}

/** Withdrawal: a preview of who loses which access, computed by withdrawing and rolling back, not by a second rule. */
@Injectable()
export class WithdrawalsService {
  constructor(
    private readonly ledger: ConsentLedgerService,
    private readonly messages: MessagesService,
    private readonly overseers: OverseersService,
  ) {}

  async preview(
    consentId: string,
    agencyId?: string | null,
  ): Promise<{ entry: LedgerEntry; affected: Affected[] }> {
    const entry = await this.findWithdrawable(consentId, agencyId ?? null);
    const affected = await this.previewEffect(entry, {
      agencyId: agencyId ?? null,
      withdrawnBy: '-',
      capacity: 'parental_responsibility',
      safeguardingConcern: false,
    });
    return { entry, affected };
  }

  /** Withdraws the whole agreement or one agency's part. People who lose access are told that it ended, not why. */
  async withdraw(consentId: string, draft: WithdrawalDraft): Promise<string> {
    const entry = await this.findWithdrawable(consentId, draft.agencyId ?? null);
    if (draft.safeguardingConcern && !draft.safeguardingNote?.trim())
      throw invalid([{ field: 'safeguardingNote', message: 'Enter what is being done about the concern' }]);
    const before = await this.visibility(entry.episodeId);
    // While the recording practitioner still reaches the episode: the withdrawal may end that.
    const id = newId();
    if (draft.safeguardingConcern) await this.notifyOfConcern(entry.episodeId, id);
    await this.write(id, entry, draft);
    const affected = accessLosses(before, await this.visibility(entry.episodeId));
    for (const colleague of affected) await this.notify(colleague);
    await settleWork(entry.episodeId);
    await audit('withdraw consent', 'consent', {
      episodeId: entry.episodeId,
      subjectId: id,
      detail: { affected: affected.length },
    });
    return id;
  }

  /**
   * Agencies that the family agreed to may read a closed episode for a time, so the agreement can still be withdrawn.
   */
  private async findWithdrawable(consentId: string, agencyId: string | null): Promise<LedgerEntry> {
    const entry = await this.ledger.entry(consentId);
    await permitOn(entry.episodeId, 'consent.withdraw', 'record a withdrawal');
    if (entry.state !== 'live' && entry.state !== 'expired')
      throw conflict('This consent is no longer current, so there is nothing to withdraw.');
    if (
      agencyId !== null &&
      (!isId(agencyId) ||
        !entry.agencies.some((agency) => agency.id === agencyId && agency.standing === 'included'))
    )
      throw conflict('This consent does not include that agency.');
    return entry;
  }

  private async previewEffect(entry: LedgerEntry, draft: WithdrawalDraft): Promise<Affected[]> {
    const before = await this.visibility(entry.episodeId);
    const after = await dryRun(async () => {
      await this.write(newId(), entry, draft);
      return this.visibility(entry.episodeId);
    });
    return accessLosses(before, after);
  }

  private async visibility(episodeId: string): Promise<Visibility> {
    const tierViewers = await query<TierViewer>(
      `select * from (select distinct ${VIEWER_COLUMNS}, w.tier from access.viewers($1) w) v
       order by access.name_order(v.agency), access.name_order(v.name), v.tier`,
      [episodeId],
    );
    const topicViewers = await query<TopicViewer>(
      `select * from (select ${VIEWER_COLUMNS}, w.topic from access.topic_viewers($1) w) v
       order by access.name_order(v.agency), access.name_order(v.name), v.topic`,
      [episodeId],
    );
    return { tierViewers, topicViewers };
  }

  private async write(id: string, entry: LedgerEntry, draft: WithdrawalDraft): Promise<void> {
    await db().insert(ConsentWithdrawal, {
      id,
      consentId: entry.id,
      episodeId: entry.episodeId,
      agencyId: draft.agencyId ?? null,
      withdrawnBy: draft.withdrawnBy,
      capacity: draft.capacity,
      reason: draft.reason ?? null,
      safeguardingConcern: draft.safeguardingConcern,
      safeguardingNote: draft.safeguardingNote ?? null,
      recordedBy: actor().practitionerId,
      withdrawnAt: now(),
    });
  }

  private notifyOfConcern(episodeId: string, withdrawalId: string): Promise<void> {
    return this.overseers.notify(
      episodeId,
      'Concern about a child after consent was withdrawn',
      `${actor().name} recorded that a family withdrew consent, and is worried about a child. Check what is being done and sign it off.`,
      `/episodes/${episodeId}/consents`,
      { kind: 'withdrawal_concern', id: withdrawalId },
    );
  }

  private async notify({ seer, practitionerId }: Affected): Promise<void> {
    await this.messages.send(
      practitionerId ?? seer,
      'Your access to a record has ended',
      'You can no longer see one of the records that was shared with your agency. What you did with it until now was lawful. You do not need to do anything.',
      null,
    );
  }
}

/** Who sees less afterwards, and what: tiers, and sensitive topics. */
function accessLosses(before: Visibility, after: Visibility): Affected[] {
  const tiersIn = (tierViewers: readonly TierViewer[], key: string): number[] =>
    [...new Set(tierViewers.filter(({ seer }) => seer === key).map(({ tier }) => tier))].sort(
      (a, b) => a - b,
    );
  const topicsIn = (topicViewers: readonly TopicViewer[], key: string): string[] =>
    topicViewers.filter(({ seer }) => seer === key).map(({ topic }) => topic);
  const people = new Map([...before.tierViewers, ...before.topicViewers].map((one) => [one.seer, one]));
  return [...people.values()].flatMap(({ seer, practitionerId, name, agency }) => {
    const keeps = tiersIn(after.tierViewers, seer);
    const loses = tiersIn(before.tierViewers, seer).filter((tier) => !keeps.includes(tier));
    const losesTopics = topicsIn(before.topicViewers, seer).filter(
      (topic) => !topicsIn(after.topicViewers, seer).includes(topic),
    );
    return loses.length + losesTopics.length > 0
      ? [{ seer, practitionerId, name, agency, loses, keeps, losesTopics }]
      : [];
  });
}

const VIEWER_COLUMNS = `w.seer, w.practitioner_id, ${personNameSql('w.name', 'w.why')} as name, ${agencyNameSql('w.agency', 'w.why')} as agency`;
