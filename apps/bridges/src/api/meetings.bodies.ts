import { ATTENDANCES, MEETING_STATUSES } from '#libs/casework/team';
import { MEETING_KINDS, SENSITIVE_TOPICS } from '#libs/terms';
import {
  IdUnless,
  Instant,
  LongText,
  NullableId,
  NullableInstant,
  NullableIsoDate,
  NullableLongText,
  NullableShortText,
  OneOf,
  OptionalNestedArray,
  OptionalOneOf,
  OptionalYesNo,
  ShortText,
  ShortTextUnless,
} from './fields.js';

class InvitationBody {
  @NullableId() practitionerId?: string | null;
  @ShortTextUnless('practitionerId') name?: string | null;
}
class AttendanceBody {
  @IdUnless('name') practitionerId?: string | null;
  @NullableShortText() name?: string | null;
  @OneOf(ATTENDANCES) attendance: string;
  @NullableShortText(500) apologyReason?: string | null;
}

export class MeetingBody {
  @OneOf(MEETING_KINDS) kind: string;
  @Instant() startsAt: string;
  @NullableInstant() endsAt?: string | null;
  @ShortText() place: string;
  @NullableId() chairId?: string | null;
  @NullableId() noteTakerId?: string | null;
  @LongText(2000) purpose: string;
  @OptionalNestedArray(() => InvitationBody) invited?: InvitationBody[];
}

export class MeetingMoveBody {
  @Instant() startsAt: string;
  @NullableInstant() endsAt?: string | null;
  /** Left out, it stays where it was. */
  @NullableShortText() place?: string | null;
  /** True when the meeting goes on without people who leave before then. */
  @OptionalYesNo() leaversConfirmed?: boolean;
}

export class MinuteBody {
  @OptionalOneOf(MEETING_STATUSES) status?: string;
  @OptionalYesNo() consentChecked?: boolean;
  @NullableLongText() familyView?: string | null;
  @NullableLongText() childView?: string | null;
  @NullableLongText() goingWell?: string | null;
  @NullableLongText() worries?: string | null;
  @NullableLongText() needsToHappen?: string | null;
  @NullableLongText() decisions?: string | null;
  @NullableIsoDate() nextMeetingOn?: string | null;
  @OptionalNestedArray(() => AttendanceBody) attendance?: AttendanceBody[];
}

export class SensitiveNoteBody {
  @OneOf(SENSITIVE_TOPICS) topic: string;
  @LongText() text: string;
}
