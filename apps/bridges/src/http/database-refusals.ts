import { Logger } from '@nestjs/common';
import { conflict, invalid, type Refusal, RetryLater, unreachable } from '#libs/platform';
import { framesOf } from '../program-log.js';

interface DatabaseError {
  readonly message?: string;
  readonly syscall?: string;
  readonly code?: string;
  readonly table?: string;
  readonly constraint?: string;
  readonly column?: string;
  readonly stack?: string;
}

/** Promises that the database keeps, in the words that a person needs when two requests raced past the kind message. */
const BROKEN_PROMISES: Record<string, string> = {
  deputy_of_lead: 'A deputy must be someone other than the current lead professional.',
  deputy_days: 'These dates are in the past.',
  deputy_post: 'A deputy must be someone who works with families. Select someone else.',
  deputy_agreed: 'The family has not agreed to share with this person’s agency.',
  receiver_may_know:
    'This person cannot see the record yet. Add them to the team first, or ask the family for consent.',
  support_not_sensitive:
    'Business support cannot record sensitive information. Ask the practitioner to record it.',
  support_ended: 'This has already ended.',
  deputy_ended: 'This has already ended.',
  one_lead_at_a_time: 'There is already a lead professional. There can be only one at a time.',
  episode_children_one_open:
    'This child may already have an open episode. Ask the coordinator for the locality.',
  assessment_completed: 'This assessment is completed and can no longer be edited. Start a new version.',
  assessments_one_draft: 'There is already a draft of the assessment.',
  panel_meeting_coming: 'This meeting is over or cancelled. Select a future meeting.',
  panel_item_ended: 'It is no longer on the agenda, or the panel has already decided.',
  panel_items_once: 'This is already on the agenda of this meeting.',
  panels_name: 'There is already a panel with this name.',
  episode_step: 'The episode is not at the point where this can be done.',
  closures_one: 'This episode is already closed.',
  closing_level_4:
    'This episode is at level 4, so it cannot be closed. Ask social care’s front door to step it down first.',
  closing_attempts: 'Enter attempts at contact on at least 3 different days.',
  closing_family_told: 'Enter how the family was told, or why not.',
  closing_approval: 'A manager must approve this closure. Propose it to them.',
  closure_proposals_one: 'A manager has already been asked to approve closing this episode.',
  closure_undo_days: 'A closure can be undone for 28 days. Open a new episode for the child instead.',
  safety_concern_standing:
    'You cannot close this episode yet. Record what was done about the safety concern first.',
  safety_concern_answered: 'What was done about this concern has already been recorded.',
  front_doors_place: 'These numbers have already been set. Open the page again to see them.',
  step_ups_one_pending: 'A step-up is already waiting for an answer.',
  lead_professional_proposals_one_open: 'A proposal for lead professional is already waiting for an answer.',
  delivery_plans_episode_id_key: 'There is already a plan.',
  assessment_elements_one:
    'Someone else is writing about this element too. Open it again to see what they wrote.',
  consents_adult_decides: 'Someone on this episode is 18 or over, so only they can decide.',
  consents_until_18: 'Consent given by someone else for a child ends the day before the 18th birthday.',
  consents_young_person: 'At 16 or over the young person decides. If not, enter why.',
  consents_parental_responsibility: 'A person without parental responsibility cannot decide for the child.',
  consents_contrary_to_child:
    'A competent child has just made a different decision. Read their decision first.',
  disclosures_basis: 'The family has not agreed to this. Give the lawful basis and your reason for sharing.',
  disclosures_reason: 'The family has not agreed to this. Give the lawful basis and your reason for sharing.',
  disclosures_duty: 'The section 16LA duty is not in force in this area.',
  assessment_sections_assessment_id_section_key:
    'Someone else has saved this section. Open it again to see what they wrote.',
  destruction_two_people: 'The person who proposes deleting a record cannot approve it. Someone else must.',
  tombstones_two_people: 'The person who proposes deleting a record cannot approve it. Someone else must.',
  destruction_not_now:
    'This record cannot be deleted now. It has not reached its retention date, it is on hold, or there is an open request about it.',
  destruction_proposals_one: 'Its deletion has already been proposed and is waiting for a second person.',
  retention_holds_one: 'This record is already on hold.',
  rights_request_pauses_one_at_a_time: 'The time limit was already paused on those days.',
  rights_requests_child_heard:
    'The child can decide about this. Record the child’s views before you give anything to someone else.',
};

/** Turns a promise kept by Postgres into the refusal that it means; null when it is a fault of ours. */
export function refusalOf(thrown: unknown): Refusal | null {
  const error = (thrown as { driverError?: DatabaseError })?.driverError ?? (thrown as DatabaseError);
  const sentence = error?.constraint ? BROKEN_PROMISES[error.constraint] : undefined;
  if (sentence) return conflict(sentence);
  if (error?.code === FOREIGN_KEY_VIOLATION) return nothingThere(error);
  // Row-level security refused: for the person asking there is nothing there.
  if (error?.code === '42501') return unreachable();
  if (error?.code === '40001' || error?.code === '40P01')
    return conflict('Someone else was changing this record at the same time. Try again.');
  if (error?.code === CLAIM_NOT_GOOD)
    return new RetryLater(
      503,
      'Bridges cannot check who you are at the moment. Nothing has been shown or saved. Try again in a few minutes.',
      60,
    );
  if (error && isAway(error))
    return new RetryLater(
      503,
      'Bridges cannot connect to its records at the moment. Wait a minute, then check whether your changes were saved before you try again.',
      10,
    );
  if (error?.code === STATEMENT_TIMEOUT || error?.message === NO_CONNECTION_FREE)
    return new RetryLater(503, 'Bridges is very busy. Nothing was saved. Try again in a moment.', 5);
  if (error?.code === '23505' || error?.code === '23P01') return conflict('This has already been added.');
  if (error?.code && UNCHECKED_INPUT[error.code]) return uncheckedInput(error, UNCHECKED_INPUT[error.code]!);
  return null;
}

const FOREIGN_KEY_VIOLATION = '23503';
/** Raised by access.assert_claim. */
const CLAIM_NOT_GOOD = 'BR503';
const STATEMENT_TIMEOUT = '57014';
/** What pg says when a connection has been waited for long enough. */
const NO_CONNECTION_FREE = 'timeout exceeded when trying to connect';
/** The server ends, begins or is full; or it does not take our password, which has been exchanged. */
const AWAY = new Set(['57P01', '57P02', '57P03', '53300', '28P01', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE']);
const CONNECTION_LOST =
  /^(Connection terminated|Client has encountered a connection error|Client was closed)|not currently accepting connections$/;

function isAway({ code, message, syscall }: DatabaseError): boolean {
  return (
    (code !== undefined && (AWAY.has(code) || code.startsWith('08'))) ||
    (code === 'ENOENT' && syscall === 'connect') ||
    CONNECTION_LOST.test(message ?? '')
  );
}

/** What Postgres refuses of a value that should have been refused before it came there. */
const UNCHECKED_INPUT: Record<string, string> = {
  '22001': 'This is too long',
  '22003': 'This number is too large or too small',
  '22007': 'Enter a real date or time',
  '22008': 'Enter a real date or time',
  '22009': 'Enter a real date or time',
  '22021': 'Remove the character that cannot be shown',
  '22P02': 'Enter a value of the right type',
  '22P05': 'Remove the character that cannot be shown',
  '23502': 'Enter a value',
  '23514': 'Check what you entered',
};

const log = new Logger('UncheckedInput');

/** The person gets words; we get a defect to mend, for a field's own check should have said so first. No values are logged. */
function uncheckedInput({ code, table, column, constraint, stack }: DatabaseError, message: string): Refusal {
  log.error('Input reached the database unchecked', {
    ...{ code, table, column, constraint },
    at: framesOf(stack ?? '').filter((line) => /(?:libs|apps)\//.test(line)),
  });
  return invalid([{ field: column ? camelCase(column) : '', message }]);
}

const camelCase = (column: string): string =>
  column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** An id of nothing, where something of a list was to be chosen: said beside the field that its constraint is named after. */
function nothingThere({ table, constraint }: DatabaseError): Refusal {
  const column = constraint?.slice((table?.length ?? 0) + 1).replace(/_fkey\d*$/, '') ?? '';
  return invalid([{ field: camelCase(column), message: 'Select an option from the list' }]);
}
