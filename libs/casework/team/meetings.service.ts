import { Injectable } from '@nestjs/common';
import { audit, permitOn, signature } from '#libs/access';
import { contactsProtected, isPlaceHidden } from '#libs/casework/children';
import { EpisodesService, MessagesService, SensitiveNotes } from '#libs/casework/episodes';
import {
  actor,
  changeVersioned,
  db,
  givenFields,
  invalidField,
  isId,
  londonDate,
  newId,
  now,
  query,
  unreachable,
} from '#libs/platform';
import type { MeetingKind } from '#libs/terms';
import { AttendanceService, type AttendanceNote, type Invitation } from './attendance.service.js';
import { InviteesService } from './invitees.service.js';
import {
  type MeetingStatus,
  assertMeetingComplete,
  assertPlausibleMeeting,
  assertMeetingStep,
  assertMovable,
} from './meeting.rules.js';
import { type MeetingView, meetingsOf } from './meetings.queries.js';
import { MeetingPlace, TacMeeting } from './tac-meeting.entity.js';

export interface MeetingDraft {
  readonly kind: MeetingKind;
  readonly startsAt: Date;
  readonly endsAt?: Date | null;
  readonly place: string;
  readonly chairId?: string | null;
  readonly noteTakerId?: string | null;
  readonly purpose: string;
  readonly invited?: readonly Invitation[];
}

export interface Move {
  readonly startsAt: Date;
  readonly endsAt?: Date | null;
  /** Left out, it stays where it was. */
  readonly place?: string | null;
  /** The meeting goes on without those who leave before then. */
  readonly leaversConfirmed?: boolean;
}

export interface Minute {
  readonly status?: MeetingStatus;
  readonly consentChecked?: boolean;
  readonly familyView?: string | null;
  readonly childView?: string | null;
  readonly goingWell?: string | null;
  readonly worries?: string | null;
  readonly needsToHappen?: string | null;
  readonly decisions?: string | null;
  readonly nextMeetingOn?: string | null;
  readonly attendance?: readonly AttendanceNote[];
}

/** Meetings of the team around the child: planning, inviting, minuting, holding. */
@Injectable()
export class MeetingsService {
  constructor(
    private readonly episodes: EpisodesService,
    private readonly invited: InviteesService,
    private readonly attendance: AttendanceService,
    private readonly messages: MessagesService,
    private readonly notes: SensitiveNotes,
  ) {}

  /** All meetings, the latest first, with invitations and attendance. 404 to a reader below T2. */
  async meetings(episodeId: string): Promise<MeetingView[]> {
    await permitOn(episodeId, 'record.read');
    const notes = await this.notes.of('meeting', episodeId);
    return (await meetingsOf(episodeId)).map((meeting) => ({
      ...meeting,
      notes: notes.get(meeting.id) ?? [],
    }));
  }

  async meeting(episodeId: string, meetingId: string): Promise<MeetingView> {
    const meeting = (await this.meetings(episodeId)).find(({ id }) => id === meetingId);
    if (!meeting || !isId(meetingId)) throw unreachable();
    return meeting;
  }

  /** The episode of a meeting; 404 to a reader who cannot see it. */
  async episodeOf(meetingId: string): Promise<string> {
    const meeting = isId(meetingId) ? await db().findOneBy(TacMeeting, { id: meetingId }) : null;
    if (!meeting) throw unreachable();
    return meeting.episodeId;
  }

  /** Plans a meeting and sends invitations. 409 when an invited person may not see the record. */
  async planMeeting(episodeId: string, draft: MeetingDraft): Promise<string> {
    await permitOn(episodeId, 'meeting.convene', 'plan a meeting');
    await this.episodes.openRecord(episodeId);
    if (await isPlaceHidden(episodeId)) throw contactsProtected();
    const { kind, startsAt, endsAt = null, place, chairId = null, noteTakerId = null, purpose } = draft;
    assertPlausibleMeeting({ chairId, noteTakerId, startsAt, endsAt }, londonDate(now()));
    if (chairId) await this.invited.insider(episodeId, chairId, 'chairId');
    if (noteTakerId) await this.invited.insider(episodeId, noteTakerId, 'noteTakerId');
    const id = newId();
    await db().insert(TacMeeting, {
      ...{ id, episodeId, kind, startsAt, endsAt, chairId, noteTakerId, purpose, ...UNMINUTED },
      ...{ recordedBy: actor().practitionerId, recordedAt: now(), enteredFor: null, version: 1 },
    });
    await db().insert(MeetingPlace, { meetingId: id, episodeId, place });
    const invitees = await this.attendance.invite({ episodeId, meetingId: id }, draft.invited ?? []);
    for (const practitionerId of new Set([
      ...invitees,
      ...[chairId, noteTakerId].filter((one) => one !== null),
    ]))
      await this.notifyInvited(episodeId, id, practitionerId);
    await audit('plan meeting', 'tac_meeting', { episodeId, subjectId: id });
    return id;
  }

  /** With a link to the meeting for people who can open it; others learn whom to ask for the time and place. */
  private async notifyInvited(episodeId: string, meetingId: string, practitionerId: string): Promise<void> {
    const seesPlan = await this.invited.seesPlan(episodeId, practitionerId);
    const who = await signature(episodeId);
    await this.messages.send(
      practitionerId,
      'You are invited to a meeting of a team around a child',
      `${who}, planned a meeting. ${seesPlan ? 'Open Bridges' : 'Ask them'} for the time and place.`,
      seesPlan ? `/episodes/${episodeId}/meetings/${meetingId}` : `/episodes/${episodeId}`,
      seesPlan ? { kind: 'meeting', id: meetingId } : null,
    );
  }

  /**
   * Moves a planned meeting to another time or place, and tells everyone invited. 409 once it has been held or cancelled,
   * 422 when nothing changes, or when people who are to come leave before then and that is not confirmed.
   */
  async moveMeeting(
    episodeId: string,
    meetingId: string,
    version: number,
    { startsAt, endsAt = null, place, leaversConfirmed = false }: Move,
  ): Promise<void> {
    await permitOn(episodeId, 'meeting.convene', 'move a meeting');
    const meeting = await this.meeting(episodeId, meetingId);
    await this.episodes.openRecord(episodeId);
    assertMovable(meeting.status);
    const movesPlace = Boolean(place?.trim()) && place !== meeting.place;
    if (movesPlace && (await isPlaceHidden(episodeId))) throw contactsProtected();
    assertPlausibleMeeting({ startsAt, endsAt }, londonDate(now()));
    if (!movesPlace && isSameTime(startsAt, meeting.startsAt) && isSameTime(endsAt, meeting.endsAt))
      throw invalidField('startsAt', 'Enter another time or place');
    if (!leaversConfirmed && londonDate(startsAt) !== londonDate(meeting.startsAt))
      await assertAllWorkThen(meetingId, startsAt);
    const recorded = { recordedBy: actor().practitionerId, recordedAt: now() };
    await changeVersioned(TacMeeting, { id: meetingId }, version, { startsAt, endsAt, ...recorded }, () =>
      this.meeting(episodeId, meetingId),
    );
    if (movesPlace) await db().update(MeetingPlace, { meetingId }, { place: place! });
    const body = `${await signature(episodeId)}, moved a meeting that you are invited to. Open Bridges for the time and place, or ask them.`;
    await db().query('select access.tell_of_moved_meeting($1, $2)', [meetingId, body]);
    await audit('move meeting', 'tac_meeting', { episodeId, subjectId: meetingId });
  }

  private async notifyCancelled(episodeId: string, meetingId: string): Promise<void> {
    const body = `${await signature(episodeId)}, cancelled a meeting that you were invited to.`;
    await db().query('select access.tell_of_cancelled_meeting($1, $2)', [meetingId, body]);
  }

  /**
   * Writes the minute, whole or in part; holding or cancelling is a change of `status`. An invalid change writes
   * nothing.
   */
  async minute(episodeId: string, meetingId: string, version: number, minute: Minute): Promise<void> {
    await permitOn(episodeId, 'meeting.minute', 'record minutes');
    const meeting = await this.meeting(episodeId, meetingId);
    await this.episodes.openRecord(episodeId);
    const { attendance, ...changes } = minute;
    const status = changes.status ?? meeting.status;
    assertMeetingStep(meeting.status, status);
    assertMeetingComplete({ ...meeting, ...givenFields(changes), status }, londonDate(now()));
    const recorded = { recordedBy: actor().practitionerId, recordedAt: now() };
    await changeVersioned(
      TacMeeting,
      { id: meetingId },
      version,
      { ...givenFields(changes), ...recorded },
      () => this.meeting(episodeId, meetingId),
    );
    await this.attendance.note({ episodeId, meetingId }, attendance ?? []);
    if (status === 'cancelled' && meeting.status !== 'cancelled')
      await this.notifyCancelled(episodeId, meetingId);
    const act = status === meeting.status ? 'minute' : status === 'held' ? 'hold' : 'cancel';
    await audit(`${act} meeting`, 'tac_meeting', { episodeId, subjectId: meetingId });
  }
}

const isSameTime = (one: Date | null, other: Date | null): boolean =>
  (one && new Date(one).getTime()) === (other && new Date(other).getTime());

const UNMINUTED = {
  status: 'planned',
  consentChecked: false,
  familyView: null,
  childView: null,
  goingWell: null,
  worries: null,
  needsToHappen: null,
  decisions: null,
  nextMeetingOn: null,
};

/** Those who are to come, as far as the reader may know of them, and have no post on that day any more. */
const LEAVERS = `
  select p.name from practitioners p
  where p.id in (
      select a.practitioner_id from tac_attendances a where a.meeting_id = $1
      union all select t.chair_id from tac_meetings t where t.id = $1
      union all select t.note_taker_id from tac_meetings t where t.id = $1)
    and not exists (select from posts o where o.practitioner_id = p.id
      and (o.ended_at is null or platform.london_date(o.ended_at) > $2::date))
  order by access.name_order(p.name), p.id`;

async function assertAllWorkThen(meetingId: string, startsAt: Date): Promise<void> {
  const leavers = await query<{ name: string }>(LEAVERS, [meetingId, londonDate(startsAt)]);
  if (leavers.length === 0) return;
  const names = leavers.map(({ name }) => name).join(', ');
  throw invalidField(
    'leaversConfirmed',
    `By then these people will have left: ${names}. Choose an earlier date, or confirm that the meeting goes on without them`,
  );
}
