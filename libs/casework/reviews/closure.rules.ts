import { addDays, type FieldError, londonDate } from '#libs/platform';
import {
  CLOSURE_REASON_NEEDS,
  type ClosureReason,
  type ClosureRequirement,
  type OutcomeResult,
} from '#libs/terms';
import type { ChildDied } from './closure-deaths.service.js';
import type { ContactAttempt } from './closure.entity.js';

const CONTACT_ATTEMPTS_NEEDED = 3;
/** How long a closure can be undone. The database holds the same (access.undo_closure_days). */
export const UNDO_CLOSURE_DAYS = 28;

/** The last whole day on which a closure made at that moment can be undone. */
export function lastDayToUndo(closedAt: Date): string {
  return addDays(londonDate(closedAt), UNDO_CLOSURE_DAYS - 1);
}

export function canStillBeUndone(closedAt: Date, now: Date): boolean {
  return now.getTime() < closedAt.getTime() + UNDO_CLOSURE_DAYS * 86_400_000;
}

/** Six expectations of the Working Together Agreement, which families may rate 1 to 5. */
export const WORKING_TOGETHER_RATINGS = {
  fairness: 'We were treated fairly',
  decisions: 'We had a part in decisions',
  working_together: 'People worked together',
  information: 'Information was easy and clear',
  contact: 'We knew who to contact',
  respect: 'We were listened to with respect',
} as const;

export interface OutcomeClosure {
  readonly outcomeId: string;
  readonly result: OutcomeResult;
  readonly closingScore?: number | null;
}

export interface ClosureInput {
  readonly closedOn?: string | null;
  readonly reason: ClosureReason;
  readonly summary: string;
  readonly outcomes?: readonly OutcomeClosure[];
  readonly finalLevel?: number | null;
  readonly remainingNeeds?: string | null;
  readonly namedAgencyId?: string | null;
  readonly safeguardingChecked?: boolean;
  readonly safeguardingNote?: string | null;
  readonly contactAttempts?: readonly ContactAttempt[];
  readonly receivingAuthority?: string | null;
  readonly familyTold: boolean;
  /** How the family was told, or why not: needed where they could not be contacted. */
  readonly familyToldNote?: string | null;
  /** The manager who is asked to approve, where closing takes two. */
  readonly managerId?: string | null;
  readonly copyGivenOn?: string | null;
  readonly copyFormat?: string | null;
  readonly childView?: string | null;
  readonly parentView?: string | null;
  readonly ratings?: Readonly<Record<string, number>>;
  /** Closing because a child died records the death, unless that was done before. */
  readonly deaths?: readonly ChildDied[];
}

/** The facts that a closure is checked against. Dates are 'YYYY-MM-DD', in London. */
export interface ClosureSetting {
  readonly today: string;
  readonly openedOn: string;
  readonly lastReviewOn: string | null;
  readonly outcomeIds: readonly string[];
  readonly level: number | null;
  readonly statutoryLevels: readonly number[];
  readonly mayChangeLevel: boolean;
  readonly stepUpAccepted: boolean;
  readonly namedAgencyKnown: boolean;
  /** The managers who may approve it, where closing takes two; null where it does not. */
  readonly approverIds: readonly string[] | null;
}

/** Validates a closure, each error beside the field where it can be corrected. */
export function validateClosure(input: ClosureInput, setting: ClosureSetting): FieldError[] {
  const needs = CLOSURE_REASON_NEEDS[input.reason].flatMap(
    (need) => VALIDATORS_BY_NEED[need]?.(input, setting) ?? [],
  );
  return [
    ...validateDates(input, setting),
    ...needs,
    ...validateAgency(input, setting),
    ...validateApprover(input, setting),
    ...validateOutcomes(input, setting),
    ...validateLevel(input, setting),
  ];
}

type Validator = (input: ClosureInput, setting: ClosureSetting) => FieldError[];
const errorUnless = (isValid: boolean, field: string, message: string): FieldError[] =>
  isValid ? [] : [{ field, message }];
const isFilled = (text: string | null | undefined): boolean => Boolean(text?.trim());

// Facts without a field of their own (who withdrew, the other plan, the record to keep) go into the mandatory summary.
const VALIDATORS_BY_NEED: Partial<Record<ClosureRequirement, Validator>> = {
  named_agency: ({ namedAgencyId }) =>
    errorUnless(isFilled(namedAgencyId), 'namedAgencyId', 'Select the agency taking over'),
  acceptance_date: (_input, { stepUpAccepted }) =>
    errorUnless(
      stepUpAccepted,
      'reason',
      'Social care has not accepted a step-up. The episode stays open, with its team and lead, until it does',
    ),
  contact_attempts: (input, setting) => [...validateAttempts(input, setting), ...validateFamilyTold(input)],
  safeguarding_check: ({ safeguardingChecked }) =>
    errorUnless(
      safeguardingChecked === true,
      'safeguardingChecked',
      'Confirm that you checked whether the child is safe',
    ),
  receiving_authority: ({ receivingAuthority }) =>
    errorUnless(
      isFilled(receivingAuthority),
      'receivingAuthority',
      'Enter the authority that the family has moved to',
    ),
};

function validateAttempts(
  { contactAttempts = [] }: ClosureInput,
  { today, openedOn }: ClosureSetting,
): FieldError[] {
  const days = new Set(contactAttempts.map(({ on }) => on));
  const isTooFew = contactAttempts.length < CONTACT_ATTEMPTS_NEEDED;
  return [
    ...errorUnless(!isTooFew, 'contactAttempts', 'Enter at least 3 attempts at contact'),
    ...errorUnless(
      isTooFew || days.size >= CONTACT_ATTEMPTS_NEEDED,
      'contactAttempts',
      'Enter attempts at contact on at least 3 different days',
    ),
    ...contactAttempts.flatMap(({ on }, index) => [
      ...errorUnless(
        on <= today,
        `contactAttempts.${index}.on`,
        'The date of an attempt must be today or in the past',
      ),
      ...errorUnless(
        on >= openedOn,
        `contactAttempts.${index}.on`,
        'The date of an attempt must be on or after the day the episode started',
      ),
    ]),
  ];
}

/** "Could not be contacted" and "has been told" contradict each other unless the note says how. */
function validateFamilyTold({ familyTold, familyToldNote }: ClosureInput): FieldError[] {
  return errorUnless(
    isFilled(familyToldNote),
    'familyToldNote',
    familyTold
      ? 'The family could not be contacted. Enter how they were told, or select No and enter why not'
      : 'Enter why the family has not been told',
  );
}

function validateApprover({ managerId }: ClosureInput, { approverIds }: ClosureSetting): FieldError[] {
  if (approverIds === null || approverIds.includes(managerId ?? '')) return [];
  if (approverIds.length === 0)
    return [
      {
        field: 'managerId',
        message:
          'No other manager or coordinator can see this record. Ask your agency’s manager or the coordinator for the locality to get access first',
      },
    ];
  return [
    {
      field: 'managerId',
      message: isFilled(managerId)
        ? 'Select one of the managers who can approve this closure'
        : 'Select the manager who will approve this closure',
    },
  ];
}

function validateDates(
  { closedOn, copyGivenOn }: ClosureInput,
  { today, openedOn, lastReviewOn }: ClosureSetting,
): FieldError[] {
  const on = closedOn ?? today;
  return [
    ...errorUnless(on <= today, 'closedOn', 'The closing date must be today or in the past'),
    ...errorUnless(
      on >= openedOn,
      'closedOn',
      'The closing date must be on or after the day the episode started',
    ),
    ...errorUnless(
      !lastReviewOn || on >= lastReviewOn,
      'closedOn',
      'The closing date must be on or after the last review',
    ),
    ...errorUnless(
      !copyGivenOn || copyGivenOn <= today,
      'copyGivenOn',
      'The date the copy was given must be today or in the past',
    ),
  ];
}

function validateAgency({ namedAgencyId }: ClosureInput, { namedAgencyKnown }: ClosureSetting): FieldError[] {
  return errorUnless(
    !isFilled(namedAgencyId) || namedAgencyKnown,
    'namedAgencyId',
    'Select one of the agencies in the directory',
  );
}

function validateOutcomes({ outcomes = [] }: ClosureInput, { outcomeIds }: ClosureSetting): FieldError[] {
  const input = outcomes.map(({ outcomeId }) => outcomeId);
  return [
    ...errorUnless(
      outcomeIds.every((id) => input.includes(id)),
      'outcomes',
      'Enter the result of every outcome in the plan',
    ),
    ...errorUnless(
      input.every((id) => outcomeIds.includes(id)),
      'outcomes',
      'Enter only outcomes in this plan',
    ),
    ...errorUnless(new Set(input).size === input.length, 'outcomes', 'Enter each outcome only once'),
  ];
}

function validateLevel(
  { finalLevel }: ClosureInput,
  { level, statutoryLevels, mayChangeLevel }: ClosureSetting,
): FieldError[] {
  if (finalLevel === undefined || finalLevel === null || finalLevel === level) return [];
  if ([finalLevel, level].some((each) => each !== null && statutoryLevels.includes(each)))
    return [
      {
        field: 'finalLevel',
        message: 'Only children’s social care can change level 4. Do not change the level',
      },
    ];
  return errorUnless(
    mayChangeLevel,
    'finalLevel',
    'Only the lead professional or the coordinator can change the level. Do not change it',
  );
}
