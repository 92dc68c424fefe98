import { type FieldError, forbidden, invalid } from '#libs/platform';
import type { ActionStatus } from '#libs/terms';

export type FamilyAgreement = 'yes' | 'no' | 'not_asked';
export const ACTION_AGREEMENTS: Readonly<Record<FamilyAgreement, string>> = {
  yes: 'The family has agreed',
  no: 'The family has not agreed',
  not_asked: 'Not asked yet',
};

export interface ActionChanges {
  readonly status?: ActionStatus;
  readonly progressNote?: string | null;
  readonly doneOn?: string | null;
  readonly droppedBecause?: string | null;
  readonly dueOn?: string;
  readonly description?: string;
  readonly familyAgreement?: FamilyAgreement;
  readonly familyAgreementNote?: string | null;
}
interface ActionState {
  readonly status: string;
  readonly dueOn: string;
  readonly doneOn: string | null;
  readonly droppedBecause: string | null;
}

/** Columns that the assignee may update. */
const ASSIGNEE_FIELDS: readonly (keyof ActionChanges)[] = [
  'status',
  'progressNote',
  'doneOn',
  'droppedBecause',
];

/** Throws 422 when the assignee is both a practitioner and a family member, or neither. */
export function assertOneAssignee(practitionerId?: string | null, name?: string | null): void {
  if (Boolean(practitionerId) === Boolean(name?.trim()))
    throw invalid([
      {
        field: 'doerPractitionerId',
        message: 'Enter who will do it: a practitioner or a family member',
      },
    ]);
}

/** Throws 422 for a new due date in the past. */
export function assertDueNotPast(dueOn: string, today: string, before?: string): void {
  if (dueOn !== before && dueOn < today)
    throw invalid([{ field: 'dueOn', message: 'The date must be today or later' }]);
}

/** An assignee who may not edit the plan reports progress only (403). */
export function assertProgressOnly(changes: ActionChanges): void {
  const isBeyondOwn = Object.entries(changes).some(
    ([key, value]) => value !== undefined && !ASSIGNEE_FIELDS.includes(key as never),
  );
  if (isBeyondOwn)
    throw forbidden(
      'You can update progress on your own action. Ask the lead professional to change what was agreed.',
    );
}

/**
 * The columns after a change. Done needs its date, today or before; dropped needs its reason; a reopened action has
 * neither. 422 with all errors together.
 */
export function changedAction(action: ActionState, changes: ActionChanges, today: string): ActionChanges {
  const status = (changes.status ?? action.status) as ActionStatus;
  const doneOn = changes.doneOn === undefined ? action.doneOn : changes.doneOn;
  const droppedBecause = (
    changes.droppedBecause === undefined ? action.droppedBecause : changes.droppedBecause
  )?.trim();
  const errors: FieldError[] = [];
  if (status === 'done' && !doneOn) errors.push({ field: 'doneOn', message: 'Enter the date it was done' });
  if (status === 'done' && doneOn && doneOn > today)
    errors.push({ field: 'doneOn', message: 'The date it was done must be today or earlier' });
  if (status === 'dropped' && !droppedBecause)
    errors.push({ field: 'droppedBecause', message: 'Enter why it was dropped' });
  if (status !== 'done' && changes.doneOn)
    errors.push({ field: 'doneOn', message: 'Enter a date it was done only if the action is done' });
  if (status !== 'dropped' && changes.droppedBecause)
    errors.push({ field: 'droppedBecause', message: 'Enter a reason only if the action is dropped' });
  if (errors.length > 0) throw invalid(errors);
  return {
    ...changes,
    status,
    doneOn: status === 'done' ? doneOn : null,
    droppedBecause: status === 'dropped' ? droppedBecause! : null,
  };
}

export const isOpenAction = (status: string): boolean => status !== 'done' && status !== 'dropped';
