import { Injectable } from '@nestjs/common';
import { db, invalidField, isSameName, newId, sameName } from '#libs/platform';
import { InviteesService } from './invitees.service.js';
import type { Attendance } from './meeting.rules.js';
import { TacAttendance } from './tac-meeting.entity.js';

/** A practitioner by id, or a family member by name. */
export interface Invitation {
  readonly practitionerId?: string | null;
  readonly name?: string | null;
}
export interface AttendanceNote extends Invitation {
  readonly attendance: Attendance;
  readonly apologyReason?: string | null;
}
interface Meeting {
  readonly episodeId: string;
  readonly meetingId: string;
}

/** The people invited to a meeting, and their attendance. */
@Injectable()
export class AttendanceService {
  constructor(private readonly invited: InviteesService) {}

  /** Invites each once; returns the practitioners among them. 409 when one may not see the record. */
  async invite(meeting: Meeting, invitations: readonly Invitation[]): Promise<string[]> {
    const invitedKeys = new Set<string>();
    for (const invitation of invitations) {
      const name = invitation.name?.trim();
      const key = invitation.practitionerId ?? (name && (sameName(name) || name));
      if (!key) throw invalidField('invited', 'Enter the name of each person invited');
      if (invitedKeys.has(key)) continue;
      invitedKeys.add(key);
      await this.add(meeting, { ...invitation, attendance: 'invited' }, 'invited');
    }
    return invitations.flatMap(({ practitionerId }) => practitionerId ?? []);
  }

  /** Records attendance; a person who came without an invitation is added. */
  async note(meeting: Meeting, notes: readonly AttendanceNote[]): Promise<void> {
    const attendees = await db().findBy(TacAttendance, { meetingId: meeting.meetingId });
    for (const note of notes) {
      const { practitionerId, name, attendance, apologyReason = null } = note;
      if (!practitionerId && !name?.trim())
        throw invalidField('attendance', 'Enter the name of each person who came');
      const attendee = attendees.find((one) =>
        practitionerId
          ? one.practitionerId === practitionerId
          : one.practitionerId === null && isSameName(one.name ?? '', name!),
      );
      if (attendee) await db().update(TacAttendance, { id: attendee.id }, { attendance, apologyReason });
      else await this.add(meeting, note, 'attendance');
    }
  }

  private async add(meeting: Meeting, note: AttendanceNote, field: string): Promise<void> {
    const { practitionerId = null, attendance, apologyReason = null } = note;
    const colleague = practitionerId
      ? await this.invited.insider(meeting.episodeId, practitionerId, field)
      : null;
    const name = colleague?.name ?? note.name!.trim();
    await db().insert(TacAttendance, {
      ...{ id: newId(), ...meeting, practitionerId, name, attendance, apologyReason },
    });
  }
}
