import type pg from 'pg';
import { type Asking, tried } from './asking.js';
import { type Column, columnsOf, constraintsIn } from './catalogue.js';
import { type Words, wordsOf } from './words.js';
import { WHO, type Who } from './who.js';

const ROWS_TRIED = 5;

interface Subject {
  readonly table: string;
  readonly who: Who;
  /** What the serving role may write of a row at all. */
  readonly written: readonly string[];
  readonly columns: readonly Column[];
  readonly keys: readonly string[];
  readonly sample: readonly string[];
}

/** Where the rows that somebody reads, adds and changes differ from what is written of that table. */
export async function differencesAt(asking: Asking, tables = Object.keys(WHO)): Promise<string[]> {
  const subjects = await subjectsOf(asking.admin, tables);
  const found: string[] = [];
  for (const persona of asking.everybody) {
    const say = await wordsOf(
      asking,
      persona,
      tables.map((table) => WHO[table]!),
    );
    const expected: Expected[] = [];
    for (const subject of subjects) expected.push(await expectedOf(asking.admin, subject, say));
    await asking.as(persona, async (client) => {
      for (const [place, subject] of subjects.entries())
        found.push(...(await compared(client, persona, subject, expected[place]!)));
    });
  }
  return found;
}

interface Expected {
  readonly read: readonly string[];
  readonly changed: readonly string[];
  /** Rows to add, each a text of JSON, and whether this person may. */
  readonly added: readonly { readonly text: string; readonly may: boolean }[];
}

async function expectedOf(admin: pg.Client, subject: Subject, say: Words): Promise<Expected> {
  const { table, who } = subject;
  const read = await rowsOf(admin, `select md5(t::text) as row from ${table} t where ${say(who.read)}`);
  const changed = who.change
    ? await rowsOf(
        admin,
        `select md5(t::text) as row from ${table} t where (${say(who.read)}) and (${say(who.change)})`,
      )
    : [];
  if (subject.sample.length === 0) return { read, changed, added: [] };
  const { rows } = await admin.query<{ text: string; may: boolean }>(
    `select to_jsonb(t)::text as text, coalesce((${say(who.add ?? 'false')}), false) as may
     from (${subject.sample.map((row) => likeness(subject, row, say)).join(' union all ')}) t`,
  );
  return { read, changed, added: rows };
}

async function compared(
  client: pg.Client,
  persona: string,
  subject: Subject,
  expected: Expected,
): Promise<string[]> {
  const { table, who, columns, written } = subject;
  const found: string[] = [];
  const seen = await rowsOf(client, `select md5(t::text) as row from ${table} t`);
  if (!same(seen, expected.read))
    found.push(`${persona} reads ${seen.length} rows of ${table}, not ${expected.read.length}`);
  const column = who.column ?? columns[0]!.name;
  const answer = await tried(client, () =>
    rowsOf(client, `update ${table} t set "${column}" = "${column}" returning md5(t::text) as row`),
  );
  const changed = Array.isArray(answer) ? answer : [];
  if (!same(changed, expected.changed))
    found.push(`${persona} changes ${changed.length} rows of ${table}, not ${expected.changed.length}`);
  const names = written.map((name) => `"${name}"`).join(', ');
  for (const { text, may } of expected.added) {
    const added = await tried(client, async () => {
      if (names === '') throw Object.assign(new Error('no column may be written'), { code: '42501' });
      return client.query(
        `insert into ${table} (${names}) select ${names} from jsonb_populate_record(null::${table}, $1)`,
        [text],
      );
    });
    // Whatever refuses a row other than a policy came after the policy had let it through.
    const let_through = !('code' in added && added.code === '42501');
    if (let_through !== may) found.push(`${persona} ${may ? 'does not add' : 'adds'} to ${table}: ${text}`);
  }
  return found;
}

/** A row like another, by their own hand where they sign for it. */
function likeness({ table, who, columns, keys }: Subject, row: string, say: Words): string {
  const values = columns.map(({ name, type }) => {
    const own = who.own?.[name];
    if (own) return `${say(own)} as "${name}"`;
    return name === 'id' && keys.includes(name) ? `gen_random_uuid()::${type} as "${name}"` : `t."${name}"`;
  });
  return `select ${values.join(', ')} from ${table} t where t.ctid = '${row}'`;
}

const same = (some: readonly string[], others: readonly string[]): boolean =>
  JSON.stringify([...some].sort()) === JSON.stringify([...others].sort());

async function rowsOf(client: pg.Client, sql: string): Promise<string[]> {
  return (await client.query<{ row: string }>(sql)).rows.map(({ row }) => row);
}

/** Tables as they stand: while they are looked at, no trigger of their own moves a row. */
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
    const sample = await rowsOf(
      admin,
      `select t.ctid::text as row from ${table} t order by md5(t::text) limit ${ROWS_TRIED}`,
    );
    subjects.push({ table, who: WHO[table]!, written, columns, keys: keys.get(table) ?? [], sample });
  }
  return subjects;
}
