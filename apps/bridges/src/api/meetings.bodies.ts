import { IsOptional, ValidateIf } from 'class-validator';
import { ATTENDANCES, MEETING_STATUSES } from '#libs/casework/team';
import { MEETING_KINDS, SENSITIVE_TOPICS } from '#libs/terms';
import {
  Id,
  Instant,
  Line,
  OneOf,
  OptionalDay,
  OptionalId,
  OptionalLine,
  OptionalParts,
  OptionalWords,
  Words,
  YesNo,
} from './fields.js';

/** May be left out, but not emptied: null is refused. */
const IfGiven = (): PropertyDecorator => ValidateIf((_body, value) => value !== undefined);

export class InvitationBody {
  @OptionalId() practitionerId?: string;
  @ValidateIf((body: InvitationBody) => !body.practitionerId) @Line() name?: string;
}
export class AttendanceBody {
  @ValidateIf((body: AttendanceBody) => !body.name) @Id() practitionerId?: string;
  @OptionalLine() name?: string;
  @OneOf(ATTENDANCES) attendance: string;
  @OptionalLine(500) apologyReason?: string;
}

export class MeetingBody {
  @OneOf(MEETING_KINDS) kind: string;
  @Instant() startsAt: string;
  @IsOptional() @Instant() endsAt?: string;
  @Line() place: string;
  @OptionalId() chairId?: string;
  @OptionalId() noteTakerId?: string;
  @Words(2000) purpose: string;
  @OptionalParts(() => InvitationBody) invited?: InvitationBody[];
}

export class MinuteBody {
  @IfGiven() @OneOf(MEETING_STATUSES) status?: string;
  @IfGiven() @YesNo() consentChecked?: boolean;
  @OptionalWords() familyView?: string;
  @OptionalWords() childView?: string;
  @OptionalWords() goingWell?: string;
  @OptionalWords() worries?: string;
  @OptionalWords() needsToHappen?: string;
  @OptionalWords() decisions?: string;
  @OptionalDay() nextMeetingOn?: string;
  @OptionalParts(() => AttendanceBody) attendance?: AttendanceBody[];
}

export class SensitiveNoteBody {
  @OneOf(SENSITIVE_TOPICS) topic: string;
  @Words() text: string;
}
