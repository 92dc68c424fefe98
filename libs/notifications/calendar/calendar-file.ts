import ical, {
  ICalAttendeeRole,
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';

/** When a meeting is, without its place, its subject and the family. */
export interface MeetingTime {
  readonly id: string;
  readonly startsAt: Date;
  readonly endsAt: Date | null;
  /** Grows with every change. */
  readonly version: number;
  readonly cancelled: boolean;
}
/** A date of a person's own: all day. */
export interface DueDate {
  readonly id: string;
  readonly kind: 'action' | 'review';
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly version: number;
}

const HOUR_MS = 3_600_000;
const SUMMARIES = { action: 'Action due (Bridges)', review: 'Review due (Bridges)' } as const;
const PRODUCT = { company: 'Bridges', product: 'Bridges', language: 'EN' };

/** An invitation to one meeting, or its cancellation, as iCalendar text. Times are in UTC: no time zone is needed. */
export function meetingInvitation(meeting: MeetingTime, publicUrl: string, address: string) {
  const method = meeting.cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST;
  const calendar = ical({ prodId: PRODUCT, method });
  const event = addMeeting(calendar, meeting, publicUrl);
  // A calendar program shows an invitation only with an organiser and the attendee's own address.
  event.organizer({ name: 'Bridges', email: `no-reply@${new URL(publicUrl).hostname}` });
  event.createAttendee({ email: address, role: ICalAttendeeRole.REQ, rsvp: false });
  return {
    method: meeting.cancelled ? ('CANCEL' as const) : ('REQUEST' as const),
    content: calendar.toString(),
  };
}

/** One meeting as a file for a person to open. */
export function meetingFile(meeting: MeetingTime, publicUrl: string): string {
  const method = meeting.cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH;
  const calendar = ical({ prodId: PRODUCT, method });
  addMeeting(calendar, meeting, publicUrl);
  return calendar.toString();
}

/** All dates of one person, for a calendar program that reads them again and again. */
export function calendarFeed(
  meetings: readonly MeetingTime[],
  dates: readonly DueDate[],
  publicUrl: string,
): string {
  const calendar = ical({ prodId: PRODUCT, name: 'Bridges', ttl: 3_600 });
  for (const meeting of meetings) addMeeting(calendar, meeting, publicUrl);
  for (const { id, kind, day, version } of dates)
    calendar.createEvent({
      ...{ id: `${kind}-${id}@${new URL(publicUrl).hostname}`, sequence: version - 1 },
      ...{ start: day, allDay: true, summary: SUMMARIES[kind], url: `${publicUrl}/` },
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  return calendar.toString();
}

function addMeeting(
  calendar: ReturnType<typeof ical>,
  { id, startsAt, endsAt, version, cancelled }: MeetingTime,
  publicUrl: string,
) {
  return calendar.createEvent({
    ...{ id: `${id}@${new URL(publicUrl).hostname}`, sequence: version - 1 },
    ...{ start: startsAt, end: endsAt ?? new Date(startsAt.getTime() + HOUR_MS) },
    ...{ summary: 'Meeting (Bridges)', url: `${publicUrl}/meetings/${id}` },
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
}
