import { addMonths, conflict, type FieldError, invalid, londonDate } from '#libs/platform';

export type MeetingStatus = 'planned' | 'held' | 'cancelled';
export const MEETING_STATUSES: Readonly<Record<MeetingStatus, string>> = {
  planned: 'Planned',
  held: 'Held',
  cancelled: 'Cancelled',
};
export const ATTENDANCES = {
  invited: 'Invited',
  present: 'Present',
  apologies: 'Sent apologies',
  absent: 'Absent',
} as const;
export type Attendance = keyof typeof ATTENDANCES;

interface Planned {
  readonly chairId?: string | null;
  readonly noteTakerId?: string | null;
  readonly startsAt: Date;
  readonly endsAt?: Date | null;
}

// A date further away than any episode of help lasts has a mistyped year.
const MAX_MONTHS_AWAY = 60;

/**
 * Throws 422 for a plan in which one person both chairs and takes notes, that ends before it begins or on another day,
 * or that lies years away.
 */
export function assertPlausibleMeeting(
  { chairId, noteTakerId, startsAt, endsAt }: Planned,
  today: string,
): void {
  const errors: FieldError[] = [];
  const on = londonDate(startsAt);
  if (on < addMonths(today, -MAX_MONTHS_AWAY) || on > addMonths(today, MAX_MONTHS_AWAY))
    errors.push({ field: 'startsAt', message: 'The meeting must be within 5 years of today' });
  if (chairId && chairId === noteTakerId)
    errors.push({
      field: 'noteTakerId',
      message: 'The chair and the note-taker must be different people',
    });
  if (endsAt && endsAt <= startsAt)
    errors.push({ field: 'endsAt', message: 'The meeting must end after it starts' });
  else if (endsAt && londonDate(endsAt) !== on)
    errors.push({ field: 'endsAt', message: 'The meeting must end on the day it starts' });
  if (errors.length > 0) throw invalid(errors);
}

interface Minuted {
  readonly kind: string;
  readonly status: string;
  readonly startsAt: Date;
  readonly consentChecked: boolean;
  readonly nextMeetingOn: string | null;
}

/**
 * Throws 422, all errors together, for an incomplete record of a held meeting: consent is checked before the
 * discussion, and every meeting but the closing one sets the next date. 409 before its day.
 */
export function assertMeetingComplete(meeting: Minuted, today: string): void {
  const errors: FieldError[] = [];
  const heldOn = londonDate(meeting.startsAt);
  const { nextMeetingOn } = meeting;
  if (nextMeetingOn && nextMeetingOn <= heldOn)
    errors.push({ field: 'nextMeetingOn', message: 'The next meeting must be after this one' });
  if (meeting.status === 'held') {
    if (heldOn > today)
      throw conflict(
        'This meeting has not happened yet. Record it as held after it takes place, or cancel it.',
      );
    if (!meeting.consentChecked)
      errors.push({
        field: 'consentChecked',
        message: 'Confirm that confidentiality and consent were checked',
      });
    if (!nextMeetingOn && meeting.kind !== 'closing')
      errors.push({ field: 'nextMeetingOn', message: 'Enter the date of the next meeting' });
  }
  if (errors.length > 0) throw invalid(errors);
}

/** Throws 409 for a step back: a held meeting stays held, a cancelled one stays cancelled. */
export function assertMeetingStep(from: string, to: string): void {
  if (from === 'cancelled') throw conflict('This meeting was cancelled. Plan a new one.');
  if (from === 'held' && to !== 'held')
    throw conflict('This meeting was held. You can correct its minutes, but not undo it.');
}

/** Throws 409 for a meeting that has been held or cancelled: only a planned one is moved. */
export function assertMovable(status: string): void {
  if (status === 'planned') return;
  throw conflict('This meeting has been held or cancelled, so it cannot be moved. Plan a new one.');
}
