import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A meeting of the team around the child: planned, then held with a minute, or cancelled. */
@Entity('tac_meetings')
export class TacMeeting {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') episodeId: string;
  @Column('text') kind: string;
  @Column('timestamptz') startsAt: Date;
  @Column('timestamptz', { nullable: true }) endsAt: Date | null;
  @Column('uuid', { nullable: true }) chairId: string | null;
  @Column('uuid', { nullable: true }) noteTakerId: string | null;
  @Column('text') purpose: string;
  @Column('text') status: string;
  @Column('boolean') consentChecked: boolean;
  @Column('text', { nullable: true }) familyView: string | null;
  @Column('text', { nullable: true }) childView: string | null;
  @Column('text', { nullable: true }) goingWell: string | null;
  @Column('text', { nullable: true }) worries: string | null;
  @Column('text', { nullable: true }) needsToHappen: string | null;
  @Column('text', { nullable: true }) decisions: string | null;
  @Column('date', { nullable: true }) nextMeetingOn: string | null;
  @Column('uuid') recordedBy: string;
  @Column('timestamptz') recordedAt: Date;
  /** The practitioner on whose behalf business support wrote it; the database fills it in. */
  @Column('uuid', { nullable: true }) enteredFor: string | null;
  @Column('integer') version: number;
}

/** Its location: a shield hides this row from all but the people named on it. */
@Entity('meeting_places')
export class MeetingPlace {
  @PrimaryColumn('uuid') meetingId: string;
  @Column('uuid') episodeId: string;
  @Column('text') place: string;
}

/** A person invited to a meeting, practitioner or family, and whether they came. */
@Entity('tac_attendances')
export class TacAttendance {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') meetingId: string;
  @Column('uuid') episodeId: string;
  @Column('uuid', { nullable: true }) practitionerId: string | null;
  @Column('text') name: string;
  @Column('text') attendance: string;
  @Column('text', { nullable: true }) apologyReason: string | null;
}
