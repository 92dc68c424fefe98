import { SCORERS } from '#libs/casework/reviews';
import { CONSENT_REAFFIRMED, MISSING_COMMENT_REASONS, REVIEW_TYPES } from '#libs/terms';
import type { ConsentReaffirmed, MissingCommentReason, ReviewType } from '#libs/terms';
import {
  Id,
  Integer,
  IsoDate,
  LongText,
  NestedArray,
  NullableIsoDate,
  NullableLongText,
  NullableOneOf,
  OneOf,
  OptionalNestedArray,
  OptionalYesNo,
  ShortText,
  YesNo,
} from './fields.js';

class PersonBody {
  @ShortText() name: string;
  @ShortText() role: string;
}
class ScoreBody {
  @Id() outcomeId: string;
  @OneOf(SCORERS) scorer: (typeof SCORERS)[number];
  @Integer(0, 10) score: number;
  @NullableLongText() progress?: string | null;
}
export class ReviewBody {
  @IsoDate() heldOn: string;
  @OneOf(REVIEW_TYPES) kind: ReviewType;
  @NestedArray(() => PersonBody)
  peoplePresent: PersonBody[];
  @LongText() whatHasChanged: string;
  @LongText() nextSteps: string;
  @OptionalNestedArray(() => ScoreBody, 150)
  scores: ScoreBody[] = [];
  @YesNo() leadConfirmed: boolean;
  @NullableLongText(2000) leadNote?: string | null;
  @Integer(1, 4) level: number;
  @LongText() levelReason: string;
  @OneOf(CONSENT_REAFFIRMED) consentReaffirmed: ConsentReaffirmed;
  @NullableLongText() childComment?: string | null;
  @NullableOneOf(MISSING_COMMENT_REASONS) childCommentMissing?: MissingCommentReason | null;
  @NullableLongText() parentComment?: string | null;
  @NullableOneOf(MISSING_COMMENT_REASONS) parentCommentMissing?: MissingCommentReason | null;
  @NullableIsoDate() nextReviewOn?: string | null;
  @OptionalYesNo() toClose?: boolean;
}
