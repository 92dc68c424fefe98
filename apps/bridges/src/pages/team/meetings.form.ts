import {
  ATTENDANCES,
  type AttendanceNote,
  type MeetingDraft,
  type MeetingView,
  type Minute,
  type Move,
} from '#libs/casework/team';
import { type FormAnswer, FormReader, inLondon, readTime } from '#libs/page-kit';
import { keysOf, MEETING_KINDS } from '#libs/terms';

/** The plan of a meeting; date and times are London time. */
export function readMeeting(body: unknown, people: readonly string[]): FormAnswer<MeetingDraft> {
  const reader = new FormReader(body);
  const kind = reader.choice('kind', keysOf(MEETING_KINDS), { label: 'the type of meeting' });
  const on = reader.date('on', { label: 'the date of the meeting' });
  const starts = readTime(reader, 'startsAt', { label: 'when it starts', required: true });
  const ends = readTime(reader, 'endsAt', { label: 'when it ends' });
  const place = reader.text('place', { label: 'the place, or the link to join' });
  const chairId = reader.optionalChoice('chairId', people, { label: 'the chair' });
  const noteTakerId = reader.optionalChoice('noteTakerId', people, { label: 'the note-taker' });
  const purpose = reader.longText('purpose', { label: 'the purpose of the meeting', max: 2000 });
  const invited = reader.choices('invited', people, { label: 'who is invited', optional: true });
  const family = namesIn(reader.optionalLongText('family', { label: 'the names of the family', max: 2000 }));
  if (!reader.ok) return { ok: false, errors: reader.errors, typed: reader.typed };
  return reader.answer({
    ...{ kind, place, chairId, noteTakerId, purpose },
    startsAt: inLondon(on, starts!),
    endsAt: ends ? inLondon(on, ends) : null,
    invited: [...invited.map((practitionerId) => ({ practitionerId })), ...family.map((name) => ({ name }))],
  });
}

/** Another time or place of a planned meeting, in London time. */
export function readMove(body: unknown, isPlaceShown: boolean): FormAnswer<Move> {
  const reader = new FormReader(body);
  const on = reader.date('on', { label: 'the date of the meeting' });
  const starts = readTime(reader, 'startsAt', { label: 'when it starts', required: true });
  const ends = readTime(reader, 'endsAt', { label: 'when it ends' });
  const place = isPlaceShown ? reader.text('place', { label: 'the place, or the link to join' }) : null;
  const confirmed = reader.choices('leaversConfirmed', ['yes'], {
    label: 'that it goes on without them',
    optional: true,
  });
  if (!reader.ok) return { ok: false, errors: reader.errors, typed: reader.typed };
  return reader.answer({
    startsAt: inLondon(on, starts!),
    endsAt: ends ? inLondon(on, ends) : null,
    place,
    leaversConfirmed: confirmed.includes('yes'),
  });
}

/** Reads the minutes; `step` is the button that was pressed. */
export function readMinute(body: unknown, meeting: MeetingView): FormAnswer<Minute> {
  const reader = new FormReader(body);
  const said = (name: string, label: string): string | null => reader.optionalLongText(name, { label });
  const familyView = said('familyView', 'the family’s view');
  const childView = said('childView', 'the child’s view');
  const attendance = readAttendance(reader, meeting);
  const goingWell = said('goingWell', 'what is going well');
  const worries = said('worries', 'the worries');
  const needsToHappen = said('needsToHappen', 'what needs to happen');
  const decisions = said('decisions', 'the decisions');
  const agreed = reader.choices('consentChecked', ['yes'], { label: 'consent', optional: true });
  const nextMeetingOn = reader.optionalDate('nextMeetingOn', { label: 'The date of the next meeting' });
  const step = reader.optionalChoice('step', ['save', 'held', 'cancelled'], { label: 'what to do' });
  return reader.answer({
    ...{ familyView, childView, goingWell, worries, needsToHappen, decisions, nextMeetingOn, attendance },
    consentChecked: agreed.length > 0,
    ...(step === 'held' || step === 'cancelled' ? { status: step } : {}),
  });
}

function readAttendance(reader: FormReader, meeting: MeetingView): AttendanceNote[] {
  const known = meeting.attendance.map(({ id, name, practitioner, attendance }) => ({
    ...(practitioner ? { practitionerId: practitioner.id } : { name }),
    attendance:
      reader.optionalChoice(`attendance-${id}`, keysOf(ATTENDANCES), { label: `whether ${name} came` }) ??
      attendance,
    apologyReason: reader.optionalText(`apology-${id}`, { label: `the reason ${name} was absent`, max: 500 }),
  }));
  const others = namesIn(reader.optionalLongText('others', { label: 'who else came', max: 2000 }));
  return [...known, ...others.map((name) => ({ name, attendance: 'present' as const }))];
}

/** One name per line. */
function namesIn(text: string | null): string[] {
  const names = (text ?? '').split('\n').map((line) => line.trim().slice(0, 200));
  return [...new Set(names.filter((line) => line !== ''))];
}
