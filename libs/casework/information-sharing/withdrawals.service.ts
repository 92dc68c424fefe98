import { Injectable } from '@nestjs/common';
import { agencyShown, audit, permitOn, personShown } from '#libs/access';
import { MessagesService } from '#libs/casework/episodes';
import { actor, conflict, invalid, isId, newId, now, records, tryOut } from '#libs/platform';
import { ConsentLedgerService, type LedgerEntry } from './consent-ledger.service.js';
import { OverseersService } from './overseers.service.js';
import { ConsentWithdrawal } from './consent.entities.js';

export interface WithdrawalDraft {
  readonly agencyId?: string | null;
  readonly withdrawnBy: string;
  readonly capacity: string;
  readonly reason?: string | null;
  readonly safeguardingConcern: boolean;
  readonly safeguardingNote?: string | null;
}
/** A colleague, what they see now and would see no longer, as tiers. */
export interface Affected {
  /** Where a message reaches them: not to be shown. */
  readonly seer: string;
  /** Null of somebody whose agency this reader is not told. */
  readonly practitionerId: string | null;
  readonly name: string;
  readonly agency: string;
  readonly loses: readonly number[];
  readonly keeps: readonly number[];
  /** The sensitive topics that they would know of no longer. */
  readonly losesTopics: readonly string[];
}
/** Somebody with a part in what the episode shows; `seer` is who they are for this transaction. */
interface Sighted {
  readonly seer: string;
  readonly practitionerId: string | null;
  readonly name: string;
  readonly agency: string;
}
interface Seer extends Sighted {
  readonly tier: number;
}
interface Knower extends Sighted {
  readonly topic: string;
}
interface Sight {
  readonly seers: readonly Seer[];
  readonly knowers: readonly Knower[];
}

/** Changing one's mind: who loses what is shown first, and found by doing it and undoing it, not by a second rule. */
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
    const entry = await this.withdrawable(consentId, agencyId ?? null);
    const affected = await this.effect(entry, {
      agencyId: agencyId ?? null,
      withdrawnBy: '-',
      capacity: 'parental_responsibility',
      safeguardingConcern: false,
    });
    return { entry, affected };
  }

  /** Withdraws the whole agreement or one agency's part. Those who lose access are told that it ended, not why. */
  async withdraw(consentId: string, draft: WithdrawalDraft): Promise<string> {
    const entry = await this.withdrawable(consentId, draft.agencyId ?? null);
    if (draft.safeguardingConcern && !draft.safeguardingNote?.trim())
      throw invalid([{ field: 'safeguardingNote', message: 'Enter what is being done about the concern' }]);
    const before = await this.sight(entry.episodeId);
    // While the practitioner who records it still reaches the episode: the withdrawal may end that.
    if (draft.safeguardingConcern) await this.tellOfWorry(entry.episodeId);
    const id = await this.write(entry, draft);
    const affected = losses(before, await this.sight(entry.episodeId));
    for (const colleague of affected) await this.tell(colleague);
    await audit('withdraw consent', 'consent', {
      episodeId: entry.episodeId,
      subjectId: id,
      detail: { affected: affected.length },
    });
    return id;
  }

  /** A closed episode is still read for a time by whom the family agreed to, so what they agreed can still be taken back. */
  private async withdrawable(consentId: string, agencyId: string | null): Promise<LedgerEntry> {
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

  private async effect(entry: LedgerEntry, draft: WithdrawalDraft): Promise<Affected[]> {
    const before = await this.sight(entry.episodeId);
    const after = await tryOut(async () => {
      await this.write(entry, draft);
      return this.sight(entry.episodeId);
    });
    return losses(before, after);
  }

  private async sight(episodeId: string): Promise<Sight> {
    const seers = (await records().query(
      `select distinct ${SIGHTED}, w.tier from access.viewers($1) w order by agency, name, w.tier`,
      [episodeId],
    )) as Seer[];
    const knowers = (await records().query(
      `select ${SIGHTED}, w.topic from access.topic_viewers($1) w order by agency, name, w.topic`,
      [episodeId],
    )) as Knower[];
    return { seers, knowers };
  }

  private async write(entry: LedgerEntry, draft: WithdrawalDraft): Promise<string> {
    const id = newId();
    await records().insert(ConsentWithdrawal, {
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
    return id;
  }

  private tellOfWorry(episodeId: string): Promise<void> {
    return this.overseers.tell(
      episodeId,
      'Concern about a child after consent was withdrawn',
      `${actor().name} recorded that a family withdrew consent, and is worried about a child. Check what is being done and sign it off.`,
      `/episodes/${episodeId}/consents`,
    );
  }

  private async tell({ seer, practitionerId }: Affected): Promise<void> {
    await this.messages.send(
      practitionerId ?? seer,
      'Your access to a record has ended',
      'You can no longer see one of the records that was shared with your agency. What you did with it until now was lawful. You do not need to do anything.',
      null,
    );
  }
}

/** Who sees less afterwards, and what: tiers, and the topics of what is sensitive. */
export function losses(before: Sight, after: Sight): Affected[] {
  const tiersIn = (seers: readonly Seer[], key: string): number[] =>
    [...new Set(seers.filter(({ seer }) => seer === key).map(({ tier }) => tier))].sort((a, b) => a - b);
  const topicsIn = (knowers: readonly Knower[], key: string): string[] =>
    knowers.filter(({ seer }) => seer === key).map(({ topic }) => topic);
  const people = new Map([...before.seers, ...before.knowers].map((one) => [one.seer, one]));
  return [...people.values()].flatMap(({ seer, practitionerId, name, agency }) => {
    const keeps = tiersIn(after.seers, seer);
    const loses = tiersIn(before.seers, seer).filter((tier) => !keeps.includes(tier));
    const losesTopics = topicsIn(before.knowers, seer).filter(
      (topic) => !topicsIn(after.knowers, seer).includes(topic),
    );
    return loses.length + losesTopics.length > 0
      ? [{ seer, practitionerId, name, agency, loses, keeps, losesTopics }]
      : [];
  });
}

const SIGHTED = `w.seer, w.practitioner_id as "practitionerId", ${personShown('w.name', 'w.why')} as name, ${agencyShown('w.agency', 'w.why')} as agency`;
