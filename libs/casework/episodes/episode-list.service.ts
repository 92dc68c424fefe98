import { Injectable } from '@nestjs/common';
import { daysBetween, invalidField, isId, londonDate, now, records } from '#libs/platform';
import type { UnnamedAgency } from '#libs/terms';
import { episodeConditions, type EpisodeFilter } from './episode-filter.js';
import { LISTED_FROM_RECORD, notSharedFilter } from './not-shared.js';

export interface EpisodeListed {
  readonly id: string;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  readonly status: string | null;
  readonly level: number | null;
  readonly nextReviewOn: string | null;
  readonly lastContactOn: string | null;
  readonly children: readonly {
    id: string;
    givenNames: string;
    familyName: string;
    dateOfBirth: string | null;
  }[];
  readonly lead: { readonly id: string; readonly name: string; readonly agency: string } | null;
  /** Somebody leads whom this reader is not told, and why. */
  readonly leadUnnamed: UnnamedAgency | null;
  readonly vacancyDays: number | null;
  /** Fields that are null because the reader may not know them, not because there is nothing. */
  readonly notShared: readonly string[];
}

type Page = Pick<
  EpisodeListed,
  'id' | 'openedAt' | 'closedAt' | 'status' | 'level' | 'nextReviewOn' | 'lastContactOn'
>;
interface Appointment {
  readonly episodeId: string;
  readonly endedAt: Date | null;
  readonly lead: NonNullable<EpisodeListed['lead']>;
}
interface Unnamed {
  readonly id: string;
  readonly why: UnnamedAgency;
}
type ChildListed = EpisodeListed['children'][number] & { readonly episodeId: string };

/** The rows behind every number: one page of episodes, then what stands beside them, each read once. */
@Injectable()
export class EpisodeListService {
  /** Episodes within reach, the newest first, and where the next page begins. */
  async list(filter: EpisodeFilter): Promise<{ items: EpisodeListed[]; next: string | null }> {
    const limit = Math.min(Math.max(filter.limit ?? 50, 1), 200);
    const rows = await this.page(filter, limit + 1);
    const page = rows.slice(0, limit);
    const ids = page.map((row) => row.id);
    const children = grouped((await records().query(CHILDREN, [ids])) as ChildListed[]);
    const appointments = grouped((await records().query(APPOINTMENTS, [ids])) as Appointment[]);
    const unnamed = new Map(
      ((await records().query(UNNAMED, [ids])) as Unnamed[]).map((row) => [row.id, row.why]),
    );
    const items = page.map((row) => ({
      ...row,
      children: (children.get(row.id) ?? []).map(({ episodeId: _episode, ...child }) => child),
      ...leadOf(row, appointments.get(row.id) ?? [], unnamed.get(row.id) ?? null),
      notShared: row.status === null ? LISTED_FROM_RECORD : [],
    }));
    return { items, next: rows.length > limit ? items.at(-1)!.id : null };
  }

  /** The list that this filter cannot answer for, and how long it is; null when it leaves nothing out. */
  async notShared(filter: EpisodeFilter): Promise<{ filter: EpisodeFilter; count: number } | null> {
    const others = notSharedFilter(filter);
    if (!others) return null;
    const { where, values } = episodeConditions(others);
    const [{ count }] = (await records().query(
      `select count(*)::int as count from episodes e left join episode_records r on r.episode_id = e.id
       where ${where.join(' and ')}`,
      values,
    )) as [{ count: number }];
    return count > 0 ? { filter: others, count } : null;
  }

  private page(filter: EpisodeFilter, most: number): Promise<Page[]> {
    const { where, values } = episodeConditions(filter);
    if (filter.cursor !== undefined) {
      if (!isId(filter.cursor)) throw invalidField('cursor', 'The cursor must be one that a list gave');
      values.push(filter.cursor);
      where.push(filter.lateFirst ? afterLate(values.length) : `e.id < $${values.length}`);
    }
    values.push(most);
    const order = filter.lateFirst ? `${LATE} desc, e.id desc` : 'e.id desc';
    return records().query(
      `${LISTED} where ${where.join(' and ')} order by ${order} limit $${values.length}`,
      values,
    );
  }
}

function leadOf(
  { openedAt, closedAt }: Page,
  appointments: readonly Appointment[],
  why: UnnamedAgency | null,
): Pick<EpisodeListed, 'lead' | 'leadUnnamed' | 'vacancyDays'> {
  const lead = appointments.find(({ endedAt }) => endedAt === null)?.lead ?? null;
  const since = appointments.reduce(
    (last, { endedAt }) => (endedAt && endedAt > last ? endedAt : last),
    openedAt,
  );
  const leadUnnamed = lead ? null : why;
  const vacant = !lead && !leadUnnamed && !closedAt;
  return {
    lead,
    leadUnnamed,
    vacancyDays: vacant ? daysBetween(londonDate(since), londonDate(now())) : null,
  };
}

function grouped<Row extends { readonly episodeId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.episodeId, [...(groups.get(row.episodeId) ?? []), row]);
  return groups;
}

const LATE =
  '(e.closed_at is null and coalesce(r.next_review_on < platform.london_date(platform.now()), false))';
const afterLate = (cursor: number): string =>
  `(${LATE}, e.id) < (select ${LATE}, e.id from episodes e left join episode_records r on r.episode_id = e.id where e.id = $${cursor})`;

const LISTED = `
  select e.id, e.opened_at as "openedAt", e.closed_at as "closedAt", r.status, r.level, r.next_review_on as "nextReviewOn",
    r.last_contact_on as "lastContactOn"
  from episodes e left join episode_records r on r.episode_id = e.id`;

const CHILDREN = `
  select f.episode_id as "episodeId", k.id, k.given_names as "givenNames", k.family_name as "familyName",
    k.date_of_birth as "dateOfBirth"
  from episode_children f join children k on k.id = f.child_id
  where f.episode_id = any($1) order by f.episode_id, f.position`;

const UNNAMED = 'select episode_id as id, why from access.unnamed_leads() where episode_id = any($1)';

const APPOINTMENTS = `
  select a.episode_id as "episodeId", a.ended_at as "endedAt",
    json_build_object('id', p.id, 'name', p.name, 'agency', g.name) as lead
  from lead_professional_appointments a
  join practitioners p on p.id = a.practitioner_id join agencies g on g.id = a.agency_id
  where a.episode_id = any($1) order by a.episode_id, a.began_at`;
