import { agreedEpisode, openedEpisode, type Scenario } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 60_000);
afterAll(() => testApp.close());

/** Inserts a request into the register under a persona's own claim, with later columns already set. */
async function insertRequest(
  persona: string,
  { episodeId, childId }: Scenario,
  later: Record<string, unknown> = {},
  kind = 'access',
): Promise<string> {
  const { practitionerId } = await testApp.actor(persona);
  const id = (await testApp.asOwner<{ id: string }>('select gen_random_uuid() as id'))[0]!.id;
  await testApp.sql(
    persona,
    `insert into rights_requests (id, episode_id, child_id, kind, about, requester, requester_capacity, received_on,
       recorded_by, recorded_at)
     values ($1, $2, $3, $4, 'child', 'Invented Child', 'themselves', current_date, $5, now())`,
    [id, episodeId, childId, kind, practitionerId],
  );
  const set = Object.keys(later).map((column, index) => `${column} = $${index + 2}`);
  if (set.length > 0)
    await testApp.asOwner(`update rights_requests set ${set.join(', ')} where id = $1`, [
      id,
      ...Object.values(later),
    ]);
  return id;
}
const CHECKED = { identity_checked_on: '2099-01-01', identity_checked_how: 'Known' };
async function today(): Promise<string> {
  const [row] = await testApp.asOwner<{ day: string }>('select current_date::text as day');
  return row!.day;
}

test('every table that concerns a child or an episode is in the bundle, or left out with a reason', async () => {
  const concerned = await testApp.asOwner<{ name: string }>(`
    with recursive person as (
      select c.oid from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relname in ('children', 'episodes', 'carers')
      union
      -- Tables that refer to a table about a person are included too, except for those about practitioners.
      select k.conrelid from person p join pg_constraint k on k.confrelid = p.oid and k.contype = 'f')
    select format('%s.%s', n.nspname, c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema') and (
      c.oid in (select oid from person)
      or exists (select from pg_attribute a where a.attrelid = c.oid and not a.attisdropped
        and a.attname in ('episode_id', 'child_id', 'carer_id')))
    order by 1`);
  const listed = await testApp.asOwner<{ relation: string }>('select relation from access.bundle_parts');
  const names = new Set(listed.map(({ relation }) => relation));
  expect(concerned.length).toBeGreaterThan(38);
  expect(concerned.filter(({ name }) => !names.has(name))).toEqual([]);
  // And no listed table has been dropped.
  const there = await testApp.asOwner(
    'select relation from access.bundle_parts where to_regclass(relation) is null',
  );
  expect(there).toEqual([]);
}, 60_000);

test('information governance has no case content, and gets one child’s only by that child’s open, verified request', async () => {
  const scenario = await openedEpisode(testApp, 'healthVisitor');
  const other = await openedEpisode(testApp, 'healthVisitor');
  expect(await testApp.sql('governance', 'select * from episode_records')).toEqual([]);
  const id = await insertRequest('governance', scenario, { ...CHECKED, identity_checked_on: await today() });
  const rows = await testApp.sql<{ relation: string; item: Record<string, unknown> }>(
    'governance',
    'select * from access.bundle($1)',
    [id],
  );
  const recordRows = rows.filter(({ relation }) => relation === 'public.episode_records');
  expect(recordRows.map(({ item }) => item['episode_id'])).toEqual([scenario.episodeId]);
  expect(JSON.stringify(rows)).not.toContain(other.episodeId);
  expect(JSON.stringify(rows)).not.toContain(other.childId);
  expect(await testApp.sql('governance', 'select * from episode_records')).toEqual([]);
  const log = await testApp.asOwner(
    "select subject_id, child_id from audit.entries where act = 'produce bundle' and subject_id = $1",
    [id],
  );
  expect(log).toEqual([{ subject_id: id, child_id: scenario.childId }]);
}, 60_000);

test('no other role gets a bundle, and only an open, verified request for access gives one', async () => {
  const scenario = await agreedEpisode(testApp, 'healthVisitor', ['schoolTeacher']);
  const day = await today();
  const checked = { identity_checked_on: day, identity_checked_how: 'Passport' };
  const good = await insertRequest('governance', scenario, checked);
  const bundle = (persona: string | null, id: string) =>
    testApp.sql(persona, 'select * from access.bundle($1)', [id]);
  expect((await bundle('governance', good)).length).toBeGreaterThan(5);
  for (const persona of [
    'healthVisitor',
    'schoolTeacher',
    'healthManager',
    'coordinatorNwl',
    'frontDoor',
    'systemAdministrator',
    'analyst',
    null,
  ])
    await expect(bundle(persona, good)).rejects.toThrow('There must be an open request for access');
  const unchecked = await insertRequest('governance', scenario);
  const tomorrow = await insertRequest('governance', scenario, CHECKED);
  const objection = await insertRequest('governance', scenario, checked, 'objection');
  const { practitionerId } = await testApp.actor('governance');
  const finished = await insertRequest('governance', scenario, {
    ...checked,
    decision: 'refused',
    decision_reason: 'Invented',
    decided_by: practitionerId,
    decided_at: day,
    finished_at: day,
  });
  const parents = await insertRequest('governance', scenario, {
    ...checked,
    requester_capacity: 'parental_responsibility',
    child_competence: 'competent',
  });
  for (const id of [unchecked, tomorrow, objection, finished, parents])
    await expect(bundle('governance', id)).rejects.toThrow('There must be an open request for access');
  await testApp.asOwner("update rights_requests set child_view = 'Yes', child_view_on = $2 where id = $1", [
    parents,
    day,
  ]);
  expect((await bundle('governance', parents)).length).toBeGreaterThan(5);
}, 60_000);

test('a practitioner who passes a request on cannot answer it, read the register, or pass one on for a family out of reach', async () => {
  const scenario = await openedEpisode(testApp, 'healthVisitor');
  const id = await insertRequest('healthVisitor', scenario);
  expect(await testApp.sql('healthVisitor', 'select * from rights_requests')).toEqual([]);
  expect(await testApp.sql('healthVisitor', 'select id, state from access.forwarded_requests()')).toEqual([
    { id, state: 'received' },
  ]);
  expect(await testApp.sql('schoolTeacher', 'select * from access.forwarded_requests()')).toEqual([]);
  await expect(insertRequest('outsider', scenario)).rejects.toThrow(/row-level security/);
  await testApp.sql(
    'healthVisitor',
    "update rights_requests set identity_checked_on = current_date, identity_checked_how = 'x'",
  );
  expect(
    await testApp.asOwner('select identity_checked_on from rights_requests where id = $1', [id]),
  ).toEqual([{ identity_checked_on: null }]);
  const { practitionerId } = await testApp.actor('healthVisitor');
  await expect(
    testApp.sql(
      'healthVisitor',
      `insert into rights_requests (id, episode_id, child_id, kind, about, requester, requester_capacity, received_on,
         recorded_by, recorded_at, identity_checked_on, identity_checked_how)
       values (gen_random_uuid(), $1, $2, 'access', 'child', 'X', 'themselves', current_date, $3, now(), current_date, 'x')`,
      [scenario.episodeId, scenario.childId, practitionerId],
    ),
  ).rejects.toThrow(/row-level security/);
}, 60_000);

test('the history of a request is written by the database, and cannot be changed or deleted', async () => {
  const scenario = await openedEpisode(testApp, 'healthVisitor');
  const id = await insertRequest('governance', scenario);
  await testApp.sql(
    'governance',
    "update rights_requests set clarification = 'Only school', version = 2 where id = $1",
    [id],
  );
  const events = await testApp.sql<{ what: string; changes: object }>(
    'governance',
    'select what, changes from rights_request_events where request_id = $1 order by at',
    [id],
  );
  expect(events.map(({ what }) => what)).toEqual(['request added', 'request changed']);
  expect(events[1]!.changes).toEqual({ clarification: 'Only school' });
  for (const statement of [
    'delete from rights_request_events',
    "update rights_request_events set what = 'x'",
    'delete from rights_requests',
    "update rights_requests set requester = 'x'",
  ])
    await expect(testApp.sql('governance', statement)).rejects.toThrow(/permission denied/);
}, 60_000);
