import { ATTENDANCES, type MeetingView, MEETING_STATUSES } from '#libs/casework/team';
import { topicLabel } from '../shared/sensitive-topics.js';
import { labelOf, MEETING_KINDS, optionsOf } from '#libs/terms';

/** One meeting as a row of a list. */
export const meetingRow = (episodeId: string) => (meeting: MeetingView) => ({
  id: meeting.id,
  href: `/episodes/${episodeId}/meetings/${meeting.id}`,
  kind: labelOf(MEETING_KINDS, meeting.kind),
  status: meeting.status,
  statusLabel: MEETING_STATUSES[meeting.status],
  startsAt: meeting.startsAt,
  chair: meeting.chair?.name ?? null,
  nextMeetingOn: meeting.nextMeetingOn,
  came: meeting.attendance.filter(({ attendance }) => attendance === 'present').length,
  asked: meeting.attendance.length,
});

/** A meeting on one page: the plan, the people invited and the minutes. */
export function toMeetingView(episodeId: string, meeting: MeetingView) {
  return {
    ...meeting,
    ...meetingRow(episodeId)(meeting),
    noteTaker: meeting.noteTaker?.name ?? null,
    attendance: meeting.attendance.map((one) => ({
      ...one,
      who: one.practitioner?.agency ? `${one.name}, ${one.practitioner.agency}` : one.name,
      label: ATTENDANCES[one.attendance],
    })),
    notes: meeting.notes.map((note) => ({ ...note, topic: topicLabel(note.topic) })),
    isClosing: meeting.kind === 'closing',
    isPlanned: meeting.status === 'planned',
  };
}

/** Initial values of the minutes form: what has been saved so far. */
export function toMinuteValues(meeting: MeetingView): Record<string, unknown> {
  const [year, month, day] = (meeting.nextMeetingOn ?? '').split('-');
  return {
    ...{ familyView: meeting.familyView, childView: meeting.childView, goingWell: meeting.goingWell },
    ...{ worries: meeting.worries, needsToHappen: meeting.needsToHappen, decisions: meeting.decisions },
    consentChecked: meeting.consentChecked ? ['yes'] : [],
    'nextMeetingOn-day': day,
    'nextMeetingOn-month': month,
    'nextMeetingOn-year': year,
    ...Object.fromEntries(meeting.attendance.map((one) => [`attendance-${one.id}`, one.attendance])),
    ...Object.fromEntries(meeting.attendance.map((one) => [`apology-${one.id}`, one.apologyReason])),
  };
}

export const kindOptions = optionsOf(MEETING_KINDS);
export const attendanceOptions = optionsOf(ATTENDANCES);
