import type { Ending, LedgerEntry, Standing } from '#libs/casework/information-sharing';
import { date, plural } from '#libs/page-kit';
import {
  type CodeList,
  COMPETENCE_OUTCOMES,
  CONSENT_DECISIONS,
  CONSENT_EVIDENCE,
  CONSENT_OCCASIONS,
  CONSENT_PURPOSES,
  type ConsentPurpose,
  DECIDER_CAPACITIES,
  type DeciderCapacity,
  INTERPRETERS,
  labelOf,
  LANGUAGES,
  LAWFUL_BASES,
  optionsOf,
  SENSITIVE_TOPICS,
  type SensitiveTopic,
} from '#libs/terms';

const STATES: Record<Standing['state'], string> = {
  agreed: 'Agreed',
  refused: 'Not agreed',
  excluded: 'Never share: the family’s wish',
  withdrawn: 'Withdrawn',
  expired: 'Ended: ask the family again',
};
const ENTRY_STATES: Record<LedgerEntry['state'], string> = {
  live: 'Current',
  superseded: 'Replaced by later consent',
  withdrawn: 'Withdrawn',
  expired: 'Ended',
  refused: 'Refused',
  not_sought: 'Not asked for',
};

/** The table of current sharing: a row for each agency, a column for each tier. */
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
    facts: factsOf(entry),
    unnamed: entry.unnamedAgencies,
    included: entry.agencies.filter((agency) => agency.standing === 'included').map((agency) => agency.name),
    refused: entry.agencies.filter((agency) => agency.standing === 'refused').map((agency) => agency.name),
    excluded: entry.agencies.filter((agency) => agency.standing === 'excluded').map((agency) => agency.name),
    excludedPeople: entry.people
      .filter((person) => person.standing === 'excluded')
      .map((person) => person.name),
    withdrawHref: entry.state === 'live' ? `/consents/${entry.id}/withdrawal` : null,
    familyHref: entry.decision === 'not_sought' ? null : `/consents/${entry.id}/family-page`,
  }));
}

type Details = Omit<
  LedgerEntry,
  'id' | 'episodeId' | 'recordedAt' | 'recordedBy' | 'agencies' | 'unnamedAgencies' | 'people' | 'withdrawals'
>;

/** The details of a decision: who assessed capacity, how it was explained, the evidence. Empty details are left out. */
export function factsOf(entry: Details): readonly (readonly [string, string])[] {
  const yesNo = (value: boolean | null): string | null => (value === null ? null : value ? 'Yes' : 'No');
  const competence = [
    label(COMPETENCE_OUTCOMES, entry.competence),
    entry.competenceAssessor ? `assessed by ${entry.competenceAssessor}` : null,
    entry.competenceAssessedOn ? `on ${date(entry.competenceAssessedOn)}` : null,
  ];
  const explained = [
    entry.explainedHow,
    label(LANGUAGES, entry.explainedLanguage),
    entry.interpreter ? `interpreter: ${label(INTERPRETERS, entry.interpreter)}` : null,
    entry.leafletVersion ? `leaflet ${entry.leafletVersion}` : null,
  ];
  const facts: readonly (readonly [string, string | null])[] = [
    ['Asked', label(CONSENT_OCCASIONS, entry.askedAt)],
    ['Lawful basis', label(LAWFUL_BASES, entry.lawfulBasis)],
    ['Evidence', [label(CONSENT_EVIDENCE, entry.form), entry.witness].filter(Boolean).join(', ') || null],
    ['Competence', entry.competence ? competence.filter(Boolean).join(', ') : null],
    ['How this was assessed', entry.competenceNote],
    ['Child asked', yesNo(entry.childAsked)],
    ['Who disagrees', entry.whoDisagreed],
    ['Why a parent decided', entry.reasonNotYoungPerson],
    ['Why this goes against the child’s decision', entry.reasonContraryToChild],
    ['Adult who agreed to share their own health', entry.consentingAdult],
    ['Explained', explained.filter(Boolean).join('; ') || null],
    [
      'Limits of confidentiality explained',
      entry.decision === 'not_sought' ? null : yesNo(entry.limitsExplained),
    ],
    ['Their questions', entry.questionsAsked],
    ['Ask the family again', entry.reviewOn && entry.state === 'live' ? date(entry.reviewOn) : null],
  ];
  return facts.filter((fact): fact is readonly [string, string] => Boolean(fact[1]));
}

function label(list: CodeList, key: string | null): string | null {
  return key === null ? null : (list[key] ?? key);
}

/** The purposes in this episode's consents, to filter the ledger by. */
export function purposesIn(entries: readonly LedgerEntry[]) {
  const spoken = new Set(entries.map(({ purpose }) => purpose));
  return [
    { value: '', text: 'Every purpose' },
    ...optionsOf(CONSENT_PURPOSES).filter(({ value }) => spoken.has(value)),
  ];
}

/** A consent that is about to end. */
export const toEndingView = ({ validUntil, daysLeft, agencies, step }: Ending) => ({
  validUntil,
  step,
  words: `${daysLeft === 0 ? 'ends today' : daysLeft === 1 ? 'ends tomorrow' : `ends in ${daysLeft} days`}, for ${plural(agencies, 'agency', 'agencies')}`,
});
