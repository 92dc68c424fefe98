import { existsSync } from 'node:fs';
import pg from 'pg';
import { EmbeddedServer } from './embedded-server.js';

export interface EmbeddedDatabase {
  /** Connection string of the cluster's superuser for one of its databases. */
  url(database: string): string;
  stop(): Promise<void>;
}

/**
 * A real Postgres from the package registry, its data under `folder`. Reuses a server left running by an earlier start;
 * `stop` ends it even while other programs use it. `locale` is given to `initdb` for a new one.
 */
export async function startEmbeddedDatabase(
  folder: string,
  password: string,
  locale?: readonly string[],
): Promise<EmbeddedDatabase> {
  const server = new EmbeddedServer(folder, password, locale);
  await server.ensureRunning();
  return { url: (database) => server.url(database), stop: () => server.stop() };
}

/** Whether this folder holds a database at all. */
export const hasEmbeddedDatabase = (folder: string): boolean =>
  existsSync(folder) && new EmbeddedServer(folder, '').exists;

const KEEPER = 'bridges keeper';
const MAX_CONNECT_ATTEMPTS = 3;

/**
 * The same for several programs that share the server: while one of them holds it, it is restarted when it dies, and
 * the last to stop ends it. `say` is called on a restart; `onLost` on a failed restart, after which the database is
 * gone.
 */
export async function keepEmbeddedDatabase(
  folder: string,
  password: string,
  { say, onLost }: { say: (line: string) => void; onLost: (error: Error) => void },
): Promise<EmbeddedDatabase> {
  const server = new EmbeddedServer(folder, password);
  let stopping = false;
  let keeper = await hold();

  /** An open connection shows other programs that this one is running, and closes when the server ends. */
  async function hold(retries = MAX_CONNECT_ATTEMPTS): Promise<pg.Client> {
    await server.ensureRunning();
    const client = new pg.Client({ connectionString: server.url('postgres'), application_name: KEEPER });
    client.on('error', () => undefined);
    try {
      await client.connect();
    } catch (error) {
      // Another program, seeing no other user, ended the server between these two steps.
      if (retries > 0) return await hold(retries - 1);
      throw error;
    }
    client.once('end', () => void restart());
    return client;
  }

  async function restart(): Promise<void> {
    if (stopping) return;
    say('The embedded database has stopped. Starting it again.');
    try {
      keeper = await hold();
      say('The embedded database is there again.');
    } catch (error) {
      onLost(error as Error);
    }
  }

  return {
    url: (database) => server.url(database),
    async stop(): Promise<void> {
      stopping = true;
      const { rows } = await keeper
        .query<{ others: number }>(
          'select count(*)::int as others from pg_stat_activity where application_name = $1 and pid <> pg_backend_pid()',
          [KEEPER],
        )
        .catch(() => ({ rows: [{ others: 0 }] }));
      await keeper.end().catch(() => undefined);
      if (rows[0]!.others === 0) await server.stop();
    },
  };
}
