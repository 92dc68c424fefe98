import type { NestExpressApplication } from '@nestjs/platform-express';
import pg from 'pg';
import { ActorsService } from '#libs/access';
import { type Actor, deriveKey, records, signClaim, UnitOfWork } from '#libs/platform';
import { type Database, SECRET } from './databases.js';

export interface Statement {
  readonly text: string;
  readonly values: unknown[];
}

export async function actorIn(app: NestExpressApplication, postId: string): Promise<Actor> {
  const actor = await app.get(ActorsService, { strict: false }).inPost(postId);
  if (!actor) throw new Error('Nobody acts in this post.');
  return actor;
}

/** The statements that a service really sends when this person asks, in the unit of work of a request. */
export function recorded(app: NestExpressApplication, who: Actor, work: () => Promise<unknown>): Promise<Statement[]> {
  return app.get(UnitOfWork, { strict: false }).run(who, async () => {
    const manager = records();
    const query = manager.query.bind(manager) as (text: string, values?: unknown[]) => Promise<unknown>;
    const sent: Statement[] = [];
    manager.query = ((text: string, values: unknown[] = []) => {
      sent.push({ text, values });
      return query(text, values);
    }) as typeof manager.query;
    await work();
    return sent;
  });
}

export const reads = (statements: readonly Statement[]): Statement[] => statements.filter(({ text }) => !/^\s*insert/.test(text));

/** One connection that sends the same statements again and again and says how long they took, in milliseconds. */
export class Asker {
  private constructor(
    private readonly client: pg.Client,
    private readonly before: () => Promise<unknown>,
  ) {}

  /** As the program does: the runtime role, row-level security, this person's claim. */
  static async permitted({ appUrl }: Database, who: Actor): Promise<Asker> {
    const client = await connected(appUrl);
    const key = deriveKey(SECRET, 'claim');
    return new Asker(client, () => client.query("select set_config('bridges.claim', $1, true)", [signClaim(key, who)]));
  }

  /**
   * Without permissions: a role whose every policy is `true`, held to the same episodes by a plain list of their ids that
   * was drawn up beforehand. Only that list stands between the two.
   */
  static async unrestricted({ adminUrl }: Database, permitted: Asker): Promise<Asker> {
    const client = await connected(adminUrl);
    for (const [table, permission] of [['bench_episodes', 'episode.read'], ['bench_records', 'record.read']] as const) {
      const ids = await permitted.ask<{ id: string }>([{ text: 'select id from access.may($1) id group by id', values: [permission] }]);
      await client.query(`create temp table ${table} (id uuid)`);
      await client.query(`insert into ${table} select unnest($1::uuid[])`, [ids.map(({ id }) => id)]);
      await client.query(`analyze ${table}; grant select on ${table} to bridges_reach`);
    }
    await client.query('set role bridges_reach');
    return new Asker(client, () => client.query('select 1'));
  }

  async time(statements: readonly Statement[]): Promise<number> {
    return (await this.run(statements)).milliseconds;
  }

  /** The rows of the last of these statements. */
  async ask<Row extends object>(statements: readonly Statement[]): Promise<Row[]> {
    return (await this.run(statements)).rows as Row[];
  }

  async run(statements: readonly Statement[]): Promise<{ milliseconds: number; rows: unknown[] }> {
    await this.client.query('begin');
    await this.before();
    const began = process.hrtime.bigint();
    let rows: unknown[] = [];
    for (const { text, values } of statements) ({ rows } = await this.client.query(text, values));
    const milliseconds = Number(process.hrtime.bigint() - began) / 1e6;
    await this.client.query('commit');
    return { milliseconds, rows };
  }

  end(): Promise<void> {
    return this.client.end();
  }
}

const CASES = /from episodes e left join episode_records r on r\.episode_id = e\.id/;
const LISTED = `from (select * from episodes where id = any(array(select id from bench_episodes))) e
  left join (select * from episode_records where episode_id = any(array(select id from bench_records))) r on r.episode_id = e.id`;

/** The same statement with the list of ids in it that row-level security would have found. */
export function withList({ text, values }: Statement): Statement {
  if (/\bepisodes e\b/.test(text) && !CASES.test(text)) throw new Error(`This statement cannot be held to a list of episodes:\n${text}`);
  return { text: text.replace(CASES, LISTED), values };
}

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}
