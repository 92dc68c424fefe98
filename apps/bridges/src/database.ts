import { join } from 'node:path';
import pg from 'pg';
import { RULES } from '#libs/access';
import { ASSESSMENT_FORM } from '#libs/terms';
import {
  assertPrepared,
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
  /** Null for a program whose DATABASE_URL names no user: it serves, and cannot change roles or schema. */
  readonly adminUrl: string | null;
  readonly sealerUrl: string;
  readonly jobsUrl: string;
  stop(): Promise<void>;
}

/**
 * Connects to or starts the database, creates its roles and migrates its schema. Without an administrator's connection it
 * only makes sure that this was done. Throws a one-line error, with nothing changed, if the database was created with
 * another secret or its clock differs from this machine's.
 */
export function prepareDatabase(config: Config): Promise<PreparedDatabase> {
  if (!isAdministered(config)) return openDatabase(config);
  return reach(config, async (adminUrl) => {
    await assertClocksAgree(adminUrl);
    await provision(adminUrl, config.secret);
    await migrate(adminUrl, {
      secret: config.secret,
      demo: config.demo,
      rules: RULES,
      assessmentForm: ASSESSMENT_FORM,
    });
  });
}

/** Connects to or starts an existing database, and changes no roles, schema, policies or keys. */
export async function openDatabase(config: Config): Promise<PreparedDatabase> {
  if (!config.databaseUrl && !hasEmbeddedDatabase(databaseFolder(config)))
    throw new Error(`There is no database in ${config.dataDir} yet. First run: console prepare.`);
  if (isAdministered(config)) return reach(config, (adminUrl) => assertReady(adminUrl, config.secret));
  const database = connections(config.databaseUrl!, config.secret);
  await assertPrepared(database.appUrl);
  await assertClocksAgree(database.appUrl);
  return { ...database, adminUrl: null, stop: async () => undefined };
}

/** The administrator's connection. Throws one line when DATABASE_URL names no user. */
export function administratorOf({ adminUrl }: Pick<PreparedDatabase, 'adminUrl'>): string {
  if (adminUrl === null)
    throw new Error(
      'This needs a DATABASE_URL with the user name and password of an administrator of Postgres.',
    );
  return adminUrl;
}

const isAdministered = ({ databaseUrl }: Config): boolean =>
  databaseUrl === null || new URL(databaseUrl).username !== '';

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
  return { ...connections(adminUrl, config.secret), adminUrl, stop };
}

/** The serving roles' connections to the database of this address. */
const connections = (url: string, secret: string) => ({
  appUrl: urlAs(url, 'bridges_app', secret),
  authUrl: urlAs(url, 'bridges_auth', secret),
  sealerUrl: urlAs(url, 'bridges_sealer', secret),
  jobsUrl: urlAs(url, 'bridges_jobs', secret),
});

async function assertClocksAgree(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
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
