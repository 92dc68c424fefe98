import type pg from 'pg';
import { PersonaDatabase } from '../../rls/persona-database.js';
import { seededDatabase } from '../../rls/seeded-database.js';
import { TABLE_PERMISSIONS } from '../../rls/table-permissions.js';
import type { Clone } from '../../support/cluster.js';
import { bySize } from '../../support/size.js';

/** Written by the merge itself. */
const ITS_OWN = ['child_merges', 'messages'];
const TABLES = Object.keys(TABLE_PERMISSIONS).filter((table) => !ITS_OWN.includes(table));

/** Of each way to a record one person, and one without any. */
const FEW = [
  'schoolTeacher',
  'coordinatorNwl',
  'healthManager',
  'schoolNurse',
  'governance',
  'outsider',
  'frontDoor',
];

let database: Clone;
let people: PersonaDatabase;
beforeAll(async () => {
  database = await seededDatabase();
  people = await PersonaDatabase.within(database.adminUrl);
}, 300_000);
afterAll(async () => {
  await people.close();
  await database.drop();
});

type Readable = ReadonlyMap<string, ReadonlySet<string>>;

/** Every row that each person can read, and each child that a search for any name of the county tells them of. */
async function readable(): Promise<Readable> {
  const seen = new Map<string, Set<string>>();
  const names = await people.admin.query<{ name: string }>(
    `select given_names || ' ' || family_name as name from children order by id limit 60`,
  );
  for (const persona of bySize(FEW, people.personas))
    await people.as(persona, async (client) => {
      for (const table of TABLES)
        seen.set(`${persona} ${table}`, await rows(client, `select t::text as row from ${table} t`));
      if (persona !== 'unauthenticated')
        seen.set(
          `${persona} search`,
          await rows(
            client,
            `select f.child_id::text || ' ' || coalesce(f.matched_name, '') as row
             from unnest($1::text[]) n (name) cross join lateral access.search_children(n.name, null, null, 50) f`,
            [names.rows.map(({ name }) => name)],
          ),
        );
    });
  return seen;
}
async function rows(client: pg.Client, text: string, values: unknown[] = []): Promise<Set<string>> {
  return new Set((await client.query<{ row: string }>(text, values)).rows.map(({ row }) => row));
}
const gained = (before: Readable, after: Readable): string[] =>
  [...after].flatMap(([where, now]) =>
    [...now].filter((row) => !before.get(where)!.has(row)).map((row) => `${where}: ${row.slice(0, 160)}`),
  );

/** Of a search, what is new is only a child who was found before, now by the other record's name that the person knew. */
async function unknownBefore(before: Readable, news: readonly string[]): Promise<string[]> {
  return news.filter((line) => {
    const [persona, child] = /^(\w+) search: (\S+)/.exec(line)?.slice(1) ?? [];
    if (!persona) return true;
    const known = [...before.get(`${persona} search`)!].some((row) => row.startsWith(child!));
    return !known;
  });
}

test('no person can read a row after a merge that they could not read before, and undoing it gives each row back', async () => {
  const { admin } = people;
  await admin.query('begin');
  const before = await readable();
  expect([...before.values()].some((seen) => seen.size > 20)).toBe(true);
  let narrowed = 0;
  // Every child of an episode with the next, then with the one before: shields, exclusions, sealed names and relatives of
  // either are met.
  for (const first of [1, 0]) {
    await admin.query(
      `insert into child_merges (id, kept_child_id, other_child_id, reason, proposed_by, proposed_at)
       select gen_random_uuid(), k.id, k.next, 'Tried here', p.one, platform.now()
       from (select f.child_id as id, lead(f.child_id) over (order by f.child_id) as next, row_number() over (order by f.child_id) as nth
         from (select distinct child_id from episode_children) f) k,
         (select id as one from practitioners order by id limit 1) p
       where k.nth % 2 = $1 and k.next is not null and not exists (select from child_merges m
         where m.undone_at is null and coalesce(m.decision, 'approved') = 'approved' and (k.id in (m.kept_child_id, m.other_child_id) or k.next in (m.kept_child_id, m.other_child_id)))`,
      [first],
    );
    await admin.query(`update child_merges set decision = 'approved', decided_at = platform.now(),
      decided_by = (select id from practitioners order by id offset 1 limit 1) where reason = 'Tried here' and decision is null`);
    const merged = await readable();
    expect(await unknownBefore(before, gained(before, merged))).toEqual([]);
    narrowed += gained(merged, before).length;
    await admin.query(`update child_merges set undone_at = platform.now(), undone_by = decided_by, undone_because = 'Invented'
      where reason = 'Tried here' and undone_at is null`);
    const undone = await readable();
    expect([gained(before, undone), gained(undone, before)]).toEqual([[], []]);
  }
  expect(narrowed).toBeGreaterThan(0);
  await admin.query('rollback');
}, 600_000);
