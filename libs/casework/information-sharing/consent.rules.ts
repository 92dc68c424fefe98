import {
  addDays,
  addMonths,
  ageInYears,
  compareDates,
  type CalendarDate,
  type FieldError,
} from '#libs/platform';

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
  readonly competenceAssessor?: string | null;
  readonly competenceAssessedOn?: CalendarDate | null;
  readonly childAsked?: boolean | null;
  readonly whoDisagreed?: string | null;
  readonly reasonNotYoungPerson?: string | null;
  readonly reasonContraryToChild?: string | null;
  /** The adult who agreed, of themselves, that their own health may be told of. */
  readonly adultsWord?: string | null;
  readonly otherParentObjects?: boolean | null;
  readonly interpreter?: string | null;
  readonly explainedHow?: string | null;
  readonly explainedLanguage?: string | null;
  readonly leafletVersion?: string | null;
  readonly questionsAsked?: string | null;
  readonly askedAt?: string | null;
  readonly limitsExplained?: boolean;
  readonly form?: string | null;
  readonly witness?: string | null;
  readonly indexAgreed?: boolean;
  readonly lawfulBasis?: string | null;
  readonly note?: string | null;
  readonly decidedOn?: CalendarDate | null;
  readonly reviewOn?: CalendarDate | null;
  readonly validUntil?: CalendarDate | null;
}

/** What a child who decided for themselves has said about one agency, and still counts. */
export interface ChildsWord {
  readonly agencyId: string;
  readonly standing: 'included' | 'refused' | 'excluded';
  readonly tiers: readonly number[];
  readonly topics: readonly string[];
}
export interface Circumstances {
  readonly today: CalendarDate;
  readonly openingAgencyId: string;
  /** Dates of birth of the children on the episode; null for one who is expected. */
  readonly births: readonly (CalendarDate | null)[];
  /** The child named as having decided: null when not on the episode, undefined when none was named. */
  readonly decidingChild?: { readonly born: CalendarDate | null } | null;
  /** What the carer named as having decided is to each child they care for here; none when they care for none. */
  readonly decidingCarer?: readonly ('yes' | 'no' | 'not_known')[];
  readonly childsWords?: readonly ChildsWord[];
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
  ...fault(draft.decision !== 'not_sought' && !draft.capacity, 'capacity', 'Select why they can decide'),
  ...fault(
    draft.decision === 'not_sought' && !draft.note?.trim(),
    'note',
    'Enter why you did not ask for consent',
  ),
];

const namesAgencies: Judge = (draft) => [
  ...fault(
    isAgreement(draft) && !draft.agencies?.length && !draft.indexAgreed,
    'agencies',
    'Select at least one agency the family agrees to share with',
  ),
  ...fault(
    !isAgreement(draft) && (draft.agencies?.length ?? 0) > 0,
    'agencies',
    'Agencies can be included only when consent is given',
  ),
  ...fault(
    (draft.agencies ?? []).some((agency) => agency.tiers.length === 0),
    'agencies',
    'Select what each agency can see',
  ),
  ...fault(
    (draft.agencies ?? []).some((agency) => agency.tiers.includes('T3') !== (agency.topics ?? []).length > 0),
    'agencies',
    'Select which sensitive topics can be shared',
  ),
];

const namesEachAgencyOnce: Judge = ({ agencies = [], refusedAgencies = [], excludedAgencies = [] }) => {
  const all = [...agencies.map((agency) => agency.agencyId), ...refusedAgencies, ...excludedAgencies];
  return fault(
    new Set(all).size !== all.length,
    'agencies',
    'An agency can be agreed, refused or excluded, but only one of these',
  );
};

const leavesTheOpenerAlone: Judge = ({ refusedAgencies = [], excludedAgencies = [] }, { openingAgencyId }) =>
  fault(
    [...refusedAgencies, ...excludedAgencies].includes(openingAgencyId),
    'excludedAgencies',
    'The agency that opened the episode always keeps its own record. If the family no longer wants its help, close the episode',
  );

const excludesOrReadmits: Judge = ({ excludedPeople = [], readmittedPeople = [] }) =>
  fault(
    excludedPeople.some((id) => readmittedPeople.includes(id)),
    'excludedPeople',
    'A person can be excluded or accepted again, but not both',
  );

const agesOn = ({ births }: Circumstances, day: CalendarDate): number[] =>
  births.flatMap((born) => (born && compareDates(born, day) <= 0 ? [ageInYears(born, day)] : []));
const decidesForTheChild = ({ capacity }: ConsentDraft): boolean =>
  capacity === 'parental_responsibility' || capacity === 'local_authority';

const hearsTheYoungPerson: Judge = (draft, circumstances) => {
  const { today, decidingChild } = circumstances;
  const ages = agesOn(circumstances, today);
  const oldest = Math.max(-1, ...ages);
  const named = decidingChild ? agesOn({ ...circumstances, births: [decidingChild.born] }, today) : ages;
  const decider = Math.max(-1, ...named);
  const hasAdult = oldest >= ADULT;
  return [
    ...fault(
      decidesForTheChild(draft) && hasAdult,
      'capacity',
      'Someone on this episode is 18 or over, so only they can decide. Record their own decision',
    ),
    ...fault(
      draft.capacity === 'parental_responsibility' &&
        !hasAdult &&
        oldest >= DECIDES_FOR_THEMSELVES &&
        !draft.reasonNotYoungPerson?.trim(),
      'reasonNotYoungPerson',
      'At 16 or over the young person decides. Enter why a parent decided instead',
    ),
    ...fault(
      draft.capacity === 'adult' && ages.length > 0 && !hasAdult,
      'capacity',
      'No child on this episode is an adult yet. To share an adult’s own health, enter the adult’s name with a parent’s consent',
    ),
    ...fault(
      draft.capacity === 'child' && decider < DECIDES_FOR_THEMSELVES && draft.competence !== 'competent',
      'competence',
      'A child under 16 can decide only if assessed as competent to make this decision',
    ),
  ];
};

const mayDecide: Judge = (draft, { decidingChild, decidingCarer }) => [
  ...fault(decidingChild === null, 'decidedByChildId', 'Select a child on this episode'),
  ...fault(
    decidingCarer?.length === 0,
    'decidedByCarerId',
    'Select a parent or carer of a child on this episode',
  ),
  ...fault(
    draft.capacity === 'parental_responsibility' && (decidingCarer?.includes('no') ?? false),
    'decidedByCarerId',
    'A person without parental responsibility can give their view, but cannot decide for the child. Ask someone who has parental responsibility',
  ),
  ...fault(
    draft.capacity === 'parental_responsibility' &&
      decidingCarer?.includes('not_known') === true &&
      !decidingCarer.includes('no') &&
      !draft.note?.trim(),
    'note',
    'It is not known whether they have parental responsibility. Enter what you know and what you are doing to find out',
  ),
];

const isTheAdultsOwn: Judge = (draft) =>
  fault(
    (draft.agencies ?? []).some(({ topics }) => topics?.includes('adult_health')) &&
      draft.capacity !== 'adult' &&
      !draft.decidedByCarerId &&
      !draft.adultsWord?.trim(),
    'adultsWord',
    'Only the adult can agree to share their own health. Enter the name of the adult who agreed',
  );

/** A competent child's decision prevails: a parent's later word against it counts only with the reason. */
const letsTheChildPrevail: Judge = (draft, { childsWords = [] }) =>
  fault(
    decidesForTheChild(draft) &&
      !draft.reasonContraryToChild?.trim() &&
      !draft.reasonNotYoungPerson?.trim() &&
      childsWords.some((word) => isContraryTo(word, draft)),
    'reasonContraryToChild',
    'A competent child decided differently, and their decision comes first. Enter why this goes against it',
  );

function isContraryTo(word: ChildsWord, draft: ConsentDraft): boolean {
  const { agencies = [], refusedAgencies = [], excludedAgencies = [] } = draft;
  const agreed = agencies.find(({ agencyId }) => agencyId === word.agencyId);
  if (agreed)
    return (
      word.standing !== 'included' ||
      !sameSet(
        agreed.tiers,
        word.tiers.map((tier) => `T${tier}`),
      ) ||
      !sameSet(agreed.topics ?? [], word.topics)
    );
  if (refusedAgencies.includes(word.agencyId)) return word.standing !== 'refused';
  if (excludedAgencies.includes(word.agencyId)) return word.standing !== 'excluded';
  const refusesAll =
    draft.decision === 'refused' && refusedAgencies.length === 0 && excludedAgencies.length === 0;
  return refusesAll && word.standing === 'included';
}

const sameSet = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((item) => other.includes(item));

/** The day on which somebody comes to an age; whoever was born on 29 February comes to it on 1 March of a common year. */
export function birthdayAt(born: CalendarDate, age: number): CalendarDate {
  const day = addMonths(born, age * 12);
  return born.endsWith('-02-29') && !day.endsWith('-02-29') ? addDays(day, 1) : day;
}

/** The last day that this word may count: six months, and what a parent decides ends before anybody comes to 18. */
export function latestEnd(draft: ConsentDraft, { births, today }: Circumstances): CalendarDate {
  const six = addMonths(draft.decidedOn ?? today, LONGEST_MONTHS);
  if (!decidesForTheChild(draft)) return six;
  const eves = births.flatMap((born) => (born ? [addDays(birthdayAt(born, ADULT), -1)] : []));
  return [six, ...eves].sort(compareDates)[0]!;
}

const wasExplained: Judge = (draft) =>
  fault(
    isAgreement(draft) && draft.limitsExplained !== true,
    'limitsExplained',
    'Explain the limits of confidentiality before you record consent',
  );

const wasWitnessed: Judge = (draft) =>
  fault(
    draft.form === 'verbal_witnessed' && !draft.witness?.trim(),
    'witness',
    'Enter who heard the consent',
  );

const hasItsDates: Judge = ({ decidedOn, validUntil, reviewOn, ...draft }, circumstances) => {
  const { today } = circumstances;
  const decided = decidedOn ?? today;
  const six = addMonths(decided, LONGEST_MONTHS);
  const latest = latestEnd({ ...draft, decidedOn }, circumstances);
  return [
    ...fault(
      compareDates(decided, today) > 0,
      'decidedOn',
      'The date of the decision must be today or in the past',
    ),
    ...fault(
      isAgreement(draft) && validUntil != null && compareDates(validUntil, today) < 0,
      'validUntil',
      'The date consent ends must be today or later',
    ),
    ...fault(
      validUntil != null && compareDates(validUntil, six) > 0,
      'validUntil',
      'Consent can last 6 months at most. Ask the family again then',
    ),
    ...fault(
      isAgreement(draft) &&
        validUntil != null &&
        compareDates(validUntil, six) <= 0 &&
        compareDates(validUntil, latest) > 0 &&
        compareDates(latest, today) >= 0,
      'validUntil',
      'Consent given by someone else for a child ends the day before the 18th birthday',
    ),
    ...fault(
      reviewOn != null &&
        (compareDates(reviewOn, decided) < 0 || compareDates(reviewOn, validUntil ?? latest) > 0),
      'reviewOn',
      'The date you will ask the family again must be before consent ends',
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
  mayDecide,
  isTheAdultsOwn,
  letsTheChildPrevail,
  wasExplained,
  wasWitnessed,
  hasItsDates,
];
