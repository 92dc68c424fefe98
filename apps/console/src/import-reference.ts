import { createReadStream, existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import pg from 'pg';
import { importReferenceFile, type ImportResult, REFERENCE_KINDS, type ReferenceKind } from '#libs/directory';
import { projectRoot } from '#libs/platform';
import { isKeyOf, keysOf } from '#libs/terms';

/** Imports a published list of schools, practices or places, whole or not at all, and prints what it did. */
export async function importReference(
  adminUrl: string,
  kind: string | undefined,
  file: string | undefined,
  say: (line: string) => void,
): Promise<void> {
  if (!kind || !isKeyOf(REFERENCE_KINDS, kind))
    throw new Error(`The kind of list must be one of ${keysOf(REFERENCE_KINDS).join(', ')}.`);
  if (!file || !existsSync(file)) throw new Error(`There is no file ${file ?? ''}`.trimEnd() + '.');
  const { added, changed, closed, unchanged, isRepeat } = await imported(adminUrl, kind, file);
  const report = `${added} added, ${changed} changed, ${closed} closed, ${unchanged} unchanged`;
  say(
    isRepeat ? `${kind}: this file was the last one imported. That time: ${report}.` : `${kind}: ${report}.`,
  );
}

/** The small invented lists of a demonstration, in their published layouts. */
export async function importDemoReference(adminUrl: string): Promise<void> {
  for (const kind of keysOf(REFERENCE_KINDS))
    await imported(adminUrl, kind, join(projectRoot, `apps/console/src/seed/reference/${kind}.csv`));
}

async function imported(adminUrl: string, kind: ReferenceKind, file: string): Promise<ImportResult> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('set role bridges_owner');
    await client.query('begin');
    await client.query('set local role bridges_loader');
    const result = await importReferenceFile(
      async <Row extends object>(sql: string, values: readonly unknown[]) =>
        (await client.query<Row>(sql, [...values])).rows,
      { kind, name: basename(file), open: () => createReadStream(file) },
      { by: null, at: new Date() },
    );
    await client.query('commit');
    return result;
  } finally {
    // Without the commit, nothing of the file is kept.
    await client.end();
  }
}
