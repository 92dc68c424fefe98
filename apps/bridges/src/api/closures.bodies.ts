import { CLOSURE_REASONS, DEATH_DATES_KNOWN, DEATH_SOURCES, OUTCOME_RESULTS } from '#libs/terms';
import type { ClosureReason, OutcomeResult } from '#libs/terms';
import {
  Id,
  IsoDate,
  LongText,
  NullableId,
  NullableInteger,
  NullableIsoDate,
  NullableLongText,
  NullableShortText,
  OneOf,
  OptionalNestedArray,
  OptionalPart,
  OptionalYesNo,
  ShortText,
  YesNo,
} from './fields.js';

class OutcomeClosedBody {
  @Id() outcomeId: string;
  @OneOf(OUTCOME_RESULTS) result: OutcomeResult;
  @NullableInteger(0, 10) closingScore?: number | null;
}
class ContactAttemptBody {
  @IsoDate() on: string;
  @ShortText() how: string;
  @LongText(2000) result: string;
}
class RatingsBody {
  @NullableInteger(1, 5) fairness?: number | null;
  @NullableInteger(1, 5) decisions?: number | null;
  @NullableInteger(1, 5) working_together?: number | null;
  @NullableInteger(1, 5) information?: number | null;
  @NullableInteger(1, 5) contact?: number | null;
  @NullableInteger(1, 5) respect?: number | null;
}
class ChildDiedBody {
  @Id() childId: string;
  @NullableIsoDate() diedOn?: string | null;
  @OneOf(DEATH_DATES_KNOWN) dateKnown: string;
  @OneOf(DEATH_SOURCES) source: string;
  @NullableLongText(2000) note?: string | null;
}
export class ClosureBody {
  @NullableIsoDate() closedOn?: string | null;
  @OneOf(CLOSURE_REASONS) reason: ClosureReason;
  @LongText() summary: string;
  @OptionalNestedArray(() => OutcomeClosedBody)
  outcomes?: OutcomeClosedBody[];
  @NullableInteger(1, 4) finalLevel?: number | null;
  @NullableLongText() remainingNeeds?: string | null;
  @NullableId() namedAgencyId?: string | null;
  @OptionalYesNo() safeguardingChecked?: boolean;
  @NullableLongText() safeguardingNote?: string | null;
  @OptionalNestedArray(() => ContactAttemptBody)
  contactAttempts?: ContactAttemptBody[];
  @NullableShortText() receivingAuthority?: string | null;
  @YesNo() familyTold: boolean;
  /** How the family was told, or why not; required if they could not be contacted. */
  @NullableLongText() familyToldNote?: string | null;
  /** The manager to approve the closure, if it needs two people. */
  @NullableId() managerId?: string | null;
  @NullableIsoDate() copyGivenOn?: string | null;
  @NullableShortText() copyFormat?: string | null;
  @NullableLongText() childView?: string | null;
  @NullableLongText() parentView?: string | null;
  /** With the reason DIED: the children who died, unless their death is recorded already. */
  @OptionalNestedArray(() => ChildDiedBody, 10) deaths?: ChildDiedBody[];
  @OptionalPart(() => RatingsBody) ratings?: RatingsBody;
}
