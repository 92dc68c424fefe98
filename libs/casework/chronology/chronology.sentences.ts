import { date, storedText } from '#libs/page-kit';
import {
  CLOSURE_REASONS,
  CONSENT_DECISIONS,
  LEAD_CHANGE_REASONS,
  MEMBERSHIP_REASONS,
  MEETING_KINDS,
  RECORDED_FIELDS,
  REVIEW_TYPES,
  SAFETY_CONCERN_GROUNDS,
  STEP_UP_ANSWERS,
  TEAM_ROLES,
  type CodeList,
  isKeyOf,
  labelOf,
} from '#libs/terms';
import type { ChronologyKind } from './chronology.rules.js';

/** An event as the database describes it: the facts for a sentence, never the sentence. */
export interface ChronologyEvent {
  readonly kind: ChronologyKind;
  readonly event: string;
  readonly facts: Readonly<Record<string, string | number | boolean | readonly string[] | null>>;
}

type Facts = ChronologyEvent['facts'];

/** One plain sentence for one event. */
export function sentenceOf({ event, facts }: ChronologyEvent): string {
  return SENTENCES[event]?.(facts) ?? 'Something was recorded.';
}

const SENTENCES: Record<string, (facts: Facts) => string> = {
  opened: ({ agency }) => `Episode started by ${agency}.`,
  closed: ({ reason }) => `Episode closed. ${label(CLOSURE_REASONS, reason)}.`,
  closure_undone: ({ reason }) => `Closure undone. The episode is open again: ${ended(reason)}`,
  closure_proposed: ({ reason }) => `Closure proposed. ${label(CLOSURE_REASONS, reason)}.`,
  closure_answered: ({ outcome, reason }) =>
    outcome === 'returned'
      ? `Proposed closure sent back: ${ended(reason)}`
      : `Proposed closure ${outcome === 'approved' ? 'approved by a manager' : 'withdrawn'}.`,
  child_added: ({ name, reason, note }) => `${name} joined this episode. ${membership(reason, note)}`,
  child_removed: ({ name, reason, note }) => `${name} left this episode. ${membership(reason, note)}`,
  records_merged: ({ name }) => `Another record of ${name} is kept as one with this record.`,
  records_parted: ({ name }) => `The other record of ${name} is of another child again.`,
  checklist_completed: () => 'Checklist completed.',
  safety_concern_raised: ({ ground, said }) =>
    `Safety concern raised: ${said ? ended(said) : `${lower(label(SAFETY_CONCERN_GROUNDS, ground))}.`}`,
  safety_concern_answered: ({ what, spokenTo, reference }) =>
    `Safety concern answered: ${ended(what)} Spoke to ${ended(spokenTo)}${reference ? ` Reference: ${ended(reference)}` : ''}`,
  consent_recorded: ({ decision, decidedBy }) =>
    `${label(CONSENT_DECISIONS, decision)}${decidedBy ? `, by ${decidedBy}` : ''}.`,
  consent_withdrawn: ({ withdrawnBy, agency }) =>
    `Consent withdrawn by ${withdrawnBy}${agency ? `, for ${agency}` : ', for every agency'}.`,
  assessment_completed: ({ number }) =>
    number === 1 ? 'Assessment completed.' : `Assessment completed, version ${number}.`,
  level_decided: ({ level, name, from }) =>
    `Level of need set: ${level} ${name}${from === null || from === level ? '' : `, was ${from}`}.`,
  step_up_raised: () => 'Step-up to social care raised.',
  step_up_answered: ({ outcome }) =>
    `Social care answered the step-up: ${lower(label(STEP_UP_ANSWERS, outcome))}.`,
  team_joined: ({ who, agency, role }) =>
    `${who}, ${agency}, joined the team (${lower(label(TEAM_ROLES, role))}).`,
  team_left: ({ who, agency }) => `${who}, ${agency}, left the team.`,
  lead_began: ({ who, agency }) => `${who}, ${agency}, became lead professional.`,
  lead_ended: ({ who, reason }) =>
    `${who} stopped being lead professional${reason ? `: ${lower(label(LEAD_CHANGE_REASONS, reason))}` : ''}.`,
  meeting_held: ({ kind }) => `${label(MEETING_KINDS, kind)} held.`,
  outcome_added: ({ what }) => `Outcome added to the plan: ${ended(what)}`,
  action_added: ({ what, doer: assignee }) => `Action added to the plan, for ${assignee}: ${ended(what)}`,
  action_done: ({ what, doer: assignee }) => `Action done by ${assignee}: ${ended(what)}`,
  action_dropped: ({ what, reason }) => `Action dropped: ${ended(what)} ${ended(reason)}`,
  review_held: ({ kind, next }) =>
    `${label(REVIEW_TYPES, kind)} review held${next ? '' : ': the episode can close'}.`,
  next_review_set: ({ on, from, reason }) =>
    from
      ? `Next review moved from ${date(String(from))} to ${date(String(on))}: ${ended(reason)}`
      : `Next review set to ${date(String(on))}.`,
  field_changed: ({ field, of, before, after }) =>
    `${label(RECORDED_FIELDS, field)}${of ? ` of ${of}` : ''} changed from ${quoted(field, before)} to ${quoted(field, after)}.`,
  note_written: ({ what }) => String(what),
};

/** A stored value in quotation marks, or “nothing” without them. */
function quoted(field: unknown, value: unknown): string {
  const text = storedText(String(field), value);
  return text === null ? 'nothing' : `“${text}”`;
}

/** The label of a value, or the value itself when its list has changed since. */
function label<List extends CodeList>(list: List, value: unknown): string {
  return isKeyOf(list, value) ? labelOf(list, value) : String(value);
}

function membership(reason: unknown, note: unknown): string {
  const why = reason === 'other' ? '' : `${label(MEMBERSHIP_REASONS, reason)}.`;
  return [why, note ? ended(note) : ''].filter(Boolean).join(' ');
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

function ended(text: unknown): string {
  const words = String(text).trim();
  return /[.!?…]$/.test(words) ? words : `${words}.`;
}
