import type pg from 'pg';
import { codeDigest, codeFiles } from './migration-files.js';

/**
 * Replaces functions, views, policies, triggers and grants with those of this version, when any differs. Runs within
 * the caller's transaction, so that no connection ever sees a table without its policies. Returns whether it changed
 * anything.
 */
export async function replaceDatabaseCode(client: pg.Client): Promise<boolean> {
  const digest = codeDigest();
  await client.query(APPLIED_CODE);
  if ((await currentCode(client)) === digest) return false;
  await client.query(DROP_CODE);
  // Functions may refer to others that are created after them; a test validates the bodies.
  await client.query('set local check_function_bodies = off');
  for (const { sql } of codeFiles()) await client.query(sql);
  await client.query('delete from database_code');
  await client.query('insert into database_code (digest) values ($1)', [digest]);
  return true;
}

const APPLIED_CODE = `
  create table if not exists database_code (digest text primary key, replaced_at timestamptz not null default now())`;

/** The digest of the code that the database holds, or null before the first. */
export async function currentCode(client: pg.Client): Promise<string | null> {
  const { rows } = await client.query<{ digest: string }>('select digest from database_code');
  return rows[0]?.digest ?? null;
}

/** Drops all database code and every grant to the serving roles; tables and their rows stay. */
const DROP_CODE = `
do $$
declare
  ours constant regnamespace[] := array['public', 'access', 'audit', 'auth', 'platform']::regnamespace[];
  command text;
begin
  for command in
    select format('drop policy %I on %s', polname, polrelid::regclass) from pg_policy
    union all
    select format('drop trigger %I on %s', tgname, tgrelid::regclass) from pg_trigger
    where not tgisinternal and tgrelid in (select oid from pg_class where relnamespace = any(ours))
    union all
    select format('revoke all on %s from bridges_app, bridges_reach, bridges_auth, bridges_sealer, bridges_loader, bridges_jobs', oid::regclass)
    from pg_class where (relnamespace = any(ours) or relnamespace = 'jobs'::regnamespace) and relkind in ('r', 'p')
  loop
    execute command;
  end loop;
  for command in
    select format('drop view %s cascade', string_agg(oid::regclass::text, ', ')) from pg_class
    where relnamespace = any(ours) and relkind = 'v' having count(*) > 0
    union all
    select format('drop routine %s', string_agg(p.oid::regprocedure::text, ', ')) from pg_proc p
    where pronamespace = any(ours) and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
    having count(*) > 0
  loop
    execute command;
  end loop;
end $$`;
