import { Injectable } from '@nestjs/common';
import {
  type Birth,
  birthSql,
  daysBetween,
  withFocus,
  invalidField,
  isId,
  londonDate,
  narrowTo,
  now,
  query,
} from '#libs/platform';
import type { UnnamedAgency } from '#libs/terms';
import { casesWithin, type EpisodeFilter, isForTheLiving } from './episode-filter.js';
import { LISTED_RECORD_FIELDS, notSharedFilter } from './not-shared.js';
import { withoutFurtherOthers } from './own-first.js';

export interface EpisodeListItem {
  readonly id: string;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  readonly status: string | null;
  readonly level: number | null;
  readonly levelName: string | null;
  readonly nextReviewOn: string | null;
  readonly lastContactOn: string | null;
  readonly children: readonly (Birth & {
    id: string;
    givenNames: string;
    familyName: string;
    hasDied: boolean;
  })[];
  readonly lead: { readonly id: string; readonly name: string; readonly agency: string } | null;
  /** There is a lead who is not named to this reader, and why. */
  readonly leadUnnamed: UnnamedAgency | null;
  readonly vacancyDays: number | null;
  /** Whether the reader works with the family now. */
  readonly isMine: boolean;
  /** Fields that are null because the reader may not know them, not because they are empty. */
  readonly notShared: readonly string[];
}

type Page = Pick<
  EpisodeListItem,
  | 'id'
  | 'openedAt'
  | 'closedAt'
  | 'status'
  | 'level'
  | 'levelName'
  | 'nextReviewOn'
  | 'lastContactOn'
  | 'isMine'
>;
/** The further columns of an episode in a list: its children, its lead, and since when the reader knows of none. */
interface FurtherColumns {
  readonly id: string;
  readonly children: EpisodeListItem['children'] | null;
  readonly lead: EpisodeListItem['lead'];
  readonly leadUnnamed: UnnamedAgency | null;
  readonly lastLeadEnded: Date | null;
}

interface EpisodeOfChild {
  readonly id: string;
  readonly open: boolean;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
}

const MAX_ROWS = 200;
/** The rows behind every number: one page of episodes, then their further columns, each read once. */
@Injectable()
export class EpisodeListService {
  /**
   * Episodes within reach, the newest first, and where the next page begins. With `rest`, the remaining work of the
   * unit sees only the listed episodes and these.
   */
  async list(
    filter: EpisodeFilter,
    rest: readonly string[] | null = null,
  ): Promise<{ items: EpisodeListItem[]; next: string | null }> {
    const limit = Math.min(Math.max(filter.limit ?? 50, 1), MAX_ROWS);
    const rows = await this.page(filter, limit + 1);
    const page = withoutFurtherOthers(rows.slice(0, limit), filter.maxOthers);
    const furtherColumns = new Map(
      (
        await this.beside(
          page.map(({ id }) => id),
          rest,
        )
      ).map((row) => [row.id, row]),
    );
    const items = page.map((row) => {
      const { children, lastLeadEnded, ...lead } = furtherColumns.get(row.id)!;
      return {
        ...row,
        children: children ?? [],
        ...vacancyOf(row, lead, lastLeadEnded),
        notShared: row.status === null ? LISTED_RECORD_FIELDS : [],
      };
    });
    return { items, next: rows.length > page.length ? items.at(-1)!.id : null };
  }

  /** The list of episodes that this filter cannot decide, and its length; null when it leaves none out. */
  async notShared(filter: EpisodeFilter): Promise<{ filter: EpisodeFilter; count: number } | null> {
    const others = notSharedFilter(filter);
    if (!others) return null;
    const { from, where, values } = casesWithin(others);
    const [{ count }] = (await query<{ count: number }>(
      `select count(*)::int as count from ${from} where ${where.join(' and ')}`,
      values,
    )) as [{ count: number }];
    return count > 0 ? { filter: others, count } : null;
  }

  /** The episodes of one child within reach, the latest first. */
  ofChild(childId: string): Promise<EpisodeOfChild[]> {
    return query(OF_CHILD, [childId]);
  }

  private beside(ids: readonly string[], rest: readonly string[] | null): Promise<FurtherColumns[]> {
    const ask = (): Promise<FurtherColumns[]> =>
      query(`with unnamed as materialized (select * from access.unnamed_leads()) ${FURTHER_COLUMNS}`, [ids]);
    return rest ? narrowTo([...ids, ...rest]).then(ask) : withFocus(ids, ask);
  }

  private page(filter: EpisodeFilter, limit: number): Promise<Page[]> {
    const { from, where, values } = casesWithin(filter);
    if (filter.cursor !== undefined) {
      if (!isId(filter.cursor)) throw invalidField('cursor', 'The cursor must come from a list');
      values.push(filter.cursor);
      where.push(filter.lateFirst ? afterLate(values.length) : `e.id < $${values.length}`);
    }
    values.push(limit);
    const order = `${filter.maxOthers !== undefined ? 'e.is_mine desc, ' : ''}${filter.lateFirst ? `${IS_LATE} desc, ` : ''}e.id desc`;
    return query(
      `${LISTED} from ${from} where ${where.join(' and ')} order by ${order} limit $${values.length}`,
      values,
    );
  }
}

function vacancyOf(
  { openedAt, closedAt }: Page,
  { lead, leadUnnamed }: Pick<FurtherColumns, 'lead' | 'leadUnnamed'>,
  lastLeadEnded: Date | null,
): Pick<EpisodeListItem, 'lead' | 'leadUnnamed' | 'vacancyDays'> {
  const since = lastLeadEnded && lastLeadEnded > openedAt ? lastLeadEnded : openedAt;
  const isVacant = !lead && !leadUnnamed && !closedAt;
  return {
    lead,
    leadUnnamed: lead ? null : leadUnnamed,
    vacancyDays: isVacant ? daysBetween(londonDate(since), londonDate(now())) : null,
  };
}

/** A sub-select is asked once; the function itself would be called for each row, at the cost of the rest of the list. */
const TODAY = '(select platform.london_date(platform.now()))';
const IS_LATE = `(e.closed_at is null and coalesce(e.next_review_on < ${TODAY}, false) and ${isForTheLiving('e.id')})`;
const afterLate = (cursor: number): string =>
  `(${IS_LATE}, e.id) < (select (c.closed_at is null and coalesce(r.next_review_on < ${TODAY}, false) and ${isForTheLiving('c.id')}), c.id
    from episodes c left join episode_records r on r.episode_id = c.id where c.id = $${cursor})`;

const LISTED = `
  select e.id, e.opened_at, e.closed_at, e.status, e.level,
    (select l.name from levels_of_need l where l.number = e.level) as level_name, e.next_review_on,
    e.last_contact_on, e.is_mine`;

const FURTHER_COLUMNS = `
  select e.id,
    (select json_agg(json_build_object('id', k.id, 'givenNames', k.given_names, 'familyName', k.family_name,
        ${birthSql('k')},
        'hasDied', k.id = any(array(select access.dead_children()))) order by f.position)
      from episode_children f join children k on k.id = f.child_id where f.removed_at is null and f.episode_id = e.id) as children,
    (select json_build_object('id', p.id, 'name', p.name, 'agency', g.name)
      from lead_professional_appointments a join practitioners p on p.id = a.practitioner_id join agencies g on g.id = a.agency_id
      where a.episode_id = e.id and a.ended_at is null) as lead,
    (select max(a.ended_at) from lead_professional_appointments a where a.episode_id = e.id) as last_lead_ended,
    (select u.why from unnamed u where u.episode_id = e.id limit 1) as lead_unnamed
  from unnest($1::uuid[]) e (id)`;

const OF_CHILD = `
  select e.id, e.closed_at is null as open, e.opened_at, e.closed_at
  from episode_children f join episodes e on e.id = f.episode_id where f.child_id = $1 order by e.id desc`;
