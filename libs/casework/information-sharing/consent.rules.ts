import {
  addDays,
  addMonths,
  ageInYears,
  compareDates,
  type CalendarDate,
  type FieldError,
} from '#libs/platform';

/** Consent is renewed at least every six months (domain: review at most six months ahead). */
export const MAX_MONTHS = 6;
/** At 16 young people are presumed to decide for themselves. */
const AGE_OF_OWN_DECISION = 16;
const AGE_OF_MAJORITY = 18;

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
  /** The adult who agreed that their own health may be disclosed. */
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

/** A decision that a child made for themselves about one agency and that still applies. */
export interface ChildDecision {
  readonly agencyId: string;
  readonly standing: 'included' | 'refused' | 'excluded';
  readonly tiers: readonly number[];
  readonly topics: readonly string[];
}
export interface Circumstances {
  readonly today: CalendarDate;
  readonly openingAgencyId: string;
  /** Dates of birth of the children on the episode; null for an expected child. */
  readonly births: readonly (CalendarDate | null)[];
  /** The child named as having decided: null when not on the episode, undefined when none was named. */
  readonly decidingChild?: { readonly born: CalendarDate | null } | null;
  /**
   * The relationships of the carer named as having decided to the children they care for here; none when they care for
   * none.
   */
  readonly decidingCarer?: readonly ('yes' | 'no' | 'not_known')[];
  readonly childsWords?: readonly ChildDecision[];
}

type Rule = (draft: ConsentDraft, circumstances: Circumstances) => FieldError[];

/** Validates an agreement, each error beside its field. */
export function validateConsent(draft: ConsentDraft, circumstances: Circumstances): FieldError[] {
  return RULES.flatMap((rule) => rule(draft, circumstances));
}

const errorIf = (when: boolean, field: string, message: string): FieldError[] =>
  when ? [{ field, message }] : [];
const isAgreement = ({ decision }: ConsentDraft): boolean =>
  decision === 'given' || decision === 'given_in_part';

const deciderNamed: Rule = (draft) => [
  ...errorIf(draft.decision !== 'not_sought' && !draft.decidedBy?.trim(), 'decidedBy', 'Enter who decided'),
  ...errorIf(draft.decision !== 'not_sought' && !draft.capacity, 'capacity', 'Select why they can decide'),
  ...errorIf(
    draft.decision === 'not_sought' && !draft.note?.trim(),
    'note',
    'Enter why you did not ask for consent',
  ),
];

const agenciesNamed: Rule = (draft) => [
  ...errorIf(
    isAgreement(draft) && !draft.agencies?.length && !draft.indexAgreed,
    'agencies',
    'Select at least one agency the family agrees to share with',
  ),
  ...errorIf(
    !isAgreement(draft) && (draft.agencies?.length ?? 0) > 0,
    'agencies',
    'Agencies can be included only when consent is given',
  ),
  ...errorIf(
    (draft.agencies ?? []).some((agency) => agency.tiers.length === 0),
    'agencies',
    'Select what each agency can see',
  ),
  ...errorIf(
    (draft.agencies ?? []).some((agency) => agency.tiers.includes('T3') !== (agency.topics ?? []).length > 0),
    'agencies',
    'Select which sensitive topics can be shared',
  ),
];

const eachAgencyNamedOnce: Rule = ({ agencies = [], refusedAgencies = [], excludedAgencies = [] }) => {
  const all = [...agencies.map((agency) => agency.agencyId), ...refusedAgencies, ...excludedAgencies];
  return errorIf(
    new Set(all).size !== all.length,
    'agencies',
    'An agency can be agreed, refused or excluded, but only one of these',
  );
};

const openingAgencyCannotBeExcluded: Rule = (
  { refusedAgencies = [], excludedAgencies = [] },
  { openingAgencyId },
) =>
  errorIf(
    [...refusedAgencies, ...excludedAgencies].includes(openingAgencyId),
    'excludedAgencies',
    'The agency that opened the episode always keeps its own record. If the family no longer wants its help, close the episode',
  );

const excludedAndReadmittedDiffer: Rule = ({ excludedPeople = [], readmittedPeople = [] }) =>
  errorIf(
    excludedPeople.some((id) => readmittedPeople.includes(id)),
    'excludedPeople',
    'A person can be excluded or accepted again, but not both',
  );

const agesOn = ({ births }: Circumstances, day: CalendarDate): number[] =>
  births.flatMap((born) => (born && compareDates(born, day) <= 0 ? [ageInYears(born, day)] : []));
const decidesForTheChild = ({ capacity }: ConsentDraft): boolean =>
  capacity === 'parental_responsibility' || capacity === 'local_authority';

const youngPersonDecidesAt16: Rule = (draft, circumstances) => {
  const { today, decidingChild } = circumstances;
  const ages = agesOn(circumstances, today);
  const oldestAge = Math.max(-1, ...ages);
  const deciderAges = decidingChild
    ? agesOn({ ...circumstances, births: [decidingChild.born] }, today)
    : ages;
  const deciderAge = Math.max(-1, ...deciderAges);
  const hasAdult = oldestAge >= AGE_OF_MAJORITY;
  return [
    ...errorIf(
      decidesForTheChild(draft) && hasAdult,
      'capacity',
      'Someone on this episode is 18 or over, so only they can decide. Record their own decision',
    ),
    ...errorIf(
      draft.capacity === 'parental_responsibility' &&
        !hasAdult &&
        oldestAge >= AGE_OF_OWN_DECISION &&
        !draft.reasonNotYoungPerson?.trim(),
      'reasonNotYoungPerson',
      'At 16 or over the young person decides. Enter why a parent decided instead',
    ),
    ...errorIf(
      draft.capacity === 'adult' && ages.length > 0 && !hasAdult,
      'capacity',
      'No child on this episode is an adult yet. To share an adult’s own health, enter the adult’s name with a parent’s consent',
    ),
    ...errorIf(
      draft.capacity === 'child' && deciderAge < AGE_OF_OWN_DECISION && draft.competence !== 'competent',
      'competence',
      'A child under 16 can decide only if assessed as competent to make this decision',
    ),
  ];
};

const deciderEntitled: Rule = (draft, { decidingChild, decidingCarer }) => [
  ...errorIf(decidingChild === null, 'decidedByChildId', 'Select a child on this episode'),
  ...errorIf(
    decidingCarer?.length === 0,
    'decidedByCarerId',
    'Select a parent or carer of a child on this episode',
  ),
  ...errorIf(
    draft.capacity === 'parental_responsibility' && (decidingCarer?.includes('no') ?? false),
    'decidedByCarerId',
    'A person without parental responsibility can give their view, but cannot decide for the child. Ask someone who has parental responsibility',
  ),
  ...errorIf(
    draft.capacity === 'parental_responsibility' &&
      decidingCarer?.includes('not_known') === true &&
      !decidingCarer.includes('no') &&
      !draft.note?.trim(),
    'note',
    'It is not known whether they have parental responsibility. Enter what you know and what you are doing to find out',
  ),
];

const adultHealthNeedsAdultConsent: Rule = (draft) =>
  errorIf(
    (draft.agencies ?? []).some(({ topics }) => topics?.includes('adult_health')) &&
      draft.capacity !== 'adult' &&
      !draft.decidedByCarerId &&
      !draft.adultsWord?.trim(),
    'adultsWord',
    'Only the adult can agree to share their own health. Enter the name of the adult who agreed',
  );

/** A competent child's decision prevails: a parent's later decision against it needs the reason. */
const competentChildPrevails: Rule = (draft, { childsWords = [] }) =>
  errorIf(
    decidesForTheChild(draft) &&
      !draft.reasonContraryToChild?.trim() &&
      !draft.reasonNotYoungPerson?.trim() &&
      childsWords.some((childDecision) => isContraryTo(childDecision, draft)),
    'reasonContraryToChild',
    'A competent child decided differently, and their decision comes first. Enter why this goes against it',
  );

function isContraryTo(childDecision: ChildDecision, draft: ConsentDraft): boolean {
  const { agencies = [], refusedAgencies = [], excludedAgencies = [] } = draft;
  const agreed = agencies.find(({ agencyId }) => agencyId === childDecision.agencyId);
  if (agreed)
    return (
      childDecision.standing !== 'included' ||
      !sameSet(
        agreed.tiers,
        childDecision.tiers.map((tier) => `T${tier}`),
      ) ||
      !sameSet(agreed.topics ?? [], childDecision.topics)
    );
  if (refusedAgencies.includes(childDecision.agencyId)) return childDecision.standing !== 'refused';
  if (excludedAgencies.includes(childDecision.agencyId)) return childDecision.standing !== 'excluded';
  const refusesAll =
    draft.decision === 'refused' && refusedAgencies.length === 0 && excludedAgencies.length === 0;
  return refusesAll && childDecision.standing === 'included';
}

const sameSet = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((item) => other.includes(item));

/** The day on which a person reaches an age; a person born on 29 February reaches it on 1 March of a common year. */
export function birthdayAt(born: CalendarDate, age: number): CalendarDate {
  const day = addMonths(born, age * 12);
  return born.endsWith('-02-29') && !day.endsWith('-02-29') ? addDays(day, 1) : day;
}

/** The latest end date of a decision: six months, and a parent's ends before any child turns 18. */
export function latestEnd(draft: ConsentDraft, { births, today }: Circumstances): CalendarDate {
  const sixMonthsOn = addMonths(draft.decidedOn ?? today, MAX_MONTHS);
  if (!decidesForTheChild(draft)) return sixMonthsOn;
  const dayBeforeMajority = births.flatMap((born) =>
    born ? [addDays(birthdayAt(born, AGE_OF_MAJORITY), -1)] : [],
  );
  return [sixMonthsOn, ...dayBeforeMajority].sort(compareDates)[0]!;
}

const limitsExplainedFirst: Rule = (draft) =>
  errorIf(
    isAgreement(draft) && draft.limitsExplained !== true,
    'limitsExplained',
    'Explain the limits of confidentiality before you record consent',
  );

const spokenConsentWitnessed: Rule = (draft) =>
  errorIf(
    draft.form === 'verbal_witnessed' && !draft.witness?.trim(),
    'witness',
    'Enter who heard the consent',
  );

const datesValid: Rule = ({ decidedOn, validUntil, reviewOn, ...draft }, circumstances) => {
  const { today } = circumstances;
  const decided = decidedOn ?? today;
  const sixMonthsOn = addMonths(decided, MAX_MONTHS);
  const latest = latestEnd({ ...draft, decidedOn }, circumstances);
  return [
    ...errorIf(
      compareDates(decided, today) > 0,
      'decidedOn',
      'The date of the decision must be today or in the past',
    ),
    ...errorIf(
      isAgreement(draft) && validUntil != null && compareDates(validUntil, today) < 0,
      'validUntil',
      'The date consent ends must be today or later',
    ),
    ...errorIf(
      validUntil != null && compareDates(validUntil, sixMonthsOn) > 0,
      'validUntil',
      'Consent can last 6 months at most. Ask the family again then',
    ),
    ...errorIf(
      isAgreement(draft) &&
        validUntil != null &&
        compareDates(validUntil, sixMonthsOn) <= 0 &&
        compareDates(validUntil, latest) > 0 &&
        compareDates(latest, today) >= 0,
      'validUntil',
      'Consent given by someone else for a child ends the day before the 18th birthday',
    ),
    ...errorIf(
      reviewOn != null &&
        (compareDates(reviewOn, decided) < 0 || compareDates(reviewOn, validUntil ?? latest) > 0),
      'reviewOn',
      'The date you will ask the family again must be before consent ends',
    ),
  ];
};

const RULES: readonly Rule[] = [
  deciderNamed,
  agenciesNamed,
  eachAgencyNamedOnce,
  openingAgencyCannotBeExcluded,
  excludedAndReadmittedDiffer,
  youngPersonDecidesAt16,
  deciderEntitled,
  adultHealthNeedsAdultConsent,
  competentChildPrevails,
  limitsExplainedFirst,
  spokenConsentWitnessed,
  datesValid,
];
