import type pg from 'pg';
import { resultOrError, dryRun } from './persona-database.js';
import { columnsOf } from './catalogue.js';

/** Database roles other than the serving role: each does its own work on every row of the tables granted to it. */
const OTHER_ROLES = [
  'bridges_reach',
  'bridges_loader',
  'bridges_auth',
  'bridges_sealer',
  'bridges_jobs',
] as const;

/** Granted actions that a policy prevents another database role from doing. */
export async function deniedRoles(admin: pg.Client, table: string): Promise<string[]> {
  const { rows } = await admin.query<{ count: string }>(`select count(*) from ${table}`);
  const total = Number(rows[0]!.count);
  const columns = await columnsOf(admin, table);
  const denied: string[] = [];
  for (const role of OTHER_ROLES) {
    const granted = await grantsOf(admin, table, role);
    const changed = granted.update ?? (granted.updates ? columns[0]!.name : undefined);
    await dryRun(admin, async () => {
      await admin.query(`alter table ${table} disable trigger user`);
      const copy = `select ${granted.inserts} from jsonb_populate_record(null::${table}, (select to_jsonb(t) from ${table} t limit 1))`;
      await admin.query(`create temp table copied on commit drop as ${granted.inserts ? copy : 'select 1'}`);
      await admin.query(`grant select on copied to ${role}`);
      await admin.query(`set local role ${role}`);
      if (granted.select) {
        const result = await resultOrError(admin, () =>
          admin.query<{ count: string }>(`select count(*) from ${table}`),
        );
        if (!('rows' in result) || Number(result.rows[0]!.count) !== total)
          denied.push(`${role} does not read all of ${table}`);
      }
      if (changed && granted.select) {
        const result = await resultOrError(admin, () =>
          admin.query(`update ${table} set "${changed}" = "${changed}"`),
        );
        if (!('rowCount' in result) || result.rowCount !== total)
          denied.push(`${role} does not change all of ${table}`);
      }
      if (granted.deletes && granted.select) {
        // Refusals by foreign keys do not count: the policy had let the statement through.
        const result = await resultOrError(admin, () => admin.query(`delete from ${table}`));
        if ('rowCount' in result && result.rowCount !== total)
          denied.push(`${role} does not take away all of ${table}`);
      }
      if (granted.inserts && granted.select && total > 0) {
        const result = await resultOrError(admin, () =>
          admin.query(`insert into ${table} (${granted.inserts}) select * from copied`),
        );
        if ('code' in result && result.code === '42501') denied.push(`${role} does not add to ${table}`);
      }
    });
  }
  return denied;
}

interface Grants {
  readonly select: boolean;
  readonly updates: boolean;
  readonly update?: string;
  readonly inserts: string;
  readonly deletes: boolean;
}

async function grantsOf(admin: pg.Client, table: string, role: string): Promise<Grants> {
  const { rows } = await admin.query<Grants>(
    `select has_table_privilege($2, $1::regclass, 'select')
         and has_schema_privilege($2, (select c.relnamespace from pg_class c where c.oid = $1::regclass), 'usage') as select, has_table_privilege($2, $1::regclass, 'update') as updates,
       has_table_privilege($2, $1::regclass, 'delete') as deletes,
       (select a.attname from pg_attribute a where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped
         and has_column_privilege($2, a.attrelid, a.attnum, 'update') limit 1) as update,
       coalesce((select string_agg(quote_ident(a.attname), ', ' order by a.attnum) from pg_attribute a where a.attrelid = $1::regclass
         and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and has_column_privilege($2, a.attrelid, a.attnum, 'insert')), '') as inserts`,
    [table, role],
  );
  return rows[0]!;
}
