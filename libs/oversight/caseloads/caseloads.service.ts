import { Injectable } from '@nestjs/common';
import { audit, mayEver } from '#libs/access';
import type { EpisodeFilter } from '#libs/casework/episodes';
import { actor, forbidden, records } from '#libs/platform';
import {
  type CaseloadBy,
  checkedBy,
  type Counted,
  NOTHING,
  rowFilter,
  rowsBehind,
  scopeOf,
  share,
  type Sort,
  SORTS,
} from './caseload.rules.js';
import { groupsQuery, totalsQuery } from './caseload.sql.js';

export interface CaseloadQuery extends Omit<EpisodeFilter, 'limit' | 'cursor'> {
  readonly by?: string;
  readonly sort?: string;
  readonly descending?: boolean;
}

export interface CaseloadGroup extends Counted {
  readonly key: string;
  readonly name: string;
  /** What stands beside the name: a practitioner's or team's agency. */
  readonly beside: string | null;
  readonly href: string;
}

export interface LevelShare {
  readonly level: number;
  readonly name: string;
  /** Null where the level of no family here is shared with the reader. */
  readonly count: number | null;
  readonly href: string;
  /** Per cent of the families whose level is known here, and of all children in the county and in England. */
  readonly here: number | null;
  readonly county: number;
  readonly national: number;
}

export interface Caseload extends Counted {
  readonly by: CaseloadBy;
  readonly filter: EpisodeFilter;
  readonly sort: Sort;
  readonly descending: boolean;
  readonly groups: readonly CaseloadGroup[];
  readonly shares: readonly LevelShare[];
}

/** How many families, at what level, with whom, and what needs attention. Every number is that of a list of /episodes. */
@Injectable()
export class CaseloadsService {
  /** The caseload within reach; without a scope it is that of the role. Open episodes unless a status is asked for. */
  async caseload({ by, sort, descending = false, ...asked }: CaseloadQuery): Promise<Caseload> {
    if (!mayEver(actor().role, 'caseload.read')) throw forbidden('You have no caseload to look at.');
    const filter: EpisodeFilter = {
      ...asked,
      scope: asked.scope ?? scopeOf(actor().role),
      status: asked.status || 'open',
    };
    const grouping = checkedBy(by);
    const order = SORTS.find((one) => one === sort) ?? 'name';
    const [totals] = (await this.ask(totalsQuery(filter))) as [Counted];
    const shares = await this.shares(totals, filter);
    const found = await this.groups(grouping, filter, order, descending);
    const groups = grouping === 'level' && !filter.level ? withEmptyLevels(found, shares) : found;
    await audit('read caseload', 'caseload', { detail: { by: grouping, families: totals.count } });
    return { by: grouping, filter, sort: order, descending, groups, shares, ...totals };
  }

  private async groups(
    by: CaseloadBy,
    filter: EpisodeFilter,
    sort: Sort,
    descending: boolean,
  ): Promise<CaseloadGroup[]> {
    const rows = (await this.ask(groupsQuery(by, filter, sort, descending))) as Omit<CaseloadGroup, 'href'>[];
    return rows.map((row) => ({ ...row, href: rowsBehind(filter, rowFilter(by, row.key)) }));
  }

  private async shares({ levels }: Counted, filter: EpisodeFilter): Promise<LevelShare[]> {
    const rows = (await records().query(LEVELS)) as {
      number: 1 | 2 | 3 | 4;
      name: string;
      county: number;
      national: number;
    }[];
    const known = rows.reduce((sum, { number }) => sum + (levels[number] ?? 0), 0);
    return rows.map(({ number, name, county, national }) => ({
      level: number,
      name,
      count: levels[number],
      href: rowsBehind(filter, { level: number }),
      here: share(levels[number] ?? 0, known),
      county,
      national,
    }));
  }

  // The planner takes every reach for ten rows and would compare each of thousands with all the others; hashed, they are
  // read once (30,000 families on a busy machine: beyond 30 seconds the one way, 2 to 5 the other).
  private async ask({ text, values }: { text: string; values: unknown[] }): Promise<unknown[]> {
    await records().query('set local enable_nestloop = off');
    const rows = (await records().query(text, values)) as unknown[];
    await records().query('set local enable_nestloop to default');
    return rows;
  }
}

/** A level with no family in it still has its row, where the reader may know of any. */
function withEmptyLevels(found: readonly CaseloadGroup[], shares: readonly LevelShare[]): CaseloadGroup[] {
  const empty = shares
    .filter(({ level, count }) => count !== null && !found.some(({ key }) => key === String(level)))
    .map(({ level, name, href }) => ({ ...NOTHING, key: String(level), name, beside: null, href }));
  return [...found, ...empty].sort((a, b) => (a.key < b.key ? -1 : 1));
}

const LEVELS = `select number, name, county_share::float as county, national_share::float as national from levels_of_need order by number`;
