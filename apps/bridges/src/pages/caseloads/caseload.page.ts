import { type EpisodeException, EXCEPTIONS, type EpisodeFilter } from '#libs/casework/episodes';
import {
  type Caseload,
  type CaseloadBy,
  CASELOAD_BY,
  type CaseloadGroup,
  type Counted,
  EXCEPTION_NAMES,
  LEVEL_KEYS,
  type LevelKey,
  rowFilter,
  rowsBehind,
  type Sort,
} from '#libs/oversight/caseloads';
import { triangleOfNeed } from '#libs/page-kit';

/** A number with a link to its rows. There is no link for zero, or for a number that is not shared (null). */
interface Cell {
  readonly count: number | null;
  /** The number of families that the reader can count, if that is not all families of the row. */
  readonly of: number | null;
  readonly href: string | null;
  readonly late: boolean;
}
interface Column {
  readonly sort: Sort;
  readonly text: string;
  readonly number: boolean;
  readonly href: string;
  readonly sorted: 'ascending' | 'descending' | null;
}

const BY_NAMES: Record<CaseloadBy, string> = {
  level: 'By level',
  practitioner: 'By practitioner',
  team: 'By team',
  agency: 'By agency',
  locality: 'By locality',
};
const FIRST_COLUMN: Record<CaseloadBy, string> = {
  level: 'Level',
  practitioner: 'Practitioner',
  team: 'Team',
  agency: 'Agency',
  locality: 'Locality',
};
const LEVEL_HEADS: Record<LevelKey, string> = {
  1: 'Level 1',
  2: 'Level 2',
  3: 'Level 3',
  4: 'Level 4',
  none: 'Not decided',
  hidden: 'Not shared',
};
const SCOPES: Record<string, string> = {
  mine: 'Families you work with',
  agency: 'Families your agency works with',
  locality: 'Families in your locality',
  all: 'All families you can see',
};

/** The caseload page: a diagram, what needs attention, and the same numbers as a table. */
export function caseloadPage(caseload: Caseload) {
  const { filter, by } = caseload;
  return {
    title: 'Caseload',
    scope: SCOPES[filter.scope ?? 'agency'],
    total: { count: caseload.count, href: rowsBehind(filter) },
    undecided: cell(caseload.levels.none, filter, { level: 'none' }),
    hidden: cell(caseload.levels.hidden, filter, { level: 'hidden' }),
    levelsShared: caseload.count - (caseload.levels.hidden ?? 0),
    picture: triangleOfNeed({
      bands: caseload.shares.flatMap(({ level, name, count, href, here, county, national }) =>
        count === null
          ? []
          : {
              level,
              name,
              count,
              href: count > 0 ? href : null,
              localShare: here,
              countyShare: county,
              nationalShare: national,
            },
      ),
    }),
    exceptions: exceptionTiles(caseload, filter, EXCEPTION_NAMES),
    tabs: CASELOAD_BY.map((one) => ({
      text: BY_NAMES[one],
      href: here(caseload, { by: one, sort: undefined }),
      active: one === by,
    })),
    caption: `${BY_NAMES[by]}: families with an open episode`,
    columns: columnsOf(caseload),
    rows: caseload.groups.map((group) => rowOf(caseload, group)),
    isPartlyShared: EXCEPTIONS.some((exception) => caseload.notShared[exception] > 0),
    csvHref: here(caseload, {}).replace('/caseload?', '/caseload.csv?'),
  };
}

/**
 * What needs attention, as counts that link to exactly their rows, each with the number that is not shared with the
 * reader.
 */
export function exceptionTiles(
  { count, exceptions, notShared }: Counted,
  filter: EpisodeFilter,
  names: Readonly<Record<EpisodeException, string>>,
) {
  return EXCEPTIONS.map((exception) => ({
    text: names[exception],
    count: exceptions[exception],
    href: rowsBehind(filter, { exception }),
    late: true,
    readable: count - notShared[exception],
    notShared: notShared[exception],
    notSharedHref: rowsBehind({ ...filter, exception: '' }, { notShared: exception }),
  }));
}

/** Level columns appear only if the rows are not levels themselves; "not shared" only if something is not shared. */
function columnKeys({ by, levels }: Pick<Caseload, 'by' | 'levels'>): { levels: LevelKey[] } {
  return { levels: by === 'level' ? [] : LEVEL_KEYS.filter((key) => key !== 'hidden' || levels.hidden! > 0) };
}

/** Column headings, the same on the page and in the exported file. */
export function headsOf(
  caseload: Pick<Caseload, 'by' | 'levels'>,
): { sort: Sort; text: string; number: boolean }[] {
  return [
    { sort: 'name', text: FIRST_COLUMN[caseload.by], number: false },
    { sort: 'count', text: 'Families', number: true },
    ...columnKeys(caseload).levels.map((key) => ({ sort: key, text: LEVEL_HEADS[key], number: true })),
    ...EXCEPTIONS.map((exception) => ({
      sort: exception,
      text: capital(EXCEPTION_NAMES[exception]),
      number: true,
    })),
  ];
}

function columnsOf(caseload: Caseload): Column[] {
  return headsOf(caseload).map(({ sort, text, number }) => {
    const sorted = caseload.sort === sort ? (caseload.descending ? 'descending' : 'ascending') : null;
    // Names sort from A; numbers sort from the largest, which is what a manager looks for.
    const order = sorted === 'descending' || (sorted === null && !number) ? 'ascending' : 'descending';
    return { sort, text, number, sorted, href: here(caseload, { sort, order }) };
  });
}

function rowOf(caseload: Caseload, group: CaseloadGroup) {
  const row = rowFilter(caseload.by, group.key);
  const open = (narrowed: Partial<EpisodeFilter>, count: number | null, late = false): Cell => ({
    ...cell(count, caseload.filter, { ...row, ...narrowed }),
    late,
  });
  const readable = caseload.count - (caseload.levels.hidden ?? 0);
  const isLevel = caseload.by === 'level' && group.key !== 'hidden' && readable < caseload.count;
  const known = (notShared: number) => (notShared > 0 ? group.count - notShared : null);
  return {
    name: caseload.by === 'level' && /^\d$/.test(group.key) ? `${group.key} ${group.name}` : group.name,
    beside: group.beside,
    cells: [
      { ...open({}, group.count), of: isLevel ? readable : null },
      ...columnKeys(caseload).levels.map((level) => open({ level }, group.levels[level])),
      ...EXCEPTIONS.map((exception) => ({
        ...open({ exception }, group.exceptions[exception], true),
        of: known(group.notShared[exception]),
      })),
    ],
  };
}

/** The numbers of a row in column order, for the exported file. */
export function numbersOf(caseload: Pick<Caseload, 'by' | 'levels'>, group: Counted): (number | null)[] {
  return [
    group.count,
    ...columnKeys(caseload).levels.map((key) => group.levels[key]),
    ...EXCEPTIONS.map((exception) => group.exceptions[exception]),
  ];
}

function cell(count: number | null, filter: EpisodeFilter, narrowed: Partial<EpisodeFilter>): Cell {
  return { count, of: null, href: count ? rowsBehind(filter, narrowed) : null, late: false };
}

function here(
  { filter, by, sort, descending }: Caseload,
  changes: { by?: CaseloadBy; sort?: Sort | undefined; order?: string },
): string {
  const asked = new URLSearchParams(rowsBehind(filter).split('?')[1]);
  asked.set('by', changes.by ?? by);
  const sortedBy = 'sort' in changes ? changes.sort : sort;
  if (sortedBy) asked.set('sort', sortedBy);
  if (sortedBy) asked.set('order', changes.order ?? (descending ? 'descending' : 'ascending'));
  return `/caseload?${asked.toString()}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
