import { addDays, addMonths, type CalendarDate, daysBetween } from '#libs/platform';

/** The statutory periods: a month, two more for a complex request, thirty days to acknowledge a complaint. */
export const MONTHS = 1;
const MONTHS_EXTENDED = 3;
const DAYS_TO_ACKNOWLEDGE = 30;

export interface Pause {
  readonly fromOn: CalendarDate;
  readonly toOn: CalendarDate | null;
}
export interface RequestDates {
  readonly kind: string;
  readonly receivedOn: CalendarDate;
  readonly identityCheckedOn: CalendarDate | null;
  readonly extendedToldOn: CalendarDate | null;
  readonly acknowledgedOn: CalendarDate | null;
  readonly pauses: readonly Pause[];
  readonly finished: boolean;
}
export interface RequestClock {
  readonly state: 'waiting_for_identity' | 'running' | 'paused' | 'stopped';
  readonly what: 'answer' | 'acknowledge';
  readonly startedOn: CalendarDate | null;
  /** Shown in advance: before the identity check, the date if it were done today. */
  readonly dueOn: CalendarDate | null;
  /** Negative when it is late. */
  readonly daysLeft: number | null;
}

/** The state of a request's clock on a day. */
export function clockOf(request: RequestDates, today: CalendarDate): RequestClock {
  if (request.kind === 'complaint') return clockOfComplaint(request, today);
  const startedOn = startOf(request);
  if (request.finished) return { state: 'stopped', what: 'answer', startedOn, dueOn: null, daysLeft: null };
  const dueOn = dueFrom(request, startedOn ?? today, today);
  const open = startedOn !== null && request.pauses.some(({ toOn }) => toOn === null);
  return {
    state: startedOn === null ? 'waiting_for_identity' : open ? 'paused' : 'running',
    what: 'answer',
    startedOn,
    dueOn,
    daysLeft: daysBetween(today, dueOn),
  };
}

/** The last day on which the requester can be told that it takes longer: the end of the first month. */
export function lastDayToExtend(request: RequestDates, today: CalendarDate): CalendarDate {
  return dueFrom({ ...request, extendedToldOn: null }, startOf(request) ?? today, today);
}

function clockOfComplaint(request: RequestDates, today: CalendarDate): RequestClock {
  const { receivedOn, acknowledgedOn, finished } = request;
  const dueOn = addDays(receivedOn, DAYS_TO_ACKNOWLEDGE);
  const stopped = finished || acknowledgedOn !== null;
  return {
    state: stopped ? 'stopped' : 'running',
    what: 'acknowledge',
    startedOn: receivedOn,
    dueOn: stopped ? null : dueOn,
    daysLeft: stopped ? null : daysBetween(today, dueOn),
  };
}

/** The later of the day it was received and the day the requester's identity was checked. */
function startOf({ receivedOn, identityCheckedOn }: RequestDates): CalendarDate | null {
  if (identityCheckedOn === null) return null;
  return identityCheckedOn > receivedOn ? identityCheckedOn : receivedOn;
}

function dueFrom(request: RequestDates, start: CalendarDate, today: CalendarDate): CalendarDate {
  const months = request.extendedToldOn === null ? MONTHS : MONTHS_EXTENDED;
  return addDays(addMonths(start, months), daysPaused(request.pauses, start, today));
}

/**
 * Days from the first of a pause to its end, or to today while it lasts; days before the clock's start do not count.
 */
function daysPaused(pauses: readonly Pause[], start: CalendarDate, today: CalendarDate): number {
  return pauses.reduce((sum, { fromOn, toOn }) => {
    const from = fromOn > start ? fromOn : start;
    return sum + Math.max(0, daysBetween(from, toOn ?? (today > from ? today : from)));
  }, 0);
}
