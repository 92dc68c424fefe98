import { addMonths, ageInYears, compareDates, type CalendarDate, type FieldError } from '#libs/platform';

/** Agreement is asked anew at least every six months (domain: review at most six months ahead). */
export const LONGEST_MONTHS = 6;
/** At 16 young people are presumed to decide for themselves. */
const DECIDES_FOR_THEMSELVES = 16;
const ADULT = 18;

export interface AgreedAgency {
  readonly agencyId: string;
  readonly tiers: readonly string[];
  readonly topics?: readonly string[];
}
export interface ConsentDraft {
  readonly purpose: string;
  readonly decision: string;
  readonly agencies?: readonly AgreedAgency[];
  readonly refusedAgencies?: readonly string[];
  readonly excludedAgencies?: readonly string[];
  readonly excludedPeople?: readonly string[];
  readonly readmittedPeople?: readonly string[];
  readonly decidedBy?: string | null;
  readonly decidedByChildId?: string | null;
  readonly decidedByCarerId?: string | null;
  readonly capacity?: string | null;
  readonly competence?: string | null;
  readonly competenceNote?: string | null;
  readonly reasonNotYoungPerson?: string | null;
  readonly otherParentObjects?: boolean | null;
  readonly interpreter?: string | null;
  readonly explainedHow?: string | null;
  readonly explainedLanguage?: string | null;
  readonly limitsExplained?: boolean;
  readonly form?: string | null;
  readonly witness?: string | null;
  readonly indexAgreed?: boolean;
  readonly lawfulBasis?: string | null;
  readonly note?: string | null;
  readonly decidedOn?: CalendarDate | null;
  readonly validUntil?: CalendarDate | null;
}

export interface Circumstances {
  readonly today: CalendarDate;
  readonly openingAgencyId: string;
  /** Dates of birth of the children on the episode; null for one who is expected. */
  readonly births: readonly (CalendarDate | null)[];
}

type Judge = (draft: ConsentDraft, circumstances: Circumstances) => FieldError[];

/** Everything that keeps an agreement from being recorded, each beside its field. */
export function faultsOfConsent(draft: ConsentDraft, circumstances: Circumstances): FieldError[] {
  return JUDGES.flatMap((judge) => judge(draft, circumstances));
}

const fault = (when: boolean, field: string, message: string): FieldError[] =>
  when ? [{ field, message }] : [];
const isAgreement = ({ decision }: ConsentDraft): boolean =>
  decision === 'given' || decision === 'given_in_part';

const saysWhoDecided: Judge = (draft) => [
  ...fault(draft.decision !== 'not_sought' && !draft.decidedBy?.trim(), 'decidedBy', 'Enter who decided'),
  ...fault(draft.decision !== 'not_sought' && !draft.capacity, 'capacity', 'Choose why they may decide'),
  ...fault(
    draft.decision === 'not_sought' && !draft.note?.trim(),
    'note',
    'Enter why agreement was not sought',
  ),
];

const namesAgencies: Judge = (draft) => [
  ...fault(
    isAgreement(draft) && !draft.agencies?.length && !draft.indexAgreed,
    'agencies',
    'Choose at least one agency that the family agrees to',
  ),
  ...fault(
    !isAgreement(draft) && (draft.agencies?.length ?? 0) > 0,
    'agencies',
    'Agencies can be agreed to only when agreement is given',
  ),
  ...fault(
    (draft.agencies ?? []).some((agency) => agency.tiers.length === 0),
    'agencies',
    'Choose what each agency may know',
  ),
  ...fault(
    (draft.agencies ?? []).some((agency) => agency.tiers.includes('T3') !== (agency.topics ?? []).length > 0),
    'agencies',
    'Sensitive information is shared by topic: choose the topics',
  ),
];

const namesEachAgencyOnce: Judge = ({ agencies = [], refusedAgencies = [], excludedAgencies = [] }) => {
  const all = [...agencies.map((agency) => agency.agencyId), ...refusedAgencies, ...excludedAgencies];
  return fault(
    new Set(all).size !== all.length,
    'agencies',
    'An agency can be agreed to, refused or excluded, not two of these',
  );
};

const leavesTheOpenerAlone: Judge = ({ refusedAgencies = [], excludedAgencies = [] }, { openingAgencyId }) =>
  fault(
    [...refusedAgencies, ...excludedAgencies].includes(openingAgencyId),
    'excludedAgencies',
    'The agency that opened the episode works with its own record. If the family wants no more help from it, close the episode',
  );

const excludesOrReadmits: Judge = ({ excludedPeople = [], readmittedPeople = [] }) =>
  fault(
    excludedPeople.some((id) => readmittedPeople.includes(id)),
    'excludedPeople',
    'A person can be excluded or accepted again, not both',
  );

const hearsTheYoungPerson: Judge = (draft, { births, today }) => {
  const ages = births.flatMap((born) => (born ? [ageInYears(born, today)] : []));
  const oldest = Math.max(-1, ...ages);
  return [
    ...fault(
      draft.capacity === 'parental_responsibility' &&
        oldest >= DECIDES_FOR_THEMSELVES &&
        !draft.reasonNotYoungPerson?.trim(),
      'reasonNotYoungPerson',
      'At 16 or over the young person decides. Enter why a parent decides instead',
    ),
    ...fault(
      draft.capacity === 'adult' && ages.length > 0 && oldest < ADULT,
      'capacity',
      'Nobody on this episode is an adult yet',
    ),
    ...fault(
      draft.capacity === 'child' && oldest < DECIDES_FOR_THEMSELVES && draft.competence !== 'competent',
      'competence',
      'Under 16 a child decides only when judged competent for this decision',
    ),
  ];
};

const wasExplained: Judge = (draft) =>
  fault(
    isAgreement(draft) && draft.limitsExplained !== true,
    'limitsExplained',
    'Explain the limits of confidentiality before recording agreement',
  );

const wasWitnessed: Judge = (draft) =>
  fault(
    draft.form === 'verbal_witnessed' && !draft.witness?.trim(),
    'witness',
    'Enter who heard the agreement',
  );

const hasItsDates: Judge = ({ decidedOn, validUntil, ...draft }, { today }) => {
  const decided = decidedOn ?? today;
  return [
    ...fault(
      compareDates(decided, today) > 0,
      'decidedOn',
      'The day of the decision must be today or in the past',
    ),
    ...fault(
      isAgreement(draft) && validUntil != null && compareDates(validUntil, today) < 0,
      'validUntil',
      'The agreement must end today or later',
    ),
    ...fault(
      validUntil != null && compareDates(validUntil, addMonths(decided, LONGEST_MONTHS)) > 0,
      'validUntil',
      'The agreement can last six months at most; ask the family again then',
    ),
  ];
};

const JUDGES: readonly Judge[] = [
  saysWhoDecided,
  namesAgencies,
  namesEachAgencyOnce,
  leavesTheOpenerAlone,
  excludesOrReadmits,
  hearsTheYoungPerson,
  wasExplained,
  wasWitnessed,
  hasItsDates,
];
