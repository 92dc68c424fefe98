import pg from 'pg';
import { CLAIM_LIFE_SECONDS } from '../claim.js';
import { CLOCK_TOLERANCE_SECONDS } from '../clock.js';
import { BANK_HOLIDAYS } from '../working-days/index.js';
import { writeNameTables } from '../names/index.js';
import { deriveKey } from '../secrets.js';
import { fingerprintOf } from './fingerprint.js';
import { replaceDatabaseCode } from './database-code.js';
import { digestOf, rulesOfNames, tableFiles } from './migration-files.js';

interface RuleRow {
  readonly permission: string;
  readonly role: string;
  readonly reach: string;
  readonly tier: number;
}
interface MigrateOptions {
  readonly secret: string;
  readonly demo: boolean;
  /** The rules of libs/access, mirrored into access.rules. */
  readonly rules: readonly RuleRow[];
  /** The words of a new assessment, of libs/terms. */
  readonly assessmentForm: object;
}

/**
 * Brings tables up to date, forward only, and replaces the database code if it differs, as the owner. Returns what it
 * applied. Throws when an applied file was edited afterwards, or the database was created from files that no longer
 * exist.
 */
export async function migrate(adminUrl: string, options: MigrateOptions): Promise<string[]> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('set role bridges_owner');
    await client.query("set lock_timeout = '5s'");
    await client.query("select pg_advisory_lock(hashtext('bridges migrate'))");
    await client.query(APPLIED_FILES);
    const applied = await applyNewTables(client);
    const isReplaced = await inTransaction(client, () => replaceDatabaseCode(client));
    await writeSettings(client, options);
    await inTransaction(client, () => keepForm(client, options.assessmentForm));
    await inTransaction(client, () => writeNameTables(client, rulesOfNames()));
    return isReplaced ? [...applied, 'database code'] : applied;
  } finally {
    await client.end();
  }
}

const APPLIED_FILES = `
  create table if not exists migrations (name text primary key, digest text not null, applied_at timestamptz not null default now())`;

async function applyNewTables(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; digest: string }>(
    'select name, digest from migrations',
  );
  const digests = new Map(rows.map((row) => [row.name, row.digest]));
  const files = tableFiles();
  const foreign = rows.find(({ name }) => !files.some((file) => file.name === name));
  if (foreign)
    throw new Error(
      `This database was made by a version that this one cannot continue (${foreign.name} is not among its files). Use the version that made it, or another database.`,
    );
  const applied: string[] = [];
  for (const { name, sql } of files) {
    const digest = digestOf(sql);
    if (digests.get(name) === digest) continue;
    if (digests.has(name))
      throw new Error(`${name} was changed after it had been applied. Write a file in changes/ instead.`);
    await inTransaction(client, async () => {
      await client.query(sql);
      await client.query('insert into migrations (name, digest) values ($1, $2)', [name, digest]);
    });
    applied.push(name);
  }
  return applied;
}

/**
 * Rules, bank holidays, the longest claim and the demo switch follow the program that starts, not the day the schema
 * was created. The signing key and the secret's fingerprint are written once: `provision` rejects any other secret.
 */
async function writeSettings(client: pg.Client, { secret, demo, rules }: MigrateOptions): Promise<void> {
  await inTransaction(client, async () => {
    await client.query('delete from access.rules');
    await client.query(
      `insert into access.rules select * from unnest($1::text[], $2::text[], $3::text[], $4::smallint[])`,
      [
        rules.map((r) => r.permission),
        rules.map((r) => r.role),
        rules.map((r) => r.reach),
        rules.map((r) => r.tier),
      ],
    );
    await client.query('delete from platform.bank_holidays');
    await client.query('insert into platform.bank_holidays select unnest($1::date[])', [BANK_HOLIDAYS]);
    await client.query(
      'insert into access.signing_keys select $1 where not exists (select from access.signing_keys)',
      [deriveKey(secret, 'claim')],
    );
    await client.query(
      'insert into platform.installation (secret_fingerprint) values ($1) on conflict do nothing',
      [fingerprintOf(secret)],
    );
    await client.query(
      `update platform.settings set demo = $1, clock_offset = case when $1 then clock_offset else '0' end,
         longest_claim = make_interval(secs => $2)`,
      [demo, CLAIM_LIFE_SECONDS + CLOCK_TOLERANCE_SECONDS],
    );
  });
}

/** Adds a definition when the words differ from the newest one. Assessments keep the one that they were started with. */
async function keepForm(client: pg.Client, content: object): Promise<void> {
  await client.query(
    `insert into form_definitions (number, valid_from, content)
     select newest.number + 1, (now() at time zone 'Europe/London')::date, $1::jsonb
     from (select number, content from form_definitions order by number desc limit 1) newest
     where newest.content <> $1::jsonb`,
    [JSON.stringify(content)],
  );
}

async function inTransaction<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    const answer = await work();
    await client.query('commit');
    return answer;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
