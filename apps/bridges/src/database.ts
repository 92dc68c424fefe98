import { join } from 'node:path';
import pg from 'pg';
import { RULES } from '#libs/access';
import {
  assertReady,
  clockDifference,
  describeClockDifference,
  type Config,
  deriveKey,
  type EmbeddedDatabase,
  hasEmbeddedDatabase,
  keepEmbeddedDatabase,
  migrate,
  provision,
  urlAs,
} from '#libs/platform';
import type { Connections } from './app.module.js';

export interface PreparedDatabase extends Connections {
  readonly adminUrl: string;
  readonly sealerUrl: string;
  readonly jobsUrl: string;
  stop(): Promise<void>;
}

/**
 * Connects to or starts the database, creates its roles and migrates its schema. Throws a one-line error, with nothing
 * changed, if the database was created with another secret or its clock differs from this machine's.
 */
export function prepareDatabase(config: Config): Promise<PreparedDatabase> {
  return reach(config, async (adminUrl) => {
    await assertClocksAgree(adminUrl);
    await provision(adminUrl, config.secret);
    await migrate(adminUrl, { secret: config.secret, demo: config.demo, rules: RULES });
  });
}

/** Connects to or starts an existing database, and changes no roles, schema, policies or keys. */
export async function openDatabase(config: Config): Promise<PreparedDatabase> {
  if (!config.databaseUrl && !hasEmbeddedDatabase(databaseFolder(config)))
    throw new Error(`There is no database in ${config.dataDir} yet. First run: console prepare.`);
  return reach(config, (adminUrl) => assertReady(adminUrl, config.secret));
}

/** The embedded database's superuser; its password is derived from the secret. */
export const superuserPassword = (secret: string): string =>
  deriveKey(secret, 'embedded superuser').toString('hex');

const databaseFolder = ({ dataDir }: Config): string => join(dataDir, 'database');

async function reach(
  config: Config,
  prepare: (adminUrl: string) => Promise<void>,
): Promise<PreparedDatabase> {
  const embedded = config.databaseUrl ? null : await startEmbedded(config);
  const adminUrl = config.databaseUrl ?? embedded!.url('postgres');
  const stop = async (): Promise<void> => embedded?.stop();
  try {
    await prepare(adminUrl);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    adminUrl,
    appUrl: urlAs(adminUrl, 'bridges_app', config.secret),
    authUrl: urlAs(adminUrl, 'bridges_auth', config.secret),
    sealerUrl: urlAs(adminUrl, 'bridges_sealer', config.secret),
    jobsUrl: urlAs(adminUrl, 'bridges_jobs', config.secret),
    stop,
  };
}

async function assertClocksAgree(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const apart = describeClockDifference(await clockDifference((sql) => client.query<{ at: Date }>(sql)));
    if (apart) throw new Error(apart);
  } finally {
    await client.end();
  }
}

function startEmbedded(config: Config): Promise<EmbeddedDatabase> {
  return keepEmbeddedDatabase(databaseFolder(config), superuserPassword(config.secret), {
    say: (line) => console.error(line),
    onLost: (error) => {
      console.error(`${error.message} Bridges is stopping.`);
      process.exit(1);
    },
  });
}
