import type pg from 'pg';
import type { Asking } from './asking.js';
import { columnsOf, constraintsIn } from './catalogue.js';
import { wordsOf } from './words.js';
import { WHO } from './who.js';

/** Tables for anyone who is signed in: there is nothing in them that somebody may not see. */
const SEEN_BY_ALL = Object.keys(WHO).filter((table) => ['true', '{signed in}'].includes(WHO[table]!.read));
/** What others learn of a row by another way: the index, who agreed, who leads, what they themselves did. */
const LEARNT_OTHERWISE: Readonly<Record<string, readonly string[]>> = {
  children: ['given_names', 'family_name', 'also_known_as', 'sex', 'date_of_birth', 'expected_date'],
  consents: ['decided_by', 'decided_on', 'valid_until'],
};
/** Rows of which there may be one more without anybody's reach changing. */
const MORE = [
  'chronology_notes',
  'plan_actions',
  'reviews',
  'tac_meetings',
  'tac_attendances',
  'messages',
  'audit.entries',
  'level_decisions',
];

/** Changes everything that this person may not see: texts, days and levels of every such row, and more of them. */
export async function changeUnseen(asking: Asking, persona: string): Promise<number> {
  const { admin } = asking;
  const tables = Object.keys(WHO).filter((table) => !SEEN_BY_ALL.includes(table));
  const say = await wordsOf(
    asking,
    persona,
    tables.map((table) => WHO[table]!),
  );
  const keys = await constraintsIn(admin);
  let changed = 0;
  await admin.query('begin');
  // Reaches stay as they are: what decides them is not what is being changed.
  await admin.query('set local session_replication_role = replica');
  for (const table of tables)
    await admin.query(
      `create temp table "unseen ${table}" on commit drop as
       select to_jsonb(t) as was, t.* from ${table} t where not coalesce((${say(WHO[table]!.read)}), false)`,
    );
  for (const table of tables) {
    if (MORE.includes(table)) changed += await addMore(admin, table);
    const key = keys.find((one) => one.table === table && one.kind === 'p')!.columns;
    changed += await changeEach(admin, table, key);
  }
  await admin.query('commit');
  return changed;
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

async function changeEach(admin: pg.Client, table: string, key: readonly string[]): Promise<number> {
  let changed = 0;
  const same = key.map((column) => `t."${column}" = u."${column}"`).join(' and ');
  for (const { name, type, generated } of await columnsOf(admin, table)) {
    const value = otherwise(name, type);
    if (generated || key.includes(name) || !value || LEARNT_OTHERWISE[table]?.includes(name)) continue;
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
