import { addMonths, ageInYears, type CalendarDate, type FieldError } from '#libs/platform';
import type {
  CompetenceOutcome,
  Exemption,
  RequesterCapacity,
  RightsRequestAbout,
  RightsRequestDecision,
  RightsRequestKind,
} from '#libs/terms';
import { lastDayToExtend, type RequestDates } from './request-clock.js';

/**
 * From this age a child may be able to decide about their own file: a practitioner has to judge this, and hear them.
 */
const COMPETENCE_ASSESSED_FROM = 12;

export interface RequestDraft {
  readonly childId: string;
  readonly kind: RightsRequestKind;
  readonly about: RightsRequestAbout;
  readonly aboutName?: string | null;
  readonly details?: string | null;
  readonly requester: string;
  readonly requesterCapacity: RequesterCapacity;
  readonly authorityShown?: string | null;
  readonly receivedOn: CalendarDate;
}
export interface RequestProgress {
  readonly details?: string | null;
  readonly authorityShown?: string | null;
  readonly identityCheckedOn?: CalendarDate | null;
  readonly identityCheckedHow?: string | null;
  readonly clarification?: string | null;
  readonly acknowledgedOn?: CalendarDate | null;
  readonly childCompetence?: CompetenceOutcome | null;
  readonly childView?: string | null;
  readonly childViewOn?: CalendarDate | null;
  readonly exemptions?: readonly Exemption[];
  readonly exemptionNote?: string | null;
  readonly redactions?: string | null;
}
export interface Extension {
  readonly because: string;
  readonly toldOn: CalendarDate;
}
export interface RequestDecision {
  readonly decision: RightsRequestDecision;
  readonly reason: string;
}
/** The fields of a request that the rules use. */
export interface RequestFacts extends RequestDates {
  readonly about: string;
  readonly requesterCapacity: string;
  readonly childCompetence: string | null;
  readonly childView: string | null;
  readonly exemptions: readonly string[];
  readonly redactions: string | null;
  /** The earliest possible day: a child who may be 12 is heard as one who is. */
  readonly childBornOn: CalendarDate | null;
}

/** A request is registered when it arrives, or when an overlooked one turns up: a day before that was mistyped. */
const MAX_UNREGISTERED_MONTHS = 12;

const errorIf = (when: boolean, field: string, message: string): FieldError[] =>
  when ? [{ field, message }] : [];

export function validateRequest(draft: RequestDraft, today: CalendarDate): FieldError[] {
  return [
    ...errorIf(
      draft.receivedOn > today,
      'receivedOn',
      'The date the request was received must be today or in the past',
    ),
    ...errorIf(
      draft.receivedOn < addMonths(today, -MAX_UNREGISTERED_MONTHS),
      'receivedOn',
      'The date the request was received must be within the last 12 months',
    ),
    ...errorIf(
      draft.about === 'carer' && !draft.aboutName?.trim(),
      'aboutName',
      'Enter who the request is about',
    ),
  ];
}

/** Validates a request as it would be after a change. */
export function validateRequestProgress(
  after: RequestProgress & { receivedOn: CalendarDate },
  today: CalendarDate,
): FieldError[] {
  const { identityCheckedOn: on, identityCheckedHow: how, acknowledgedOn, childView, childViewOn } = after;
  return [
    ...errorIf(Boolean(on) && !how?.trim(), 'identityCheckedHow', 'Enter how their identity was checked'),
    ...errorIf(!on && Boolean(how?.trim()), 'identityCheckedOn', 'Enter the date their identity was checked'),
    ...errorOutside(on, after.receivedOn, today, 'identityCheckedOn', 'The date their identity was checked'),
    ...errorOutside(
      acknowledgedOn,
      after.receivedOn,
      today,
      'acknowledgedOn',
      'The date it was acknowledged',
    ),
    ...errorOutside(childViewOn, null, today, 'childViewOn', 'The date the child gave their views'),
    ...errorIf(
      Boolean(childView?.trim()) && !childViewOn,
      'childViewOn',
      'Enter the date the child gave their views',
    ),
    ...errorIf(!childView?.trim() && Boolean(childViewOn), 'childView', 'Enter the child’s views'),
    ...errorIf(
      (after.exemptions ?? []).length > 0 && !after.exemptionNote?.trim(),
      'exemptionNote',
      'Enter why each reason applies',
    ),
  ];
}

function errorOutside(
  day: CalendarDate | null | undefined,
  earliest: CalendarDate | null,
  today: CalendarDate,
  field: string,
  what: string,
): FieldError[] {
  if (!day) return [];
  return [
    ...errorIf(day > today, field, `${what} must be today or in the past`),
    ...errorIf(
      earliest !== null && day < earliest,
      field,
      `${what} must be on or after the date the request was received`,
    ),
  ];
}

export function validateExtension(
  facts: RequestFacts,
  { toldOn }: Extension,
  today: CalendarDate,
): FieldError[] {
  return [
    ...errorIf(toldOn > today, 'toldOn', 'The date they were told must be today or in the past'),
    ...errorIf(
      toldOn < facts.receivedOn,
      'toldOn',
      'The date they were told must be on or after the date the request was received',
    ),
    ...errorIf(
      toldOn > lastDayToExtend(facts, today),
      'toldOn',
      'They must be told about the extension within the first month',
    ),
  ];
}

/**
 * Why a child's file cannot be compiled for the requester, as a sentence, or null. The child's own view comes first
 * when another person asks and the child can judge for themselves.
 */
export function whyNoBundle(facts: RequestFacts, today: CalendarDate): string | null {
  if (facts.kind !== 'access' || facts.about !== 'child')
    return 'You can view everything held only for a request to see a child’s file.';
  if (facts.finished) return 'This request is finished. You need a new request to view it again.';
  if (facts.identityCheckedOn === null) return 'First check who is asking, and record how you checked.';
  return whyChildMustBeHeard(facts, today);
}

function whyChildMustBeHeard(facts: RequestFacts, today: CalendarDate): string | null {
  if (facts.requesterCapacity === 'themselves' || facts.about !== 'child' || facts.childView) return null;
  if (facts.childCompetence === 'competent')
    return 'The child can decide about this. Record the child’s views before you give anything to someone else.';
  if (facts.childCompetence === 'not_competent') return null;
  const isOldEnough =
    facts.childBornOn !== null &&
    facts.childBornOn <= today &&
    ageInYears(facts.childBornOn, today) >= COMPETENCE_ASSESSED_FROM;
  return isOldEnough || facts.childCompetence === 'not_assessed'
    ? 'Record whether the child can decide about this, and the child’s views.'
    : null;
}

const GRANTING_DECISIONS = new Set<string>(['granted', 'granted_in_part']);

export function validateRequestDecision(
  facts: RequestFacts,
  { decision }: RequestDecision,
  today: CalendarDate,
): FieldError[] {
  if (!GRANTING_DECISIONS.has(decision)) return [];
  const unheard = facts.kind === 'access' ? whyChildMustBeHeard(facts, today) : null;
  return [
    ...errorIf(
      facts.kind !== 'complaint' && facts.identityCheckedOn === null,
      'decision',
      'First check who is asking, and record how you checked',
    ),
    ...errorIf(unheard !== null, 'decision', unheard ?? ''),
    ...errorIf(
      facts.kind === 'access' &&
        decision === 'granted_in_part' &&
        facts.exemptions.length === 0 &&
        !facts.redactions,
      'decision',
      'First record what is left out and why',
    ),
  ];
}

/** Whether a decision ends the request, or the answer must still be delivered. */
export const endsRequest = (kind: string, decision: string): boolean =>
  kind !== 'access' || !GRANTING_DECISIONS.has(decision);
