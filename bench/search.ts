import pg from 'pg';
import { type Actor, deriveKey, signClaim } from '#libs/platform';
import { SECRET } from './config.js';
import { type Database, query } from './databases.js';
import { atMost, type Measured, milliseconds } from './measured.js';
import { practitionersWith } from './people.js';
import { usedBy } from './processor-time.js';
import { paired } from './ratios.js';

const NAMES = 10;
const PAIRS = 7;
const FAMILIES = 40;
/** Children within reach, also through the agency, and those of the person's own families: alike in both counties. */
const REACH = 300;
const OWN = 130;
const CANDIDATES = 80;

/** A child of both counties' commonest kind of name: the same name in each, with a birth date that a child of it has. */
interface Sought {
  readonly given: string;
  readonly family: string;
  readonly born: string;
}
type Search = readonly [text: string, values: (child: Sought) => unknown[]];

const SEARCHES: readonly (readonly [what: string, search: Search])[] = [
  ['search by name', ['select * from access.search_children($1, null, null, 20)', (one) => [fullName(one)]]],
  [
    'search by name with a slip',
    ['select * from access.search_children($1, null, null, 20)', (one) => [withSlip(fullName(one))]],
  ],
  [
    'search by name and birth date',
    ['select * from access.search_children($1, $2, null, 20)', (one) => [fullName(one), one.born]],
  ],
  [
    'quick search of one’s own families',
    ['select * from access.own_children_named($1, true, 20)', (one) => [fullName(one)]],
  ],
];

/** Postgres cost of a search in a big county and in a small one, by practitioners with as much work of their own. */
export async function searchCost(big: Database, small: Database, children: number): Promise<Measured[]> {
  const names = await namesInBoth(big, small);
  const [a, b] = [await Searcher.in(big, names), await Searcher.in(small, names)];
  try {
    const measured: Measured[] = [];
    for (const [what, search] of SEARCHES) {
      const figures = await paired(
        PAIRS,
        () => a.time(search),
        () => b.time(search),
      );
      measured.push(
        atMost(1.2, {
          what: `${what}: ${children.toLocaleString('en-GB')} children ÷ 4,000`,
          value: figures.ratio,
          note: `${milliseconds(figures.a / NAMES)} and ${milliseconds(figures.b / NAMES)} a search; ${NAMES} names, ${figures.pairs} pairs; reach of ${a.reach.children} and ${b.reach.children} children, ${a.reach.own} and ${b.reach.own} of own families`,
        }),
      );
    }
    return measured;
  } finally {
    await a.end();
    await b.end();
  }
}

/** A practitioner who searches for the same names in turn, on one connection. */
class Searcher {
  private constructor(
    private readonly client: pg.Client,
    private readonly pid: number,
    private readonly claim: () => string,
    private readonly children: readonly Sought[],
    readonly reach: Reach,
  ) {}

  static async in(database: Database, names: readonly string[]): Promise<Searcher> {
    const client = new pg.Client({ connectionString: database.appUrl });
    await client.connect();
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    const children = await query<Sought>(database.adminUrl, CHILDREN_NAMED, [names]);
    const searchers: Searcher[] = [];
    const admin = new pg.Client({ connectionString: database.adminUrl });
    await admin.connect();
    for (const holder of await practitionersWith(database, FAMILIES, CANDIDATES)) {
      const claim = (): string => signClaim(deriveKey(SECRET, 'claim'), { ...holder } as unknown as Actor);
      searchers.push(new Searcher(client, rows[0]!.pid, claim, children, await reachOf(admin, claim)));
    }
    await admin.end();
    return searchers.reduce((best, one) => (one.off < best.off ? one : best));
  }

  private get off(): number {
    return Math.abs(this.reach.children / REACH - 1) + Math.abs(this.reach.own / OWN - 1);
  }

  async time([text, values]: Search): Promise<number> {
    const before = usedBy(this.pid);
    await this.within(text, this.children.map(values));
    return usedBy(this.pid) - before;
  }

  end(): Promise<void> {
    return this.client.end();
  }

  private async within(text: string, searches: readonly unknown[][]): Promise<void> {
    await this.client.query('begin');
    await this.client.query('select access.present_claim($1, null)', [this.claim()]);
    for (const values of searches) await this.client.query(text, values);
    await this.client.query('rollback');
  }
}

interface Reach {
  readonly children: number;
  readonly own: number;
}
async function reachOf(admin: pg.Client, claim: () => string): Promise<Reach> {
  await admin.query('begin');
  await admin.query('select access.present_claim($1, null)', [claim()]);
  const { rows } = await admin.query<Reach>(
    `select count(*)::int as children, (count(*) filter (where k in (select child_id from episode_children where episode_id in (select access.my_work()))
       or not exists (select from episode_children f where f.child_id = k)))::int as own
     from access.may_child_among('episode.read', null) k`,
  );
  await admin.query('rollback');
  return rows[0]!;
}

const fullName = ({ given, family }: Sought): string => `${given} ${family}`;
/** Two letters changed over in the middle. */
const withSlip = (name: string): string => {
  const at = Math.floor(name.length * 0.7);
  return name.slice(0, at) + name.charAt(at + 1) + name.charAt(at) + name.slice(at + 2);
};

/** Names that a child has in either county, the most frequent of the small one first, each family name once. */
async function namesInBoth(big: Database, small: Database): Promise<string[]> {
  const common = await query<{ name: string }>(small.adminUrl, COMMON_NAMES);
  const there = await query<{ name: string }>(
    big.adminUrl,
    "select distinct given_names || '|' || family_name as name from children where given_names || '|' || family_name = any($1)",
    [common.map(({ name }) => name)],
  );
  const both = new Set(there.map(({ name }) => name));
  const names = common.map(({ name }) => name).filter((name) => both.has(name));
  if (names.length < NAMES) throw new Error('The counties have too few names in common.');
  return names.slice(0, NAMES);
}

const COMMON_NAMES = `
  select name from (
    select distinct on (family_name) given_names || '|' || family_name as name, count(*) over (partition by family_name) as often, family_name
    from children where given_names <> '' and family_name <> '' order by family_name, id) n
  order by often desc, family_name limit 60`;
const CHILDREN_NAMED = `
  select distinct on (given_names, family_name) given_names as given, family_name as family,
    coalesce(date_of_birth, date '2012-05-06')::text as born
  from children where given_names || '|' || family_name = any($1) order by given_names, family_name, id`;
