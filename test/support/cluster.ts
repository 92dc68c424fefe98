import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { RULES } from '#libs/access';
import {
  type EmbeddedDatabase,
  migrate,
  projectRoot,
  provision,
  startEmbeddedDatabase,
} from '#libs/platform';
import { COUNTY, DEMO_PASSWORD, PERSONAS } from '../../apps/console/src/seed/index.js';
import { writeCounty } from '../../apps/console/src/write-county.js';

export const TEST_SECRET = 'a secret of the tests alone, long enough';
const PASSWORD = 'of the test cluster';
/** One cluster for all tests of this checkout, apart from the data of any installation. */
const FOLDER = join(tmpdir(), `bridges-test-${digestOf(projectRoot)}`);

const TEMPLATE = `template_${digestOf([migrationTexts(), RULES, COUNTY, PERSONAS])}`;

export interface Clone {
  readonly adminUrl: string;
  drop(): Promise<void>;
}

/** A new database, cloned from a migrated template with the county's directory in it; its administrator's address. */
export async function cloneDatabase(): Promise<Clone> {
  const cluster = await alone(async () => {
    const started = await startEmbeddedDatabase(FOLDER, PASSWORD);
    await provideTemplate(started);
    return started;
  });
  return clone(cluster, TEMPLATE);
}

/** The same, cloned from a template that somebody filled once: its name tells what it was filled with. */
export async function cloneFilled(name: string, fill: (adminUrl: string) => Promise<void>): Promise<Clone> {
  const filled = `filled_${digestOf([TEMPLATE, name])}`;
  // Filling takes a while, and clones on the way: a lock of its own, so that one worker does it and the rest wait.
  const cluster = await alone(async () => {
    const started = await alone(() => startEmbeddedDatabase(FOLDER, PASSWORD));
    if ((await command(started, `select from pg_database where datname = '${filled}'`)) === 0) await make();
    return started;
  }, `${FOLDER}.${filled}.lock`);
  return clone(cluster, filled);

  async function make(): Promise<void> {
    const { adminUrl, drop } = await cloneDatabase();
    const making = new URL(adminUrl).pathname.slice(1);
    try {
      await fill(adminUrl);
    } catch (error) {
      await drop();
      throw error;
    }
    const renaming = `alter database ${making} rename to ${filled}`;
    await alone(async () => command(await startEmbeddedDatabase(FOLDER, PASSWORD), renaming));
  }
}

async function clone(cluster: EmbeddedDatabase, template: string): Promise<Clone> {
  const name = `test_${process.pid}_${Date.now()}_${Math.floor(Math.random() * 1e6)}`;
  await alone(() => command(cluster, `create database ${name} template ${template} owner bridges_owner`));
  await onDatabase(
    cluster.url(name),
    `revoke all on database ${name} from public; grant connect on database ${name} to bridges_app, bridges_door, bridges_sealer`,
  );
  return {
    adminUrl: cluster.url(name),
    drop: async () => void (await command(cluster, `drop database if exists ${name} with (force)`)),
  };
}

/** A template for just these migrations, rules and people: a change of any makes another. */
async function provideTemplate(cluster: EmbeddedDatabase): Promise<void> {
  if ((await command(cluster, `select from pg_database where datname = '${TEMPLATE}'`)) > 0) return;
  const making = `${TEMPLATE}_making`;
  await command(cluster, `drop database if exists ${making} with (force)`);
  await command(cluster, `create database ${making}`);
  const adminUrl = cluster.url(making);
  await provision(adminUrl, TEST_SECRET);
  await migrate(adminUrl, { secret: TEST_SECRET, demo: true, rules: RULES });
  await writeCounty(adminUrl, COUNTY, PERSONAS, DEMO_PASSWORD);
  await command(cluster, `alter database ${making} rename to ${TEMPLATE}`);
}

const command = (cluster: EmbeddedDatabase, sql: string): Promise<number> =>
  onDatabase(cluster.url('postgres'), sql);

async function onDatabase(url: string, sql: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rowCount ?? 0;
  } finally {
    await client.end();
  }
}

/** Workers take turns: a template can be cloned by one at a time, and one server be started. */
async function alone<T>(work: () => Promise<T>, lock = `${FOLDER}.lock`): Promise<T> {
  for (let wait = 0; ; wait++) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      dropIfStale(lock);
      if (wait > 6000)
        throw new Error(`Another run holds ${lock}; remove it if none is running.`, { cause: error });
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 12);
}

function migrationTexts(): string[] {
  const folder = join(projectRoot, 'migrations');
  return readdirSync(folder)
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8'));
}

/** A run that was killed leaves its lock behind; nothing that holds one takes five minutes. */
function dropIfStale(lock: string): void {
  const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
  if (since !== undefined && Date.now() - since > 300_000) rmSync(lock, { recursive: true, force: true });
}
