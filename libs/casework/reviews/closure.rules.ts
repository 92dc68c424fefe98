import { addDays, type FieldError, londonDate } from '#libs/platform';
import {
  CLOSURE_REASON_NEEDS,
  type ClosureReason,
  type ClosureRequirement,
  type OutcomeResult,
} from '#libs/terms';
import type { ContactAttempt } from './closure.entity.js';

export const CONTACT_ATTEMPTS_NEEDED = 3;
/** How long a closure can be undone. The database holds the same (access.undo_closure_days). */
export const UNDO_CLOSURE_DAYS = 28;

/** The last whole day on which a closure of that moment can be undone. */
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

export interface OutcomeClosed {
  readonly outcomeId: string;
  readonly result: OutcomeResult;
  readonly closingScore?: number | null;
}

export interface ClosureTold {
  readonly closedOn?: string | null;
  readonly reason: ClosureReason;
  readonly summary: string;
  readonly outcomes?: readonly OutcomeClosed[];
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
}

/** What a closure is measured against. Dates are 'YYYY-MM-DD', in London. */
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

/** Everything that keeps an episode from closing, beside the field where it is to be mended. */
export function closureFaults(told: ClosureTold, setting: ClosureSetting): FieldError[] {
  const needs = CLOSURE_REASON_NEEDS[told.reason].flatMap((need) => NEED_FAULTS[need]?.(told, setting) ?? []);
  return [
    ...dateFaults(told, setting),
    ...needs,
    ...agencyFaults(told, setting),
    ...approvalFaults(told, setting),
    ...outcomeFaults(told, setting),
    ...levelFaults(told, setting),
  ];
}

type Fault = (told: ClosureTold, setting: ClosureSetting) => FieldError[];
const unless = (stands: boolean, field: string, message: string): FieldError[] =>
  stands ? [] : [{ field, message }];
const given = (text: string | null | undefined): boolean => Boolean(text?.trim());

// What has no field of its own (who withdrew, the other plan, the record to keep) is told in the summary, which always stands.
const NEED_FAULTS: Partial<Record<ClosureRequirement, Fault>> = {
  named_agency: ({ namedAgencyId }) =>
    unless(given(namedAgencyId), 'namedAgencyId', 'Select the agency taking over'),
  acceptance_date: (_told, { stepUpAccepted }) =>
    unless(
      stepUpAccepted,
      'reason',
      'Social care has not accepted a step-up. The episode stays open, with its team and lead, until it does',
    ),
  contact_attempts: (told, setting) => [...attemptFaults(told, setting), ...toldFaults(told)],
  safeguarding_check: ({ safeguardingChecked }) =>
    unless(
      safeguardingChecked === true,
      'safeguardingChecked',
      'Confirm that you checked whether the child is safe',
    ),
  receiving_authority: ({ receivingAuthority }) =>
    unless(
      given(receivingAuthority),
      'receivingAuthority',
      'Enter the authority that the family has moved to',
    ),
};

function attemptFaults(
  { contactAttempts = [] }: ClosureTold,
  { today, openedOn }: ClosureSetting,
): FieldError[] {
  const days = new Set(contactAttempts.map(({ on }) => on));
  const few = contactAttempts.length < CONTACT_ATTEMPTS_NEEDED;
  return [
    ...unless(!few, 'contactAttempts', 'Enter at least 3 attempts at contact'),
    ...unless(
      few || days.size >= CONTACT_ATTEMPTS_NEEDED,
      'contactAttempts',
      'Enter attempts at contact on at least 3 different days',
    ),
    ...contactAttempts.flatMap(({ on }, index) => [
      ...unless(
        on <= today,
        `contactAttempts.${index}.on`,
        'The date of an attempt must be today or in the past',
      ),
      ...unless(
        on >= openedOn,
        `contactAttempts.${index}.on`,
        'The date of an attempt must be on or after the day the episode was opened',
      ),
    ]),
  ];
}

/** "Could not be contacted" and "has been told" contradict each other unless it is said how. */
function toldFaults({ familyTold, familyToldNote }: ClosureTold): FieldError[] {
  return unless(
    given(familyToldNote),
    'familyToldNote',
    familyTold
      ? 'The family could not be contacted. Enter how they were told, or select No and enter why not'
      : 'Enter why the family has not been told',
  );
}

function approvalFaults({ managerId }: ClosureTold, { approverIds }: ClosureSetting): FieldError[] {
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
      message: given(managerId)
        ? 'Select one of the managers who can approve this closure'
        : 'Select the manager who will approve this closure',
    },
  ];
}

function dateFaults(
  { closedOn, copyGivenOn }: ClosureTold,
  { today, openedOn, lastReviewOn }: ClosureSetting,
): FieldError[] {
  const on = closedOn ?? today;
  return [
    ...unless(on <= today, 'closedOn', 'The closing date must be today or in the past'),
    ...unless(
      on >= openedOn,
      'closedOn',
      'The closing date must be on or after the day the episode was opened',
    ),
    ...unless(
      !lastReviewOn || on >= lastReviewOn,
      'closedOn',
      'The closing date must be on or after the last review',
    ),
    ...unless(
      !copyGivenOn || copyGivenOn <= today,
      'copyGivenOn',
      'The date the copy was given must be today or in the past',
    ),
  ];
}

function agencyFaults({ namedAgencyId }: ClosureTold, { namedAgencyKnown }: ClosureSetting): FieldError[] {
  return unless(
    !given(namedAgencyId) || namedAgencyKnown,
    'namedAgencyId',
    'Select one of the agencies in the directory',
  );
}

function outcomeFaults({ outcomes = [] }: ClosureTold, { outcomeIds }: ClosureSetting): FieldError[] {
  const told = outcomes.map(({ outcomeId }) => outcomeId);
  return [
    ...unless(
      outcomeIds.every((id) => told.includes(id)),
      'outcomes',
      'Enter the result of every outcome in the plan',
    ),
    ...unless(
      told.every((id) => outcomeIds.includes(id)),
      'outcomes',
      'Enter only outcomes in this plan',
    ),
    ...unless(new Set(told).size === told.length, 'outcomes', 'Enter each outcome only once'),
  ];
}

function levelFaults(
  { finalLevel }: ClosureTold,
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
  return unless(
    mayChangeLevel,
    'finalLevel',
    'Only the lead professional or the coordinator can change the level. Do not change it',
  );
}
