export {
  closingOf,
  domainTitle,
  elementTitle,
  passageLabel,
  questionsOf,
  sectionsOf,
  sectionTitle,
  valueLabel,
} from './form-words.js';
export { isKeyOf, keysOf, labelOf, optionsOf, type CodeList } from './code-list.js';
export { ACCESS_NEEDS, type AccessNeed } from './lists/access-need.js';
export { ACTION_STATUSES, type ActionStatus } from './lists/action-status.js';
export { ADDRESS_TYPES, type AddressType } from './lists/address-type.js';
export { AGENCY_KINDS, type AgencyKind } from './lists/agency-kind.js';
export { ASSESSMENT_ELEMENT_COVERAGE } from './lists/assessment-coverage.js';
export {
  ASSESSMENT_DOMAINS,
  ASSESSMENT_ELEMENTS,
  type AssessmentDomain,
  type AssessmentElement,
  domainOf,
  elementsOf,
} from './lists/assessment-element.js';
export {
  CONCLUDED_LEVELS,
  type ConcludedLevel,
  NO_SERVICES,
  SERVICE_KINDS,
  type ServiceKind,
  SIGNIFICANT_HARM,
  type SignificantHarm,
} from './lists/assessment-answer.js';
export { ASSESSMENT_FORM } from './lists/assessment-form.js';
export type { FormContent, FormQuestion, FormSection } from './form-content.js';
export { DEATH_DATES_KNOWN, DEATH_SOURCES } from './lists/child-death.js';
export {
  CHECKLIST_DECISIONS,
  CHECKLIST_QUESTIONS,
  type ChecklistDecision,
  type ChecklistQuestion,
} from './lists/checklist.js';
export { CLOSURE_REASONS, type ClosureReason } from './lists/closure-reason.js';
export {
  CLOSURE_REASON_NEEDS,
  CLOSURE_REQUIREMENTS,
  type ClosureRequirement,
} from './lists/closure-requirement.js';
export { COMPETENCE_OUTCOMES, type CompetenceOutcome } from './lists/competence.js';
export {
  CONCERN_OUTCOMES,
  CONCERN_STATES,
  type ConcernOutcome,
  type ConcernState,
} from './lists/concern-outcome.js';
export { CONSENT_DECISIONS } from './lists/consent-decision.js';
export { CONSENT_EVIDENCE } from './lists/consent-evidence.js';
export { CONSENT_OCCASIONS } from './lists/consent-occasion.js';
export { CONSENT_PURPOSES, type ConsentPurpose } from './lists/consent-purpose.js';
export { CONSENT_REAFFIRMED, type ConsentReaffirmed } from './lists/consent-reaffirmed.js';
export {
  CORRECTION_ASKERS,
  CORRECTION_STATUSES,
  CORRECTION_SUBJECTS,
  type CorrectionAsker,
  type CorrectionStatus,
  type CorrectionSubject,
} from './lists/correction.js';
export { DECIDER_CAPACITIES, type DeciderCapacity } from './lists/decider-capacity.js';
export { DISABILITIES, type Disability } from './lists/disability.js';
export {
  DISCLOSURE_BASES,
  DISCLOSURE_DECISIONS,
  type DisclosureBasis,
  type DisclosureDecision,
  FAMILY_TOLD,
  type FamilyTold,
} from './lists/disclosure.js';
export {
  EMERGENCY_LAWFUL_BASES,
  EMERGENCY_REASONS,
  EMERGENCY_REVIEW_OUTCOMES,
  EMERGENCY_STATES,
  EMERGENCY_TIERS,
  type EmergencyReason,
  type EmergencyReviewOutcome,
  type EmergencyState,
  type EmergencyTier,
} from './lists/emergency-access.js';
export { EPISODE_STATUSES, type EpisodeStatus } from './lists/episode-status.js';
export { ETHNICITIES, type Ethnicity } from './lists/ethnicity.js';
export { EVERY_CHILD_MATTERS_OUTCOMES, type EveryChildMattersOutcome } from './lists/every-child-matters.js';
export { EXISTING_ASSESSMENTS } from './lists/existing-assessment.js';
export { IMMIGRATION_STATUSES, type ImmigrationStatus } from './lists/immigration-status.js';
export { INDEX_ANSWERS, type IndexAnswer } from './lists/index-answer.js';
export { type Interpreter, INTERPRETERS } from './lists/interpreter.js';
export { type Language, LANGUAGES } from './lists/language.js';
export { LAWFUL_BASES, LAWFUL_BASIS_ARTICLES, type LawfulBasis } from './lists/lawful-basis.js';
export { LEAD_CHANGE_REASONS, type LeadChangeReason } from './lists/lead-change-reason.js';
export { LEVEL_OCCASIONS, type LevelOccasion } from './lists/level-occasion.js';
export { MEETING_KINDS, type MeetingKind } from './lists/meeting-kind.js';
export {
  JOINING_REASONS,
  type JoiningReason,
  LEAVING_REASONS,
  type LeavingReason,
  MEMBERSHIP_REASONS,
} from './lists/membership.js';
export { MISSING_COMMENT_REASONS, type MissingCommentReason } from './lists/missing-comment-reason.js';
export { NEED_INDICATORS, NEED_INDICATOR_SOURCE, type NeedIndicators } from './lists/need-indicator.js';
export { NEEDS_CATEGORIES, type NeedsCategory } from './lists/needs-category.js';
export { OUTCOME_RESULTS, type OutcomeResult } from './lists/outcome-result.js';
export { PARENTAL_RESPONSIBILITIES, type ParentalResponsibility } from './lists/parental-responsibility.js';
export { PRACTITIONER_ROLES, type PractitionerRole } from './lists/practitioner-role.js';
export {
  EMAIL_CHOICES,
  type EmailChoice,
  MAIL_REASONS,
  MAIL_STATES,
  WEBHOOK_KINDS,
  WEBHOOK_REASONS,
  type WebhookKind,
} from './lists/notification.js';
export { PRESENTING_NEEDS, type PresentingNeed } from './lists/presenting-need.js';
export { RENEWAL_CAUSES, type RenewalCause } from './lists/renewal-cause.js';
export { REFERRAL_SOURCES, type ReferralSource } from './lists/referral-source.js';
export {
  CARER_ENDING_REASONS,
  type CarerEndingReason,
  CARER_TIES,
  type CarerTieKind,
  CHILD_TIES,
  type ChildTieKind,
  CONTACT_RESTRICTIONS,
  type ContactRestriction,
  HOUSEHOLD_KINDS,
  type HouseholdKind,
  RESPONSIBILITY_BASES,
  RESPONSIBILITY_EVIDENCE,
  type ResponsibilityBasis,
  type ResponsibilityEvidence,
  RESTRICTION_BASES,
  type RestrictionBasis,
  SAFE_TO_CONTACT,
  type SafeToContact,
  STAY_PATTERNS,
  type StayPattern,
} from './lists/family-tie.js';
export { type Relationship, RELATIONSHIPS } from './lists/relationship.js';
export { type Religion, RELIGIONS } from './lists/religion.js';
export {
  RETENTION_ACTIONS,
  RETENTION_CLASSES,
  RETENTION_STATES,
  RETENTION_TRIGGERS,
  type RetentionAction,
  type RetentionClassName,
  type RetentionState,
  type RetentionTrigger,
} from './lists/retention.js';
export { REVIEW_TYPES, type ReviewType } from './lists/review-type.js';
export {
  type Exemption,
  EXEMPTIONS,
  REQUESTER_CAPACITIES,
  type RequesterCapacity,
  RIGHTS_REQUEST_ABOUT,
  RIGHTS_REQUEST_DECISIONS,
  RIGHTS_REQUEST_KINDS,
  RIGHTS_REQUEST_STATES,
  type RightsRequestAbout,
  type RightsRequestDecision,
  type RightsRequestKind,
} from './lists/rights-request.js';
export { SAFETY_CONCERN_GROUNDS, type SafetyConcernGround } from './lists/safety-concern-ground.js';
export { SEARCH_REASONS, type SearchReason } from './lists/search-reason.js';
export { SENSITIVE_TOPICS, type SensitiveTopic } from './lists/sensitive-topic.js';
export { type Sex, SEXES } from './lists/sex.js';
export {
  SHIELD_GROUNDS,
  SHIELD_REQUESTERS,
  type ShieldGround,
  type ShieldRequester,
} from './lists/shield-ground.js';
export { SEN_PROVISIONS, type SenProvision } from './lists/special-educational-needs.js';
export { STANDING_KINDS, type StandingKind } from './lists/standing-kind.js';
export {
  FAMILY_AGREEMENTS,
  type FamilyAgreement,
  STEP_UP_ANSWERS,
  type StepUpAnswer,
} from './lists/step-up-answer.js';
export { TEAM_ROLES, type TeamRole } from './lists/team-role.js';
export { type Tier, TIERS } from './lists/tier.js';
export { SUBJECT_CLAIMS, type SubjectClaim } from './lists/subject-claim.js';
export { SERVICE_SCOPES, type ServiceScope, TOKEN_SCOPES, type TokenScope } from './lists/token-scope.js';
export {
  UNNAMED_AGENCIES,
  UNNAMED_LEADS,
  UNNAMED_PEOPLE,
  type UnnamedAgency,
} from './lists/unnamed-agency.js';
export { WATCH_RULES, type WatchRuleName } from './lists/watch-rule.js';
export { WOULD_CAF_HELP } from './lists/would-caf-help.js';
export { YES_NO_NOT_SURE, type YesNoNotSure } from './lists/yes-no-not-sure.js';
export { LOOKED_AFTER, type LookedAfter } from './lists/looked-after.js';
export {
  SCHOOL_ATTENDANCES,
  type SchoolAttendance,
  YEAR_GROUPS,
  type YearGroup,
} from './lists/school-attendance.js';
export { RECORDED_FIELDS, type RecordedField } from './lists/recorded-field.js';
export { SEN_NEEDS, type SenNeed } from './lists/sen-need.js';
export { ARRANGED, type Arranged, YES_NO_NOT_KNOWN, type YesNoNotKnown } from './lists/yes-no-not-known.js';
export { DUPLICATE_GROUNDS, type DuplicateGround, explainLikeness } from './lists/duplicate-ground.js';
export { firstName, fullName, type NameParts } from './full-name.js';
export { CHILD_NAME_KINDS, type ChildNameKind, SEAL_REASONS, type SealReason } from './lists/child-name.js';
export type { Checked } from './validators/checked.js';
export {
  hasVisibleText,
  isStorable,
  lengthOf,
  withoutUnstorable,
  normaliseText,
} from './validators/free-text.js';
export { checkLocalReference } from './validators/local-reference.js';
export { LOCAL_AUTHORITIES } from './validators/local-authorities.js';
export { checkNhsNumber, formatNhsNumber } from './validators/nhs-number.js';
export { checkPersonName } from './validators/person-name.js';
export { checkPostcode } from './validators/postcode.js';
export { checkTelephone } from './validators/telephone.js';
export { checkUln } from './validators/uln.js';
export { checkUpn } from './validators/upn.js';
export { checkWorkEmail } from './validators/work-email.js';
