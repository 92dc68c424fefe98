import pg from 'pg';
import { type Actor, deriveKey, signClaim } from '#libs/platform';
import { SECRET } from './config.js';
import { type Database, query } from './databases.js';
import { atMost, type Measured } from './measured.js';
import { usedBy } from './processor-time.js';
import { median } from './ratios.js';

const ROUNDS = 3;
/** As many pairs as the page shows. */
const MOST = 50;

/** Postgres cost of a coordinator's list of likely duplicates, of the largest locality, for each child of it. */
export async function duplicatesCost(big: Database, small: Database, children: number): Promise<Measured> {
  const [a, b] = [await Lister.in(big), await Lister.in(small)];
  try {
    const pairs: { a: number; b: number }[] = [];
    for (let round = 0; round <= ROUNDS; round++) {
      const pair = { a: await a.time(), b: await b.time() };
      // The first reads from disk.
      if (round > 0) pairs.push(pair);
    }
    const each = (one: Lister, times: readonly number[]): number => median(times) / one.compared;
    const [x, y] = [pairs.map((pair) => pair.a), pairs.map((pair) => pair.b)];
    return atMost(1.5, {
      what: `list of likely duplicates, for each child of the locality: ${children.toLocaleString('en-GB')} children ÷ 4,000`,
      value: each(a, x) / each(b, y),
      note: `${(median(x) / 1000).toFixed(2)} s for a locality of ${a.compared} children with ${a.found} pairs, ${(median(y) / 1000).toFixed(2)} s for one of ${b.compared} with ${b.found}; ${ROUNDS} pairs`,
    });
  } finally {
    await a.end();
    await b.end();
  }
}

/** The coordinator of the largest locality of a county. */
class Lister {
  found = 0;
  private constructor(
    private readonly client: pg.Client,
    private readonly pid: number,
    private readonly claim: () => string,
    readonly compared: number,
  ) {}

  static async in({ adminUrl, appUrl }: Database): Promise<Lister> {
    const [holder] = await query<object & { children: number }>(adminUrl, COORDINATOR);
    const client = new pg.Client({ connectionString: appUrl });
    await client.connect();
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    const claim = (): string => signClaim(deriveKey(SECRET, 'claim'), holder as unknown as Actor);
    return new Lister(client, rows[0]!.pid, claim, holder!.children);
  }

  async time(): Promise<number> {
    await this.client.query('begin');
    await this.client.query('select access.present_claim($1, null)', [this.claim()]);
    const before = usedBy(this.pid);
    const { rows } = await this.client.query('select * from access.likely_duplicates($1)', [MOST]);
    const taken = usedBy(this.pid) - before;
    await this.client.query('rollback');
    this.found = rows.length;
    return taken;
  }

  end(): Promise<void> {
    return this.client.end();
  }
}

const COORDINATOR = `
  select o.practitioner_id as "practitionerId", o.id as "postId", o.agency_id as "agencyId", o.role, o.locality_id as "localityId",
    count(distinct f.child_id)::int as children
  from posts o join access.grants g on g.reach = 'coordinator' and g.subject_id = o.locality_id and g.tier = 1
  join episode_children f on f.episode_id = g.episode_id and f.removed_at is null
  where o.role = 'coordinator' and platform.is_now(o.began_at, o.ended_at)
  group by o.id order by children desc, o.id limit 1`;
