import 'reflect-metadata';
import type { Server } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import type { NestExpressApplication } from '@nestjs/platform-express';
import pg from 'pg';
import { ActorsService } from '#libs/access';
import { type Actor, type Config, DEMO_SESSIONS, deriveKey, signClaim, urlAs } from '#libs/platform';
import type { Connections } from '../../apps/bridges/src/app.module.js';
import { createApp } from '../../apps/bridges/src/create-app.js';
import { PERSONAS } from '../../apps/console/src/seed/index.js';
import { ApiClient } from './api-client.js';
import { Browser } from './browser.js';
import { type Clone, cloneDatabase, TEST_SECRET } from './cluster.js';
import { closeKeptConnections } from './kept-connections.js';
import { shareTemplates } from './kept-templates.js';
import { inPassportTurn, signInTo } from './passport-turns.js';
import { ReadOnlyGets } from './read-only-gets.js';

/** A whole program over its own database, with the demo personas. */
export class TestApp {
  private readonly clients = new Map<string, ApiClient>();
  private readonly actors = new Map<string, Actor>();
  private program: NestExpressApplication | undefined;
  readonly adminUrl: string;
  private readonly runtime: pg.Pool;
  private owner: pg.Pool | undefined;
  private readonly drop: () => Promise<void>;

  constructor(app: NestExpressApplication, adminUrl: string, runtime: pg.Pool, drop: () => Promise<void>) {
    this.program = app;
    this.adminUrl = adminUrl;
    this.runtime = runtime;
    this.drop = drop;
  }

  get app(): NestExpressApplication {
    if (!this.program) throw new Error('This program has been closed.');
    return this.program;
  }

  get server(): Server {
    return this.app.getHttpServer() as Server;
  }

  /** The base address of its pages and API. */
  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** The API client of a persona. */
  async as(persona: string): Promise<ApiClient> {
    const known = this.clients.get(persona);
    if (known) return known;
    const client = await signInTo(this.app, () => ApiClient.signIn(this.server, usernameOf(persona)));
    this.clients.set(persona, client);
    return client;
  }

  /** The pages as a persona, without JavaScript: cookies, forms, CSRF. */
  browse(persona: string): Promise<Browser> {
    return signInTo(this.app, () => Browser.signIn(this.server, usernameOf(persona)));
  }

  async actor(persona: string): Promise<Actor> {
    const known = this.actors.get(persona);
    if (known) return known;
    const match = PERSONAS.find((one) => one.key === persona)!;
    const [actor] = await this.app.get(ActorsService).postsOf(match.practitionerId);
    this.actors.set(persona, actor!);
    return actor!;
  }

  /** Raw SQL under the runtime role, with this persona's claim, without one (null), or with a given text as claim. */
  async sql<Row extends object = Record<string, unknown>>(
    persona: string | null,
    text: string,
    values: unknown[] = [],
    claim?: string,
  ): Promise<Row[]> {
    const presented =
      claim ?? (persona ? signClaim(deriveKey(TEST_SECRET, 'claim'), await this.actor(persona)) : null);
    const client = await this.runtime.connect();
    try {
      await client.query('begin');
      if (presented !== null)
        await client.query(
          claim === undefined
            ? 'select access.present_claim($1, null)'
            : "select set_config('bridges.claim', $1, true)",
          [presented],
        );
      const { rows } = await client.query<Row>(text, values);
      await client.query('commit');
      return rows;
    } catch (error) {
      await client.query('rollback');
      throw error;
    } finally {
      client.release();
    }
  }

  /** Runs as the owner of the cluster, past row-level security; each time with the settings of a new connection. */
  async asOwner<Row extends object = Record<string, unknown>>(
    text: string,
    values: unknown[] = [],
  ): Promise<Row[]> {
    const client = await (this.owner ??= poolOf(this.adminUrl)).connect();
    let isUnusable: Error | undefined;
    try {
      return (await client.query<Row>(text, values)).rows;
    } finally {
      await client.query('discard all').catch((error: Error) => (isUnusable = error));
      client.release(isUnusable);
    }
  }

  /** Moves the demo clock for everyone; without an instant, back to the machine's. */
  async moveClock(now?: string): Promise<void> {
    const client = new ApiClient(this.server, '');
    await client.put('/demo/clock', now ? { now } : {});
  }

  async close(): Promise<void> {
    await this.runtime.end();
    await this.owner?.end();
    // Asked again, it would connect again: a test may look at what a stopped program left.
    this.owner = undefined;
    closeKeptConnections();
    const { app, server } = this;
    await app.close();
    // Node never frees the module of a spec: the programs that its variables still held would fill the worker's memory.
    this.program = undefined;
    this.clients.clear();
    server.removeAllListeners();
    await this.drop();
  }
}

/** A port that is free now, for a program whose public address must be known before it starts. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

function poolOf(connectionString: string): pg.Pool {
  const pool = new pg.Pool({ connectionString, max: 10, allowExitOnIdle: true });
  // A connection that ends while it is idle, as when the database is dropped, is replaced at its next use.
  pool.on('error', () => undefined);
  return pool;
}

export function usernameOf(persona: string): string {
  const match = PERSONAS.find((one) => one.key === persona);
  if (!match) throw new Error(`There is no persona ${persona}.`);
  return match.username;
}

/** Opens a test app: a cloned database (the county's directory, unless another is given) and the program over it. */
export async function openTestApp(
  changes: Partial<Config> = {},
  database?: Clone,
  poolSize = 6,
  jobOptions: Connections['jobOptions'] = {},
): Promise<TestApp> {
  const { adminUrl, drop } = database ?? (await cloneDatabase());
  const config: Config = {
    port: 0,
    metricsPort: null,
    databaseUrl: null,
    dataDir: '',
    roles: ['pages', 'api'],
    production: false,
    demo: true,
    secret: TEST_SECRET,
    publicUrl: null,
    mail: { driver: 'none' },
    webhooksToLoopback: false,
    providersOnLoopback: false,
    sessions: DEMO_SESSIONS,
    ...changes,
  };
  const appUrl = throughPooler(urlAs(adminUrl, 'bridges_app', TEST_SECRET));
  const authUrl = throughPooler(urlAs(adminUrl, 'bridges_auth', TEST_SECRET));
  const app = await inPassportTurn(() =>
    createApp(
      config,
      {
        ...{ appUrl, authUrl, poolSize },
        // Used by a program that runs jobs, and by no other.
        jobsUrl: urlAs(adminUrl, 'bridges_jobs', TEST_SECRET),
        sealerUrl: urlAs(adminUrl, 'bridges_sealer', TEST_SECRET),
        jobOptions: { pollMs: 50, ...jobOptions },
      },
      process.env['TEST_LOG'] ? undefined : ['error'],
    ),
  );
  app.useGlobalInterceptors(new ReadOnlyGets());
  shareTemplates(app);
  // Listening once costs less than supertest's listening for each request.
  await app.listen(config.port, '127.0.0.1');
  // A connection closed for idling could be closed just as the next request is sent.
  (app.getHttpServer() as Server).keepAliveTimeout = 0;
  return new TestApp(app, adminUrl, new pg.Pool({ connectionString: appUrl, max: 4 }), drop);
}

/** The same database through a pooler that serves every database of the test server, at TEST_POOLER. */
function throughPooler(address: string): string {
  const pooler = process.env['TEST_POOLER'];
  if (!pooler) return address;
  const [url, by] = [new URL(address), new URL(pooler)];
  [url.host, url.search] = [by.host, by.search];
  return url.toString();
}
