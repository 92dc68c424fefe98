import { closeEpisode, destroyEpisode, proposeDestruction } from '../../support/destroying.js';
import { agreedEpisode, openedEpisode, type Scenario } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 60_000);
afterAll(async () => {
  await testApp.moveClock();
  await testApp.close();
}, 60_000);

const closed = ({ episodeId }: Scenario) => closeEpisode(testApp, episodeId);
const proposed = (persona: string, { episodeId }: Scenario) =>
  proposeDestruction(testApp, persona, episodeId);
const destroy = (persona: string, id: string) => destroyEpisode(testApp, persona, id);

/** Every table that still contains this id, except the log and the tombstone. */
async function traces(id: string): Promise<string[]> {
  const tables = await testApp.asOwner<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'audit')
       and c.relname <> 'tombstones'`,
  );
  const tablesWithId = await testApp.asOwner<{ name: string }>(
    tables
      .map(
        ({ name }) =>
          `select '${name}' as name where exists (select from ${name} t where t::text like '%' || $1 || '%')`,
      )
      .join(' union all '),
    [id],
  );
  return tablesWithId.map(({ name }) => name).sort();
}

test('before its date, or while it is open, destruction cannot be proposed', async () => {
  const open = await openedEpisode(testApp, 'healthVisitor');
  await expect(proposed('governance', open)).rejects.toThrow(/row-level security/);
  await closed(open);
  await expect(proposed('governance', open)).rejects.toThrow(/row-level security/);
}, 60_000);

test('two people destroy an episode and its child completely; the log and a tombstone remain, other families are unchanged', async () => {
  const destroyed = await agreedEpisode(testApp, 'healthVisitor', ['schoolTeacher']);
  const stays = await agreedEpisode(testApp, 'healthVisitor', ['schoolTeacher']);
  const visitor = await testApp.as('healthVisitor');
  await visitor.post(`/children/${destroyed.childId}/carers`, {
    name: 'Only Carer',
    relationship: 'mother',
    parentalResponsibility: 'yes',
  });
  await visitor.put(
    `/episodes/${destroyed.episodeId}/checklist`,
    { answers: { safe_from_harm: { answer: 'no' } } },
    { ifMatch: '"v0"' },
  );
  const concerns = `/episodes/${destroyed.episodeId}/safety-concerns`;
  const [concern] = (await visitor.get(concerns)).body.items as [{ id: string }];
  const answer = { actionTaken: 'Rang', actionAt: '2026-01-01T10:00:00Z', spokenTo: 'Duty social worker' };
  expect((await visitor.post(`${concerns}/${concern.id}/answer`, answer)).status).toBe(200);
  await visitor.get(`/episodes/${destroyed.episodeId}`);
  await closed(destroyed);
  await closed(stays);
  expect((await traces(destroyed.episodeId)).length).toBeGreaterThan(5);
  const before = await traces(stays.episodeId);
  const [{ log }] = (await testApp.asOwner<{ log: number }>(
    'select count(*)::int as log from audit.entries where episode_id = $1',
    [destroyed.episodeId],
  )) as [{ log: number }];

  await testApp.moveClock('2070-01-01T12:00:00Z');
  const id = await proposed('governance', destroyed);
  await expect(destroy('governance', id)).rejects.toThrow('The person who proposed this cannot approve it');
  await expect(destroy('healthVisitor', id)).rejects.toThrow('nothing here');
  await expect(destroy('coordinatorCharnwood', id)).rejects.toThrow('nothing here');
  expect((await traces(destroyed.episodeId)).length).toBeGreaterThan(5);
  await destroy('coordinatorNwl', id);

  expect(await traces(destroyed.episodeId)).toEqual([]);
  expect(await traces(destroyed.childId)).toEqual([]);
  expect(await testApp.asOwner("select 1 from carers where name = 'Only Carer'")).toEqual([]);
  expect(await traces(stays.episodeId)).toEqual(before);
  const logEntries = await testApp.asOwner('select 1 from audit.entries where episode_id = $1', [
    destroyed.episodeId,
  ]);
  expect(logEntries).toHaveLength(log);
  const [governance, coordinator] = [
    await testApp.actor('governance'),
    await testApp.actor('coordinatorNwl'),
  ];
  expect(
    await testApp.asOwner('select id, class, proposed_by, approved_by from tombstones where id = $1', [
      destroyed.episodeId,
    ]),
  ).toEqual([
    {
      id: destroyed.episodeId,
      class: 'early_help',
      proposed_by: governance.practitionerId,
      approved_by: coordinator.practitionerId,
    },
  ]);
  await expect(destroy('coordinatorNwl', id)).rejects.toThrow('nothing here');
  await testApp.moveClock();
}, 60_000);

test('a child who has another episode stays with it, and so does their carer', async () => {
  const first = await openedEpisode(testApp, 'healthVisitor');
  const visitor = await testApp.as('healthVisitor');
  await visitor.post(`/children/${first.childId}/carers`, {
    name: 'Staying Carer',
    relationship: 'mother',
    parentalResponsibility: 'yes',
  });
  await closed(first);
  const again = await visitor.post('/episodes', { childIds: [first.childId], reason: 'Invented: again.' });
  expect(again.status).toBe(201);
  await testApp.moveClock('2070-01-01T12:00:00Z');
  const id = await proposed('governance', first);
  await destroy('coordinatorNwl', id);
  await testApp.moveClock();
  expect(await traces(first.episodeId)).toEqual([]);
  expect((await visitor.get(`/children/${first.childId}`)).status).toBe(200);
  expect(await testApp.asOwner("select 1 from carers where name = 'Staying Carer'")).toHaveLength(1);
}, 60_000);

test('a hold or an open request overrides the date, for the proposal and for the approval', async () => {
  const scenario = await openedEpisode(testApp, 'healthVisitor');
  await closed(scenario);
  const { practitionerId } = await testApp.actor('governance');
  await testApp.moveClock('2070-01-01T12:00:00Z');
  const id = await proposed('governance', scenario);
  await testApp.sql(
    'governance',
    `insert into retention_holds (id, episode_id, reason, placed_by, placed_at)
     values (gen_random_uuid(), $1, 'An inquiry', $2, now())`,
    [scenario.episodeId, practitionerId],
  );
  await expect(destroy('coordinatorNwl', id)).rejects.toThrow('This record cannot be destroyed now');
  await testApp.sql(
    'governance',
    `update retention_holds set lifted_by = $2, lifted_at = now(), lifted_because = 'Ended' where episode_id = $1`,
    [scenario.episodeId, practitionerId],
  );
  await testApp.sql(
    'governance',
    `insert into rights_requests (id, episode_id, child_id, kind, about, requester, requester_capacity, received_on,
       recorded_by, recorded_at)
     values (gen_random_uuid(), $1, $2, 'access', 'child', 'Invented', 'themselves', current_date, $3, now())`,
    [scenario.episodeId, scenario.childId, practitionerId],
  );
  await expect(destroy('coordinatorNwl', id)).rejects.toThrow('This record cannot be destroyed now');
  await testApp.moveClock();
}, 60_000);

test('no serving role deletes anything outside the function, and one person alone leaves no tombstone', async () => {
  for (const persona of ['governance', 'coordinatorNwl'])
    for (const statement of [
      'delete from episodes',
      'delete from children',
      'delete from destruction_proposals',
      'delete from tombstones',
      'delete from retention_holds',
      'update tombstones set class = class',
      'select access.refresh_grants(array[]::uuid[])',
    ])
      await expect(testApp.sql(persona, statement)).rejects.toThrow(/permission denied/);
  const { practitionerId } = await testApp.actor('governance');
  await expect(
    testApp.asOwner(
      `insert into tombstones (id, authority_id, class, rule, due_on, destroyed_at, proposed_by, approved_by)
       select gen_random_uuid(), id, 'x', 'x', current_date, now(), $1, $1 from authorities limit 1`,
      [practitionerId],
    ),
  ).rejects.toThrow('tombstones_two_people');
}, 60_000);
