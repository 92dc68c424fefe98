import { actor, addDays, invalidField, isId, londonDate, now } from '#libs/platform';
import { EPISODE_STATUSES, isKeyOf, keysOf } from '#libs/terms';

export const EXCEPTIONS = [
  'no_lead',
  'no_one_responsible',
  'review_late',
  'no_next_date',
  'no_contact',
  'consent_ending',
] as const;
export type EpisodeException = (typeof EXCEPTIONS)[number];

/** The criteria of a list: whose episodes, in which status, at which level. */
export const EPISODE_SCOPES = ['mine', 'agency', 'locality', 'all'] as const;
export const EPISODE_STATES = ['open', ...keysOf(EPISODE_STATUSES)] as const;
export const EPISODE_LEVELS = ['1', '2', '3', '4', 'none', 'hidden'] as const;

export interface EpisodeFilter {
  readonly scope?: (typeof EPISODE_SCOPES)[number];
  readonly status?: string;
  readonly level?: string | number;
  readonly exception?: string;
  /**
   * Open episodes of which the reader may not know whether this exception applies: the rows behind "not shared with
   * you".
   */
  readonly notShared?: string;
  readonly practitionerId?: string;
  readonly teamId?: string;
  readonly agencyId?: string;
  readonly localityId?: string;
  /** Episodes of any of these children. */
  readonly childIds?: readonly string[];
  readonly limit?: number;
  readonly cursor?: string;
  /** Episodes with an overdue review come first; otherwise the newest first. */
  readonly lateFirst?: boolean;
  /** The reader's own families come first, and of the others at most this many; for a first page only. */
  readonly maxOthers?: number;
}

const NO_CONTACT_DAYS = 30;
const CONSENT_ENDING_DAYS = 30;

/** What access.cases works out only when it is asked to, and how the names of its columns begin. */
const WORKED_OUT = {
  locality: 'e.is_locality_told',
  lead: 'e.has_lead',
  consent: 'e.is_consent_',
  agency: 'e.is_of_my_agency',
  responsible: 'e.has_responsible',
} as const;
export type WorkedOut = keyof typeof WORKED_OUT;

/**
 * The cases within reach as `e`, narrowed by the filter, for lists and for counts alike. Of the columns that are worked
 * out, those in the conditions have values, and those asked for in `besides`.
 */
export function casesWithin(
  filter: EpisodeFilter,
  besides: readonly WorkedOut[] = [],
): {
  from: string;
  where: string[];
  values: unknown[];
  put: Put;
} {
  const values: unknown[] = [];
  const addValue: Put = (value) => `$${values.push(value)}`;
  const today = londonDate(now());
  const open = filter.status === 'open';
  const wanted: WorkedOut[] = [...besides];
  const from = `access.cases(${addValue(open)}, ${addValue(today)}::date, ${addValue(addDays(today, CONSENT_ENDING_DAYS))}::date, ${addValue(filter.scope === 'mine')}, ${addValue(wanted)}) e`;
  const where = [scopeCondition(filter.scope ?? 'mine', addValue)];
  // The function itself leaves out the closed ones.
  if (filter.status && !open)
    where.push(
      filter.status === 'closed'
        ? 'e.closed_at is not null'
        : `e.status = ${addValue(checkedStatus(filter.status))}`,
    );
  if (filter.level !== undefined && filter.level !== '')
    where.push(levelCondition(String(filter.level), addValue));
  for (const exception of filter.exception ? filter.exception.split(',') : [])
    where.push(exceptionCondition(exception, addValue));
  if (filter.notShared) where.push(notSharedCondition(filter.notShared));
  if (filter.practitionerId)
    where.push(
      involves(
        `i.practitioner_id = ${addValue(checkedId('practitionerId', filter.practitionerId))} and ${WORKS_THERE}`,
      ),
    );
  if (filter.agencyId)
    where.push(involves(`i.agency_id = ${addValue(checkedId('agencyId', filter.agencyId))}`));
  if (filter.teamId)
    where.push(
      involves(`exists (${POST_THERE} and o.team_id = ${addValue(checkedId('teamId', filter.teamId))})`),
    );
  // Filtering by each locality must not reveal where a protected child lives: only its own coordinator gets them.
  if (filter.localityId)
    where.push(
      `e.locality_id = ${addValue(checkedId('localityId', filter.localityId))} and e.is_locality_told`,
    );
  if (filter.childIds)
    where.push(
      `e.id in (select f.episode_id from episode_children f where f.child_id = any(${addValue(filter.childIds)}::uuid[]))`,
    );
  const conditions = where.join(' ');
  for (const [name, column] of Object.entries(WORKED_OUT) as [WorkedOut, string][])
    if (conditions.includes(column) && !wanted.includes(name)) wanted.push(name);
  // For a function's rows the planner estimates 1 in 200 for a plain condition, but 1 in 2 for a coalesce:
  // with the former it would take thousands of rows for one, and compare each with all.
  return { from, where: where.map((condition) => `coalesce((${condition}), false)`), values, put: addValue };
}

/** Adds a value to the query's parameters and returns its placeholder, such as `$3`. */
export type Put = (value: unknown) => string;

function scopeCondition(scope: string, addValue: Put): string {
  switch (scope) {
    case 'all':
      return 'true';
    case 'mine':
      return 'e.is_mine';
    case 'agency':
      return 'e.is_of_my_agency';
    case 'locality':
      return actor().localityId ? `e.locality_id = ${addValue(actor().localityId)}` : 'false';
    default:
      throw invalidField('scope', 'The scope must be mine, agency, locality or all');
  }
}

/** A post, now, in the agency that the person works with the family for. */
const POST_THERE = `select from posts o where o.practitioner_id = i.practitioner_id and o.agency_id = i.agency_id
  and platform.is_now(o.began_at, o.ended_at)`;
const WORKS_THERE = `exists (${POST_THERE})`;

/** Works with the family now: author, lead or in the team. */
const involves = (condition: string): string =>
  `e.id in (select i.episode_id from access.involved() i where ${condition})`;

function levelCondition(level: string, addValue: Put): string {
  if (level === 'none') return 'e.has_record and e.level is null';
  // Episodes whose existence this reader may know of, but not their record.
  if (level === 'hidden') return 'not e.has_record';
  if (!/^[1-4]$/.test(level)) throw invalidField('level', 'The level must be 1, 2, 3, 4, none or hidden');
  return `e.level = ${addValue(Number(level))}`;
}

/**
 * Over `e`: the reader may not know whether this exception applies. Such an episode is neither listed nor counted under
 * it, and the count says how many it leaves out. That an episode exists, is open and has a lead is T0.
 */
export function notSharedCondition(exception: string): string {
  switch (exception) {
    case 'no_lead':
      return 'false';
    case 'no_one_responsible':
    case 'review_late':
    case 'no_next_date':
    case 'no_contact':
      return 'e.closed_at is null and not e.has_record';
    case 'consent_ending':
      return 'e.closed_at is null and not e.is_consent_told';
    default:
      throw invalidField('notShared', `notShared must be one of ${EXCEPTIONS.join(', ')}`);
  }
}

/** Of a family whose children have all died nothing is late: asked once, whatever the number of rows. */
export const isForTheLiving = (id: string): string =>
  `${id} <> all(array(select access.bereaved_episodes()))`;

/** One exception as a condition over `e`, so that counts and lists agree. */
export function exceptionCondition(exception: string, addValue: Put): string {
  const today = londonDate(now());
  switch (exception) {
    case 'no_lead':
      // Whether there is a lead is T0, at every stage: the count, the list and the vacancy clock agree.
      return 'e.closed_at is null and not e.has_lead';
    case 'no_one_responsible':
      // Who opened or assesses the episode is part of the record.
      return 'e.closed_at is null and e.has_record and not e.has_responsible';
    case 'review_late':
      return `e.closed_at is null and e.next_review_on < ${addValue(today)} and ${isForTheLiving('e.id')}`;
    case 'no_next_date':
      return `e.closed_at is null and e.status = 'delivering' and e.next_review_on is null and ${isForTheLiving('e.id')}`;
    case 'no_contact':
      return `e.closed_at is null and e.has_record
        and coalesce(e.last_contact_on::timestamp at time zone 'Europe/London', e.opened_at)
          < (${addValue(today)}::date - ${NO_CONTACT_DAYS})::timestamp at time zone 'Europe/London'
        and ${isForTheLiving('e.id')}`;
    case 'consent_ending':
      return 'e.closed_at is null and e.is_consent_ending';
    default:
      throw invalidField('exception', `The exception must be one of ${EXCEPTIONS.join(', ')}`);
  }
}

function checkedStatus(status: string): string {
  if (!isKeyOf(EPISODE_STATUSES, status))
    throw invalidField('status', 'The status must be open or a status of an episode');
  return status;
}

function checkedId(field: string, id: string): string {
  if (!isId(id)) throw invalidField(field, 'Enter the id of a record');
  return id;
}
