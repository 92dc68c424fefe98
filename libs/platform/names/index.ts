import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type pg from 'pg';
import { letters } from './letters.js';
import { nicknames } from './nicknames.js';

const require = createRequire(import.meta.url);
/** Raised when `letters` itself changes what it makes of a character. */
const LETTERS_VERSION = 2;

/**
 * Writes the tables by which names are compared, and the keys of every name anew, when either differs from those of
 * this program. `rulesOfNames` is the text of the functions that make the keys.
 */
export async function writeNameTables(client: pg.Client, rulesOfNames: string): Promise<void> {
  const digest = createHash('sha256')
    .update(JSON.stringify([LETTERS_VERSION, versionOfLetters(), nicknames(), rulesOfNames]))
    .digest('hex');
  const { rows } = await client.query<{ digest: string }>('select digest from platform.name_rules');
  if (rows[0]?.digest === digest) return;
  await client.query('delete from platform.letters');
  await client.query('delete from platform.nicknames');
  const all = letters();
  await client.query(
    'insert into platform.letters select * from unnest($1::text[], $2::text[], $3::text[])',
    [all.map(({ letter }) => letter), all.map(({ folded }) => folded), all.map(({ latin }) => latin)],
  );
  const nicks = nicknames();
  await client.query('insert into platform.nicknames select * from unnest($1::text[], $2::smallint[])', [
    nicks.map(({ word }) => word),
    nicks.map(({ line }) => line),
  ]);
  await client.query('analyze platform.letters, platform.nicknames');
  // The owner of the tables is bound by row-level security, so the role that reads every name makes the keys.
  await client.query('set local role bridges_reach');
  await client.query('select access.index_all_names()');
  await client.query('set local role bridges_owner');
  await client.query('delete from platform.name_rules');
  await client.query('insert into platform.name_rules values ($1)', [digest]);
}

function versionOfLetters(): string {
  const manifest = join(dirname(require.resolve('any-ascii')), 'package.json');
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
}
