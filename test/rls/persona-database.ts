import pg from 'pg';
import { type Actor, deriveKey, signClaim, urlAs } from '#libs/platform';
import { PERSONAS } from '../../apps/console/src/seed/index.js';
import { TEST_SECRET } from '../support/cluster.js';

/**
 * Personas most likely to show an error come first: a lead, a coordinator, a manager, a team member who knows
 * little, information governance, and an outsider.
 */
const FIRST_PERSONAS = [
  'schoolTeacher',
  'coordinatorNwl',
  'healthManager',
  'schoolNurse',
  'governance',
  'outsider',
];

/** The persona without a claim. */
export const UNAUTHENTICATED = 'unauthenticated';
const NO_ACTOR = { practitionerId: null, agencyId: null, teamId: null } as unknown as Actor;

/** Queries a database as its administrator and, with any SQL, as any persona. Every change is rolled back. */
export class PersonaDatabase {
  private constructor(
    readonly admin: pg.Client,
    private readonly serving: pg.Client,
    private readonly actors: ReadonlyMap<string, Actor>,
  ) {}

  static async at(adminUrl: string): Promise<PersonaDatabase> {
    const admin = new pg.Client({ connectionString: adminUrl });
    const serving = new pg.Client({ connectionString: urlAs(adminUrl, 'bridges_app', TEST_SECRET) });
    await admin.connect();
    await serving.connect();
    return new PersonaDatabase(admin, serving, await personas(admin));
  }

  /** Uses one connection that switches to the serving role, so that personas see the administrator's uncommitted changes. */
  static async within(adminUrl: string): Promise<PersonaDatabase> {
    const admin = new pg.Client({ connectionString: adminUrl });
    await admin.connect();
    return new PersonaDatabase(admin, admin, await personas(admin));
  }

  get personas(): string[] {
    return [...this.actors.keys(), UNAUTHENTICATED];
  }

  actor(persona: string): Actor {
    return this.actors.get(persona) ?? NO_ACTOR;
  }

  /** Runs `work` with the claim of a persona, then rolls back. */
  async as<T>(persona: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
    return dryRun(this.serving, async () => {
      const claim =
        persona === UNAUTHENTICATED ? '' : signClaim(deriveKey(TEST_SECRET, 'claim'), this.actor(persona));
      if (this.serving === this.admin) await this.serving.query('set local role bridges_app');
      await this.serving.query("select set_config('bridges.claim', $1, true)", [claim]);
      return work(this.serving);
    });
  }

  async close(): Promise<void> {
    if (this.serving !== this.admin) await this.serving.end();
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
  const place = (key: string): number =>
    FIRST_PERSONAS.includes(key) ? FIRST_PERSONAS.indexOf(key) : FIRST_PERSONAS.length;
  return new Map(
    [...PERSONAS]
      .sort((one, other) => place(one.key) - place(other.key))
      .map(({ key, practitionerId }) => [key, known.get(practitionerId)!]),
  );
}

/** A savepoint that is kept would hold all later ones of the transaction, which slows each of them down. */
const undone = (savepoint: string): string =>
  `rollback to savepoint ${savepoint}; release savepoint ${savepoint}`;

const depths = new WeakMap<pg.Client, number>();

/** Runs `work` and rolls back: in a transaction, or in a savepoint of the current one. */
export async function dryRun<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  const depth = depths.get(client) ?? 0;
  depths.set(client, depth + 1);
  await client.query(depth === 0 ? 'begin' : `savepoint dry_run_${depth}`);
  try {
    return await work();
  } finally {
    await client.query(depth === 0 ? 'rollback' : undone(`dry_run_${depth}`));
    depths.set(client, depth);
  }
}

/** Runs a statement that may be refused, then rolls back; returns its result or the error. */
export async function resultOrError<T>(
  client: pg.Client,
  work: () => Promise<T>,
): Promise<T | pg.DatabaseError> {
  await client.query('savepoint attempt');
  try {
    return await work();
  } catch (error) {
    return error as pg.DatabaseError;
  } finally {
    await client.query(undone('attempt'));
  }
}
