import { openWorld, type World } from '../support/world.js';
let world: World;
beforeAll(async () => { world = await openWorld(); }, 60_000);
afterAll(() => world.close());
it('perf', async () => {
  const t = await world.actor('schoolTeacher');
  const c = await world.actor('coordinatorNwl');
  const N = 30000;
  await world.truth(`create table ids as select i, gen_random_uuid() e, gen_random_uuid() k from generate_series(1, ${N}) i`);
  await world.truth(`set session_replication_role = replica; 
    insert into children (id, given_names, family_name, sex, date_of_birth, locality_id, recorded_by, recorded_at) select k, 'A'||i, 'B', 'F', '2015-01-01', '${c.localityId}', '${t.practitionerId}', now() from ids;
    insert into episodes select e, now() - interval '100 days', null, '${c.localityId}', (select authority_id from agencies where id='${t.agencyId}'), '${t.practitionerId}', '${t.agencyId}' from ids;
    insert into episode_children select e, k, 1, null from ids;
    insert into episode_records (episode_id, status, reason, level, next_review_on) select e, case when i%3=0 then 'delivering' else 'assessing' end, 'x', 1 + i%3, current_date + (i%60) - 10 from ids;
    insert into authorships select gen_random_uuid(), e, (select practitioner_id from posts order by id offset (i % 40) limit 1), (select agency_id from posts order by id offset (i % 40) limit 1), 'opener', now() - interval '100 days', null from ids;
    insert into lead_professional_appointments select gen_random_uuid(), e, (select practitioner_id from posts order by id offset (i % 30) limit 1), (select agency_id from posts order by id offset (i % 30) limit 1), null, now() - interval '50 days', null, null from ids where i%2=0;
    insert into team_members select gen_random_uuid(), e, (select practitioner_id from posts order by id offset (i % 20) limit 1), (select agency_id from posts order by id offset (i % 20) limit 1), 'member', '${t.practitionerId}', now() - interval '40 days', null, null from ids;
    insert into consents (id, episode_id, purpose, decision, decided_by, capacity, decided_on, valid_until, recorded_by, recorded_at) select gen_random_uuid(), e, 'share_plan', 'given', 'x', 'child', current_date - 30, current_date + (i%180), '${t.practitionerId}', now() - interval '30 days' from ids;
    set session_replication_role = origin;`);
  console.log('regrant', await (async () => { const s = Date.now(); await world.truth('select access.regrant(array(select e from ids))'); return Date.now() - s; })());
  await world.truth('analyze');
  for (const p of ['coordinatorNwl', 'schoolManager', 'frontDoor']) for (const by of ['level', 'practitioner', 'team', 'agency', 'locality']) {
    const s = Date.now();
    const r = await (await world.as(p)).get(`/caseload?by=${by}`);
    console.log(p, by, r.status, r.body.total, r.body.groups?.length, Date.now() - s, 'ms', r.status === 200 ? '' : r.text);
  }
  const s = Date.now();
  const r = await (await world.as('coordinatorNwl')).get('/episodes?scope=locality&status=open&level=2&limit=50');
  console.log('list', r.status, Date.now() - s);
}, 280_000);
