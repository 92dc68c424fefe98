import { actor, addDays, invalidField, isId, londonDate, now } from '#libs/platform';
import { EPISODE_STATUSES, isKeyOf, keysOf } from '#libs/terms';

export const EXCEPTIONS = ['no_lead', 'review_late', 'no_next_date', 'no_contact', 'consent_ending'] as const;
export type EpisodeException = (typeof EXCEPTIONS)[number];

/** Whose episodes, in which state, at which level: what a list may be asked for. */
export const EPISODE_SCOPES = ['mine', 'agency', 'locality', 'all'] as const;
export const EPISODE_STATES = ['open', ...keysOf(EPISODE_STATUSES)] as const;
export const EPISODE_LEVELS = ['1', '2', '3', '4', 'none', 'hidden'] as const;

export interface EpisodeFilter {
  readonly scope?: (typeof EPISODE_SCOPES)[number];
  readonly status?: string;
  readonly level?: string | number;
  readonly exception?: string;
  /** Open episodes of which the reader may not know whether this exception is so: the rows behind "not shared with you". */
  readonly notShared?: string;
  readonly practitionerId?: string;
  readonly teamId?: string;
  readonly agencyId?: string;
  readonly localityId?: string;
  readonly limit?: number;
  readonly cursor?: string;
  /** Episodes whose review is late come before all others; without it, the newest first throughout. */
  readonly lateFirst?: boolean;
  /** The reader's own families come before all others; for a first page only. */
  readonly mineFirst?: boolean;
}

const NO_CONTACT_DAYS = 30;
const CONSENT_ENDING_DAYS = 30;

/** The cases within reach as `e`, narrowed by the filter, for lists and for counts alike. */
export function casesWithin(filter: EpisodeFilter): {
  from: string;
  where: string[];
  values: unknown[];
  put: Put;
} {
  const values: unknown[] = [];
  const put: Put = (value) => `$${values.push(value)}`;
  const today = londonDate(now());
  const open = filter.status === 'open';
  const from = `access.cases(${put(open)}, ${put(today)}::date, ${put(addDays(today, CONSENT_ENDING_DAYS))}::date, ${put(filter.scope === 'mine')}) e`;
  const where = [scopeCondition(filter.scope ?? 'mine', put)];
  // Which are open the function leaves out itself.
  if (filter.status && !open)
    where.push(
      filter.status === 'closed'
        ? 'e.closed_at is not null'
        : `e.status = ${put(checkedStatus(filter.status))}`,
    );
  if (filter.level !== undefined && filter.level !== '')
    where.push(levelCondition(String(filter.level), put));
  for (const exception of filter.exception ? filter.exception.split(',') : [])
    where.push(exceptionCondition(exception, put));
  if (filter.notShared) where.push(notSharedCondition(filter.notShared));
  if (filter.practitionerId)
    where.push(involves(`i.practitioner_id = ${put(checkedId('practitionerId', filter.practitionerId))}`));
  if (filter.agencyId) where.push(involves(`i.agency_id = ${put(checkedId('agencyId', filter.agencyId))}`));
  if (filter.teamId)
    where.push(
      involves(
        `exists (select from posts o where o.practitioner_id = i.practitioner_id and o.agency_id = i.agency_id and o.team_id = ${put(checkedId('teamId', filter.teamId))})`,
      ),
    );
  // Where a protected child lives is not found out by asking each locality: only its own coordinator asks for them.
  if (filter.localityId)
    where.push(`e.locality_id = ${put(checkedId('localityId', filter.localityId))} and e.is_locality_told`);
  // Of a function's rows the planner guesses one in two hundred for each condition, and of what may be null one in two:
  // with the first it takes thousands for one, and compares each with all.
  return { from, where: where.map((condition) => `coalesce((${condition}), false)`), values, put };
}

/** Adds a value to those bound to the query and answers with its place, such as `$3`. */
export type Put = (value: unknown) => string;

function scopeCondition(scope: string, put: Put): string {
  switch (scope) {
    case 'all':
      return 'true';
    case 'mine':
      return 'e.is_mine';
    case 'agency':
      return 'e.is_of_my_agency';
    case 'locality':
      return actor().localityId ? `e.locality_id = ${put(actor().localityId)}` : 'false';
    default:
      throw invalidField('scope', 'The scope must be mine, agency, locality or all');
  }
}

/** Works with the family now: author, lead or in the team. */
const involves = (condition: string): string =>
  `e.id in (select i.episode_id from access.involved() i where ${condition})`;

function levelCondition(level: string, put: Put): string {
  if (level === 'none') return 'e.has_record and e.level is null';
  // Episodes of which this person may know that they exist, and no more.
  if (level === 'hidden') return 'not e.has_record';
  if (!/^[1-4]$/.test(level)) throw invalidField('level', 'The level must be 1, 2, 3, 4, none or hidden');
  return `e.level = ${put(Number(level))}`;
}

/**
 * Over `e`: the reader may not know whether this exception is so. Such an episode is neither listed nor counted
 * under it, and a count that leaves it out says so. That an episode is there, open and led by a person, is T0.
 */
export function notSharedCondition(exception: string): string {
  switch (exception) {
    case 'no_lead':
      return 'false';
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

/** One exception as a condition over `e`; what a count counts is what a list lists. */
export function exceptionCondition(exception: string, put: Put): string {
  const today = londonDate(now());
  switch (exception) {
    case 'no_lead':
      // Whether a person leads is T0, at every stage: a number, a row and the vacancy's clock say the same.
      return 'e.closed_at is null and not e.has_lead';
    case 'review_late':
      return `e.closed_at is null and e.next_review_on < ${put(today)}`;
    case 'no_next_date':
      return "e.closed_at is null and e.status = 'delivering' and e.next_review_on is null";
    case 'no_contact':
      return `e.closed_at is null and e.has_record
        and coalesce(e.last_contact_on::timestamp at time zone 'Europe/London', e.opened_at)
          < (${put(today)}::date - ${NO_CONTACT_DAYS})::timestamp at time zone 'Europe/London'`;
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
