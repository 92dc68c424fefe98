import pg from 'pg';
import { type Actor, deriveKey, signClaim, urlAs } from '#libs/platform';
import { PERSONAS } from '../../apps/console/src/seed/index.js';
import { TEST_SECRET } from '../support/cluster.js';

/** A database looked at by its administrator and, with any SQL, by whoever may sign in. Nothing that is tried stays. */
export class Asking {
  private constructor(
    readonly admin: pg.Client,
    private readonly serving: pg.Client,
    private readonly actors: ReadonlyMap<string, Actor>,
  ) {}

  static async at(adminUrl: string): Promise<Asking> {
    const admin = new pg.Client({ connectionString: adminUrl });
    const serving = new pg.Client({ connectionString: urlAs(adminUrl, 'bridges_app', TEST_SECRET) });
    await admin.connect();
    await serving.connect();
    return new Asking(admin, serving, await personas(admin));
  }

  get everybody(): string[] {
    return [...this.actors.keys()];
  }

  actor(persona: string): Actor {
    return this.actors.get(persona)!;
  }

  /** Work with the claim of a persona, in a transaction that is rolled back. */
  async as<T>(persona: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
    await this.serving.query('begin');
    try {
      const claim = signClaim(deriveKey(TEST_SECRET, 'claim'), this.actor(persona));
      await this.serving.query("select set_config('bridges.claim', $1, true)", [claim]);
      return await work(this.serving);
    } finally {
      await this.serving.query('rollback');
    }
  }

  async close(): Promise<void> {
    await this.serving.end();
    await this.admin.end();
  }
}

async function personas(admin: pg.Client): Promise<Map<string, Actor>> {
  const { rows } = await admin.query<Actor>(`
    select distinct on (p.id) p.id as "practitionerId", p.name, p.job_title as "jobTitle", o.id as "postId", o.role,
      o.agency_id as "agencyId", '' as "agencyName", o.team_id as "teamId", o.locality_id as "localityId",
      null as "localityName", 1 as posts
    from practitioners p join posts o on o.practitioner_id = p.id order by p.id, o.began_at, o.id`);
  const known = new Map(rows.map((row) => [row.practitionerId, row]));
  return new Map(PERSONAS.map(({ key, practitionerId }) => [key, known.get(practitionerId)!]));
}

/** Does something that may be refused, and undoes it: the refusal, or what it gave. */
export async function tried<T>(client: pg.Client, work: () => Promise<T>): Promise<T | pg.DatabaseError> {
  await client.query('savepoint tried');
  try {
    return await work();
  } catch (error) {
    return error as pg.DatabaseError;
  } finally {
    await client.query('rollback to savepoint tried');
  }
}
