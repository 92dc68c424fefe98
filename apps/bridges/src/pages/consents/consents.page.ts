import type { Affected, LedgerEntry, Standing } from '#libs/casework/information-sharing';
import {
  CONSENT_DECISIONS,
  CONSENT_PURPOSES,
  type ConsentPurpose,
  DECIDER_CAPACITIES,
  type DeciderCapacity,
  labelOf,
  SENSITIVE_TOPICS,
  type SensitiveTopic,
} from '#libs/terms';

/** What each tick means, in the words used with a family. */
export const TIERS_IN_PLAIN_WORDS = [
  {
    value: 'T0',
    text: 'That we are helping',
    hint: 'The child’s name and age, that there is an episode, and who to ring',
  },
  {
    value: 'T1',
    text: 'Basic details',
    hint: 'Address, telephone, carers, school, GP, and which services help',
  },
  {
    value: 'T2',
    text: 'Assessment and plan',
    hint: 'What was found, what was decided, meetings, the plan and its reviews',
  },
] as const;
const STATES: Record<Standing['state'], string> = {
  agreed: 'Agreed',
  refused: 'Not agreed',
  excluded: 'Never: the family’s wish',
  withdrawn: 'Withdrawn',
  expired: 'Ended: ask again',
};
const ENTRY_STATES: Record<LedgerEntry['state'], string> = {
  live: 'Counts now',
  superseded: 'Replaced by a later agreement',
  withdrawn: 'Withdrawn',
  expired: 'Ended',
  refused: 'Refused',
  not_sought: 'Not sought',
};

/** The table of who may know what now: a row for each agency, a column for each tier. */
export function standingRows(standing: readonly Standing[]) {
  return standing.map(({ agency, state, tiers, topics, decidedBy, decidedOn, until, consentId }) => ({
    agency: agency.name,
    ticks: [0, 1, 2].map((tier) => state === 'agreed' && tiers.includes(tier)),
    topics: topics.map((topic) => labelOf(SENSITIVE_TOPICS, topic as SensitiveTopic)),
    state: STATES[state],
    agreed: state === 'agreed',
    decidedBy,
    decidedOn,
    until: state === 'agreed' ? until : null,
    withdrawHref: `/consents/${consentId}/withdrawal?agency=${agency.id}`,
  }));
}

export function ledgerRows(entries: readonly LedgerEntry[]) {
  return entries.map((entry) => ({
    ...entry,
    purpose: labelOf(CONSENT_PURPOSES, entry.purpose as ConsentPurpose),
    decision: CONSENT_DECISIONS[entry.decision as keyof typeof CONSENT_DECISIONS],
    capacity: entry.capacity ? labelOf(DECIDER_CAPACITIES, entry.capacity as DeciderCapacity) : null,
    state: ENTRY_STATES[entry.state],
    unnamed: entry.unnamedAgencies,
    included: entry.agencies.filter((agency) => agency.standing === 'included').map((agency) => agency.name),
    refused: entry.agencies.filter((agency) => agency.standing === 'refused').map((agency) => agency.name),
    excluded: entry.agencies.filter((agency) => agency.standing === 'excluded').map((agency) => agency.name),
    excludedPeople: entry.people
      .filter((person) => person.standing === 'excluded')
      .map((person) => person.name),
    withdrawHref: entry.state === 'live' ? `/consents/${entry.id}/withdrawal` : null,
  }));
}

const TIER_NAMES = [
  'that there is an episode',
  'basic details',
  'assessment and plan',
  'sensitive information',
];

/** "Three people will lose sight of: assessment and plan." and their names. */
export function affectedShown(affected: readonly Affected[]) {
  const lost = [...new Set(affected.flatMap((person) => person.loses))].sort();
  const people = new Set(affected.map((person) => person.practitionerId)).size;
  return {
    people,
    lost: lost.map((tier) => TIER_NAMES[tier]).join(', '),
    rows: affected.map((person) => ({
      name: person.name,
      agency: person.agency,
      loses: person.loses.map((tier) => TIER_NAMES[tier]).join(', '),
      keeps: person.keeps.length > 0 ? person.keeps.map((tier) => TIER_NAMES[tier]).join(', ') : 'nothing',
    })),
  };
}
