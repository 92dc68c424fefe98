import type pg from 'pg';
import type { Asking } from './asking.js';
import { columnsOf, constraintsIn } from './catalogue.js';
import { wordsOf } from './words.js';
import { WHO } from './who.js';

/** Tables for anyone who is signed in: there is nothing in them that somebody may not see. */
const SEEN_BY_ALL = Object.keys(WHO).filter((table) => ['true', '{signed in}'].includes(WHO[table]!.read));
/** What a whole authority works by, whoever may read of it: to change it is to change what the program does. */
const HOW_IT_WORKS = ['index_limits', 'watch_rules', 'information_sharing_settings', 'retention_classes'];
/** What others learn of a row by another way: the index, who agreed, who leads, what they themselves did. */
const LEARNT_OTHERWISE: Readonly<Record<string, readonly string[]>> = {
  children: ['given_names', 'family_name', 'also_known_as', 'sex', 'date_of_birth', 'expected_date'],
  consents: ['decided_by', 'decided_on', 'valid_until'],
  // Whoever is asked why learns for which day, without reading the concern.
  access_concerns: ['day', 'why', 'state'],
};
/** Rows of which there may be one more without anybody's reach changing. */
const MORE = [
  'chronology_notes',
  'plan_actions',
  'reviews',
  'tac_meetings',
  'tac_attendances',
  'messages',
  'level_decisions',
];

/** Changes everything that this person may not see: texts, days and levels of every such row, and more of them. */
export async function changeUnseen(asking: Asking, persona: string): Promise<number> {
  const { admin } = asking;
  const written = Object.keys(WHO).filter((table) => !SEEN_BY_ALL.includes(table));
  const say = await wordsOf(
    asking,
    persona,
    written.map((table) => WHO[table]!),
  );
  const keys = await constraintsIn(admin);
  const referring = new Set(
    keys
      .filter((one) => one.kind === 'f')
      .flatMap((one) => one.columns.map((column) => `${one.table}.${column}`)),
  );
  const keyOf = (table: string): readonly string[] =>
    keys.find((one) => one.table === table && one.kind === 'p')!.columns;
  const unwritten = (await tablesWithPeople(admin)).filter((table) => !WHO[table]);
  const tables = [...written, ...unwritten];
  const seen = await seenOf(asking, persona, tables, keyOf);
  let changed = 0;
  await admin.query('begin');
  // Reaches stay as they are: what decides them is not what is being changed.
  await admin.query('set local session_replication_role = replica');
  for (const table of tables) {
    const given = (seen.get(table) ?? []).map((key) => JSON.stringify(key)).join(',');
    await admin.query(
      `create temp table "unseen ${table}" on commit drop as
       select to_jsonb(t) as was, t.* from ${table} t where not coalesce((${say(WHO[table]?.read ?? 'false')}), false)
         and jsonb_build_array(${keyOf(table).join(', ')})::text <> all('{${given}}'::text[])`,
    );
  }
  for (const table of tables) {
    if (MORE.includes(table)) changed += await addMore(admin, table);
    changed += await changeEach(admin, table, keyOf(table), referring);
  }
  await admin.query('commit');
  return changed;
}

async function tablesWithPeople(admin: pg.Client): Promise<string[]> {
  const { rows } = await admin.query<{ table: string }>(
    `select c.oid::regclass::text as "table" from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and c.relrowsecurity and n.nspname in ('public', 'audit') order by 1`,
  );
  return rows.map((row) => row.table).filter((table) => !HOW_IT_WORKS.includes(table));
}

/** The keys of the rows that the database gives this person: whether it gives too much is asked elsewhere. */
async function seenOf(
  asking: Asking,
  persona: string,
  tables: readonly string[],
  keyOf: (table: string) => readonly string[],
): Promise<Map<string, string[]>> {
  const seen = new Map<string, string[]>();
  for (const table of tables)
    await asking
      .as(persona, (client) =>
        client.query<{ key: string }>(
          `select jsonb_build_array(${keyOf(table).join(', ')})::text as key from ${table}`,
        ),
      )
      .then(({ rows }) =>
        seen.set(
          table,
          rows.map(({ key }) => key),
        ),
      )
      .catch((refusal: pg.DatabaseError) => {
        if (refusal.code !== '42501') throw refusal;
      });
  return seen;
}

async function addMore(admin: pg.Client, table: string): Promise<number> {
  const given = (await columnsOf(admin, table))
    .filter((column) => !column.generated)
    .map(({ name }) => `"${name}"`)
    .join(', ');
  const { rowCount } = await admin.query(
    `insert into ${table} (${given}) select ${given} from (
       select (jsonb_populate_record(null::${table}, was || jsonb_build_object('id', gen_random_uuid()))).*
       from "unseen ${table}") r`,
  );
  return rowCount ?? 0;
}

async function changeEach(
  admin: pg.Client,
  table: string,
  key: readonly string[],
  referring: ReadonlySet<string>,
): Promise<number> {
  let changed = 0;
  const same = key.map((column) => `t."${column}" = u."${column}"`).join(' and ');
  for (const { name, type, generated } of await columnsOf(admin, table)) {
    const value = otherwise(name, type);
    // A word that another table explains stays one of its words.
    if (generated || key.includes(name) || !value || referring.has(`${table}.${name}`)) continue;
    if (LEARNT_OTHERWISE[table]?.includes(name)) continue;
    await admin.query('savepoint one');
    const answer = await admin
      .query(
        `update ${table} t set "${name}" = ${value} from "unseen ${table}" u where ${same} and t."${name}" is not null`,
      )
      .catch(() => null);
    await admin.query(answer ? 'release savepoint one' : 'rollback to savepoint one');
    changed += answer?.rowCount ?? 0;
  }
  return changed;
}

function otherwise(name: string, type: string): string | null {
  if (name === 'id' || name.endsWith('_id') || name.endsWith('_by') || name === 'search_name') return null;
  if (type === 'text') return `t."${name}" || ' otherwise'`;
  if (type === 'date') return `t."${name}" + 3`;
  if (type.startsWith('timestamp')) return null;
  if (name === 'level' || name.endsWith('_score') || name === 'score') return `1 + t."${name}" % 3`;
  return null;
}
