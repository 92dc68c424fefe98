import {
  ACCESS_NEEDS,
  ADDRESS_TYPES,
  ARRANGED,
  CHILD_NAME_KINDS,
  DISABILITIES,
  ETHNICITIES,
  IMMIGRATION_STATUSES,
  INTERPRETERS,
  LANGUAGES,
  LOOKED_AFTER,
  PARENTAL_RESPONSIBILITIES,
  RELATIONSHIPS,
  RELIGIONS,
  SEAL_REASONS,
  RESPONSIBILITY_BASES,
  SAFE_TO_CONTACT,
  SCHOOL_ATTENDANCES,
  SEN_NEEDS,
  SEN_PROVISIONS,
  SEXES,
  YEAR_GROUPS,
  YES_NO_NOT_KNOWN,
} from '#libs/terms';
import {
  Id,
  NullableBirthPeriod,
  NullableId,
  NullableInteger,
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
  OptionalShortText,
  OptionalTrue,
  QueryOneOf,
  QueryText,
  ShortText,
  ShortTextUnless,
} from './fields.js';

export class ChildQuery {
  @QueryText() name?: string;
  @OptionalIsoDate() dateOfBirth?: string;
  @OptionalIsoDate() expectedDate?: string;
  @QueryText(20) postcode?: string;
  @QueryText(500) reason?: string;
}

const ALONE = { yes: 'The record itself, though it is kept under another' } as const;
export class RecordQuery {
  /** The record itself, though it is kept under another record of the same child. */
  @QueryOneOf(ALONE) alone?: string;
}

export class ChildSearchBody {
  @OptionalShortText() name?: string;
  @OptionalIsoDate() dateOfBirth?: string;
  @OptionalIsoDate() expectedDate?: string;
  @OptionalShortText(20) postcode?: string;
  @OptionalShortText(500) reason?: string;
}
export class OwnFamilySearchBody {
  @ShortText() name: string;
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
  @OptionalEnumArray(LANGUAGES) otherLanguages?: string[];
  @NullableOneOf(ARRANGED) interpreterArranged?: string | null;
  @OptionalEnumArray(ACCESS_NEEDS) accessNeeds?: string[];
  /** Those of the access needs for which help is arranged. */
  @OptionalEnumArray(ACCESS_NEEDS) accessNeedsArranged?: string[];
  /** Two at most, the main one first. */
  @OptionalEnumArray(SEN_NEEDS) senNeeds?: string[];
  @NullableOneOf(YES_NO_NOT_KNOWN) youngCarer?: string | null;
  @NullableOneOf(YES_NO_NOT_KNOWN) exclusionRisk?: string | null;
  @NullableOneOf(LOOKED_AFTER) lookedAfter?: string | null;
  @NullableIsoDate() lookedAfterFrom?: string | null;
  @NullableIsoDate() lookedAfterUntil?: string | null;
  @NullableShortText(20) uln?: string | null;
}

export class SchoolBody {
  @ShortText() setting: string;
  @OneOf(SCHOOL_ATTENDANCES) attendance: string;
  @NullableOneOf(YEAR_GROUPS) yearGroup?: string | null;
  @NullableIsoDate() fromOn?: string | null;
  /** Left out while the child still goes there. */
  @NullableIsoDate() untilOn?: string | null;
}

/** What is left out stays as it is. */
export class SchoolChanges {
  @OptionalShortText() setting?: string;
  @OptionalOneOf(SCHOOL_ATTENDANCES) attendance?: string;
  @NullableOneOf(YEAR_GROUPS) yearGroup?: string | null;
  @NullableIsoDate() fromOn?: string | null;
  @NullableIsoDate() untilOn?: string | null;
}

export class ReferenceBody {
  @ShortText(100) system: string;
  @ShortText(40) number: string;
}

export class ImmigrationStatusBody {
  @OneOf(IMMIGRATION_STATUSES) status: string;
  @NullableLongText(2000) note?: string | null;
}

export class CarerBody {
  @NullableId() carerId?: string | null;
  @ShortTextUnless('carerId') name?: string | null;
  @OneOf(RELATIONSHIPS) relationship: string;
  @OneOf(PARENTAL_RESPONSIBILITIES) parentalResponsibility: string;
  @NullableYesNo() livesWithChild?: boolean | null;
  @NullableIsoDate() beganOn?: string | null;
  @NullableOneOf(RESPONSIBILITY_BASES) responsibilityBasis?: string | null;
  @NullableShortText(30) telephone?: string | null;
  @NullableShortText(300) address?: string | null;
  @NullableShortText(10) postcode?: string | null;
  @NullableOneOf(LANGUAGES) firstLanguage?: string | null;
  @NullableOneOf(INTERPRETERS) interpreter?: string | null;
  @NullableOneOf(SAFE_TO_CONTACT) safeToContact?: string | null;
  @NullableShortText(500) contactAdvice?: string | null;
  @OptionalIds() notTheSameAs?: string[];
}

/** The birth as it is known, in exactly one way. A change to one clears the others. */
class BirthBody {
  @NullableIsoDate() dateOfBirth?: string | null;
  /** A month or a year: `2012-03` or `2012`. */
  @NullableBirthPeriod() birthPeriod?: string | null;
  /** An age in years as it was told or estimated on `estimatedOn`. */
  @NullableInteger(1, 25) estimatedAge?: number | null;
  @NullableIsoDate() estimatedOn?: string | null;
  /** When the child is not born yet. */
  @NullableIsoDate() expectedDate?: string | null;
  /** Confirms an expected date that is far off or long past. */
  @OptionalTrue() expectedDateConfirmed?: boolean;
}

export class ChildBody extends BirthBody {
  /** One part may be left out, for a child with one name only; never both. */
  @NullableShortText(100) givenNames?: string | null;
  @NullableShortText(100) familyName?: string | null;
  /** Recorded as a further name of kind `known_as`. */
  @NullableShortText(100) alsoKnownAs?: string | null;
  @OneOf(SEXES) sex: string;
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
  /** To seal: other names with a part of the old one that may still be found. Those left out are sealed too. */
  @OptionalIds() stillFound?: string[];
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
  /** Other names with a part of this one that may still be found. Those left out are sealed too. */
  @OptionalIds() stillFound?: string[];
}

export class ChildChanges extends BirthBody {
  @NullableShortText(100) givenNames?: string | null;
  @NullableShortText(100) familyName?: string | null;
  /** What becomes of the name until now, when it changes; kept as a former name if left out. */
  @OptionalPart(() => FormerNameBody) formerName?: FormerNameBody;
  @OptionalOneOf(SEXES) sex?: string;
  @NullableId() localityId?: string | null;
  @OptionalPart(() => DetailsBody) details?: DetailsBody;
}

export class RelativeBody {
  @OneOf(RELATIONSHIPS) relationship: string;
}
