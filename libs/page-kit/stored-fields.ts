import { date, dateTime } from './dates.js';
import {
  ACCESS_NEEDS,
  ADDRESS_TYPES,
  ARRANGED,
  ASSESSMENT_ELEMENTS,
  CHECKLIST_DECISIONS,
  type CodeList,
  COMPETENCE_OUTCOMES,
  CONSENT_DECISIONS,
  CONSENT_EVIDENCE,
  CONSENT_PURPOSES,
  CONSENT_REAFFIRMED,
  CORRECTION_ASKERS,
  CORRECTION_SUBJECTS,
  DECIDER_CAPACITIES,
  DISABILITIES,
  DISCLOSURE_DECISIONS,
  EMERGENCY_REASONS,
  EMERGENCY_REVIEW_OUTCOMES,
  ETHNICITIES,
  EVERY_CHILD_MATTERS_OUTCOMES,
  formatNhsNumber,
  IMMIGRATION_STATUSES,
  INTERPRETERS,
  LANGUAGES,
  LAWFUL_BASES,
  LEVEL_OCCASIONS,
  LOOKED_AFTER,
  MISSING_COMMENT_REASONS,
  NEEDS_CATEGORIES,
  PARENTAL_RESPONSIBILITIES,
  PRACTITIONER_ROLES,
  PRESENTING_NEEDS,
  REFERRAL_SOURCES,
  RELATIONSHIPS,
  RELIGIONS,
  REQUESTER_CAPACITIES,
  SCHOOL_ATTENDANCES,
  SEN_NEEDS,
  SEN_PROVISIONS,
  SENSITIVE_TOPICS,
  SEXES,
  TEAM_ROLES,
  YEAR_GROUPS,
  YES_NO_NOT_KNOWN,
} from '#libs/terms';

/** The code lists of each column. A code in none of them is shown unchanged. */
const LISTS: Readonly<Record<string, readonly CodeList[]>> = {
  access_needs: [ACCESS_NEEDS],
  access_needs_arranged: [ACCESS_NEEDS],
  accommodation: [ADDRESS_TYPES],
  attendance: [SCHOOL_ATTENDANCES],
  asked_by_capacity: [CORRECTION_ASKERS],
  capacity: [DECIDER_CAPACITIES],
  child_comment_missing: [MISSING_COMMENT_REASONS],
  competence: [COMPETENCE_OUTCOMES],
  consent_reaffirmed: [CONSENT_REAFFIRMED],
  decided_role: [PRACTITIONER_ROLES],
  decision: [CONSENT_DECISIONS, CHECKLIST_DECISIONS, DISCLOSURE_DECISIONS],
  disabilities: [DISABILITIES],
  element: [ASSESSMENT_ELEMENTS],
  elements: [ASSESSMENT_ELEMENTS],
  ethnicity: [ETHNICITIES],
  exclusion_risk: [YES_NO_NOT_KNOWN],
  every_child_matters: [EVERY_CHILD_MATTERS_OUTCOMES],
  explained_language: [LANGUAGES],
  first_language: [LANGUAGES],
  form: [CONSENT_EVIDENCE],
  interpreter: [INTERPRETERS],
  interpreter_arranged: [ARRANGED],
  looked_after: [LOOKED_AFTER],
  lawful_basis: [LAWFUL_BASES],
  needs_category: [NEEDS_CATEGORIES],
  occasion: [LEVEL_OCCASIONS],
  other_languages: [LANGUAGES],
  parental_responsibility: [PARENTAL_RESPONSIBILITIES],
  presenting_needs: [PRESENTING_NEEDS],
  purpose: [CONSENT_PURPOSES],
  reason_code: [EMERGENCY_REASONS],
  referral_source: [REFERRAL_SOURCES],
  relationship: [RELATIONSHIPS],
  religion: [RELIGIONS],
  requester_capacity: [REQUESTER_CAPACITIES],
  review_outcome: [EMERGENCY_REVIEW_OUTCOMES],
  role: [PRACTITIONER_ROLES],
  sen_needs: [SEN_NEEDS],
  sen_provision: [SEN_PROVISIONS],
  sex: [SEXES],
  status: [IMMIGRATION_STATUSES],
  subject_kind: [CORRECTION_SUBJECTS],
  team_role: [TEAM_ROLES],
  topics: [SENSITIVE_TOPICS],
  year_group: [YEAR_GROUPS],
  young_carer: [YES_NO_NOT_KNOWN],
};
/** Columns that link or seal rows: they are not about a person. */
const TIES = new Set(['id', 'salt', 'xact', 'position']);
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;
const CODE = /^[a-z][a-z_]*[a-z]$/;

/** Whether a value is only a technical key, meaningless to a reader. */
export const isTie = (name: string, value: string): boolean => TIES.has(name) || ID.test(value);

/** Formats 'given_names' as "Given names", 'disabilities 2' as "Disabilities 2", 'gp' as "GP". */
export function formatFieldName(name: string): string {
  const words = name.replace(/_id$/, '').replaceAll('_', ' ').replace(/^gp$/, 'GP').replace(/^upn$/, 'UPN');
  return capital(
    words.replace(
      /([a-z])([A-Z])/g,
      (_, before: string, after: string) => `${before} ${after.toLowerCase()}`,
    ),
  );
}

/** A stored value as the family reads it: dates, times, yes and no, and codes by their labels. */
export function formatFieldValue(name: string, value: string): string {
  if (DAY.test(value)) return date(value);
  if (MOMENT.test(value)) return dateTime(value);
  if (value === 'true') return 'Yes';
  if (value === 'false') return 'No';
  const column = name
    .replace(/^(answers|detail|changes) /, '')
    .replace(/ \d+$/, '')
    .replaceAll(' ', '_');
  const label = LISTS[column]?.map((list) => list[value]).find(Boolean);
  return label ?? (value.includes('_') && CODE.test(value) ? capital(value.replaceAll('_', ' ')) : value);
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The stored value of a field as a reader knows it; null where there is none. Several values are a list. */
export function storedText(field: string, value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (Array.isArray(value))
    return value.length === 0 ? null : value.map((one) => formatFieldValue(field, String(one))).join(', ');
  if (field === 'nhs_number') return formatNhsNumber(String(value));
  return formatFieldValue(field, String(value));
}
