import {
  EMERGENCY_LAWFUL_BASES,
  EMERGENCY_REASONS,
  EMERGENCY_REVIEW_OUTCOMES,
  EMERGENCY_STATES,
  EMERGENCY_TIERS,
  type EmergencyReviewOutcome,
  type EmergencyState,
  SENSITIVE_TOPICS,
} from '#libs/terms';
import {
  Id,
  LongText,
  OneOf,
  OptionalEnumArray,
  OptionalInteger,
  OptionalYesNo,
  QueryOneOf,
} from './fields.js';
import { ListQuery } from './paging.js';

export class EmergencyAccessBody {
  @OneOf(EMERGENCY_REASONS) reasonCode: string;
  @LongText(1000) reason: string;
  @OneOf(EMERGENCY_LAWFUL_BASES) lawfulBasis: string;
  @OneOf(EMERGENCY_TIERS) tier: string;
  @OptionalEnumArray(SENSITIVE_TOPICS) topics?: string[];
  @OptionalInteger(1, 24) hours?: number;
  @OptionalYesNo() protectedDetails?: boolean;
}
export class EmergencyListQuery extends ListQuery {
  @QueryOneOf(EMERGENCY_STATES) state?: EmergencyState;
}
export class ReviewerBody {
  @Id() practitionerId: string;
}
export class EmergencyReviewBody {
  @OneOf(EMERGENCY_REVIEW_OUTCOMES) outcome: EmergencyReviewOutcome;
  @LongText(2000) note: string;
}
