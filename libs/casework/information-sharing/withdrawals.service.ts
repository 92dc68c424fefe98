import { Injectable } from '@nestjs/common';
import { audit, permitOn } from '#libs/access';
import { MessagesService } from '#libs/casework/episodes';
import { actor, conflict, invalid, isId, newId, now, records, tryOut } from '#libs/platform';
import { UNNAMED_AGENCIES, UNNAMED_PEOPLE, type UnnamedAgency } from '#libs/terms';
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
  readonly practitionerId: string;
  readonly name: string;
  readonly agency: string;
  readonly loses: readonly number[];
  readonly keeps: readonly number[];
  /** The sensitive topics that they would know of no longer. */
  readonly losesTopics: readonly string[];
}
interface Knower {
  readonly practitionerId: string;
  readonly name: string;
  readonly agency: string;
  readonly topic: string;
}
interface Sight {
  readonly seers: readonly Seer[];
  readonly knowers: readonly Knower[];
}
interface Seer {
  readonly practitionerId: string;
  readonly name: string;
  readonly agency: string;
  readonly tier: number;
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
    return { entry, affected: await this.named(entry.episodeId, affected) };
  }

  /** Withdraws the whole agreement or one agency's part. Those who lose access are told that it ended, not why. */
  async withdraw(consentId: string, draft: WithdrawalDraft): Promise<string> {
    const entry = await this.withdrawable(consentId, draft.agencyId ?? null);
    if (draft.safeguardingConcern && !draft.safeguardingNote?.trim())
      throw invalid([{ field: 'safeguardingNote', message: 'Enter what is being done about the concern' }]);
    const affected = await this.effect(entry, draft);
    for (const colleague of affected) await this.tell(colleague);
    // While whoever records it still reaches the episode: the withdrawal may end that.
    if (draft.safeguardingConcern) await this.tellOfWorry(entry.episodeId);
    const id = await this.write(entry, draft);
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
      throw conflict('This agreement no longer counts, so there is nothing to withdraw.');
    if (
      agencyId !== null &&
      (!isId(agencyId) ||
        !entry.agencies.some((agency) => agency.id === agencyId && agency.standing === 'included'))
    )
      throw conflict('This agreement does not include that agency.');
    return entry;
  }

  /** Those who lose something, without the names that the one who looks is not told. */
  private async named(episodeId: string, affected: readonly Affected[]): Promise<Affected[]> {
    const rows = (await records().query(
      'select practitioner_id as id, why from access.unnamed_people($1) where practitioner_id = any($2::uuid[])',
      [episodeId, affected.map((colleague) => colleague.practitionerId)],
    )) as { id: string; why: UnnamedAgency }[];
    const why = new Map(rows.map((row) => [row.id, row.why]));
    return affected.map((colleague) => {
      const unnamed = why.get(colleague.practitionerId);
      return unnamed
        ? { ...colleague, name: UNNAMED_PEOPLE[unnamed], agency: UNNAMED_AGENCIES[unnamed] }
        : colleague;
    });
  }

  private async effect(entry: LedgerEntry, draft: WithdrawalDraft): Promise<Affected[]> {
    const before = await this.sight(entry.episodeId);
    const after = await tryOut(async () => {
      await this.write(entry, draft);
      return this.sight(entry.episodeId);
    });
    return losses(before.seers, after.seers, before.knowers, after.knowers);
  }

  private async sight(episodeId: string): Promise<Sight> {
    const seers = (await records().query(
      'select distinct practitioner_id as "practitionerId", name, agency, tier from access.who_can($1)',
      [episodeId],
    )) as Seer[];
    const knowers = (await records().query(
      'select practitioner_id as "practitionerId", name, agency, topic from access.who_knows($1) order by topic',
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
      'A withdrawal leaves somebody worried about a child',
      `${actor().name} recorded that a family withdrew its agreement, and is worried. Look at what is being done, and sign it off.`,
      `/episodes/${episodeId}/consents`,
    );
  }

  private async tell({ practitionerId }: Affected): Promise<void> {
    await this.messages.send(
      practitionerId,
      'Your access to a record has ended',
      'You no longer see one of the records that was shared with your agency. What you did with it until now was lawful. You need to do nothing.',
      null,
    );
  }
}

/** Who sees less afterwards, and what: tiers, and the topics of what is sensitive. */
export function losses(
  before: readonly Seer[],
  after: readonly Seer[],
  knewBefore: readonly Knower[] = [],
  knowAfter: readonly Knower[] = [],
): Affected[] {
  const keyOf = ({ practitionerId, agency }: { practitionerId: string; agency: string }): string =>
    `${practitionerId} ${agency}`;
  const tiersIn = (seers: readonly Seer[], key: string): number[] =>
    [...new Set(seers.filter((seer) => keyOf(seer) === key).map((seer) => seer.tier))].sort((a, b) => a - b);
  const topicsIn = (knowers: readonly Knower[], key: string): string[] =>
    knowers.filter((knower) => keyOf(knower) === key).map(({ topic }) => topic);
  const people = new Map([...before, ...knewBefore].map((one) => [keyOf(one), one]));
  return [...people.entries()].flatMap(([key, { practitionerId, name, agency }]) => {
    const keeps = tiersIn(after, key);
    const loses = tiersIn(before, key).filter((tier) => !keeps.includes(tier));
    const losesTopics = topicsIn(knewBefore, key).filter(
      (topic) => !topicsIn(knowAfter, key).includes(topic),
    );
    return loses.length + losesTopics.length > 0
      ? [{ practitionerId, name, agency, loses, keeps, losesTopics }]
      : [];
  });
}
