import { createHash } from 'node:crypto';
import type pg from 'pg';

const SCHEMAS = "('public', 'access', 'audit', 'auth', 'platform', 'jobs')";
const OURS = (oid: string, of: string): string =>
  `not exists (select from pg_depend d where d.objid = ${oid} and d.classid = '${of}'::regclass and d.deptype = 'e')`;

/** The catalogue as sorted text, without function bodies, which live in migrations/. */
export async function schemaSnapshot(client: pg.Client): Promise<string> {
  const rows = async <Row extends object>(sql: string): Promise<Row[]> => (await client.query<Row>(sql)).rows;
  await client.query("set search_path = ''");
  const parts = [
    ...(await rows<Schema>(SCHEMA_ROWS)).map(
      ({ name, owner, acl }) => `schema ${name}\n  owner ${owner}${grants(acl, owner)}`,
    ),
    ...(await relations(rows)),
    ...(await rows<Routine>(ROUTINES)).map(
      ({ name, kind, result, attributes, owner, acl, source }) =>
        `${kind} ${name}${result ? ` returns ${result}` : ''}\n  ${attributes}\n  body ${short(source)}\n  owner ${owner}${grants(acl, owner)}`,
    ),
  ];
  return `${parts.join('\n\n')}\n`;
}

type Rows = <Row extends object>(sql: string) => Promise<Row[]>;

async function relations(rows: Rows): Promise<string[]> {
  const lines = new Map<string, string[]>();
  for (const sql of DETAILS)
    for (const { relation, line } of await rows<{ relation: string; line: string }>(sql))
      lines.set(relation, [...(lines.get(relation) ?? []), `  ${line.replaceAll(/\s+/g, ' ')}`]);
  return (await rows<Relation>(RELATIONS)).map(({ name, kind, owner, acl, security }) =>
    [
      `${kind} ${name}`,
      `  owner ${owner}${grants(acl, owner)}`,
      ...(security ? [`  ${security}`] : []),
      ...(lines.get(name) ?? []),
    ].join('\n'),
  );
}

/** Grants on the object: `bridges_app: select insert`. */
function grants(acl: readonly string[] | null, owner: string): string {
  const others = (acl ?? []).filter((one) => !one.startsWith(`${owner}=`));
  return others
    .map((one) => `\n  ${toGrant(one)}`)
    .sort()
    .join('');
}

function toGrant(aclItem: string): string {
  const [, grantee, letters] = /^"?([^="]*)"?=([a-zA-Z*]*)\//.exec(aclItem)!;
  return `grant ${[...letters!].map((letter) => PRIVILEGES[letter] ?? letter).join(', ')} to ${grantee || 'public'}`;
}

const PRIVILEGES: Readonly<Record<string, string>> = {
  r: 'select',
  a: 'insert',
  w: 'update',
  d: 'delete',
  X: 'execute',
  U: 'usage',
  C: 'create',
};

const short = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

interface Schema {
  readonly name: string;
  readonly owner: string;
  readonly acl: string[] | null;
}
interface Relation extends Schema {
  readonly kind: string;
  readonly security: string | null;
}
interface Routine extends Schema {
  readonly kind: string;
  readonly result: string | null;
  readonly attributes: string;
  readonly source: string;
}

const SCHEMA_ROWS = `
  select nspname as name, pg_catalog.pg_get_userbyid(nspowner) as owner, nspacl::text[] as acl
  from pg_catalog.pg_namespace where nspname in ${SCHEMAS} order by nspname`;

const RELATIONS = `
  select c.oid::pg_catalog.regclass::text as name, case c.relkind when 'v' then 'view' else 'table' end as kind,
    pg_catalog.pg_get_userbyid(c.relowner) as owner, c.relacl::text[] as acl,
    case when c.relrowsecurity then 'row-level security' || case when c.relforcerowsecurity then ', forced' else '' end end as security
  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  where n.nspname in ${SCHEMAS} and c.relkind in ('r', 'p', 'v') and not c.relispartition and ${OURS('c.oid', 'pg_class')}
  order by 1`;

const ROUTINES = `
  select p.oid::pg_catalog.regprocedure::text as name, case p.prokind when 'p' then 'procedure' else 'function' end as kind,
    pg_catalog.pg_get_function_result(p.oid) as result,
    concat_ws(', ', l.lanname, case p.provolatile when 's' then 'stable' when 'i' then 'immutable' else 'volatile' end,
      case when p.prosecdef then 'security definer' end, case when p.proisstrict then 'strict' end,
      array_to_string(p.proconfig, ', ')) as attributes,
    pg_catalog.pg_get_userbyid(p.proowner) as owner, p.proacl::text[] as acl,
    coalesce(pg_catalog.pg_get_function_sqlbody(p.oid), p.prosrc) as source
  from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
  join pg_catalog.pg_language l on l.oid = p.prolang
  where n.nspname in ${SCHEMAS} and ${OURS('p.oid', 'pg_proc')}
  order by 1`;

/** The parts of a table or view, in the order of the snapshot. */
const DETAILS = [
  `select a.attrelid::pg_catalog.regclass::text as relation,
     concat_ws(' ', 'column', a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod), case when a.attnotnull then 'not null' end,
       'default ' || pg_catalog.pg_get_expr(d.adbin, d.adrelid)) as line
   from pg_catalog.pg_attribute a join pg_catalog.pg_class c on c.oid = a.attrelid
   join pg_catalog.pg_namespace n on n.oid = c.relnamespace
   left join pg_catalog.pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
   where n.nspname in ${SCHEMAS} and c.relkind in ('r', 'p', 'v') and a.attnum > 0 and not a.attisdropped order by a.attnum`,
  // Only Postgres 18 catalogues not-null constraints; here they appear with their columns.
  `select conrelid::pg_catalog.regclass::text as relation, 'constraint ' || conname || ' ' || pg_catalog.pg_get_constraintdef(oid) as line
   from pg_catalog.pg_constraint where contype in ('c', 'f', 'p', 'u', 'x') and conrelid <> 0 order by conname`,
  `select i.indrelid::pg_catalog.regclass::text as relation, pg_catalog.pg_get_indexdef(i.indexrelid) as line
   from pg_catalog.pg_index i join pg_catalog.pg_class c on c.oid = i.indrelid join pg_catalog.pg_namespace n on n.oid = c.relnamespace
   where n.nspname in ${SCHEMAS} and not exists (
     select from pg_catalog.pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x')) order by 2`,
  `select a.attrelid::pg_catalog.regclass::text as relation,
     format('grant %s (%s) to %s', lower(g.privilege_type), string_agg(a.attname, ', ' order by a.attname), g.grantee::pg_catalog.regrole) as line
   from pg_catalog.pg_attribute a, pg_catalog.aclexplode(a.attacl) g group by a.attrelid, g.privilege_type, g.grantee order by 2`,
  `select polrelid::pg_catalog.regclass::text as relation,
     concat_ws(' ', 'policy', polname, case when not polpermissive then 'restrictive' end,
       case polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end,
       'to', (select string_agg(pg_catalog.pg_get_userbyid(r), ', ' order by pg_catalog.pg_get_userbyid(r)) from unnest(polroles) r),
       'using ' || pg_catalog.pg_get_expr(polqual, polrelid), 'check ' || pg_catalog.pg_get_expr(polwithcheck, polrelid)) as line
   from pg_catalog.pg_policy order by polname`,
  `select tgrelid::pg_catalog.regclass::text as relation, pg_catalog.pg_get_triggerdef(t.oid) as line
   from pg_catalog.pg_trigger t where not tgisinternal order by tgname`,
];
