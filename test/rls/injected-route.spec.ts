import type pg from 'pg';
import { deriveKey, signClaim } from '#libs/platform';
import { PersonaDatabase } from './persona-database.js';
import { seededDatabase } from './seeded-database.js';
import { fillFor } from './placeholders.js';
import { TABLE_PERMISSIONS } from './table-permissions.js';
import { TEST_SECRET } from '../support/cluster.js';
import { addInjectedRoute, injected, type InjectedResult } from '../support/injected-route.js';
import { PEOPLE } from '../support/people.js';
import { allRoutes } from '../support/routes.js';
import { bySize } from '../support/size.js';
import { openTestApp, type TestApp } from '../support/test-app.js';

/** What an SQL injection would give an attacker: any statement, run as the serving role with their own claim. */
/** The tables of the family's record: a leak of one would be a leak of all. */
const RECORD = ['children', 'child_contacts', 'consents', 'chronology_notes', 'shields', 'audit.entries'];
let testApp: TestApp;
let personaDb: PersonaDatabase;
interface Table {
  readonly table: string;
  readonly texts: readonly string[];
  readonly key: string | null;
  /** Of the key and the texts, those that the serving role may not update in any row. */
  readonly fixed: readonly string[];
}
/** Tables that the serving role reads, with their text columns. */
let tables: Table[];

beforeAll(async () => {
  addInjectedRoute();
  const database = await seededDatabase();
  personaDb = await PersonaDatabase.at(database.adminUrl);
  // The demo shows everyone every outgoing message.
  await personaDb.admin.query('update platform.settings set demo = false');
  testApp = await openTestApp({}, database);
  tables = (
    await personaDb.admin.query<Table>(`
    select c.oid::regclass::text as "table",
      array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        and a.atttypid = 'text'::regtype and has_column_privilege('bridges_app', c.oid, a.attnum, 'select')) as texts,
      (select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attname = 'id' and not a.attisdropped) as key,
      array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        and not has_column_privilege('bridges_app', c.oid, a.attnum, 'update')) as fixed
    from pg_class c where c.relkind = 'r' and c.relrowsecurity and has_table_privilege('bridges_app', c.oid, 'select') order by 1`)
  ).rows;
}, 300_000);
afterAll(async () => {
  await personaDb?.close();
  await testApp?.close();
});

const as = async (persona: string, attacks: readonly (readonly string[])[]): Promise<InjectedResult[]> =>
  injected(await testApp.as(persona), attacks);
const fingerprints = (table: string): string => `select md5(t::text) as row from ${table} t`;
const rowsOf = async (client: pg.Client, sql: string): Promise<string[]> =>
  (await client.query<{ row: string }>(sql)).rows.map(({ row }) => row);
const countIn = (outcome: InjectedResult): number => Number(outcome.rows?.[0]?.['count']);

test('the program itself has no such route', () => {
  expect(allRoutes.filter((route) => route.path.includes('injected'))).toEqual([]);
});

test.each(PEOPLE)(
  '%s, with any SQL, reads exactly the rows within their reach, in every table',
  async (persona) => {
    const written = tables.filter(({ table }) => TABLE_PERMISSIONS[table]);
    const fill = await fillFor(
      personaDb,
      persona,
      written.map(({ table }) => TABLE_PERMISSIONS[table]!),
    );
    const outcome = await as(
      persona,
      written.map(({ table }) => [`select md5(t::text) as row from ${table} t order by 1`]),
    );
    const raw = await personaDb.as(persona, async (client) => {
      const found: string[][] = [];
      for (const { table } of written) found.push(await rowsOf(client, `${fingerprints(table)} order by 1`));
      return found;
    });
    const wrong: string[] = [];
    for (const [place, { table }] of written.entries()) {
      // The request itself is logged in one of the two results and not in the other.
      if (table === 'audit.entries') continue;
      const got = outcome[place]!.rows?.map(({ row }) => String(row)) ?? [];
      const theirs = new Set(
        await rowsOf(personaDb.admin, `${fingerprints(table)} where ${fill(TABLE_PERMISSIONS[table]!.read)}`),
      );
      if (got.some((row) => !theirs.has(row))) wrong.push(`${table}: rows beyond the rule book`);
      if (JSON.stringify(got) !== JSON.stringify(raw[place])) wrong.push(`${table}: not what they are given`);
    }
    expect(wrong).toEqual([]);
  },
  120_000,
);

test.each(PEOPLE)(
  'no indirect query gives %s a further row',
  async (persona) => {
    const around = (table: string): string[][] => [
      [`select count(*) from ${table}`],
      ['reset role', `select count(*) from ${table}`],
      ['reset session authorization', `select count(*) from ${table}`],
      ['set local role none', `select count(*) from ${table}`],
      ['set local search_path = pg_catalog, audit, access, public', `select count(*) from ${table}`],
      // A prepared statement stays on the connection, which serves others next.
      [`prepare "${persona} ${table}" as select count(*) from ${table}`, `execute "${persona} ${table}"`],
      [`declare rows cursor for select count(*) from ${table}`, 'fetch all from rows'],
      [`select count(*) from (select * from ${table} offset 0) x where true or random() > 2`],
      [
        `select (xpath('count(//row)', query_to_xml('select 1 from ${table}', false, false, '')))[1]::text as count`,
      ],
      [`with all_of as materialized (select * from ${table}) select count(*) from all_of`],
      [`set local enable_seqscan = off`, `select count(*) from ${table}`],
      [`set local plan_cache_mode = force_generic_plan`, `select count(*) from ${table}`],
    ];
    for (const table of RECORD) {
      const [plain, ...others] = await as(persona, around(table));
      const bare = others.map((outcome) => (outcome.error ? outcome.error : countIn(outcome)));
      expect({ table, bare: bare.filter((count) => count !== countIn(plain!)) }).toEqual({ table, bare: [] });
      const [off] = await as(persona, [['set local row_security = off', `select count(*) from ${table}`]]);
      expect(off!.error).toMatch(/row-level security/);
    }
  },
  120_000,
);

test.each(PEOPLE)(
  '%s cannot act as another person',
  async (persona) => {
    const other = persona === 'governance' ? 'coordinatorNwl' : 'governance';
    const [mine, theirs] = [await testApp.actor(persona), await testApp.actor(other)];
    const key = deriveKey(TEST_SECRET, 'claim');
    const real = signClaim(key, mine);
    const claims = [
      signClaim(deriveKey('another secret', 'claim'), theirs),
      real.replace(mine.practitionerId, theirs.practitionerId),
      real.replace(mine.agencyId, theirs.agencyId).replace(`|${mine.role}|`, `|${theirs.role}|`),
      signClaim(key, theirs, Date.now() - 61_000),
      real.replace(/\|(\d{10})\|/, (_all, expiry: string) => `|${Number(expiry) + 3600}|`),
      theirs.practitionerId,
      '',
    ];
    const outcome = await as(
      persona,
      claims.flatMap((claim) => [
        [`select set_config('bridges.claim', '${claim}', true)`, `select count(*) from episodes`],
        [`set local bridges.claim = '${claim}'`, `select count(*) from practitioners`],
        [
          `select count(*) from episodes where set_config('bridges.claim', '${claim}', true) is not null`,
          'select count(*) from children',
        ],
      ]),
    );
    expect(outcome.map((one) => one.error ?? countIn(one))).toEqual(outcome.map(() => 0));
    // The claim of another person being served now must not be visible.
    const waiting = as(other, [['select pg_sleep(0.4)']]);
    await new Promise((resolve) => setTimeout(resolve, 150));
    const seen = await as(persona, [
      ['select query from pg_stat_activity'],
      [`select coalesce(setting, '') as setting from pg_settings where name like 'bridges%'`],
      ['select statement from pg_prepared_statements'],
      ['select statement from pg_cursors'],
      [`select current_setting('bridges.claim') as claim`],
    ]);
    await waiting;
    expect(JSON.stringify(seen)).not.toContain(theirs.postId);
  },
  60_000,
);

test.each(PEOPLE)(
  'no focus, and no earlier or repeated claim, gives %s a further row',
  async (persona) => {
    const other = persona === 'governance' ? 'coordinatorNwl' : 'governance';
    const key = deriveKey(TEST_SECRET, 'claim');
    const hidden = await hiddenFrom(persona);
    const everyone = (await personaDb.admin.query<{ id: string }>('select id from episodes')).rows;
    const ids = everyone.map(({ id }) => id).join(',');
    // Each row is compared with all of them: so many take a second, for which one person is enough.
    const many = bySize(persona === PEOPLE[0] ? 10_000 : 500, 10_000);
    const rows = RECORD.map(
      (table) => `select md5(t::text) as row from ${table} t where md5(t::text) is not null`,
    );
    const all = rows.join(' union all ');
    const forged = signClaim(deriveKey('another secret', 'claim'), await testApp.actor(other));
    const shownAfter = [
      `select set_config('bridges.focus', '{${hidden.episodes.join(',')}}', true)`,
      `select set_config('bridges.focus', '{${ids}}', true)`,
      `select set_config('bridges.focus', (select array_agg(gen_random_uuid())::text from generate_series(1, ${many})), true)`,
      `select set_config('bridges.focus', '{NULL}', true)`,
      `select access.present_claim(current_setting('bridges.claim'), '{${hidden.episodes.join(',')}}')`,
      `select access.present_claim(current_setting('bridges.claim'), '{${ids}}')`,
      `select access.present_claim(current_setting('bridges.claim'), null)`,
    ];
    const senseless = [
      `select set_config('bridges.focus', 'x', true)`,
      `select set_config('bridges.focus', '{', true)`,
      `select access.present_claim('${forged}', null)`,
      `select access.present_claim('${signClaim(key, await testApp.actor(other), Date.now() - 61_000)}', '{${ids}}')`,
      `select access.present_claim(current_setting('bridges.claim') || ' ', null)`,
      `select access.present_claim(null, null)`,
      `select access.present_claim('', '{}')`,
    ];
    const reset = ['reset all', `reset bridges.claim`, `set local bridges.claim to default`];
    const [plain, ...outcome] = await as(persona, [
      [all],
      ...[...shownAfter, ...senseless, ...reset].map((first) => [first, all]),
      [`select pg_sleep(0)`, all],
    ]);
    const mine = new Set(plain!.rows!.map(({ row }) => row));
    // The request itself has been logged since, and they may read that entry.
    const more = (one: InjectedResult): unknown[] => (one.rows ?? []).filter(({ row }) => !mine.has(row));
    expect(outcome.map(more).filter((one) => one.length > 0)).toEqual([]);
    expect(outcome.slice(0, shownAfter.length).filter(({ error }) => error)).toEqual([]);
    const refused = outcome.slice(shownAfter.length, shownAfter.length + senseless.length);
    expect(refused.filter(({ error, rows: some }) => !error && some!.length > 0)).toEqual([]);
    expect(outcome.slice(-reset.length - 1, -1).map((one) => one.error ?? one.rows!.length)).toEqual(
      reset.map(() => 0),
    );
    expect(outcome.at(-1)!.rows!.length).toBe(mine.size);
  },
  60_000,
);

const REFUSED: readonly string[][] = [
  ...[
    'bridges_owner',
    'bridges_reach',
    'bridges_loader',
    'bridges_auth',
    'bridges_sealer',
    'bridges_jobs',
    'postgres',
    'pg_read_server_files',
  ].flatMap((role) => [
    [`set local role ${role}`],
    [`set local session authorization ${role}`],
    [`grant ${role} to bridges_app`],
  ]),
  [`copy children to '/tmp/out'`],
  [`copy (select 1) to program 'id'`],
  [`copy messages from '/etc/passwd'`],
  [`select pg_read_file('/etc/passwd')`],
  [`select pg_read_binary_file('PG_VERSION')`],
  [`select pg_ls_dir('.')`],
  [`select pg_stat_file('PG_VERSION')`],
  [`select lo_import('/etc/passwd')`],
  [`select lo_export(1, '/tmp/out')`],
  [`select * from dblink('dbname=postgres', 'select 1') as t (a int)`],
  ['create extension dblink'],
  ['create extension postgres_fdw'],
  [`load 'dblink'`],
  ['create temp table kept as select 1'],
  ['create temp view kept as select * from children'],
  ['select * into temp kept from children'],
  ['create table public.kept (a int)'],
  ['create table access.kept (a int)'],
  ['create table audit.kept (a int)'],
  ['create view public.kept as select * from children'],
  ['create schema kept'],
  [
    `create function pg_temp.leak(text) returns boolean language plpgsql cost 0.0001 as 'begin raise notice ''%'', $1; return true; end'`,
  ],
  [`create function public.leak(text) returns boolean language sql as 'select true'`],
  [`create operator public.=== (function = texteq, leftarg = text, rightarg = text)`],
  ['alter table children disable row level security'],
  ['alter table children no force row level security'],
  ['create policy mine on children using (true)'],
  ['drop policy read on children'],
  ['alter function access.actor() owner to bridges_app'],
  ['drop function access.actor() cascade'],
  ['grant select on access.signing_keys to bridges_app'],
  ['alter role bridges_app bypassrls'],
  [`alter role bridges_owner password 'mine'`],
  ['alter default privileges for role bridges_owner grant all on tables to bridges_app'],
  ['alter system set row_security = off'],
  [`set session_replication_role = replica`],
  ['set local track_activities = off'],
  ['truncate children cascade'],
  ['lock table children in access exclusive mode'],
  ['select * from access.signing_keys'],
  ['select * from access.grants'],
  ['select * from access.exclusions'],
  ['select * from access.consent_grants'],
  ['select * from access.concealments'],
  ['select * from access.derived_grants'],
  ['select * from access.indexed_children'],
  ['select * from auth.accounts'],
  ['select * from auth.sessions'],
  ['select * from auth.tokens'],
  ['select * from auth.kept_forms'],
  ['select * from auth.kept_inputs'],
  ['select * from auth.passkeys'],
  ['select * from auth.service_tokens'],
  ['select * from auth.provisioned_people'],
  ['select * from auth.identity_providers'],
  ['select * from auth.identity_links'],
  ['select * from jobs.job'],
  ['select * from jobs.runs'],
  ['select * from pg_authid'],
  ['select * from pg_shadow'],
  ['select * from pg_statistic'],
  ['select * from pg_user_mapping'],
  ['analyze children', 'select 1 / 0'],
  [`select access.refresh_grants(array(select id from episodes))`],
  [`select pg_logical_slot_get_changes('x', null, null)`],
  [`select pg_create_logical_replication_slot('x', 'test_decoding')`],
  [`select pg_switch_wal()`],
  [`select pg_reload_conf()`],
  [`do $$ begin set local role bridges_owner; perform 1 from children; end $$`],
  [`do $$ begin execute 'set local session authorization bridges_reach'; end $$`],
];

test.each(PEOPLE)(
  "the database refuses %s whatever is not a practitioner's to do",
  async (persona) => {
    const outcome = await as(persona, REFUSED);
    expect(REFUSED.filter((_, at) => outcome[at]!.error === undefined)).toEqual([]);
  },
  60_000,
);

test.each(PEOPLE)(
  '%s deletes nothing, and changes no row that they cannot read',
  async (persona) => {
    const keyed = tables.filter(({ key }) => key);
    const seen = await as(
      persona,
      keyed.map(({ table }) => [`select id from ${table}`]),
    );
    const attacks: string[][] = [];
    const columnByColumn = new Map<string[], string[][]>();
    for (const [at, { table, texts, fixed }] of keyed.entries()) {
      const known = new Set(seen[at]!.rows!.map(({ id }) => id));
      const { rows } = await personaDb.admin.query<{ id: string }>(`select id from ${table} order by 1`);
      const hidden = rows.filter(({ id }) => !known.has(id)).slice(0, 50);
      const ids = `'{${hidden.map(({ id }) => id).join(',')}}'::uuid[]`;
      const update = (columns: readonly string[]): string[] => [
        `with done as (update ${table} set ${columns.map((one) => `"${one}" = "${one}"`).join(', ')} where id = any(${ids}) returning 1) select count(*) from done`,
      ];
      const columns = ['id', ...texts];
      const changing = columns.filter((one) => !fixed.includes(one));
      // Postgres refuses each of these whatever the row; one is tried.
      attacks.push(
        ...columns
          .filter((one) => fixed.includes(one))
          .slice(0, 1)
          .map((one) => update([one])),
      );
      if (changing.length > 0) {
        const together = update(changing);
        attacks.push(together);
        columnByColumn.set(
          together,
          changing.map((one) => update([one])),
        );
      }
      attacks.push([`with done as (delete from ${table} returning 1) select count(*) from done`]);
    }
    const outcome = await as(persona, attacks);
    // Refused together, one column might still be changed alone.
    const alone = attacks.flatMap((attack, at) =>
      outcome[at]!.error === undefined ? [] : (columnByColumn.get(attack) ?? []),
    );
    const further = await as(persona, alone);
    const changed = (tried: readonly string[][], outcomes: readonly InjectedResult[]): string[][] =>
      tried.filter((_, at) => outcomes[at]!.error === undefined && countIn(outcomes[at]!) !== 0);
    expect([...changed(attacks, outcome), ...changed(alone, further)]).toEqual([]);
  },
  120_000,
);

test.each(PEOPLE)(
  'database error messages tell %s nothing about a row outside their reach',
  async (persona) => {
    const worded = tables.filter(({ texts }) => texts.length > 0);
    const words = (texts: readonly string[]): string =>
      `concat_ws('|', ${texts.map((text) => `t."${text}"`).join(', ')})`;
    const outcome = await as(persona, [
      ...worded.map(({ table, texts }) => [
        `select count(*) from ${table} t where ${words(texts)}::numeric > 0`,
      ]),
      ...worded.map(({ table, texts }) => [
        `select count(*) from ${table} t order by max(${words(texts)}::numeric)`,
      ]),
      ...worded.map(({ table, texts }) => [
        `do $$ declare one text; begin for one in select ${words(texts)} from ${table} t loop raise exception '%', one; end loop; end $$`,
      ]),
      ...worded.map(({ table, texts }) => [
        `select count(*) from ${table} t where 1 / (length(${words(texts)}) - length(${words(texts)})) > 0`,
      ]),
    ]);
    const seen = await as(
      persona,
      worded.map(({ table, texts }) => [`select ${words(texts)} as said from ${table} t`]),
    );
    const wrong: string[] = [];
    for (const [at, { error }] of outcome.entries()) {
      const known = seen[at % worded.length]!.rows!.map(({ said }) => String(said));
      if (
        error !== undefined &&
        !known.some((said) => error.includes(said)) &&
        !(error === 'division by zero' && known.length > 0)
      )
        wrong.push(`${worded[at % worded.length]!.table}: ${error}`);
    }
    expect(wrong).toEqual([]);
  },
  120_000,
);

test.each(PEOPLE)(
  'no database function gives %s a row outside their reach',
  async (persona) => {
    const hidden = await hiddenFrom(persona);
    expect(hidden.words.length).toBeGreaterThan(30);
    const calls = await callsWith(personaDb.admin, hidden);
    expect(calls.length).toBeGreaterThan(30);
    const wordsToldBy = async (statements: readonly string[]): Promise<InjectedResult[]> => {
      const outcome = await as(
        persona,
        statements.map((sql) => [sql]),
      );
      for (const [at, sql] of statements.entries()) {
        const text = JSON.stringify(outcome[at]!.rows ?? outcome[at]!.error);
        wrong.push(
          ...hidden.words.filter((word) => text.includes(word)).map((word) => `${sql} says ${word}`),
        );
      }
      return outcome;
    };
    const wrong: string[] = [];
    const outcome = await wordsToldBy(calls.map(({ sql }) => sql));
    // An error about one id says nothing about the others.
    await wordsToldBy(calls.flatMap(({ idById }, at) => (outcome[at]!.error === undefined ? [] : idById)));
    expect(wrong).toEqual([]);
  },
  120_000,
);

test.each(PEOPLE)('the database’s planner statistics show %s no value', async (persona) => {
  const [stats, extended, common] = await as(persona, [
    [
      `select tablename from pg_stats where schemaname in ('public', 'audit', 'access', 'auth') and exists (
        select from pg_class c where c.relname = tablename and c.relrowsecurity)`,
    ],
    [`select 1 from pg_stats_ext where schemaname in ('public', 'audit')`],
    [
      `select most_common_vals from pg_stats where tablename in ('children', 'child_contacts', 'chronology_notes')`,
    ],
  ]);
  expect([stats!.rows, extended!.rows, common!.rows]).toEqual([[], [], []]);
});

interface Hidden {
  readonly episodes: readonly string[];
  readonly children: readonly string[];
  readonly people: readonly string[];
  /** Texts that occur only in hidden rows. */
  readonly words: readonly string[];
}

async function hiddenFrom(persona: string): Promise<Hidden> {
  const seen = async (sql: string): Promise<string[]> =>
    personaDb.as(persona, async (client) =>
      (await client.query<{ one: string }>(sql)).rows.map(({ one }) => one),
    );
  const all = async (sql: string): Promise<string[]> =>
    (await personaDb.admin.query<{ one: string }>(sql)).rows.map(({ one }) => one);
  const others = async (sql: string): Promise<string[]> => {
    const known = new Set(await seen(sql));
    return (await all(sql)).filter((one) => !known.has(one));
  };
  const words = await others(
    tables
      .filter(({ table, texts }) => TABLE_PERMISSIONS[table]?.read !== 'true' && texts.length > 0)
      .flatMap(({ table, texts }) =>
        texts.map((text) => `select "${text}" as one from ${table} where length("${text}") > 20`),
      )
      .join(' union '),
  );
  return {
    episodes: (await others('select id as one from episodes')).slice(0, 3),
    children: (await others('select id as one from children')).slice(0, 3),
    people: [
      (await testApp.actor(persona === 'healthVisitor' ? 'schoolTeacher' : 'healthVisitor')).practitionerId,
    ],
    words,
  };
}

interface Call {
  /** The function with each hidden id, in one statement. */
  readonly sql: string;
  readonly idById: readonly string[];
}

/** Every function that the serving role may run, with hidden values wherever it takes an id, a name or a date. */
async function callsWith(admin: pg.Client, hidden: Hidden): Promise<Call[]> {
  const { rows } = await admin.query<{ name: string; types: string[] }>(`
    select format('%I.%I', n.nspname, p.proname) as name,
      array(select format_type(t, null) from unnest(p.proargtypes::oid[]) with ordinality u (t, o) order by o) as types
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname in ('access', 'platform', 'audit', 'public') and p.prokind = 'f' and p.prorettype <> 'trigger'::regtype
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
      and has_function_privilege('bridges_app', p.oid, 'execute') order by 1`);
  const ids = [...hidden.episodes, ...hidden.children, ...hidden.people];
  return rows.map(({ name, types }) => {
    const given = (id: string): string =>
      types
        .map((type) => {
          if (type === 'uuid') return id;
          if (type === 'uuid[]') return `'{${ids.join(',')}}'::uuid[]`;
          if (type === 'text') return `'record.read'`;
          if (type === 'integer' || type === 'smallint') return `2::${type}`;
          if (type === 'boolean') return 'true';
          return `null::${type}`;
        })
        .join(', ');
    if (!types.includes('uuid'))
      return { sql: `select to_jsonb(f) as told from ${name}(${given('')}) f`, idById: [] };
    return {
      sql: `select to_jsonb(f) as told from unnest('{${ids.join(',')}}'::uuid[]) g (id), lateral ${name}(${given('g.id')}) f`,
      idById: ids.map((id) => `select to_jsonb(f) as told from ${name}(${given(`'${id}'::uuid`)}) f`),
    };
  });
}
