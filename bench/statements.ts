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
export function recorded(
  app: NestExpressApplication,
  who: Actor,
  work: () => Promise<unknown>,
): Promise<Statement[]> {
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

export const reads = (statements: readonly Statement[]): Statement[] =>
  statements.filter(({ text }) => !/^\s*insert/.test(text));

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
    return new Asker(client, () =>
      client.query("select set_config('bridges.claim', $1, true)", [signClaim(key, who)]),
    );
  }

  /**
   * Without permissions: the cluster's superuser, whom no policy concerns, with the same text word for word. In this
   * session the names of three tables stand for what the answer is made of, by a plain list of ids drawn up beforehand:
   * the episodes that the permitted question finds, and of records and consents those within reach.
   */
  static async unrestricted({ adminUrl }: Database, permitted: Asker, found: Statement): Promise<Asker> {
    const client = await connected(adminUrl);
    const reached = { text: 'select distinct id from access.may($1) id', values: ['record.read'] };
    for (const [list, statement] of [
      ['bench_episodes', found],
      ['bench_records', reached],
    ] as const) {
      const ids = await permitted.ask<{ id: string }>([statement]);
      await client.query(`create temp table ${list} (id uuid)`);
      await client.query(`insert into ${list} select unnest($1::uuid[])`, [ids.map(({ id }) => id)]);
      await client.query(`analyze ${list}`);
    }
    for (const [table, key, list] of LISTS)
      await client.query(
        `create temp view ${table} as select * from public.${table} where ${key} = any(array(select id from bench_${list}))`,
      );
    return new Asker(client, () => client.query('select 1'));
  }

  async time(statements: readonly Statement[]): Promise<number> {
    return (await this.run(statements)).milliseconds;
  }

  /** The rows of the last of these statements. */
  async ask<Row extends object>(statements: readonly Statement[]): Promise<Row[]> {
    return (await this.run(statements)).answers.at(-1) as Row[];
  }

  async run(statements: readonly Statement[]): Promise<{ milliseconds: number; answers: unknown[][] }> {
    await this.client.query('begin');
    await this.before();
    const began = process.hrtime.bigint();
    const answers: unknown[][] = [];
    for (const { text, values } of statements)
      answers.push((await this.client.query(text, values)).rows as unknown[]);
    const milliseconds = Number(process.hrtime.bigint() - began) / 1e6;
    await this.client.query('commit');
    return { milliseconds, answers };
  }

  end(): Promise<void> {
    return this.client.end();
  }
}

const LISTS = [
  ['episodes', 'id', 'episodes'],
  ['episode_records', 'episode_id', 'records'],
  ['consents', 'episode_id', 'records'],
] as const;

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}
