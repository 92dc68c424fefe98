import { ageInYears, type CalendarDate, compareDates } from '#libs/platform';
import {
  type ChildDecision,
  type Circumstances,
  type ConsentDraft,
  type ConsentRule,
  decidesForTheChild,
  errorIf,
} from './consent-draft.js';

/** At 16 young people are presumed to decide for themselves. */
const AGE_OF_OWN_DECISION = 16;
export const AGE_OF_MAJORITY = 18;

export const deciderNamed: ConsentRule = (draft) => [
  ...errorIf(draft.decision !== 'not_sought' && !draft.decidedBy?.trim(), 'decidedBy', 'Enter who decided'),
  ...errorIf(draft.decision !== 'not_sought' && !draft.capacity, 'capacity', 'Select why they can decide'),
  ...errorIf(
    draft.decision === 'not_sought' && !draft.note?.trim(),
    'note',
    'Enter why you did not ask for consent',
  ),
];

const agesOn = ({ births }: Circumstances, day: CalendarDate): number[] =>
  births.flatMap((born) => (born && compareDates(born, day) <= 0 ? [ageInYears(born, day)] : []));
export const youngPersonDecidesAt16: ConsentRule = (draft, circumstances) => {
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

export const deciderEntitled: ConsentRule = (draft, { decidingChild, decidingCarer }) => [
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

export const adultHealthNeedsAdultConsent: ConsentRule = (draft) =>
  errorIf(
    (draft.agencies ?? []).some(({ topics }) => topics?.includes('adult_health')) &&
      draft.capacity !== 'adult' &&
      !draft.decidedByCarerId &&
      !draft.consentingAdult?.trim(),
    'consentingAdult',
    'Only the adult can agree to share their own health. Enter the name of the adult who agreed',
  );

/** A competent child's decision prevails: a parent's later decision against it needs the reason. */
export const competentChildPrevails: ConsentRule = (draft, { childDecisions: childsWords = [] }) =>
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
