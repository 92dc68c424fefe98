import { runJob } from '../../support/jobs.js';
import { agreedEpisode, agrees, openedEpisode } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';
import { AgencyClosing, CLOSURE, dayIn, LAST_DAY } from '../../support/agency-closing.js';

/** An agency closes: proposed by one person, agreed by a second, called off or carried out. */
let app: TestApp;
let closing: AgencyClosing;
beforeAll(async () => {
  app = await openTestApp();
  closing = new AgencyClosing(app);
}, 120_000);
afterAll(() => app.close());

test('it takes notice, another agency to take over, and no office of the authority in the agency', async () => {
  const system = await app.as('systemAdministrator');
  const path = `/agencies/${await closing.agency()}/closure`;
  const refused = async (at: string, more: object) => {
    const { status, body } = await system.post(at, { ...CLOSURE, ...more });
    return [status, String(body['detail'] ?? '')];
  };
  expect(await refused(path, { lastDay: dayIn(5) })).toEqual([
    409,
    'The last day must be at least 14 days away.',
  ]);
  expect((await refused(path, { movesPeople: true }))[1]).toMatch(
    /^The agency that takes over must be another/,
  );
  expect((await refused(path, { successorId: await closing.agency() }))[1]).toMatch(
    /^The agency that takes over must be another/,
  );
  const { practitionerId } = await app.actor('schoolNurse');
  await app.asOwner(
    `insert into posts (id, practitioner_id, agency_id, role, began_at)
     values (gen_random_uuid(), $1, $2, 'governance', now() - interval '1 minute')`,
    [practitionerId, await closing.agency()],
  );
  expect(await refused(path, {})).toEqual([
    409,
    expect.stringMatching(/^Coordinators, the front door, governance and other offices/),
  ]);
  await app.asOwner("delete from posts where practitioner_id = $1 and role = 'governance'", [practitionerId]);
  const { agencyId: own } = await app.actor('systemAdministrator');
  expect((await refused(`/agencies/${own}/closure`, {}))[1]).toMatch(/^You cannot close the agency/);
  expect((await system.get(path)).status).toBe(404);
});

test('only the system administrator and the agency’s own administrator read a proposal, and the proposer cannot agree', async () => {
  const closureId = await closing.propose();
  const agencyId = await closing.agency();
  expect(await closing.told('agencyAdministrator')).toEqual(['Your agency may close']);
  const read = async (persona: string): Promise<unknown[]> =>
    app.sql(persona, 'select id from agency_closures');
  expect(await read('agencyAdministrator')).toEqual([{ id: closureId }]);
  for (const persona of ['schoolNurse', 'healthManager', 'schoolTeacher', 'governance', 'coordinatorNwl'])
    expect([persona, await read(persona)]).toEqual([persona, []]);
  for (const persona of ['schoolNurse', 'healthManager', 'governance'])
    expect((await (await app.as(persona)).get('/agency-closure')).status).toBe(403);
  await openedEpisode(app, 'healthVisitor');
  await openedEpisode(app, 'schoolTeacher');
  const work = 'select practitioner_id as id from access.agency_open_work()';
  for (const persona of ['schoolNurse', 'healthManager', 'systemAdministrator', 'governance'])
    expect([persona, await app.sql(persona, work)]).toEqual([persona, []]);
  const ours = new Set((await closing.openPosts(agencyId)).map(({ person }) => person));
  const counted = (await app.sql('agencyAdministrator', work)) as { id: string }[];
  expect(counted.length).toBeGreaterThan(0);
  expect(counted.filter(({ id }) => !ours.has(id))).toEqual([]);
  const system = await app.as('systemAdministrator');
  const own = await system.post(`/agencies/${agencyId}/closure/agreement`, { closureId });
  expect([own.status, own.body['detail']]).toEqual([409, expect.stringContaining('A second person')]);
  for (const persona of ['systemAdministrator', 'schoolNurse', 'healthManager', 'governance'])
    await expect(
      app.sql(persona, `select access.agree_agency_closure('${closureId}')`).then(() => persona),
    ).rejects.toThrow(/There is no such proposal/);
  await expect(
    app.sql('systemAdministrator', `update agencies set ended_on = current_date where id = '${agencyId}'`),
  ).rejects.toThrow(/permission denied/);
  expect((await system.post(`/agencies/${agencyId}/closure`, CLOSURE)).status).toBe(409);
  expect((await closing.callOff(closureId)).status).toBe(204);
  expect((await closing.callOff(closureId)).status).toBe(404);
  expect((await closing.agree(closureId)).status).toBe(404);
});

test('agreed, it ends every post with the last day, tells those concerned, and called off gives all of it back', async () => {
  const agencyId = await closing.agency();
  const { agencyId: successorId } = await app.actor('yispWorker');
  const { episodeId } = await agreedEpisode(app, 'schoolTeacher', ['schoolNurse']);
  const before = await closing.openPosts(agencyId);
  const elsewhere = await closing.openPosts(successorId);
  expect(before.length).toBeGreaterThan(2);
  const closureId = await closing.propose({ successorId, movesPeople: true });
  expect((await closing.agree(closureId)).status).toBe(200);
  expect((await closing.agree(closureId)).status).toBe(409);

  const end = (
    await app.asOwner<{ end: string }>('select access.end_of_day($1::date)::text as end', [LAST_DAY])
  )[0]!.end;
  const after = await closing.openPosts(agencyId);
  expect(after.map(({ person, role }) => ({ person, role }))).toEqual(
    before.map(({ person, role }) => ({ person, role })),
  );
  expect(new Set(after.map(({ ended }) => ended))).toEqual(new Set([end]));
  const taken = (await closing.openPosts(successorId)).length - elsewhere.length;
  expect(taken).toBe(
    new Set(
      before
        .filter(({ role }) => ['practitioner', 'manager', 'business_support'].includes(role))
        .map(({ person, role }) => `${person} ${role}`),
    ).size,
  );
  expect(await closing.told('schoolNurse')).toEqual(['Your agency closes']);
  expect(await closing.told('healthManager')).toEqual(['Your agency closes']);
  const [asked] = await app.asOwner<{ body: string }>(
    `select body from messages where recipient_id = $1 and href = $2 and subject like 'An agency that a family%'`,
    [(await app.actor('schoolTeacher')).practitionerId, `/episodes/${episodeId}/consents`],
  );
  expect(asked?.body).toContain('Ask the family');

  // Until then all goes on, and nothing lasts longer.
  expect((await (await app.as('schoolNurse')).get(`/episodes/${episodeId}`)).status).toBe(200);
  const administrator = await app.as('agencyAdministrator');
  const { practitionerId } = await app.actor('schoolNurse');
  const longer = await administrator.post(`/practitioners/${practitionerId}/posts`, {
    role: 'business_support',
  });
  expect([longer.status, longer.body['detail']]).toEqual([
    409,
    'This agency closes before then. Choose an earlier last day.',
  ]);
  const shorter = { role: 'business_support', lastDayOn: dayIn(10) };
  expect((await administrator.post(`/practitioners/${practitionerId}/posts`, shorter)).status).toBe(201);
  const work = (await administrator.get('/agency-closure/open-work')).body['items'] as {
    personId: string;
    lead: number;
  }[];
  expect(work.map(({ personId }) => personId)).toContain(practitionerId);

  expect((await closing.callOff(closureId)).status).toBe(204);
  const given = (await closing.openPosts(agencyId)).filter(({ role }) => role !== 'business_support');
  expect(given).toEqual(before.filter(({ role }) => role !== 'business_support'));
  expect(await closing.openPosts(successorId)).toEqual(elsewhere);
  expect((await app.asOwner('select ended_on from agencies where id = $1', [agencyId]))[0]).toEqual({
    ended_on: null,
  });
  expect(await closing.told('schoolNurse')).toEqual(['Your agency closes', 'Your agency does not close']);
  // Posts that end by a closure, or by calling one off, are no mistaken departures.
  await runJob(app, 'ended-posts');
  expect(await app.asOwner('select agency_id from departures')).toEqual([]);
  expect((await (await app.as('schoolNurse')).get(`/episodes/${episodeId}`)).status).toBe(200);
}, 60_000);

test('it is not agreed when the agency that takes over has come to close itself, and a second press agrees once', async () => {
  const { agencyId: successorId } = await app.actor('yispWorker');
  const closureId = await closing.propose({ successorId, movesPeople: true });
  await app.asOwner('update agencies set ended_on = current_date + 40 where id = $1', [successorId]);
  const refused = await closing.agree(closureId);
  expect([refused.status, refused.body['detail']]).toEqual([
    409,
    expect.stringContaining('must be another, and stay open'),
  ]);
  await app.asOwner('update agencies set ended_on = null where id = $1', [successorId]);
  const before = await closing.openPosts(successorId);
  const answers = await Promise.all([closing.agree(closureId), closing.agree(closureId)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const given = (await closing.openPosts(successorId)).length - before.length;
  expect(given).toBeGreaterThan(0);
  expect(
    await app.asOwner('select from agency_closure_posts where closure_id = $1 and given', [closureId]),
  ).toHaveLength(given);
  expect((await closing.callOff(closureId)).status).toBe(204);
}, 60_000);

test('by the pages: proposed with a date and a reason, read with what people have open, agreed and called off', async () => {
  const agencyId = await closing.agency();
  const system = await app.browse('systemAdministrator');
  const path = `/directory/agencies/${agencyId}/closing`;
  const empty = await system.submit(path, { reason: 'Typed before' }, path);
  expect([empty.status, empty.text]).toEqual([422, expect.stringContaining('Enter the last day')]);
  expect(empty.text).toContain('Typed before');
  const [year, month, date] = LAST_DAY.split('-');
  const fields = { 'lastDay-year': year!, 'lastDay-month': month!, 'lastDay-day': date!, reason: 'It ends.' };
  const { agencyId: successorId } = await app.actor('yispWorker');
  expect((await system.submit(path, { ...fields, movesPeople: 'yes' }, path)).text).toContain(
    'Select the agency that takes over its people',
  );
  expect((await system.submit(path, { ...fields, successorId, movesPeople: 'yes' }, path)).location).toBe(
    path,
  );
  const waiting = (await system.get(path)).text;
  expect(waiting).toContain('Waiting for a second person');
  expect(waiting).not.toContain('Agree to close the agency');
  const closure = /name="closure" value="([^"]+)"/.exec(waiting)![1]!;

  const administrator = await app.browse('agencyAdministrator');
  expect((await administrator.get('/people')).text).toContain('href="/people/closing"');
  const own = (await administrator.get('/people/closing')).text;
  expect(own).toContain('Agree to close the agency');
  expect(own).toContain((await app.actor('schoolNurse')).name);
  const agreed = await administrator.submit('/people/closing/agreement', { closure }, '/people/closing');
  expect(agreed.location).toBe('/people/closing');
  expect((await system.get('/directory/agencies')).text).toContain('Closes after');
  expect((await system.submit(`${path}/calling-off`, { closure }, path)).location).toBe(path);
  expect((await administrator.get('/people/closing')).text).toContain(
    'No one has proposed to close your agency',
  );
  expect((await (await app.browse('healthManager')).get('/people/closing')).status).toBe(403);
}, 60_000);

test('after the last day its people see nothing, no family can agree to share with it, and it stays closed', async () => {
  const agencyId = await closing.agency();
  const { episodeId } = await agreedEpisode(app, 'schoolTeacher', ['schoolNurse']);
  const nurse = await app.as('schoolNurse');
  const administrator = await app.as('agencyAdministrator');
  await app.asOwner(
    `insert into webhooks (id, agency_id, url, kinds, secret_id, created_by, created_at)
     values (gen_random_uuid(), $1, 'https://invented.example.org/', '{episode.started}', gen_random_uuid(), $2, now())`,
    [agencyId, (await app.actor('agencyAdministrator')).practitionerId],
  );
  const closureId = await closing.propose();
  expect((await closing.agree(closureId)).status).toBe(200);
  await app.moveClock(`${dayIn(31)}T09:00:00Z`);
  expect((await nurse.get(`/episodes/${episodeId}`)).status).toBe(401);
  expect((await administrator.get('/agency-closure')).status).toBe(401);
  await runJob(app, 'ended-posts');
  expect(
    await app.asOwner('select from webhooks where agency_id = $1 and ended_at is null', [agencyId]),
  ).toEqual([]);
  expect(
    await app.asOwner('select from posts where agency_id = $1 and settled_at is null', [agencyId]),
  ).toEqual([]);
  const departed = await app.asOwner<{ role: string }>(
    'select o.role from departures d join posts o on o.id = d.post_id where d.agency_id = $1',
    [agencyId],
  );
  // The post whose own last day came before.
  expect(departed.map(({ role }) => role)).toEqual(['business_support']);
  const system = await app.as('systemAdministrator');
  const late = await system.post(`/agencies/${agencyId}/closure/calling-off`, { closureId });
  expect([late.status, late.body['detail']]).toEqual([
    409,
    'The agency has closed. This can no longer be undone.',
  ]);
  await expect(agrees(app, episodeId, 'schoolTeacher', ['schoolTeacher', 'schoolNurse'])).rejects.toThrow(
    /has closed/,
  );
}, 60_000);
