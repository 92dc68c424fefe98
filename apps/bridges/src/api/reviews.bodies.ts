import { SCORERS } from '#libs/casework/reviews';
import { CONSENT_REAFFIRMED, MISSING_COMMENT_REASONS, REVIEW_TYPES } from '#libs/terms';
import type { ConsentReaffirmed, MissingCommentReason, ReviewType } from '#libs/terms';
import {
  Day,
  Id,
  Line,
  OneOf,
  OptionalDay,
  OptionalOneOf,
  OptionalParts,
  OptionalWords,
  OptionalYesNo,
  Parts,
  Whole,
  Words,
  YesNo,
} from './fields.js';

export class PersonBody {
  @Line() name: string;
  @Line() role: string;
}
export class ScoreBody {
  @Id() outcomeId: string;
  @OneOf(SCORERS) scorer: (typeof SCORERS)[number];
  @Whole(0, 10) score: number;
  @OptionalWords() progress?: string;
}
export class ReviewBody {
  @Day() heldOn: string;
  @OneOf(REVIEW_TYPES) kind: ReviewType;
  @Parts(() => PersonBody)
  peoplePresent: PersonBody[];
  @Words() whatHasChanged: string;
  @Words() nextSteps: string;
  @OptionalParts(() => ScoreBody, 150)
  scores: ScoreBody[] = [];
  @YesNo() leadConfirmed: boolean;
  @OptionalWords(2000) leadNote?: string;
  @Whole(1, 4) level: number;
  @Words() levelReason: string;
  @OneOf(CONSENT_REAFFIRMED) consentReaffirmed: ConsentReaffirmed;
  @OptionalWords() childComment?: string;
  @OptionalOneOf(MISSING_COMMENT_REASONS) childCommentMissing?: MissingCommentReason;
  @OptionalWords() parentComment?: string;
  @OptionalOneOf(MISSING_COMMENT_REASONS) parentCommentMissing?: MissingCommentReason;
  @OptionalDay() nextReviewOn?: string;
  @OptionalYesNo() toClose?: boolean;
}
