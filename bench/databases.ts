import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { RULES } from '#libs/access';
import { keepEmbeddedDatabase, migrate, provision, urlAs } from '#libs/platform';
import { ASSESSMENT_FORM } from '#libs/terms';
import { generate } from '../apps/console/src/generate/index.js';
import { COUNTY, DEMO_PASSWORD, PERSONAS } from '../apps/console/src/seed/index.js';
import { writeAccounts, writeCounty } from '../apps/console/src/write-county.js';
import { SECRET, SEED } from './config.js';

const CLUSTER_PASSWORD = 'of the measurements';

type Url = (database: string) => string;
export interface Database {
  readonly name: string;
  readonly adminUrl: string;
  readonly appUrl: string;
  readonly authUrl: string;
}
export interface Size {
  readonly children: number;
  readonly counties: number;
}

/** The benchmark's own cluster. Data is kept for the next run if BENCH_DATA names a folder; otherwise it is removed. */
export async function startCluster() {
  const keptFolder = process.env['BENCH_DATA'];
  const folder = keptFolder ?? mkdtempSync(join(tmpdir(), 'bridges-bench-'));
  mkdirSync(folder, { recursive: true });
  // The server may run as another user, which must be able to enter the folder; otherwise its data lands elsewhere and stays.
  chmodSync(folder, 0o711);
  const cluster = await keepEmbeddedDatabase(folder, CLUSTER_PASSWORD, {
    say: (line) => console.error(line),
    onLost: (error) => console.error(error.message),
  });
  return {
    url: cluster.url,
    async stop(): Promise<void> {
      await cluster.stop();
      if (!keptFolder) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Counties of `size.children` each, the first with the demo county's directory; reused if the cluster kept them. */
export async function populatedDatabase(
  url: Url,
  size: Size,
  say: (line: string) => void,
): Promise<Database> {
  const name = `county_${size.children}_${size.counties}`;
  if (!(await query(url('postgres'), 'select from pg_database where datname = $1', [name])).length) {
    await query(url('postgres'), 'drop database if exists making');
    await query(url('postgres'), 'create database making');
    await migratedDatabase(url('making'));
    await writeCounty(url('making'), COUNTY, (client) => writeAccounts(client, PERSONAS, DEMO_PASSWORD));
    await generate(url('making'), { ...size, seed: SEED, onProgress: (line) => say(`  ${name}: ${line}`) });
    await query(url('making'), 'vacuum analyze');
    await query(url('postgres'), `alter database making rename to ${name}`);
  }
  return migratedDatabase(url(name));
}

/** A copy of the database for benchmarks that write. */
export async function copyOf(url: Url, { name }: Database, copy: string): Promise<Database> {
  await query(url('postgres'), `drop database if exists ${copy} with (force)`);
  await query(url('postgres'), `create database ${copy} template ${name} strategy file_copy`);
  return migratedDatabase(url(copy));
}

async function migratedDatabase(adminUrl: string): Promise<Database> {
  await provision(adminUrl, SECRET);
  await migrate(adminUrl, { secret: SECRET, demo: true, rules: RULES, assessmentForm: ASSESSMENT_FORM });
  return {
    name: new URL(adminUrl).pathname.slice(1),
    adminUrl,
    appUrl: urlAs(adminUrl, 'bridges_app', SECRET),
    authUrl: urlAs(adminUrl, 'bridges_auth', SECRET),
  };
}

export async function query<Row extends object = Record<string, unknown>>(
  url: string,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}
