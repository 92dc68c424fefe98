import {
  COMPETENCE_OUTCOMES,
  CONSENT_EVIDENCE,
  CONSENT_OCCASIONS,
  CONSENT_PURPOSES,
  DECIDER_CAPACITIES,
  INTERPRETERS,
  LANGUAGES,
  LAWFUL_BASES,
  REASK_CAUSES,
  type ReaskCause,
  SENSITIVE_TOPICS,
  TIERS,
} from '#libs/terms';
import {
  Id,
  Ids,
  Line,
  ManyOf,
  OneOf,
  OptionalDay,
  OptionalId,
  OptionalLine,
  OptionalOneOf,
  OptionalParts,
  OptionalWords,
  OptionalYesNo,
  Words,
  YesNo,
} from './fields.js';

export class AgreedAgencyBody {
  @Id() agencyId: string;
  @ManyOf(TIERS) tiers: string[] = [];
  @ManyOf(SENSITIVE_TOPICS) topics?: string[];
}

export class ConsentBody {
  @OneOf(CONSENT_PURPOSES) purpose: string;
  @OneOf(['given', 'given_in_part', 'refused', 'not_sought']) decision: string;
  @OptionalParts(() => AgreedAgencyBody) agencies?: AgreedAgencyBody[];
  @Ids() refusedAgencies?: string[];
  @Ids() excludedAgencies?: string[];
  @Ids() excludedPeople?: string[];
  @Ids() readmittedPeople?: string[];
  @OptionalLine() decidedBy?: string;
  @OptionalId() decidedByChildId?: string;
  @OptionalId() decidedByCarerId?: string;
  @OptionalOneOf(DECIDER_CAPACITIES) capacity?: string;
  @OptionalOneOf(COMPETENCE_OUTCOMES) competence?: string;
  @OptionalWords(2000) competenceNote?: string;
  @OptionalLine() competenceAssessor?: string;
  @OptionalDay() competenceAssessedOn?: string;
  @OptionalYesNo() childAsked?: boolean;
  @OptionalWords(2000) whoDisagreed?: string;
  @OptionalWords(2000) reasonNotYoungPerson?: string;
  @OptionalWords(2000) reasonContraryToChild?: string;
  @OptionalLine() adultsWord?: string;
  @OptionalYesNo() otherParentObjects?: boolean;
  @OptionalOneOf(INTERPRETERS) interpreter?: string;
  @OptionalWords(2000) explainedHow?: string;
  @OptionalOneOf(LANGUAGES) explainedLanguage?: string;
  @OptionalLine() leafletVersion?: string;
  @OptionalWords(2000) questionsAsked?: string;
  @OptionalOneOf(CONSENT_OCCASIONS) askedAt?: string;
  @OptionalYesNo() limitsExplained?: boolean;
  @OptionalOneOf(CONSENT_EVIDENCE) form?: string;
  @OptionalLine() witness?: string;
  @OptionalYesNo() indexAgreed?: boolean;
  @OptionalOneOf(LAWFUL_BASES) lawfulBasis?: string;
  @OptionalWords(2000) note?: string;
  @OptionalDay() decidedOn?: string;
  @OptionalDay() reviewOn?: string;
  @OptionalDay() validUntil?: string;
}

export class WithdrawalQuery {
  @OptionalId() agencyId?: string;
}

export class WithdrawalBody {
  @OptionalId() agencyId?: string;
  @Line() withdrawnBy: string;
  @OneOf(DECIDER_CAPACITIES) capacity: string;
  @OptionalWords(2000) reason?: string;
  @YesNo() safeguardingConcern: boolean;
  @OptionalWords(2000) safeguardingNote?: string;
}

export class ConsentChangeBody {
  @OneOf(REASK_CAUSES) cause: ReaskCause;
  @OptionalWords(2000) note?: string;
}

export class SignOffBody {
  @Words(2000) note: string;
}
