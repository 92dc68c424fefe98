import pg from 'pg';
import { deriveKey } from '../secrets.js';
import { currentCode } from './database-code.js';
import { fingerprintOf } from './fingerprint.js';
import { codeDigest, tableFiles } from './migration-files.js';

/**
 * Whether the database was provisioned, and with this secret. Throws one line when it was with another: its signing key
 * and its roles' passwords derive from that one, and replacing them would stop a running program.
 */
export async function assertSecret(client: pg.Client, secret: string): Promise<boolean> {
  const { rows } = await client.query<{ installation: boolean; keys: boolean }>(
    `select coalesce(bool_or(n.nspname = 'platform' and c.relname = 'installation'), false) as installation,
       coalesce(bool_or(n.nspname = 'access' and c.relname = 'signing_keys'), false) as keys
     from pg_class c join pg_namespace n on n.oid = c.relnamespace`,
  );
  const { installation, keys } = rows[0]!;
  if (!keys) return false;
  await client.query('set role bridges_owner');
  try {
    const fingerprint = (installation && (await singleValue(client, FINGERPRINT))) || null;
    // A database older than the fingerprint is recognised by its signing key.
    const stored = fingerprint ?? (await singleValue(client, SIGNING_KEY));
    const ours = fingerprint ? fingerprintOf(secret) : deriveKey(secret, 'claim');
    if (stored && !stored.equals(ours)) throw new Error(OTHER_SECRET);
    return stored !== null;
  } finally {
    await client.query('reset role');
  }
}

const FINGERPRINT = 'select secret_fingerprint as bytes from platform.installation';
const SIGNING_KEY = 'select key as bytes from access.signing_keys';
const OTHER_SECRET =
  'This database was founded with another secret than BRIDGES_SECRET gives. Nothing was changed. To change the secret: console rotate-secret.';

async function singleValue(client: pg.Client, sql: string): Promise<Buffer | null> {
  const { rows } = await client.query<{ bytes: Buffer }>(sql);
  return rows[0]?.bytes ?? null;
}

/**
 * For commands that leave the installation as it is: throws one line unless it is provisioned, ours, and up to date.
 */
export async function assertReady(adminUrl: string, secret: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    if (!(await assertSecret(client, secret)))
      throw new Error('There is nothing in this database yet. Run first: console prepare.');
    await client.query('set role bridges_owner');
    const { rows } = await client.query<{ name: string }>('select name from migrations');
    assertVersion(
      rows.map(({ name }) => name),
      await currentCode(client),
    );
  } finally {
    await client.end();
  }
}

/**
 * For a program without an administrator's connection: throws one line unless the database that it serves was prepared
 * with this secret, and by this version.
 */
export async function assertPrepared(appUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: appUrl });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ files: string[]; code: string }>(
      'select files, code from platform.schema_version()',
    );
    assertVersion(rows[0]!.files, rows[0]!.code);
  } catch (error) {
    throw NOT_PREPARED.has((error as { code?: string }).code ?? '') ? new Error(UNKNOWN_HERE) : error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** A wrong password, no such role, no right to connect, no such database, schema or function. */
const NOT_PREPARED = new Set(['28P01', '28000', '42501', '3D000', '3F000', '42883']);
const UNKNOWN_HERE =
  'This database was not prepared with this BRIDGES_SECRET, or only by an earlier version. Run, with an administrator’s DATABASE_URL: console prepare.';

function assertVersion(applied: readonly string[], code: string | null): void {
  const missing = tableFiles().find(({ name }) => !applied.includes(name))?.name;
  if (missing)
    throw new Error(
      `This database is of an earlier version (${missing} is missing). Run first: console prepare.`,
    );
  if (code !== codeDigest())
    throw new Error('The functions of this database are of another version. Run first: console prepare.');
}
