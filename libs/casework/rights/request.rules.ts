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

/** From this age a child may be able to decide about their own file: somebody has to judge, and hear them. */
export const JUDGED_FROM = 12;

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
/** A request as far as the rules look at it. */
export interface RequestFacts extends RequestDates {
  readonly about: string;
  readonly requesterCapacity: string;
  readonly childCompetence: string | null;
  readonly childView: string | null;
  readonly exemptions: readonly string[];
  readonly redactions: string | null;
  readonly childBornOn: CalendarDate | null;
}

/** A request is registered when it comes, or when it is found to have lain: a day before that was mistyped. */
const LONGEST_UNREGISTERED_MONTHS = 12;

const fault = (when: boolean, field: string, message: string): FieldError[] =>
  when ? [{ field, message }] : [];

export function faultsOfRequest(draft: RequestDraft, today: CalendarDate): FieldError[] {
  return [
    ...fault(
      draft.receivedOn > today,
      'receivedOn',
      'The date the request was received must be today or in the past',
    ),
    ...fault(
      draft.receivedOn < addMonths(today, -LONGEST_UNREGISTERED_MONTHS),
      'receivedOn',
      'The date the request was received must be within the last 12 months',
    ),
    ...fault(
      draft.about === 'carer' && !draft.aboutName?.trim(),
      'aboutName',
      'Enter who the request is about',
    ),
  ];
}

/** Faults of what a request would be after a change. */
export function faultsOfProgress(
  after: RequestProgress & { receivedOn: CalendarDate },
  today: CalendarDate,
): FieldError[] {
  const { identityCheckedOn: on, identityCheckedHow: how, acknowledgedOn, childView, childViewOn } = after;
  return [
    ...fault(Boolean(on) && !how?.trim(), 'identityCheckedHow', 'Enter how their identity was checked'),
    ...fault(!on && Boolean(how?.trim()), 'identityCheckedOn', 'Enter the date their identity was checked'),
    ...outside(on, after.receivedOn, today, 'identityCheckedOn', 'The date their identity was checked'),
    ...outside(acknowledgedOn, after.receivedOn, today, 'acknowledgedOn', 'The date it was acknowledged'),
    ...outside(childViewOn, null, today, 'childViewOn', 'The date the child gave their views'),
    ...fault(
      Boolean(childView?.trim()) && !childViewOn,
      'childViewOn',
      'Enter the date the child gave their views',
    ),
    ...fault(!childView?.trim() && Boolean(childViewOn), 'childView', 'Enter the child’s views'),
    ...fault(
      (after.exemptions ?? []).length > 0 && !after.exemptionNote?.trim(),
      'exemptionNote',
      'Enter why each reason applies',
    ),
  ];
}

function outside(
  day: CalendarDate | null | undefined,
  earliest: CalendarDate | null,
  today: CalendarDate,
  field: string,
  what: string,
): FieldError[] {
  if (!day) return [];
  return [
    ...fault(day > today, field, `${what} must be today or in the past`),
    ...fault(
      earliest !== null && day < earliest,
      field,
      `${what} must be on or after the date the request was received`,
    ),
  ];
}

export function faultsOfExtension(
  facts: RequestFacts,
  { toldOn }: Extension,
  today: CalendarDate,
): FieldError[] {
  return [
    ...fault(toldOn > today, 'toldOn', 'The date they were told must be today or in the past'),
    ...fault(
      toldOn < facts.receivedOn,
      'toldOn',
      'The date they were told must be on or after the date the request was received',
    ),
    ...fault(
      toldOn > lastDayToExtend(facts, today),
      'toldOn',
      'They must be told about the extension within the first month',
    ),
  ];
}

/**
 * What keeps a child's file from being made up for whoever asks: in words, or null when nothing does. The child's own
 * view comes first where somebody else asks and the child can judge for themselves.
 */
export function whyNoBundle(facts: RequestFacts, today: CalendarDate): string | null {
  if (facts.kind !== 'access' || facts.about !== 'child')
    return 'You can view everything held only for a request to see a child’s file.';
  if (facts.finished) return 'This request is finished. You need a new request to view it again.';
  if (facts.identityCheckedOn === null) return 'First check who is asking, and record how you checked.';
  return childUnheard(facts, today);
}

function childUnheard(facts: RequestFacts, today: CalendarDate): string | null {
  if (facts.requesterCapacity === 'themselves' || facts.about !== 'child' || facts.childView) return null;
  if (facts.childCompetence === 'competent')
    return 'The child can decide about this. Record the child’s views before you give anything to someone else.';
  if (facts.childCompetence === 'not_competent') return null;
  const old =
    facts.childBornOn !== null &&
    facts.childBornOn <= today &&
    ageInYears(facts.childBornOn, today) >= JUDGED_FROM;
  return old || facts.childCompetence === 'not_assessed'
    ? 'Record whether the child can decide about this, and the child’s views.'
    : null;
}

const GIVES = new Set<string>(['granted', 'granted_in_part']);

export function faultsOfDecision(
  facts: RequestFacts,
  { decision }: RequestDecision,
  today: CalendarDate,
): FieldError[] {
  if (!GIVES.has(decision)) return [];
  const unheard = facts.kind === 'access' ? childUnheard(facts, today) : null;
  return [
    ...fault(
      facts.kind !== 'complaint' && facts.identityCheckedOn === null,
      'decision',
      'First check who is asking, and record how you checked',
    ),
    ...fault(unheard !== null, 'decision', unheard ?? ''),
    ...fault(
      facts.kind === 'access' &&
        decision === 'granted_in_part' &&
        facts.exemptions.length === 0 &&
        !facts.redactions,
      'decision',
      'First record what is left out and why',
    ),
  ];
}

/** Whether a decision ends the request, or something has still to be given. */
export const endsIt = (kind: string, decision: string): boolean => kind !== 'access' || !GIVES.has(decision);
