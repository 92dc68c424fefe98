import {
  ADDRESS_TYPES,
  CHILD_NAME_KINDS,
  DISABILITIES,
  ETHNICITIES,
  INTERPRETERS,
  LANGUAGES,
  PARENTAL_RESPONSIBILITIES,
  RELATIONSHIPS,
  RELIGIONS,
  SEAL_REASONS,
  SEN_PROVISIONS,
  SEXES,
} from '#libs/terms';
import {
  Id,
  NullableId,
  NullableIsoDate,
  NullableLongText,
  NullableOneOf,
  NullableShortText,
  NullableYesNo,
  OneOf,
  OptionalEnumArray,
  OptionalIds,
  OptionalIsoDate,
  OptionalNestedArray,
  OptionalOneOf,
  OptionalPart,
  QueryText,
  ShortTextUnless,
} from './fields.js';

export class ChildQuery {
  @QueryText() name?: string;
  @OptionalIsoDate() dateOfBirth?: string;
  @OptionalIsoDate() expectedDate?: string;
  @QueryText(20) postcode?: string;
  @QueryText(500) reason?: string;
}

class DetailsBody {
  @NullableShortText(300) address?: string | null;
  @NullableShortText(10) postcode?: string | null;
  @NullableShortText(30) telephone?: string | null;
  @NullableOneOf(ADDRESS_TYPES) accommodation?: string | null;
  @NullableShortText() educationSetting?: string | null;
  @NullableShortText() gp?: string | null;
  @NullableOneOf(LANGUAGES) firstLanguage?: string | null;
  @NullableOneOf(INTERPRETERS) interpreter?: string | null;
  @NullableLongText(2000) communicationNeeds?: string | null;
  @NullableOneOf(ETHNICITIES) ethnicity?: string | null;
  @NullableShortText() ethnicityNote?: string | null;
  @NullableOneOf(RELIGIONS) religion?: string | null;
  @OptionalEnumArray(DISABILITIES) disabilities?: string[];
  @NullableLongText(2000) disabilityNote?: string | null;
  @NullableOneOf(SEN_PROVISIONS) senProvision?: string | null;
  @NullableShortText(20) nhsNumber?: string | null;
  @NullableShortText(20) upn?: string | null;
}

export class CarerBody {
  @NullableId() carerId?: string | null;
  @ShortTextUnless('carerId') name?: string | null;
  @OneOf(RELATIONSHIPS) relationship: string;
  @OneOf(PARENTAL_RESPONSIBILITIES) parentalResponsibility: string;
  @NullableYesNo() livesWithChild?: boolean | null;
  @NullableShortText(30) telephone?: string | null;
  @NullableShortText(300) address?: string | null;
  @NullableShortText(10) postcode?: string | null;
  @NullableOneOf(LANGUAGES) firstLanguage?: string | null;
  @NullableOneOf(INTERPRETERS) interpreter?: string | null;
}

export class ChildBody {
  /** One part may be left out, for a child with one name only; never both. */
  @NullableShortText(100) givenNames?: string | null;
  @NullableShortText(100) familyName?: string | null;
  /** Recorded as a further name of kind `known_as`. */
  @NullableShortText(100) alsoKnownAs?: string | null;
  @OneOf(SEXES) sex: string;
  @NullableIsoDate() dateOfBirth?: string | null;
  @NullableIsoDate() expectedDate?: string | null;
  @Id() localityId: string;
  @OptionalPart(() => DetailsBody) details?: DetailsBody;
  @OptionalNestedArray(() => CarerBody, 20) carers?: CarerBody[];
  @OptionalIds() notTheSameAs?: string[];
}

class FormerNameBody {
  /** `keep` finds the child by it still, `seal` hides it for good, `correct` drops it as a mistake. */
  @OneOf(['keep', 'seal', 'correct']) as: string;
  /** Needed to seal. */
  @OptionalOneOf(SEAL_REASONS) reason?: string;
}

export class ChildNameBody {
  @OneOf(CHILD_NAME_KINDS) kind: string;
  @NullableShortText(100) givenNames?: string | null;
  @NullableShortText(100) familyName?: string | null;
  @NullableIsoDate() validFrom?: string | null;
  @NullableIsoDate() validUntil?: string | null;
}

export class SealBody {
  @OneOf(SEAL_REASONS) reason: string;
}

export class ChildChanges {
  @NullableShortText(100) givenNames?: string | null;
  @NullableShortText(100) familyName?: string | null;
  /** What becomes of the name until now, when it changes; kept as a former name if left out. */
  @OptionalPart(() => FormerNameBody) formerName?: FormerNameBody;
  @OptionalOneOf(SEXES) sex?: string;
  @NullableIsoDate() dateOfBirth?: string | null;
  @NullableIsoDate() expectedDate?: string | null;
  @NullableId() localityId?: string | null;
  @OptionalPart(() => DetailsBody) details?: DetailsBody;
}

export class RelativeBody {
  @OneOf(RELATIONSHIPS) relationship: string;
}
