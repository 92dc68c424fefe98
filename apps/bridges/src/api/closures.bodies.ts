import { CLOSURE_REASONS, OUTCOME_RESULTS } from '#libs/terms';
import type { ClosureReason, OutcomeResult } from '#libs/terms';
import {
  Day,
  Id,
  Line,
  OneOf,
  OptionalDay,
  OptionalId,
  OptionalLine,
  OptionalPart,
  OptionalParts,
  OptionalWhole,
  OptionalWords,
  OptionalYesNo,
  Words,
  YesNo,
} from './fields.js';

export class OutcomeClosedBody {
  @Id() outcomeId: string;
  @OneOf(OUTCOME_RESULTS) result: OutcomeResult;
  @OptionalWhole(0, 10) closingScore?: number;
}
export class ContactAttemptBody {
  @Day() on: string;
  @Line() how: string;
  @Line(2000) result: string;
}
export class RatingsBody {
  @OptionalWhole(1, 5) fairness?: number;
  @OptionalWhole(1, 5) decisions?: number;
  @OptionalWhole(1, 5) working_together?: number;
  @OptionalWhole(1, 5) information?: number;
  @OptionalWhole(1, 5) contact?: number;
  @OptionalWhole(1, 5) respect?: number;
}
export class ClosureBody {
  @OptionalDay() closedOn?: string;
  @OneOf(CLOSURE_REASONS) reason: ClosureReason;
  @Words() summary: string;
  @OptionalParts(() => OutcomeClosedBody)
  outcomes?: OutcomeClosedBody[];
  @OptionalWhole(1, 4) finalLevel?: number;
  @OptionalWords() remainingNeeds?: string;
  @OptionalId() namedAgencyId?: string;
  @OptionalYesNo() safeguardingChecked?: boolean;
  @OptionalWords() safeguardingNote?: string;
  @OptionalParts(() => ContactAttemptBody)
  contactAttempts?: ContactAttemptBody[];
  @OptionalLine() receivingAuthority?: string;
  @YesNo() familyTold: boolean;
  /** How the family was told, or why not: needed where they could not be contacted. */
  @OptionalWords() familyToldNote?: string;
  /** The manager who is asked to approve, where closing takes two. */
  @OptionalId() managerId?: string;
  @OptionalDay() copyGivenOn?: string;
  @OptionalLine() copyFormat?: string;
  @OptionalWords() childView?: string;
  @OptionalWords() parentView?: string;
  @OptionalPart(() => RatingsBody) ratings?: RatingsBody;
}
