import {
  COMPETENCE_OUTCOMES,
  CONSENT_EVIDENCE,
  CONSENT_OCCASIONS,
  CONSENT_PURPOSES,
  DECIDER_CAPACITIES,
  INTERPRETERS,
  LANGUAGES,
  LAWFUL_BASES,
  RENEWAL_CAUSES,
  type RenewalCause,
  SENSITIVE_TOPICS,
  TIERS,
} from '#libs/terms';
import {
  Id,
  LongText,
  NullableId,
  NullableIsoDate,
  NullableLongText,
  NullableOneOf,
  NullableShortText,
  NullableYesNo,
  OneOf,
  OptionalEnumArray,
  OptionalId,
  OptionalIds,
  OptionalNestedArray,
  OptionalYesNo,
  ShortText,
  YesNo,
} from './fields.js';

class AgreedAgencyBody {
  @Id() agencyId: string;
  @OptionalEnumArray(TIERS) tiers: string[] = [];
  @OptionalEnumArray(SENSITIVE_TOPICS) topics?: string[];
}

export class ConsentBody {
  @OneOf(CONSENT_PURPOSES) purpose: string;
  @OneOf(['given', 'given_in_part', 'refused', 'not_sought']) decision: string;
  /** Children who joined the episode later and whom the decision includes; left out, those whom the latest decision included. */
  @OptionalIds() childIds?: string[];
  @OptionalNestedArray(() => AgreedAgencyBody) agencies?: AgreedAgencyBody[];
  @OptionalIds() refusedAgencies?: string[];
  @OptionalIds() excludedAgencies?: string[];
  @OptionalIds() excludedPeople?: string[];
  @OptionalIds() readmittedPeople?: string[];
  @NullableShortText() decidedBy?: string | null;
  @NullableId() decidedByChildId?: string | null;
  @NullableId() decidedByCarerId?: string | null;
  @NullableOneOf(DECIDER_CAPACITIES) capacity?: string | null;
  @NullableOneOf(COMPETENCE_OUTCOMES) competence?: string | null;
  @NullableLongText(2000) competenceNote?: string | null;
  @NullableShortText() competenceAssessor?: string | null;
  @NullableIsoDate() competenceAssessedOn?: string | null;
  @NullableYesNo() childAsked?: boolean | null;
  @NullableLongText(2000) whoDisagreed?: string | null;
  @NullableLongText(2000) reasonNotYoungPerson?: string | null;
  @NullableLongText(2000) reasonContraryToChild?: string | null;
  @NullableShortText() consentingAdult?: string | null;
  @NullableYesNo() otherParentObjects?: boolean | null;
  @NullableOneOf(INTERPRETERS) interpreter?: string | null;
  @NullableLongText(2000) explainedHow?: string | null;
  @NullableOneOf(LANGUAGES) explainedLanguage?: string | null;
  @NullableShortText() leafletVersion?: string | null;
  @NullableLongText(2000) questionsAsked?: string | null;
  @NullableOneOf(CONSENT_OCCASIONS) askedAt?: string | null;
  @OptionalYesNo() limitsExplained?: boolean;
  @NullableOneOf(CONSENT_EVIDENCE) form?: string | null;
  @NullableShortText() witness?: string | null;
  @OptionalYesNo() indexAgreed?: boolean;
  @NullableOneOf(LAWFUL_BASES) lawfulBasis?: string | null;
  @NullableLongText(2000) note?: string | null;
  @NullableIsoDate() decidedOn?: string | null;
  @NullableIsoDate() reviewOn?: string | null;
  @NullableIsoDate() validUntil?: string | null;
}

export class WithdrawalQuery {
  @OptionalId() agencyId?: string;
}

export class WithdrawalBody {
  @NullableId() agencyId?: string | null;
  @ShortText() withdrawnBy: string;
  @OneOf(DECIDER_CAPACITIES) capacity: string;
  @NullableLongText(2000) reason?: string | null;
  @YesNo() safeguardingConcern: boolean;
  @NullableLongText(2000) safeguardingNote?: string | null;
}

export class ConsentChangeBody {
  @OneOf(RENEWAL_CAUSES) cause: RenewalCause;
  @NullableLongText(2000) note?: string | null;
}

export class SignOffBody {
  @LongText(2000) note: string;
}
