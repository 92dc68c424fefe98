import type pg from 'pg';
import type { PersonaDatabase } from './persona-database.js';
import { type Column, columnsOf, constraintsIn } from './catalogue.js';
import { type Fill, fillFor } from './placeholders.js';
import { TABLE_PERMISSIONS, type TablePermissions } from './table-permissions.js';

const ROWS_TRIED = 8;
/** Of these, this many also in another person's name and with the further values. */
const FURTHER = 3;

interface Subject {
  readonly table: string;
  readonly permissions: TablePermissions;
  /** The columns that the serving role may insert. */
  readonly written: readonly string[];
  readonly columns: readonly Column[];
  readonly keys: readonly string[];
  readonly sample: readonly string[];
}

/** By table: the person who showed the last difference found, and is the most likely to show the next. */
const shownBy = new Map<string, string>();

/** Differences between the rows a person can read, add and change, and the permissions written for that table. */
export async function differencesAt(
  personaDb: PersonaDatabase,
  tables = Object.keys(TABLE_PERMISSIONS),
  { stopAtFirst = false } = {},
): Promise<string[]> {
  const subjects = await subjectsOf(personaDb.admin, tables);
  const permissionsOfTables = tables.map((table) => TABLE_PERMISSIONS[table]!);
  const differencesFound: string[] = [];
  const likely = stopAtFirst ? shownBy.get(tables.join(' ')) : undefined;
  const people = personaDb.personas.sort((one, other) => Number(other === likely) - Number(one === likely));
  for (const persona of people) {
    const fill = await fillFor(personaDb, persona, permissionsOfTables);
    const expected: Expected[] = [];
    for (const subject of subjects) expected.push(await expectedOf(personaDb.admin, subject, fill));
    await personaDb.as(persona, async (client) => {
      for (const [place, subject] of subjects.entries())
        differencesFound.push(...(await differences(client, persona, subject, expected[place]!, fill)));
    });
    if (stopAtFirst && differencesFound.length > 0) {
      shownBy.set(tables.join(' '), persona);
      break;
    }
  }
  return differencesFound;
}

interface Expected {
  readonly read: string;
  readonly changed: string;
  /** Rows that an update without reading a column may change. */
  readonly blind: number;
  /** The same for each further change. */
  readonly further: readonly number[];
  /** Rows to insert, as JSON text, and whether this person may. */
  readonly added: readonly { readonly text: string; readonly may: boolean }[];
}

/** The number of rows, and a digest of which. */
const DIGEST = (row: string): string =>
  `count(*) || ' ' || md5(coalesce(string_agg(${row}, '' order by ${row}), ''))`;
const NONE = '0 d41d8cd98f00b204e9800998ecf8427e';

async function expectedOf(admin: pg.Client, subject: Subject, fill: Fill): Promise<Expected> {
  const { table, permissions } = subject;
  const read = fill(permissions.read);
  const copies = copiesOf(subject, fill);
  const { rows } = await admin.query<Expected>(
    `select (select ${DIGEST('md5(t::text)')} from ${table} t where ${read}) as read,
       (select ${DIGEST(keyOf(subject))} from ${table} t where (${read}) and (${permissions.change ? fill(permissions.change) : 'false'})) as changed,
       (select count(*)::integer from ${table} t where ${fill(permissions.blind ?? permissions.change ?? 'false')}) as blind,
       array[${(permissions.further ?? []).map(({ change }) => `(select count(*)::integer from ${table} t where ${fill(change)})`).join(', ')}]::integer[] as further,
       ${
         copies.length === 0
           ? `'[]'::json`
           : `(select json_agg(json_build_object('text', to_jsonb(t)::text, 'may', coalesce((${fill(permissions.add ?? 'false')}), false)))
              from (${copies.join(' union all ')}) t)`
       } as added`,
  );
  return rows[0]!;
}

async function differences(
  client: pg.Client,
  persona: string,
  subject: Subject,
  expected: Expected,
  fill: Fill,
): Promise<string[]> {
  const { table } = subject;
  const differencesFound: string[] = [];
  const result = await tryEverything(client, subject, expected, fill);
  if (result.read !== expected.read)
    differencesFound.push(
      `${persona} reads ${count(result.read)} rows of ${table}, not ${count(expected.read)}`,
    );
  if (result.changed !== expected.changed)
    differencesFound.push(
      `${persona} changes ${count(result.changed)} rows of ${table}, not ${count(expected.changed)}`,
    );
  for (const [place, may] of [expected.blind, ...expected.further].entries()) {
    const actual = [result.blind, ...result.further][place]!;
    if (actual === 'some' ? may === 0 : Number(actual) !== may)
      differencesFound.push(`${persona} changes ${actual} rows of ${table} without looking, not ${may}`);
  }
  if (result.forged !== NONE)
    differencesFound.push(`${persona} changes rows of ${table} in the name of another person`);
  for (const [place, { text, may }] of expected.added.entries())
    if ((result.added[place] === '1') !== may)
      differencesFound.push(`${persona} ${may ? 'does not add' : 'adds'} to ${table}: ${text}`);
  return differencesFound;
}

interface Result {
  readonly read: string;
  readonly changed: string;
  readonly forged: string;
  /** The number of rows, or 'some' if refused afterwards for another reason. */
  readonly blind: string;
  readonly further: readonly string[];
  /** For each row, 1 if a policy let it through, whatever else refused it afterwards. */
  readonly added: string;
}

/** Tries everything that this person might do to a table in one statement, each rolled back. */
async function tryEverything(
  client: pg.Client,
  subject: Subject,
  expected: Expected,
  fill: Fill,
): Promise<Result> {
  const { table, permissions, written } = subject;
  const names = written.map((name) => `"${name}"`).join(', ');
  const column = permissions.column ?? subject.columns[0]!.name;
  const signed = Object.entries(permissions.signed ?? { [column]: `"${column}"` });
  const update = (forger: boolean): string => `
    begin
      with u as (update ${table} t set ${signed
        .map(([name, value], place) => `"${name}" = ${forger && place === 0 ? ANOTHER_PERSON : fill(value)}`)
        .join(', ')} returning ${keyOf(subject)} as row)
      select ${DIGEST('u.row')} into ${forger ? 'try_forged' : 'try_changed'} from u;
      raise exception 'undone' using errcode = 'UNDO1';
    exception when others then null; end;`;
  const blindly = (set: Readonly<Record<string, string>>, said: string): string => `
      begin
        update ${table} set ${Object.entries(set)
          .map(([name, value]) => `"${name}" = ${fill(value)}`)
          .join(', ')};
        get diagnostics try_count = row_count;
        ${said} := try_count;
        raise exception 'undone' using errcode = 'UNDO1';
      exception when insufficient_privilege then null; when sqlstate 'UNDO1' then null; when others then ${said} := 'some'; end;`;
  const rows = expected.added.map(({ text }) => client.escapeLiteral(text)).join(', ');
  const results = (await client.query(`
    do $try$
    declare try_read text := '${NONE}'; try_changed text := '${NONE}'; try_forged text := '${NONE}'; try_blind text := '0'; try_count text; try_further text[] := array_fill('0'::text, array[${permissions.further?.length ?? 0}]); try_added text := ''; try_row text;
    begin
      begin select ${DIGEST('md5(t::text)')} into try_read from ${table} t; exception when insufficient_privilege then null; end;
      ${update(false)}
      ${permissions.signed ? update(true) : ''}
      ${blindly(permissions.signed ?? { [column]: 'null' }, 'try_blind')}
      ${(permissions.further ?? []).map(({ set }, place) => blindly(set, `try_further[${place + 1}]`)).join('')}
      ${
        names === '' || rows === ''
          ? `try_added := repeat('0', ${expected.added.length});`
          : `foreach try_row in array array[${rows}]::text[] loop
        begin
          insert into ${table} (${names}) select ${names} from jsonb_populate_record(null::${table}, try_row::jsonb);
          raise exception 'undone' using errcode = 'UNDO1';
        exception when insufficient_privilege then try_added := try_added || '0'; when others then try_added := try_added || '1'; end;
      end loop;`
      }
      perform set_config('trial.done', json_build_object('read', try_read, 'changed', try_changed, 'forged', try_forged, 'blind', try_blind, 'further', try_further, 'added', try_added)::text, true);
    end $try$;
    select current_setting('trial.done')::json as done`)) as unknown as pg.QueryResult<{ done: Result }>[];
  return results.at(-1)!.rows[0]!.done;
}

const anotherThan = (column: string): string =>
  column.endsWith('agency_id') || column === 'agency_id'
    ? '(select o.id from agencies o where o.id is distinct from {agency} order by o.id limit 1)'
    : '(select o.id from practitioners o where o.id is distinct from {me} order by o.id limit 1)';
const ANOTHER_PERSON = '(select o.id from practitioners o where o.id <> access.me() order by o.id limit 1)';
const keyOf = ({ keys }: Subject): string => `md5(row(${keys.map((key) => `t."${key}"`).join(', ')})::text)`;
const count = (digest: string): string => digest.split(' ')[0]!;

/** Copies of rows: in the person's own name where they are signed, unchanged, and with the further values. */
function copiesOf(subject: Subject, fill: Fill): string[] {
  const { permissions, sample } = subject;
  const own = permissions.own ?? {};
  return [
    ...sample.map((row) => copyOf(subject, row, own, fill)),
    ...Object.keys(own).flatMap((name) =>
      sample
        .slice(0, FURTHER)
        .map((row) => copyOf(subject, row, { ...own, [name]: anotherThan(name) }, fill)),
    ),
    ...(permissions.more ?? []).flatMap((values) =>
      sample.slice(0, FURTHER).map((row) => copyOf(subject, row, { ...own, ...values }, fill)),
    ),
  ];
}

function copyOf(
  { table, columns, keys }: Subject,
  row: string,
  set: Readonly<Record<string, string>>,
  fill: Fill,
): string {
  const values = columns.map(({ name, type }) => {
    if (set[name]) return `(${fill(set[name])})::${type} as "${name}"`;
    return name === 'id' && keys.includes(name) ? `gen_random_uuid()::${type} as "${name}"` : `t."${name}"`;
  });
  return `(select ${values.join(', ')} from ${table} t where t.ctid = '${row}')`;
}

async function rowsOf(client: pg.Client, sql: string): Promise<string[]> {
  return (await client.query<{ row: string }>(sql)).rows.map(({ row }) => row);
}

/** Tables with their own triggers disabled, so that none changes a row during the comparison. */
async function subjectsOf(admin: pg.Client, tables: readonly string[]): Promise<Subject[]> {
  const keys = new Map(
    (await constraintsIn(admin)).filter(({ kind }) => kind === 'p').map((key) => [key.table, key.columns]),
  );
  const subjects: Subject[] = [];
  for (const table of tables) {
    await admin.query(`alter table ${table} disable trigger user`);
    const columns = await columnsOf(admin, table);
    const written = await rowsOf(
      admin,
      `select a.attname as row from pg_attribute a where a.attrelid = '${table}'::regclass and a.attnum > 0 and not a.attisdropped
         and a.attgenerated = '' and has_column_privilege('bridges_app', a.attrelid, a.attnum, 'insert')`,
    );
    // Some of each kind: sensitive and not, each section, each family.
    const sample = await rowsOf(
      admin,
      `select r.row from (
         select t.ctid::text as row, ${STABLE_TEXT} as any, row_number() over (partition by ${KINDS.map((name) => `to_jsonb(t) -> '${name}'`).join(', ')}
           order by ${STABLE_TEXT}, t.ctid) as place from ${table} t) r order by r.place, r.any, r.row limit ${ROWS_TRIED}`,
    );
    subjects.push({
      table,
      permissions: TABLE_PERMISSIONS[table]!,
      written,
      columns,
      keys: keys.get(table) ?? [],
      sample,
    });
  }
  return subjects;
}

/** A row without what differs between two runs of the stories: ids and the time of day. */
const STABLE_TEXT =
  "md5(regexp_replace(t::text, '[0-9a-f]{8}-[0-9a-f-]{27}|[0-9]{2}:[0-9]{2}:[0-9.]+', '', 'g'))";
const KINDS = ['topic', 'topics', 'section', 'subject_kind', 'to_agency_id'];
