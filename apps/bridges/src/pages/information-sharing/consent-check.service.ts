import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  agencySentence,
  type AgencyWords,
  type ConsentDraft,
  ConsentLedgerService,
  ConsentsService,
  decisionSentences,
  type LatestChange,
  type ResolvedConsent,
  type Standing,
} from '#libs/casework/information-sharing';
import { ColleaguesService } from '#libs/directory';
import { date, dateTime } from '#libs/page-kit';
import {
  CONSENT_PURPOSES,
  type ConsentPurpose,
  DECIDER_CAPACITIES,
  type DeciderCapacity,
  labelOf,
} from '#libs/terms';
import { factsOf } from './ledger.page.js';

/** What the form of the conversation offers, as far as names are taken from it. */
interface Offered {
  readonly agencies: readonly { readonly id: string; readonly name: string; readonly opened: boolean }[];
  readonly laterChildren: readonly { readonly value: string; readonly text: string }[];
}
export interface ConsentCheck {
  readonly sentences: readonly string[];
  readonly decidedLine: string;
  readonly changes: readonly string[];
  readonly facts: readonly (readonly [string, string])[];
  /** Tells whether what is confirmed is what was shown. */
  readonly shown: string;
  /** The latest change of the ledger when this was shown; empty before the first. */
  readonly after: string;
  readonly latest: LatestChange | null;
}

/** Reads a decision back in words before it counts: exactly what would be stored, and what it changes. */
@Injectable()
export class ConsentCheckService {
  constructor(
    private readonly consents: ConsentsService,
    private readonly ledger: ConsentLedgerService,
    private readonly colleagues: ColleaguesService,
  ) {}

  /** 422 with errors beside fields, as when it is recorded. */
  async check(episodeId: string, draft: ConsentDraft, offered: Offered): Promise<ConsentCheck> {
    const resolved = await this.consents.previewConsent(episodeId, draft);
    const latest = await this.ledger.latestChange(episodeId);
    const standing = await this.ledger.standing(episodeId);
    const { values, opensRecord } = resolved;
    const words = {
      ...values,
      opensRecord,
      agencies: namedAgencies(resolved, offered),
      unnamed: 0,
      excludedPeople: await this.namesOf(draft.excludedPeople ?? []),
    };
    const view = {
      sentences: decisionSentences(words),
      decidedLine: decidedLine(values),
      changes: opensRecord ? changesOf(resolved, standing, offered) : [],
      facts: [
        ['Purpose', labelOf(CONSENT_PURPOSES, values.purpose as ConsentPurpose)] as const,
        ...childFacts(resolved, offered),
        ...factsOf({ ...values, state: 'live' }),
        ...(values.otherParentObjects ? ([['The other parent', 'Objects']] as const) : []),
        ...(values.note ? ([['Note', values.note]] as const) : []),
      ],
      after: latest?.id ?? '',
      latest,
    };
    return { ...view, shown: digest([view, resolved]) };
  }

  /** Why the check is shown again when it was confirmed: null if it is shown for the first time. */
  messageOf({ after, latest }: ConsentCheck, sent: Readonly<Record<string, unknown>>): string | null {
    if (sent['shown'] === undefined) return null;
    if (latest && sent['after'] !== after)
      return `${latest.by} recorded another ${latest.kind} on ${dateTime(latest.at)}, after you checked this one. Nothing has been saved. Check again what would change`;
    return 'Something has changed since you checked this, or the day has ended. Nothing has been saved. Check it again';
  }

  private async namesOf(ids: readonly string[]): Promise<string[]> {
    const names = [];
    for (const id of ids) {
      const person = await this.colleagues.find(id);
      names.push(person ? `${person.name}, ${person.agency.name},` : 'A person you selected');
    }
    return names;
  }
}

const nameIn = (offered: Offered, id: string) => offered.agencies.find((agency) => agency.id === id);

function namedAgencies({ agencies }: ResolvedConsent, offered: Offered): AgencyWords[] {
  return agencies.map(({ agencyId, ...agency }) => {
    const known = nameIn(offered, agencyId);
    return { ...agency, name: known?.name ?? 'Another agency', hasOpened: known?.opened ?? false };
  });
}

function decidedLine({ decision, decidedBy, capacity, decidedOn }: ResolvedConsent['values']): string {
  if (decision === 'not_sought') return `Not asked for, recorded for ${date(decidedOn)}.`;
  const as = capacity ? ` (${labelOf(DECIDER_CAPACITIES, capacity as DeciderCapacity).toLowerCase()})` : '';
  return `Decided by ${decidedBy}${as} on ${date(decidedOn)}.`;
}

function childFacts({ childIds, values }: ResolvedConsent, { laterChildren }: Offered) {
  if (laterChildren.length === 0 || !values.decision.startsWith('given')) return [];
  const named = (isIncluded: boolean): string =>
    laterChildren
      .filter(({ value }) => childIds.includes(value) === isIncluded)
      .map(({ text }) => text)
      .join(', ');
  return (
    [
      ['Children who joined later, included', named(true)],
      ['Children who joined later, not included', named(false)],
    ] as const
  ).filter(([, names]) => names !== '');
}

/** What agencies can see until now and will not, or not in the same way; and what stays as it is. */
function changesOf(
  { agencies, values }: ResolvedConsent,
  standing: readonly Standing[],
  offered: Offered,
): string[] {
  const isWhole = values.decision === 'refused' && agencies.length === 0;
  return standing
    .filter(({ state }) => state === 'agreed')
    .flatMap(({ agency, tiers, topics }) => {
      const until = agencySentence({
        ...{ name: agency.name, standing: 'included', tiers, topics },
        hasOpened: nameIn(offered, agency.id)?.opened ?? false,
      });
      const now = agencies.find(({ agencyId }) => agencyId === agency.id);
      if (!now && !isWhole) return [`No change: ${until}`];
      if (now && isSame(now.tiers, tiers) && isSame(now.topics, topics)) return [];
      return [`Until now: ${until}`];
    });
}

const isSame = <T>(one: readonly T[], other: readonly T[]): boolean =>
  one.length === other.length && one.every((item) => other.includes(item));

const digest = (shown: unknown): string =>
  createHash('sha256').update(JSON.stringify(shown)).digest('base64url');
