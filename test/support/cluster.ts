import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hash } from '@node-rs/argon2';
import pg from 'pg';
import { RULES } from '#libs/access';
import { ASSESSMENT_FORM } from '#libs/terms';
import {
  type EmbeddedDatabase,
  LOGIN_ROLES,
  migrate,
  projectRoot,
  provision,
  startEmbeddedDatabase,
} from '#libs/platform';
import { COUNTY, DEMO_PASSWORD, PERSONAS } from '../../apps/console/src/seed/index.js';
import { writeAccounts, writeCounty } from '../../apps/console/src/write-county.js';

export const TEST_SECRET = 'a secret of the tests alone, long enough';
const PASSWORD = 'of the test cluster';
/** A test cluster need not survive a crash of the machine. */
const WITHOUT_DURABILITY = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_wal_size: '512MB',
};
const MEMORY = '/dev/shm';
const MEMORY_NEEDED = 4 * 1024 ** 3;
/** Where the workers find the cluster started by the run's set-up. */
const ADDRESS = 'BRIDGES_TEST_CLUSTER';
/** Superuser address of another server to test against: an older version, or one kept for inspection. */
const ANOTHER_SERVER = 'TEST_SERVER';
/** A shared lock, held with other runs of this checkout for the length of a run. */
const RUN_LOCK = "hashtext('bridges test run')";

export interface Clone {
  readonly adminUrl: string;
  drop(): Promise<void>;
}

/**
 * Starts this checkout's cluster for a whole run and creates the template; returns the function that stops it. A cluster
 * left by a killed run is reused, and its leftovers are removed unless another run is using it.
 */
export async function startTestCluster(): Promise<() => Promise<void>> {
  const another = process.env[ANOTHER_SERVER];
  const cluster = another
    ? anotherServer(another)
    : await startOrBeginAgain(join(placeOf(), `bridges-test-${digestOf(projectRoot)}`));
  process.env[ADDRESS] = cluster.url('postgres');
  const client = await connected(cluster.url('postgres'));
  for (const [name, value] of Object.entries(WITHOUT_DURABILITY))
    await client.query(`alter system set ${name} = '${value}'`);
  await client.query('select pg_reload_conf()');
  if (await isOnlyRun(client)) await dropLeftovers(client);
  await client.query(`select pg_advisory_lock_shared(${RUN_LOCK})`);
  await provideDatabase(templateName(), fillTemplate);
  return async () => {
    await client.query(`select pg_advisory_unlock_shared(${RUN_LOCK})`);
    const isLast = await isOnlyRun(client);
    await client.end();
    if (isLast) await cluster.stop();
  };
}

/** Runs the tests of this file on another cluster, for which it creates the template, until the answer is called. */
export async function useCluster({ url }: EmbeddedDatabase): Promise<() => void> {
  const usual = process.env[ADDRESS]!;
  process.env[ADDRESS] = url('postgres');
  await provideDatabase(templateName(), fillTemplate);
  return () => void (process.env[ADDRESS] = usual);
}

/** A new database cloned from a migrated template with the county's directory; returns its administrator address. */
export function cloneDatabase(): Promise<Clone> {
  return clone(templateName());
}

/** The same, cloned from a template filled once; the template's name is a hash of what fills it. */
export async function cloneFilled(name: string, fill: (adminUrl: string) => Promise<void>): Promise<Clone> {
  const filled = `filled_${digestOf([templateName(), name])}`;
  await provideDatabase(filled, fill, templateName());
  return clone(filled);
}

async function clone(template: string): Promise<Clone> {
  const name = `test_${process.pid}_${Date.now()}_${Math.floor(Math.random() * 1e6)}`;
  await onCluster((client) => createDatabase(client, name, template));
  return {
    adminUrl: urlOf(name),
    drop: () =>
      onCluster(async (client) => void (await client.query(`drop database if exists ${name} with (force)`))),
  };
}

async function createDatabase(client: pg.Client, name: string, template: string): Promise<void> {
  await client.query(`create database ${name} template ${template} strategy file_copy owner bridges_owner`);
  await client.query(`revoke all on database ${name} from public`);
  await client.query(`grant connect on database ${name} to ${LOGIN_ROLES.join(', ')}`);
}

/** Creates a template once: the first worker creates it, the others wait. Connections are refused so that all can clone it. */
async function provideDatabase(
  name: string,
  fill: (adminUrl: string) => Promise<void>,
  template?: string,
): Promise<void> {
  await onCluster(async (client) => {
    if (await isThere(client, name)) return;
    await client.query(`select pg_advisory_lock(hashtext('${name}'))`);
    if (await isThere(client, name)) return;
    const making = `${name}_making`;
    await client.query(`drop database if exists ${making} with (force)`);
    if (template) await createDatabase(client, making, template);
    else await client.query(`create database ${making}`);
    await fill(urlOf(making));
    await client.query(`alter database ${making} allow_connections false`);
    await client.query(`alter database ${making} rename to ${name}`);
  });
}

/** A template for exactly these migrations, rules and people: any change creates a new one. */
async function fillTemplate(adminUrl: string): Promise<void> {
  await provision(adminUrl, TEST_SECRET);
  await migrate(adminUrl, { secret: TEST_SECRET, demo: true, rules: RULES, assessmentForm: ASSESSMENT_FORM });
  await writeCounty(adminUrl, COUNTY, (client) => writeAccounts(client, PERSONAS, DEMO_PASSWORD));
  const client = await connected(adminUrl);
  try {
    // The hash itself states its cost: tests do a thousand sign-ins and need not pay the price set for an attacker.
    const cheap = await hash(DEMO_PASSWORD, { memoryCost: 8, timeCost: 1, parallelism: 1 });
    await client.query('update auth.accounts set password_hash = $1', [cheap]);
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}

/** A folder in memory if there is enough space. */
function placeOf(): string {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize > MEMORY_NEEDED ? MEMORY : tmpdir();
  } catch {
    return tmpdir();
  }
}

async function startOrBeginAgain(folder: string): Promise<EmbeddedDatabase> {
  const start = (): Promise<EmbeddedDatabase> => startEmbeddedDatabase(folder, PASSWORD);
  try {
    return await start();
  } catch {
    // Without durability, a crash can leave files that no server can read.
    rmSync(folder, { recursive: true, force: true });
    return start();
  }
}

async function isOnlyRun(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ only: boolean }>(`select pg_try_advisory_lock(${RUN_LOCK}) as only`);
  if (rows[0]!.only) await client.query(`select pg_advisory_unlock(${RUN_LOCK})`);
  return rows[0]!.only;
}

/** Databases left by a killed run, and templates of outdated migrations. */
async function dropLeftovers(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ datname: string }>(
    "select datname from pg_database where datname ~ '^(test|template|filled)_' and datname <> $1",
    [templateName()],
  );
  for (const { datname } of rows) await client.query(`drop database if exists ${datname} with (force)`);
}

async function isThere(client: pg.Client, name: string): Promise<boolean> {
  return (await client.query('select from pg_database where datname = $1', [name])).rowCount === 1;
}

/** A server that this run did not start is not stopped. */
const anotherServer = (address: string): EmbeddedDatabase => ({
  url: (database) => withDatabase(address, database),
  stop: () => Promise.resolve(),
});

function urlOf(database: string): string {
  const address = process.env[ADDRESS];
  if (!address) throw new Error('The test cluster is not running: Jest starts it (globalSetup).');
  return withDatabase(address, database);
}

function withDatabase(address: string, database: string): string {
  const url = new URL(address);
  url.pathname = `/${database}`;
  return url.toString();
}

async function onCluster<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = await connected(urlOf('postgres'));
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function connected(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  return client;
}

let template: string | undefined;
function templateName(): string {
  return (template ??= `template_${digestOf([migrationTexts(), RULES, COUNTY, PERSONAS])}`);
}

function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 12);
}

function migrationTexts(): string[] {
  const folder = join(projectRoot, 'migrations');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8'));
}
