import type pg from 'pg';

export interface Column {
  readonly name: string;
  readonly type: string;
  readonly generated: boolean;
}
export interface Constraint {
  readonly table: string;
  readonly name: string;
  /** c check, f foreign key, u unique, p primary key, x exclusion. */
  readonly kind: 'c' | 'f' | 'u' | 'p' | 'x';
  readonly definition: string;
  readonly columns: readonly string[];
  readonly refers: string | null;
  readonly referred: readonly string[];
}

const SCHEMAS = "('public', 'access', 'audit', 'auth', 'platform')";
const NAMED = "case when n.nspname = 'public' then c.relname else n.nspname || '.' || c.relname end";

/**
 * Every constraint, and unique indexes that are not constraints. Unique constraints implied by the primary key are left
 * out: they exist for composite foreign keys.
 */
export async function constraintsIn(client: pg.Client): Promise<Constraint[]> {
  const { rows } = await client.query<Constraint>(`
    select ${NAMED} as "table", k.conname as name, k.contype as kind, pg_get_constraintdef(k.oid) as definition,
      array(select a.attname::text from pg_attribute a where a.attrelid = k.conrelid and a.attnum = any(k.conkey)
        order by array_position(k.conkey, a.attnum)) as columns,
      case when k.confrelid <> 0 then k.confrelid::regclass::text end as refers,
      array(select a.attname::text from pg_attribute a where a.attrelid = k.confrelid and a.attnum = any(k.confkey)
        order by array_position(k.confkey, a.attnum)) as referred
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ${SCHEMAS} and k.contype in ('c', 'f', 'u', 'p', 'x') and c.relname not in ('migrations', 'database_code')
    union all
    select ${NAMED}, i.relname, 'u', pg_get_indexdef(x.indexrelid),
      array(select a.attname::text from pg_attribute a where a.attrelid = x.indrelid and a.attnum = any(x.indkey) order by a.attnum),
      null, '{}'
    from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class c on c.oid = x.indrelid
    join pg_namespace n on n.oid = c.relnamespace
    where x.indisunique and n.nspname in ${SCHEMAS} and c.relname not in ('migrations', 'database_code')
      and not exists (select from pg_constraint k where k.conindid = x.indexrelid and k.contype in ('u', 'p', 'x'))
    order by 1, 2`);
  return rows.filter((row) => !rows.some((key) => isWider(row, key)));
}

const isWider = (row: Constraint, key: Constraint): boolean =>
  row.kind === 'u' &&
  key.kind === 'p' &&
  row.table === key.table &&
  key.columns.every((column) => row.columns.includes(column));

export async function columnsOf(client: pg.Client, table: string): Promise<Column[]> {
  const { rows } = await client.query<Column>(
    `select a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attgenerated <> '' as generated
     from pg_attribute a where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped order by a.attnum`,
    [table],
  );
  return rows;
}
