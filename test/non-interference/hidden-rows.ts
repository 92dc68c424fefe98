import type pg from 'pg';
import type { PersonaDatabase } from '../rls/persona-database.js';
import { columnsOf, type Constraint, constraintsIn } from '../rls/catalogue.js';
import { addFamilies, inAnotherAuthority, mergeWithAdded } from './families.js';
import {
  DECIDING,
  KNOWN_INDIRECTLY,
  LEARNT_INDIRECTLY,
  NOT_ADDED,
  otherValues,
} from './alternative-values.js';
import { TABLE_PERMISSIONS } from '../rls/table-permissions.js';
import { type Fill, fillFor } from '../rls/placeholders.js';

/** Tables that every signed-in person may read in full. */
const VISIBLE_TO_ALL = Object.keys(TABLE_PERMISSIONS).filter((table) =>
  ['true', '{signed in}'].includes(TABLE_PERMISSIONS[table]!.read),
);
/** Settings of an authority: changing them changes what the program does. */
const SETTINGS = ['index_limits', 'watch_rules', 'information_sharing_settings', 'retention_classes'];

/** Changed rows per table in which something is hidden, so that no table is forgotten. */
export type Changed = Readonly<Record<string, number>>;

/** Changes everything this person may not see: the content of each hidden row, further rows, and further families. */
export async function changeHiddenRows(personaDb: PersonaDatabase, persona: string): Promise<Changed> {
  const { admin } = personaDb;
  const tables = await tablesWithPeople(admin);
  const conditions = [KNOWN_INDIRECTLY, NOT_ADDED, ...Object.values(LEARNT_INDIRECTLY)].flatMap((one) =>
    Object.values(one),
  );
  const whos = tables.map((table) => TABLE_PERMISSIONS[table] ?? { read: 'false' });
  const fill = await fillFor(personaDb, persona, [
    ...whos,
    ...[UNKNOWN_EPISODES, KNOWN_CHILDREN, ...conditions].map((read) => ({ read })),
  ]);
  const keys = await constraintsIn(admin);
  const refers = referring(keys);
  const changed: Record<string, number> = {};
  await admin.query('begin');
  // Grants stay as they are: only rows that do not decide them are changed.
  await admin.query('set local session_replication_role = replica');
  const hidden = new Set<string>();
  for (const table of tables) {
    const { rowCount } = await admin.query(
      `create temp table "unseen ${table}" on commit drop as
       select to_jsonb(t) as whole_row, t.* from ${table} t where not coalesce((${fill(TABLE_PERMISSIONS[table]?.read ?? 'false')}), false)
         and not (${fill(KNOWN_INDIRECTLY[table] ?? 'false')})`,
    );
    if (rowCount) hidden.add(table);
  }
  const unknownEpisodes = await episodeIds(admin, fill(UNKNOWN_EPISODES));
  changed['families'] =
    unknownEpisodes.length > 0
      ? await addFamilies(admin, unknownEpisodes, new Set(tables))
      : await addFamilies(
          admin,
          await episodeIds(admin, FALLBACK_EPISODES),
          new Set(),
          await inAnotherAuthority(admin),
        );
  // Not for a person who knows no child, or of whose further families each is kept from a person.
  const merges = await mergeWithAdded(admin, fill(KNOWN_CHILDREN));
  if (merges > 0) changed['merges'] = merges;
  for (const table of hidden) {
    const more = await addMore(admin, table, fill(NOT_ADDED[table] ?? 'false'));
    changed[table] = more + (await changeEach(admin, table, keyOf(keys, table), refers, fill));
  }
  await admin.query('select access.index_names(array(select id from children))');
  await admin.query('commit');
  return changed;
}

/** Columns that refer to another table, and whether only to practitioners. */
function referring(keys: readonly Constraint[]): Map<string, boolean> {
  const refers = new Map<string, boolean>();
  for (const { table, columns, refers: to } of keys.filter((one) => one.kind === 'f'))
    for (const column of columns) {
      const name = `${table}.${column}`;
      refers.set(name, (refers.get(name) ?? true) && to === 'practitioners');
    }
  return refers;
}

const keyOf = (keys: readonly Constraint[], table: string): readonly string[] =>
  keys.find((one) => one.table === table && one.kind === 'p')!.columns;

async function tablesWithPeople(admin: pg.Client): Promise<string[]> {
  const { rows } = await admin.query<{ table: string }>(
    `select c.oid::regclass::text as "table" from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and c.relrowsecurity and n.nspname in ('public', 'audit') order by 1`,
  );
  return rows.map((row) => row.table).filter((table) => ![...VISIBLE_TO_ALL, ...SETTINGS].includes(table));
}

/**
 * Episodes of families unknown to this person, nearest to them first. None for a person who sees totals of the whole
 * authority, because a further family changes a total.
 */
const UNKNOWN_EPISODES = `select t.id from episodes t where not (t.id {episode.read}) and not {allows figures.read}
  and exists (select from episode_children f where f.episode_id = t.id)
  and not exists (select from episode_children f where f.episode_id = t.id and f.child_id {child episode.read})
  order by t.opening_agency_id is not distinct from {agency} desc, t.closed_at is null desc, t.id`;

/** Children whom this person knows. */
const KNOWN_CHILDREN = `select t.id from children t where t.id {child episode.read}`;

const FALLBACK_EPISODES = `select t.id from episodes t join authorities a on a.id = t.authority_id
  where a.name <> 'Invented shire' and t.closed_at is null and exists (select from assessments s where s.episode_id = t.id) order by t.id`;

async function episodeIds(admin: pg.Client, text: string): Promise<string[]> {
  return (await admin.query<{ id: string }>(text)).rows.map(({ id }) => id);
}

async function addMore(admin: pg.Client, table: string, unless: string): Promise<number> {
  const given = (await columnsOf(admin, table))
    .filter((column) => !column.generated)
    .map(({ name }) => `"${name}"`);
  if (!given.includes('"id"')) return 0;
  return rowCountOf(
    admin,
    `insert into ${table} (${given.join(', ')}) select ${given.join(', ')} from (
       select (jsonb_populate_record(null::${table}, whole_row || jsonb_build_object('id', gen_random_uuid()))).*
       from "unseen ${table}" where not ${unless}) r`,
  );
}

async function changeEach(
  admin: pg.Client,
  table: string,
  key: readonly string[],
  refers: ReadonlyMap<string, boolean>,
  fill: Fill,
): Promise<number> {
  let changed = 0;
  const same = key.map((column) => `t."${column}" = u."${column}"`).join(' and ');
  for (const column of await columnsOf(admin, table)) {
    // Links between rows stay, and a code explained by another table stays a valid code.
    const isPerson = refers.get(`${table}.${column.name}`);
    if (column.generated || key.includes(column.name) || isPerson === false) continue;
    if (decides(table, column.name)) continue;
    const learnt = fill(LEARNT_INDIRECTLY[table]?.[column.name] ?? 'false');
    for (const value of otherValues(table, column, isPerson ?? false, fill('{me}'))) {
      const rows = await rowCountOf(
        admin,
        `update ${table} t set "${column.name}" = ${value} from "unseen ${table}" u
         where ${same} and t."${column.name}" is not null and not coalesce((${learnt}), false)`,
      );
      changed += rows;
      if (rows > 0) break;
    }
  }
  return changed;
}

/** Whether this column decides who may read the row. Columns naming the writer may change to any other person. */
const decides = (table: string, column: string): boolean =>
  DECIDING.includes(`${table}.${column}`) ||
  (!/^(written|recorded|saved)_by$/.test(column) &&
    (TABLE_PERMISSIONS[table]?.read ?? '').split(/\W+/).includes(column));

/** The number of rows, or none if a constraint refuses. */
async function rowCountOf(admin: pg.Client, text: string): Promise<number> {
  await admin.query('savepoint attempted');
  const answer = await admin.query(text).catch(() => null);
  await admin.query(answer ? 'release savepoint attempted' : 'rollback to savepoint attempted');
  return answer?.rowCount ?? 0;
}
