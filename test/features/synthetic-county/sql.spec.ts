import 'reflect-metadata';
import pg from 'pg';
import { deriveKey, isId, signClaim, urlAs } from '#libs/platform';
import { checkAccess } from '../../../apps/console/src/check-access.js';
import { generate, type GenerationReport } from '../../../apps/console/src/generate/index.js';
import { cloneDatabase, TEST_SECRET } from '../../support/cluster.js';

const CHILDREN = 1500;
const OPTIONS = { children: CHILDREN, seed: 7, asOf: '2026-03-02' };
interface Copy {
  readonly adminUrl: string;
  readonly report: GenerationReport;
  drop(): Promise<void>;
}
let one: Copy;
let other: Copy;

beforeAll(async () => {
  one = await populated();
  other = await populated();
}, 120_000);
afterAll(async () => {
  await one?.drop();
  await other?.drop();
}, 60_000);

async function populated(): Promise<Copy> {
  const { adminUrl, drop } = await cloneDatabase();
  return { adminUrl, drop, report: await generate(adminUrl, OPTIONS) };
}

async function rows<Row extends object>(
  url: string,
  text: string,
  values: unknown[] = [],
  before: readonly [string, unknown[]][] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('begin');
    for (const [statement, bound] of before) await client.query(statement, bound);
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}
const asOwner = <Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> =>
  rows<Row>(one.adminUrl, text, values);

interface Post {
  readonly practitionerId: string;
  readonly agencyId: string;
  readonly role: string;
  readonly postId: string;
}
const POST = `select practitioner_id as "practitionerId", agency_id as "agencyId", role, id as "postId" from posts`;

/** What the database shows to a person in this post. */
function seenBy<Row extends object>(post: Post, text: string, values: unknown[] = []): Promise<Row[]> {
  const claim = signClaim(deriveKey(TEST_SECRET, 'claim'), post as never);
  return rows<Row>(urlAs(one.adminUrl, 'bridges_app', TEST_SECRET), text, values, [
    ["select set_config('bridges.claim', $1, true)", [claim]],
  ]);
}

test('every child can be found by name, as those who are recorded one by one', async () => {
  const [keys] = await asOwner<Record<string, number>>(
    `select count(*)::int as children, count(n.name_id)::int as keys,
       (count(*) filter (where n.words = access.name_words(k.given_names, k.family_name)))::int as right,
       (select count(distinct w)::int from child_name_keys, unnest(words) w) as used, (select count(*)::int from name_words) as words,
       (select count(*)::int from pg_index where indrelid = 'child_name_keys'::regclass) as indexes
     from children k left join child_name_keys n on n.name_id = k.id and n.child_id = k.id`,
  );
  expect(keys).toMatchObject({
    keys: keys!['children'],
    right: keys!['children'],
    used: keys!['words'],
    indexes: 3,
  });
  const [child] = await asOwner<{ id: string; name: string; practitioner: string }>(
    `select k.id, k.given_names || ' ' || k.family_name as name, l.practitioner_id as practitioner
     from children k join episode_children c on c.child_id = k.id
     join lead_professional_appointments l on l.episode_id = c.episode_id and l.ended_at is null order by k.id limit 1`,
  );
  const [post] = await asOwner<Post>(`${POST} where practitioner_id = $1 and ended_at is null`, [
    child!.practitioner,
  ]);
  for (const search of [
    'access.search_children($1, null, null, 20)',
    'access.own_children_named($1, true, 20)',
  ])
    expect(
      await seenBy<{ child_id: string }>(post!, `select child_id from ${search}`, [child!.name]),
    ).toContainEqual({
      child_id: child!.id,
    });
});

test('the children’s ages match the county’s, in every locality, and they are marked as a demonstration', async () => {
  const [figures] = await asOwner<Record<string, number>>(
    `select count(*)::int as all, (count(*) filter (where age < 5))::int as "under 5", (count(*) filter (where age between 5 and 10))::int as "5 to 10",
       (count(*) filter (where age between 11 and 15))::int as "11 to 15", (count(*) filter (where age between 16 and 17))::int as "16 and 17",
       count(distinct locality_id)::int as localities, (count(*) filter (where demo))::int as demo, count(distinct given_names || family_name)::int as names
     from (select *, extract(year from age(date '2026-03-02', date_of_birth)) as age from children) c`,
  );
  expect(figures).toMatchObject({ all: CHILDREN, demo: CHILDREN, localities: 7 });
  expect(figures!['under 5']).toBeCloseTo((33_500 / 134_500) * CHILDREN, -1);
  expect(figures!['5 to 10']).toBeCloseTo((44_900 / 134_500) * CHILDREN, -1);
  expect(figures!['11 to 15']).toBeCloseTo((40_700 / 134_500) * CHILDREN, -1);
  expect(figures!['16 and 17']).toBeCloseTo((15_400 / 134_500) * CHILDREN, -1);
  expect(figures!['names']).toBeGreaterThan(CHILDREN * 0.9);
});

test('the triangle matches the county’s shares, including families without a decided level', async () => {
  const figures = await asOwner<{ level: number | null; children: number; open: number; undecided: number }>(
    `select r.level, count(*)::int as children, (count(*) filter (where e.closed_at is null))::int as open,
       (count(*) filter (where r.level_decided_at is null))::int as undecided
     from episode_children f join episodes e on e.id = f.episode_id join episode_records r on r.episode_id = e.id group by 1 order by 1 nulls last`,
  );
  expect(figures.map(({ level, children }) => [level, children])).toEqual([
    [1, 20],
    [2, 450],
    [3, 45],
    [4, 6],
    [null, 9],
  ]);
  const open = Object.fromEntries(figures.map((row) => [String(row.level), row.open / row.children]));
  expect(open['1']).toBe(0);
  expect(open['2']).toBeCloseTo(0.5, 1);
  expect(open['3']).toBeCloseTo(0.8, 1);
  expect([open['4'], open['null']]).toEqual([1, 1]);
  expect(
    figures.every(({ level, children, undecided }) => undecided === (level === null ? children : 0)),
  ).toBe(true);
});

test('about a fifth of the episodes are for two or three children of one family', async () => {
  const [figures] = await asOwner<{ shared: number; most: number; strangers: number }>(
    `select (avg((many > 1)::int))::float as shared, max(many)::int as most, (count(*) filter (where surnames > 1 or homes > 1))::int as strangers
     from (select count(*) as many, count(distinct k.family_name) as surnames, count(distinct k.locality_id) as homes
       from episode_children f join children k on k.id = f.child_id group by f.episode_id) e`,
  );
  expect(figures).toMatchObject({ most: 3, strangers: 0 });
  expect(figures!.shared).toBeCloseTo(0.2, 1);
});

test('the rows are consistent: dates in order, repeated columns equal, no team member without consent', async () => {
  const violations = {
    'a level that is not the last one decided': `select from episode_records r left join lateral (select level, decided_at from level_decisions d
       where d.episode_id = r.episode_id order by decided_at desc limit 1) d on true where (r.level, r.level_decided_at) is distinct from (d.level, d.decided_at)`,
    'level 4 without an accepted step-up': `select from episode_records r where level = 4 and not exists (select from step_ups u where u.episode_id = r.episode_id and outcome = 'accepted')`,
    'a next review that no review set': `select from episode_records r join reviews v using (episode_id) where not v.to_close and v.next_review_on <> r.next_review_on`,
    'closed in one place and not in another': `select from episodes e join episode_records r on r.episode_id = e.id join episode_children f on f.episode_id = e.id
       left join closures c on c.episode_id = e.id where c.closed_at is distinct from e.closed_at or f.ended_at is distinct from e.closed_at or (r.status = 'closed') <> (e.closed_at is not null)`,
    'a team member whose agency the family did not include': `select from team_members m where not exists (select from consent_agencies a
       where a.episode_id = m.episode_id and a.agency_id = m.agency_id and a.standing = 'included')`,
    'a leader of another agency without agreement': `select from lead_professional_appointments l join episodes e on e.id = l.episode_id where l.agency_id <> e.opening_agency_id
       and not exists (select from consent_agencies a where a.episode_id = e.id and a.agency_id = l.agency_id and 1 = any(a.tiers))`,
    'something that happened before the episode or has not happened yet': `select from episodes e join (select episode_id, joined_at as at from team_members
       union all select episode_id, began_at from lead_professional_appointments union all select episode_id, decided_at from level_decisions
       union all select episode_id, recorded_at from consents union all select episode_id, recorded_at from reviews) x on x.episode_id = e.id
       where x.at < e.opened_at or x.at > coalesce(e.closed_at, timestamptz '2026-03-02')`,
    'an episode opened before its child was born': `select from episode_children f join episodes e on e.id = f.episode_id join children k on k.id = f.child_id where k.date_of_birth > e.opened_at`,
  };
  for (const [violation, text] of Object.entries(violations))
    expect({ violation, count: (await asOwner(text)).length }).toEqual({ violation, count: 0 });
  const [many] = await asOwner<Record<string, number>>(
    `select (select count(*)::int from team_members) as team, (select count(*)::int from reviews) as reviews, (select count(*)::int from plan_actions) as actions,
       (select count(*)::int from closures) as closures, (select count(*)::int from consent_withdrawals) as withdrawals,
       (select count(*)::int from consents where decision = 'refused') as refused, (select count(*)::int from consents where valid_until < '2026-03-02') as expired`,
  );
  for (const [what, count] of Object.entries(many!))
    expect({ what, some: count > 0 }).toEqual({ what, some: true });
});

test('ids are UUIDs that any version of Postgres and RFC 9562 accept, and episodes sort by their opening date', async () => {
  const [figures] = await asOwner<{ ids: string[] }>(
    `select (select array_agg(id) from episodes) || (select array_agg(id) from children) || (select array_agg(id) from plan_actions) || (select array_agg(id) from practitioners) as ids`,
  );
  expect(figures!.ids.filter((id) => !isId(id))).toEqual([]);
  const [{ wrong }] = (await asOwner<{ wrong: number }>(
    `select count(*)::int as wrong from (select opened_at, lag(opened_at) over (order by id) as before from episodes) e where before > opened_at`,
  )) as [{ wrong: number }];
  expect(wrong).toBe(0);
});

test('the same seed creates the same county in another database', async () => {
  expect(other.report.counties).toEqual(one.report.counties);
  expect(other.report.grants).toBe(one.report.grants);
  expect(await digest(other.adminUrl)).toEqual(await digest(one.adminUrl));
});

async function digest(url: string): Promise<unknown> {
  const tables = [
    'children',
    'child_details',
    'episodes',
    'episode_records',
    'episode_children',
    'consents',
    'consent_agencies',
    'team_members',
    'lead_professional_appointments',
    'level_decisions',
    'plan_actions',
    'reviews',
    'closures',
    'practitioners',
    'access.grants',
  ];
  const figures: unknown[] = [];
  for (const table of tables)
    figures.push([
      table,
      await rows(
        url,
        `select count(*)::int as rows, md5(string_agg(md5(t::text), '' order by md5(t::text))) as digest from ${table} t`,
      ),
    ]);
  return figures;
}

test('the stored grants are those that the rules derive', async () => {
  const said: string[] = [];
  expect({ same: await checkAccess(one.adminUrl, (line) => said.push(line)), said }).toMatchObject({
    same: true,
  });
  expect(one.report.grants).toBeGreaterThan(10_000);
});

/** People of agencies with no part in episode $2, which agency $3 opened. */
const STRANGERS =
  'agency_id <> $3 and agency_id not in (select agency_id from consent_agencies where episode_id = $2)';

test('those who work with a family reach it, and an outsider does not', async () => {
  const [figures] = await asOwner<{
    id: string;
    agencyId: string;
    lead: string;
    member: string;
    localityId: string;
  }>(
    `select e.id, e.opening_agency_id as "agencyId", l.practitioner_id as lead, m.practitioner_id as member, e.locality_id as "localityId"
     from episodes e join lead_professional_appointments l on l.episode_id = e.id join team_members m on m.episode_id = e.id and m.left_at is null
     join consents c on c.episode_id = e.id and c.valid_until is null
     where e.closed_at is null and m.practitioner_id <> l.practitioner_id and not exists (select from consent_withdrawals w where w.episode_id = e.id) order by e.id limit 1`,
  );
  const { id, agencyId, lead, member, localityId } = figures!;
  const sees = async (where: string, values: unknown[]): Promise<number> => {
    const [post] = await asOwner<Post>(`${POST} where ${where} order by id limit 1`, values);
    return (await seenBy(post!, 'select from episodes where id = $1', [id])).length;
  };
  expect(await sees('practitioner_id = $1', [lead])).toBe(1);
  expect(await sees('practitioner_id = $1', [member])).toBe(1);
  expect(await sees(`role = 'manager' and agency_id = $1`, [agencyId])).toBe(1);
  expect(await sees(`role = 'coordinator' and locality_id = $1`, [localityId])).toBe(1);
  expect(
    await sees(`role = 'coordinator' and locality_id <> $1 and ${STRANGERS}`, [localityId, id, agencyId]),
  ).toBe(0);
  expect(
    await sees(`role = 'practitioner' and $1::uuid is not null and ${STRANGERS}`, [localityId, id, agencyId]),
  ).toBe(0);
});

test('a manager counts exactly the families with whom a practitioner of the agency works', async () => {
  const [post] = await asOwner<Post & { families: number }>(
    `select practitioner_id as "practitionerId", agency_id as "agencyId", role, id as "postId",
       (select count(*)::int from episodes e where e.closed_at is null and e.opening_agency_id = p.agency_id) as families
     from posts p where role = 'manager' order by families desc, id limit 1`,
  );
  const [counted] = await seenBy<{ families: number }>(
    post!,
    'select count(*)::int as families from episodes where closed_at is null and opening_agency_id = $1',
    [post!.agencyId],
  );
  expect(counted!.families).toBe(post!.families);
  expect(post!.families).toBeGreaterThan(5);
});

test('the same seed a second time is refused in words; another seed adds its own counties', async () => {
  await expect(generate(other.adminUrl, OPTIONS)).rejects.toThrow(
    'The population of seed 7 is already in this database. Use another seed to add more.',
  );
  const added = await generate(other.adminUrl, { ...OPTIONS, seed: 8, counties: 2, children: 300 });
  expect(added.counties.map(({ name }) => name)).toEqual(['Leicestershire', 'Synthetic County 2']);
  const [figures] = await rows<{ children: number }>(
    other.adminUrl,
    'select count(*)::int as children from children',
  );
  expect(figures!.children).toBe(CHILDREN + 600);
  // A safety concern in each county says whom to ring; the numbers that the first county has stay.
  const frontDoors = (url: string) =>
    rows<{ authority: string; telephone: string; hasHours: boolean }>(
      url,
      `select a.name as authority, d.telephone, d.out_of_hours_telephone is not null and d.hours <> '' as "hasHours"
       from front_doors d join authorities a on a.id = d.authority_id where d.locality_id is null order by 1`,
    );
  expect(await frontDoors(other.adminUrl)).toEqual([
    ...(await frontDoors(one.adminUrl)),
    { authority: 'Synthetic County 2', telephone: '01632 960100', hasHours: true },
  ]);
  expect(await frontDoors(one.adminUrl)).toHaveLength(1);
  expect(await checkAccess(other.adminUrl, () => undefined)).toBe(true);
  const [triggers] = await rows<{ off: number; indexes: number }>(
    other.adminUrl,
    `select (select count(*)::int from pg_trigger where tgenabled = 'D') as off, (select count(*)::int from pg_indexes where schemaname in ('public', 'access')) as indexes`,
  );
  const [before] = await asOwner<{ indexes: number }>(
    `select count(*)::int as indexes from pg_indexes where schemaname in ('public', 'access')`,
  );
  expect(triggers).toEqual({ off: 0, indexes: before!.indexes });
}, 60_000);
