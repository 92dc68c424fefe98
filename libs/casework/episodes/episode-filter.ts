import { actor, invalidField, isId, londonDate, now } from '#libs/platform';
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
  readonly practitionerId?: string;
  readonly teamId?: string;
  readonly agencyId?: string;
  readonly localityId?: string;
  readonly limit?: number;
  readonly cursor?: string;
  /** Episodes whose review is late come before all others; without it, the newest first throughout. */
  readonly lateFirst?: boolean;
}

const NO_CONTACT_DAYS = 30;
const CONSENT_ENDING_DAYS = 30;

/** Conditions over episodes `e` and episode_records `r`, for lists and for counts alike. */
export function episodeConditions(filter: EpisodeFilter): { where: string[]; values: unknown[] } {
  const values: unknown[] = [];
  const put = (value: unknown): string => `$${values.push(value)}`;
  const where = [scopeCondition(filter.scope ?? 'mine', put)];
  if (filter.status === 'open') where.push('e.closed_at is null');
  else if (filter.status)
    where.push(
      filter.status === 'closed'
        ? 'e.closed_at is not null'
        : `r.status = ${put(checkedStatus(filter.status))}`,
    );
  if (filter.level !== undefined && filter.level !== '')
    where.push(levelCondition(String(filter.level), put));
  for (const exception of filter.exception ? filter.exception.split(',') : [])
    where.push(exceptionCondition(exception, put));
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
    where.push(`e.locality_id = ${put(checkedId('localityId', filter.localityId))} and ${LOCALITY_TOLD}`);
  return { where, values };
}

/** May the reader know in which locality this episode `e` is? */
export const LOCALITY_TOLD = `(e.locality_id = (select a.locality_id from access.actor() a)
  or e.id not in (select access.hidden_episodes()))`;

/** Adds a value to those bound to the query and answers with its place, such as `$3`. */
export type Put = (value: unknown) => string;

function scopeCondition(scope: string, put: Put): string {
  switch (scope) {
    case 'all':
      return 'true';
    case 'mine':
      return `(${involves(`i.practitioner_id = ${put(actor().practitionerId)}`)} or e.id in (
        select d.episode_id from lead_professional_deputies d where d.ended_at is null and d.practitioner_id = ${put(actor().practitionerId)}
          and ${put(londonDate(now()))} between d.begins_on and d.ends_on))`;
    case 'agency':
      return involves(`i.agency_id = ${put(actor().agencyId)}`);
    case 'locality':
      return actor().localityId ? `e.locality_id = ${put(actor().localityId)}` : 'false';
    default:
      throw invalidField('scope', 'The scope must be mine, agency, locality or all');
  }
}

/** Works with the family now: author, lead or in the team. */
function involves(condition: string): string {
  return `e.id in (
    select i.episode_id from authorships i where i.ended_at is null and ${condition}
    union select i.episode_id from lead_professional_appointments i where i.ended_at is null and ${condition}
    union select i.episode_id from team_members i where i.left_at is null and ${condition})`;
}

function levelCondition(level: string, put: Put): string {
  if (level === 'none') return 'r.episode_id is not null and r.level is null';
  // Episodes of which this person may know that they exist, and no more.
  if (level === 'hidden') return 'r.episode_id is null';
  if (!/^[1-4]$/.test(level)) throw invalidField('level', 'The level must be 1, 2, 3, 4, none or hidden');
  return `r.level = ${put(Number(level))}`;
}

/** One exception as a condition over `e` and `r`; what a count counts is what a list lists. */
export function exceptionCondition(exception: string, put: Put): string {
  const today = londonDate(now());
  switch (exception) {
    case 'no_lead':
      return `e.closed_at is null and r.status in ('assessed', 'delivering') and not exists (
        select from lead_professional_appointments a where a.episode_id = e.id and a.ended_at is null)
        and e.id not in (select u.episode_id from access.unnamed_leads() u)`;
    case 'review_late':
      return `e.closed_at is null and r.next_review_on < ${put(today)}`;
    case 'no_next_date':
      return `e.closed_at is null and r.status = 'delivering' and r.next_review_on is null`;
    case 'no_contact':
      return `e.closed_at is null and r.episode_id is not null
        and coalesce(r.last_contact_on::timestamp at time zone 'Europe/London', e.opened_at)
          < (${put(today)}::date - ${NO_CONTACT_DAYS})::timestamp at time zone 'Europe/London'`;
    case 'consent_ending':
      return `e.closed_at is null and e.id in (select c.episode_id from consents c
        where c.decision in ('given', 'given_in_part') and c.valid_until between ${put(today)}::date and ${put(today)}::date + ${CONSENT_ENDING_DAYS}
          and not exists (select from consents l where l.episode_id = c.episode_id and l.recorded_at > c.recorded_at)
          and not exists (select from consent_withdrawals w where w.consent_id = c.id and w.agency_id is null))`;
    default:
      throw invalidField('exception', `The exception must be one of ${EXCEPTIONS.join(', ')}`);
  }
}

function checkedStatus(status: string): string {
  if (!isKeyOf(EPISODE_STATUSES, status))
    throw invalidField('status', 'The status must be open or one of an episode');
  return status;
}

function checkedId(field: string, id: string): string {
  if (!isId(id)) throw invalidField(field, 'This must be the id of a record');
  return id;
}
