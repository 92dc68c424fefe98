import { Injectable } from '@nestjs/common';
import { audit, mayEver } from '#libs/access';
import type { EpisodeFilter } from '#libs/casework/episodes';
import { actor, forbidden, db } from '#libs/platform';
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
import { caseloadQuery, joinsInvolved } from './caseload.sql.js';

export interface CaseloadQuery extends Omit<EpisodeFilter, 'limit' | 'cursor'> {
  readonly by?: string;
  readonly sort?: string;
  readonly descending?: boolean;
}

export interface CaseloadGroup extends Counted {
  readonly key: string;
  readonly name: string;
  /** Further text beside the name: a practitioner's or team's agency. */
  readonly beside: string | null;
  readonly href: string;
}

interface LevelShare {
  readonly level: number;
  readonly name: string;
  /** Null when the level of no family here is shared with the reader. */
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

/** Families by level, by practitioner or agency, and by exception. Every number equals a list of /episodes. */
@Injectable()
export class CaseloadsService {
  /** The caseload within reach; the default scope is that of the role. Open episodes unless a status is given. */
  async caseload({ by, sort, descending = false, ...requested }: CaseloadQuery): Promise<Caseload> {
    if (!mayEver(actor().role, 'caseload.read')) throw forbidden('Your role does not include a caseload.');
    const filter: EpisodeFilter = {
      ...requested,
      scope: requested.scope ?? scopeOf(actor().role),
      status: requested.status || 'open',
    };
    const grouping = checkedBy(by);
    const order = SORTS.find((one) => one === sort) ?? 'name';
    const { text, values } = caseloadQuery(grouping, filter, order, descending);
    const ask = (): Promise<[Answer]> => db().query(text, values);
    const [{ totals, groups: rows, levels }] = await (joinsInvolved(grouping) ? withHashJoin(ask) : ask());
    const shares = sharesOf(totals, levels, filter);
    const rowsWithLinks = rows.map((row) => ({
      ...row,
      href: rowsBehind(filter, rowFilter(grouping, row.key)),
    }));
    const groups =
      grouping === 'level' && !filter.level ? withEmptyLevels(rowsWithLinks, shares) : rowsWithLinks;
    await audit('read caseload', 'caseload', { detail: { by: grouping, families: totals.count } });
    return { by: grouping, filter, sort: order, descending, groups, shares, ...totals };
  }
}

/** The planner underestimates every reach and would compare each of thousands of rows with all the others. */
async function withHashJoin<T>(ask: () => Promise<T>): Promise<T> {
  await db().query('set local enable_nestloop = off');
  const answer = await ask();
  await db().query('set local enable_nestloop to default');
  return answer;
}

interface Answer {
  readonly totals: Counted;
  readonly groups: readonly Omit<CaseloadGroup, 'href'>[];
  readonly levels: readonly Level[];
}
interface Level {
  readonly number: 1 | 2 | 3 | 4;
  readonly name: string;
  readonly county: number;
  readonly national: number;
}

function sharesOf({ levels }: Counted, rows: readonly Level[], filter: EpisodeFilter): LevelShare[] {
  const knownTotal = rows.reduce((sum, { number }) => sum + (levels[number] ?? 0), 0);
  return rows.map(({ number, name, county, national }) => ({
    level: number,
    name,
    count: levels[number],
    href: rowsBehind(filter, { level: number }),
    here: share(levels[number] ?? 0, knownTotal),
    county,
    national,
  }));
}

/** A level without families still has its row, when the reader may know the level of any. */
function withEmptyLevels(groups: readonly CaseloadGroup[], shares: readonly LevelShare[]): CaseloadGroup[] {
  const empty = shares
    .filter(({ level, count }) => count !== null && !groups.some(({ key }) => key === String(level)))
    .map(({ level, name, href }) => ({ ...NOTHING, key: String(level), name, beside: null, href }));
  return [...groups, ...empty].sort((a, b) => (a.key < b.key ? -1 : 1));
}
