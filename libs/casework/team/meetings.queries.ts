import type { SensitiveNote } from '#libs/casework/episodes';
import { personNameSql } from '#libs/access';
import { query } from '#libs/platform';
import type { MeetingKind } from '#libs/terms';
import type { Attendance, MeetingStatus } from './meeting.rules.js';

export interface Person {
  readonly id: string;
  readonly name: string;
}
interface AttendanceView {
  readonly id: string;
  readonly name: string;
  readonly practitioner: (Person & { readonly agency: string | null }) | null;
  readonly attendance: Attendance;
  readonly apologyReason: string | null;
}
/** When a meeting was to be until it was moved, or that its place changed. */
interface MeetingMove {
  readonly from: string | null;
  readonly placeChanged: boolean;
  readonly by: string;
  readonly at: string;
}
export interface MeetingView {
  readonly id: string;
  readonly kind: MeetingKind;
  readonly startsAt: Date;
  readonly endsAt: Date | null;
  /** Null to a reader from whom a shield hides it. */
  readonly place: string | null;
  readonly chair: Person | null;
  readonly noteTaker: Person | null;
  readonly purpose: string;
  readonly status: MeetingStatus;
  readonly consentChecked: boolean;
  readonly familyView: string | null;
  readonly childView: string | null;
  readonly goingWell: string | null;
  readonly worries: string | null;
  readonly needsToHappen: string | null;
  readonly decisions: string | null;
  readonly nextMeetingOn: string | null;
  readonly recordedBy: string;
  /** The practitioner on whose behalf business support wrote it. */
  readonly enteredFor: string | null;
  readonly recordedAt: Date;
  readonly attendance: readonly AttendanceView[];
  /** How it was moved while it was planned, the first move first. */
  readonly moves: readonly MeetingMove[];
  /** Sensitive notes, as far as the reader may see them. */
  readonly notes: readonly SensitiveNote[];
  readonly version: number;
}

/** The meetings of one episode, the latest first. */
export function meetingsOf(episodeId: string): Promise<MeetingView[]> {
  return query(MEETINGS, [episodeId]);
}

const MEETINGS = `
  select t.id, t.kind, t.starts_at, t.ends_at, w.place, t.purpose, t.status,
    t.consent_checked, t.family_view, t.child_view, t.going_well, t.worries, t.needs_to_happen,
    t.decisions,
    t.next_meeting_on::text as next_meeting_on, ${personNameSql('r.name', 'ur.why')} as recorded_by, t.recorded_at, t.version,
    (select ${personNameSql('f.name', 'u.why')} from practitioners f
      left join access.unnamed_people($1) u on u.practitioner_id = f.id where f.id = t.entered_for) as entered_for,
    (select json_build_object('id', c.id, 'name', ${personNameSql('c.name', 'u.why')}) from practitioners c
      left join access.unnamed_people($1) u on u.practitioner_id = c.id where c.id = t.chair_id) as chair,
    (select json_build_object('id', n.id, 'name', ${personNameSql('n.name', 'u.why')}) from practitioners n
      left join access.unnamed_people($1) u on u.practitioner_id = n.id where n.id = t.note_taker_id)
      as note_taker,
    coalesce((select json_agg(json_build_object('id', a.id, 'name', a.name, 'attendance', a.attendance,
        'apologyReason', a.apology_reason, 'practitioner', case when a.practitioner_id is not null then
          json_build_object('id', a.practitioner_id, 'name', a.name, 'agency', (
            select g.name from posts o join agencies g on g.id = o.agency_id
            where o.practitioner_id = a.practitioner_id order by o.began_at, o.id limit 1)) end)
        order by a.practitioner_id is not null, access.name_order(a.name), a.id)
      from tac_attendances a where a.meeting_id = t.id), '[]') as attendance,
    coalesce((select json_agg(json_build_object('from', m.from_starts_at, 'placeChanged', m.place_changed, 'at', m.moved_at,
        'by', ${personNameSql('b.name', 'u.why')}) order by m.moved_at, m.id)
      from meeting_moves m join practitioners b on b.id = m.moved_by
      left join access.unnamed_people($1) u on u.practitioner_id = b.id where m.meeting_id = t.id), '[]') as moves
  from tac_meetings t left join meeting_places w on w.meeting_id = t.id left join practitioners r on r.id = t.recorded_by
    left join access.unnamed_people($1) ur on ur.practitioner_id = r.id
  where t.episode_id = $1 order by t.starts_at desc, t.id desc`;
