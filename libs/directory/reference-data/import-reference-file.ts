import { createHash } from 'node:crypto';
import { londonDate, newId } from '#libs/platform';
import { LAYOUTS, type Layout } from './layouts.js';
import { type FileSource, readReferenceFile } from './read-reference-file.js';
import type { ImportReport, ReferenceKind } from './reference-kinds.js';

export interface ImportResult extends ImportReport {
  /** The file was imported before, and nothing was done. */
  readonly isRepeat: boolean;
}

/** Runs one statement in the transaction of the import. */
export type Run = <Row extends object>(sql: string, values: readonly unknown[]) => Promise<Row[]>;

export interface ReferenceFile {
  readonly kind: ReferenceKind;
  readonly name: string;
  readonly open: FileSource;
}

/**
 * Imports a whole file in the transaction of `run`. A file whose content is that of the last import of its kind is not
 * imported again: the report is that of the first time. Throws a ReferenceFileError, after which the transaction must be
 * rolled back.
 */
export async function importReferenceFile(
  run: Run,
  { kind, name, open }: ReferenceFile,
  { by, at }: { readonly by: string | null; readonly at: Date },
): Promise<ImportResult> {
  await run("select pg_advisory_xact_lock(hashtextextended('reference ' || $1::text, 0))", [kind]);
  const digest = await digestOf(open);
  const [last] = await run<ImportReport & { digest: Buffer }>(
    `select digest, added, changed, closed, unchanged from reference_imports
     where kind = $1 order by imported_at desc, id desc limit 1`,
    [kind],
  );
  if (last && digest.equals(last.digest)) return { ...reportOf(last), isRepeat: true };
  const layout = LAYOUTS[kind];
  const merge = mergeStatement(layout);
  let report: ImportReport = { added: 0, changed: 0, closed: 0, unchanged: 0 };
  for await (const rows of readReferenceFile(open, layout)) {
    const [counts] = await run<ImportReport>(merge, [JSON.stringify(rows), londonDate(at)]);
    report = sum(report, counts!);
  }
  await run(
    `insert into reference_imports (id, kind, file_name, digest, imported_by, imported_at, added, changed, closed, unchanged)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      newId(),
      kind,
      name.slice(0, 200),
      digest,
      by,
      at,
      report.added,
      report.changed,
      report.closed,
      report.unchanged,
    ],
  );
  return { ...report, isRepeat: false };
}

async function digestOf(open: FileSource): Promise<Buffer> {
  const hash = createHash('sha256');
  for await (const chunk of open()) hash.update(chunk as Buffer);
  return hash.digest();
}

const reportOf = ({ added, changed, closed, unchanged }: ImportReport): ImportReport => ({
  added,
  changed,
  closed,
  unchanged,
});

const sum = (one: ImportReport, other: ImportReport): ImportReport => ({
  added: one.added + other.added,
  changed: one.changed + other.changed,
  closed: one.closed + other.closed,
  unchanged: one.unchanged + other.unchanged,
});

/** Adds the rows of one batch, changes those that differ, and counts what it did. */
export function mergeStatement({ table, columns, fixed = {} }: Layout): string {
  const names = Object.keys(columns);
  const constants = Object.entries(fixed);
  const changing = names.filter((name) => name !== 'code');
  const today = '$2::date';
  return `
    with incoming as (
      select * from jsonb_to_recordset($1::jsonb) as r (${names.map((name) => `${name} ${columns[name]}`).join(', ')})
    ), before as materialized (
      select t.code, t.valid_until from ${table} t where t.code in (select code from incoming)
    ), written as (
      insert into ${table} as t (${[...names, ...constants.map(([name]) => name)].join(', ')})
      select ${[...names, ...constants.map(([, value]) => `'${value}'`)].join(', ')} from incoming
      on conflict (code) do update set ${changing.map((name) => `${name} = excluded.${name}`).join(', ')}
        where (${changing.map((name) => `t.${name}`).join(', ')})
          is distinct from (${changing.map((name) => `excluded.${name}`).join(', ')})
      returning code, valid_until
    ), told as (
      select b.code is null as is_new,
        b.code is not null and coalesce(w.valid_until < ${today} and coalesce(b.valid_until >= ${today}, true), false) as is_closed
      from written w left join before b using (code)
    )
    select (select count(*) from told where is_new)::int as added,
      (select count(*) from told where not is_new and not is_closed)::int as changed,
      (select count(*) from told where is_closed)::int as closed,
      ((select count(*) from incoming) - (select count(*) from told))::int as unchanged`;
}
