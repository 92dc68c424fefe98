import { ACTION_AGREEMENTS } from '#libs/casework/plans';
import {
  ACTION_STATUSES,
  ASSESSMENT_ELEMENTS,
  EVERY_CHILD_MATTERS_OUTCOMES,
  SENSITIVE_TOPICS,
} from '#libs/terms';
import {
  Id,
  Integer,
  IsoDate,
  LongText,
  NullableId,
  NullableInteger,
  NullableIsoDate,
  NullableLongText,
  NullableOneOf,
  NullableShortText,
  OneOf,
  OptionalEnumArray,
  OptionalIsoDate,
  OptionalLongText,
  OptionalOneOf,
} from './fields.js';

export class OutcomeBody {
  @LongText(500) description: string;
  @OneOf(EVERY_CHILD_MATTERS_OUTCOMES) everyChildMatters: string;
  @Integer(0, 10) startingScore: number;
  @NullableInteger(0, 10) targetScore?: number | null;
  @OptionalEnumArray(ASSESSMENT_ELEMENTS) elements?: string[];
  @NullableOneOf(SENSITIVE_TOPICS) topic?: string | null;
}
export class OutcomeChangesBody {
  @OptionalLongText(500) description?: string;
  @OptionalOneOf(EVERY_CHILD_MATTERS_OUTCOMES) everyChildMatters?: string;
  @NullableInteger(0, 10) targetScore?: number | null;
  @OptionalEnumArray(ASSESSMENT_ELEMENTS) elements?: string[];
}
export class ActionBody {
  @Id() outcomeId: string;
  @LongText(500) description: string;
  @NullableId() doerPractitionerId?: string | null;
  @NullableShortText() doerName?: string | null;
  @IsoDate() dueOn: string;
  @OptionalOneOf(ACTION_AGREEMENTS) familyAgreement?: string;
  @NullableLongText(2000) familyAgreementNote?: string | null;
  @NullableOneOf(SENSITIVE_TOPICS) topic?: string | null;
}
export class ActionChangesBody {
  @OptionalOneOf(ACTION_STATUSES) status?: string;
  @NullableLongText() progressNote?: string | null;
  @NullableIsoDate() doneOn?: string | null;
  @NullableLongText(2000) droppedBecause?: string | null;
  @OptionalIsoDate() dueOn?: string;
  @OptionalLongText(500) description?: string;
  @OptionalOneOf(ACTION_AGREEMENTS) familyAgreement?: string;
  @NullableLongText(2000) familyAgreementNote?: string | null;
}
