import { compareDates, type CalendarDate, type FieldError } from '#libs/platform';

export interface DisclosureDraft {
  readonly askedByPractitionerId?: string | null;
  readonly askedByName?: string | null;
  readonly askedByAgency?: string | null;
  readonly toAgencyId?: string | null;
  readonly toPractitionerId?: string | null;
  readonly toName?: string | null;
  readonly askedFor: string;
  readonly purpose: string;
  readonly tiers: readonly string[];
  readonly topics?: readonly string[];
  readonly riskOfSharing?: string | null;
  readonly riskOfNotSharing?: string | null;
  readonly basis?: string | null;
  readonly detrimentConsidered?: string | null;
  readonly decision: string;
  readonly whatWasShared?: string | null;
  readonly reason?: string | null;
  readonly consulted?: string | null;
  readonly familyTold: string;
  readonly familyToldNote?: string | null;
  readonly tellFamilyOn?: CalendarDate | null;
  readonly sentHow?: string | null;
}
export interface DisclosureCircumstances {
  readonly today: CalendarDate;
  /** Whether the family's agreement in force covers this, as the database determines it. */
  readonly withinAgreement: boolean;
  /** Whether the section 16LA duty has been switched on for the area. */
  readonly duty16la: boolean;
}
type DisclosureRule = (draft: DisclosureDraft, circumstances: DisclosureCircumstances) => FieldError[];

/** Validates a decision, each error beside its field. */
export function validateDisclosure(
  draft: DisclosureDraft,
  circumstances: DisclosureCircumstances,
): FieldError[] {
  return DISCLOSURE_RULES.flatMap((rule) => rule(draft, circumstances));
}

/** The basis: the family's agreement when none is given and the agreement covers it. */
export function basisOf(
  { basis, decision }: DisclosureDraft,
  { withinAgreement }: DisclosureCircumstances,
): string | null {
  if (basis) return basis;
  return decision !== 'not_shared' && withinAgreement ? 'within_consent' : null;
}

const errorIf = (when: boolean, field: string, message: string): FieldError[] =>
  when ? [{ field, message }] : [];
const isBlank = (text: string | null | undefined): boolean => !text?.trim();
const isShared = ({ decision }: DisclosureDraft): boolean => decision !== 'not_shared';

const recipientAndSubjectNamed: DisclosureRule = (draft) => [
  ...errorIf(
    Boolean(draft.toAgencyId) === !isBlank(draft.toName),
    'toName',
    'Select the agency, or enter who it is if they are not in the directory',
  ),
  ...errorIf(
    Boolean(draft.toPractitionerId) && !draft.toAgencyId,
    'toPractitionerId',
    'Select the agency that this person works for',
  ),
  ...errorIf(
    Boolean(draft.askedByPractitionerId) && !isBlank(draft.askedByName),
    'askedByName',
    'Enter one person who asked: a colleague, or someone outside Bridges',
  ),
  ...errorIf(draft.tiers.length === 0, 'tiers', 'Select what information it is'),
  ...errorIf(
    draft.tiers.includes('T3') !== (draft.topics ?? []).length > 0,
    'topics',
    'Select which sensitive topics it is about',
  ),
];

const basisGiven: DisclosureRule = (draft, circumstances) => {
  const { withinAgreement, duty16la } = circumstances;
  // Until recipient and subject are given, it is open whether the family agreed.
  const isAddressed = Boolean(draft.toAgencyId ?? draft.toName?.trim()) && draft.tiers.length > 0;
  const isOutsideAgreement = isShared(draft) && isAddressed && !withinAgreement;
  const basis = basisOf(draft, circumstances);
  return [
    ...errorIf(
      isOutsideAgreement && (basis === null || basis === 'within_consent'),
      'basis',
      'The family has not agreed to this. Select the lawful basis for sharing',
    ),
    ...errorIf(
      isOutsideAgreement && isBlank(draft.reason),
      'reason',
      'The family has not agreed to this. Enter your reason for sharing',
    ),
    ...errorIf(
      basis === 'duty_16la' && !duty16la,
      'basis',
      'The section 16LA duty is not in force in this area. Select another lawful basis',
    ),
    ...errorIf(
      basis === 'duty_16la' && isBlank(draft.detrimentConsidered),
      'detrimentConsidered',
      'Enter whether sharing would harm the child more than not sharing',
    ),
  ];
};

const decisionExplained: DisclosureRule = (draft) => [
  ...errorIf(!isShared(draft) && isBlank(draft.reason), 'reason', 'Enter why you decided not to share'),
  ...errorIf(
    draft.decision === 'shared_in_part' && isBlank(draft.whatWasShared),
    'whatWasShared',
    'Enter which part you shared',
  ),
];

const familyInformed: DisclosureRule = (draft, { today }) => [
  ...errorIf(
    draft.familyTold === 'told' && isBlank(draft.familyToldNote),
    'familyToldNote',
    'Enter what the family was told',
  ),
  ...errorIf(
    draft.familyTold === 'not_told' && isBlank(draft.familyToldNote),
    'familyToldNote',
    'Enter why the family will not be told',
  ),
  ...errorIf(
    draft.familyTold === 'to_be_told' && !draft.tellFamilyOn,
    'tellFamilyOn',
    'Enter when the family will be told',
  ),
  ...errorIf(
    draft.tellFamilyOn != null && compareDates(draft.tellFamilyOn, today) < 0,
    'tellFamilyOn',
    'The date the family will be told must be today or later',
  ),
];

const DISCLOSURE_RULES: readonly DisclosureRule[] = [
  recipientAndSubjectNamed,
  basisGiven,
  decisionExplained,
  familyInformed,
];
