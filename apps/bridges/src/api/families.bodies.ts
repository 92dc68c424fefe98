import {
  ADDRESS_TYPES,
  CARER_ENDING_REASONS,
  CARER_TIES,
  CHILD_TIES,
  CONTACT_RESTRICTIONS,
  HOUSEHOLD_KINDS,
  INTERPRETERS,
  LANGUAGES,
  PARENTAL_RESPONSIBILITIES,
  RELATIONSHIPS,
  RESPONSIBILITY_BASES,
  RESPONSIBILITY_EVIDENCE,
  RESTRICTION_BASES,
  SAFE_TO_CONTACT,
  STAY_PATTERNS,
} from '#libs/terms';
import {
  Id,
  Ids,
  IsoDate,
  NestedArray,
  NullableId,
  NullableIsoDate,
  NullableOneOf,
  NullableShortText,
  OneOf,
  OptionalIds,
  OptionalOneOf,
  OptionalPart,
  OptionalShortText,
} from './fields.js';

/** Changes of what a person is to the child. */
export class ChildCarerChanges {
  @OptionalOneOf(RELATIONSHIPS) relationship?: string;
  @OptionalOneOf(PARENTAL_RESPONSIBILITIES) parentalResponsibility?: string;
  @NullableIsoDate() beganOn?: string | null;
  @NullableOneOf(RESPONSIBILITY_BASES) responsibilityBasis?: string | null;
  @NullableOneOf(RESPONSIBILITY_EVIDENCE) evidence?: string | null;
  @NullableIsoDate() evidenceSeenOn?: string | null;
  @NullableOneOf(CONTACT_RESTRICTIONS) contactRestriction?: string | null;
  @NullableOneOf(RESTRICTION_BASES) restrictionBasis?: string | null;
  @NullableIsoDate() restrictedFrom?: string | null;
  @NullableShortText(500) changeReason?: string | null;
}

/** Changes of a person’s own record. */
export class CarerChanges {
  @OptionalShortText(100) name?: string;
  @NullableOneOf(LANGUAGES) firstLanguage?: string | null;
  @NullableOneOf(INTERPRETERS) interpreter?: string | null;
  @NullableShortText(30) telephone?: string | null;
  @NullableShortText(300) address?: string | null;
  @NullableShortText(10) postcode?: string | null;
  @NullableOneOf(SAFE_TO_CONTACT) safeToContact?: string | null;
  @NullableShortText(500) contactAdvice?: string | null;
}

export class CarerEndingBody {
  @IsoDate() endedOn: string;
  @OneOf(CARER_ENDING_REASONS) reason: string;
}

export class EmergencyContactsBody {
  @Ids() carerIds: string[];
}

export class ChildTieBody {
  @Id() otherChildId: string;
  @OneOf(CHILD_TIES) kind: string;
  @NullableIsoDate() beganOn?: string | null;
}
export class ChildTieChanges {
  @OneOf(CHILD_TIES) kind: string;
  @NullableIsoDate() beganOn?: string | null;
}
/** The first adult is the … of the other. */
export class CarerTieBody {
  @Id() carerId: string;
  @Id() otherCarerId: string;
  @OneOf(CARER_TIES) kind: string;
  @NullableIsoDate() beganOn?: string | null;
}
export class ChildhoodBody {
  @Id() childId: string;
}
export class EndingBody {
  @IsoDate() endedOn: string;
}

export class StayBody {
  @NullableId() childId?: string | null;
  @NullableId() carerId?: string | null;
  @OneOf(STAY_PATTERNS) pattern: string;
  @NullableIsoDate() beganOn?: string | null;
}
export class HouseholdBody {
  @OneOf(HOUSEHOLD_KINDS) kind: string;
  @NullableShortText(300) address?: string | null;
  @NullableShortText(10) postcode?: string | null;
  @NullableOneOf(ADDRESS_TYPES) accommodation?: string | null;
}
export class NewHouseholdBody extends HouseholdBody {
  @NestedArray(() => StayBody, 20) members: StayBody[];
}
export class HouseholdChanges {
  @OptionalOneOf(HOUSEHOLD_KINDS) kind?: string;
  @NullableShortText(300) address?: string | null;
  @NullableShortText(10) postcode?: string | null;
  @NullableOneOf(ADDRESS_TYPES) accommodation?: string | null;
}
export class MoveBody {
  @IsoDate() movedOn: string;
  @OptionalOneOf(STAY_PATTERNS) pattern?: string;
  @NullableId() householdId?: string | null;
  @OptionalPart(() => HouseholdBody) household?: HouseholdBody;
  @OptionalIds() carerIds?: string[];
}
