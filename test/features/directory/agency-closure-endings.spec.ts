import { runJob } from '../../support/jobs.js';
import { agreedEpisode } from '../../support/scenarios.js';
import { ScimClient, USER } from '../../support/scim-client.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';
import { AgencyClosing, dayIn, LAST_DAY } from '../../support/agency-closing.js';

/** What the end of an agency closure gives back: called off after its agreement, or never agreed to. */
let app: TestApp;
let closing: AgencyClosing;
beforeAll(async () => {
  app = await openTestApp();
  closing = new AgencyClosing(app);
}, 120_000);
afterAll(() => app.close());

test('what began at the agency since goes on too when it is called off, and what began at the other ends', async () => {
  const agencyId = await closing.agency();
  const { agencyId: successorId } = await app.actor('yispWorker');
  const { practitionerId: nurse } = await app.actor('schoolNurse');
  const { practitionerId: manager } = await app.actor('healthManager');
  const { practitionerId: visitor } = await app.actor('healthVisitor');
  const { episodeId } = await agreedEpisode(app, 'schoolTeacher', ['schoolNurse']);
  const administrator = await app.as('agencyAdministrator');
  const depart = async (person: string): Promise<number> => {
    const { etag } = await administrator.get(`/practitioners/${person}`);
    const left = await administrator.patch(`/practitioners/${person}`, { left: true }, { ifMatch: etag! });
    return left.status;
  };
  const bringBack = async (person: string): Promise<number> =>
    (await administrator.post(`/practitioners/${person}/departures/undoing`, {})).status;
  const elsewhere = await closing.openPosts(successorId);

  // One left before the closure was agreed, one leaves after; both are brought back while the agency closes.
  expect(await depart(visitor)).toBe(200);
  const closureId = await closing.propose({ successorId, movesPeople: true });
  expect((await closing.agree(closureId)).status).toBe(200);
  expect(await bringBack(visitor)).toBe(201);
  expect(await depart(manager)).toBe(200);
  expect(await bringBack(manager)).toBe(201);
  // One is changed, and one comes by the agency’s own system.
  const path = `/practitioners/${nurse}/posts`;
  const [post] = (await administrator.get(path)).body['items'] as [{ id: string }];
  const { etag } = await administrator.get(`${path}/${post.id}`);
  const change = await administrator.patch(`${path}/${post.id}`, { role: 'manager' }, { ifMatch: etag! });
  expect(change.status).toBe(200);
  const { status, body } = await (
    await ScimClient.of(app)
  ).post('/Users', { schemas: [USER], userName: 'joan.marsh@trust.example', displayName: 'Joan Marsh' });
  expect(status).toBe(201);
  const added = String(body['id']);
  const closingPosts = await closing.openPosts(agencyId);
  expect(new Set(closingPosts.map(({ ended }) => ended)).size).toBe(1);
  const brought = [nurse, manager, visitor, added];
  expect(brought.filter((person) => !closingPosts.some((one) => one.person === person))).toEqual([]);
  // At the agency that takes over, one post was changed for another.
  await app.asOwner(
    `with o as (update posts set ended_at = platform.now() where practitioner_id = $1 and agency_id = $2
       and ended_at is null returning *)
     insert into posts (id, practitioner_id, agency_id, role, began_at) select gen_random_uuid(), practitioner_id, agency_id,
       'business_support', ended_at from o`,
    [nurse, successorId],
  );

  expect((await closing.callOff(closureId)).status).toBe(204);
  const after = await closing.openPosts(agencyId);
  expect(after.map(({ person }) => person)).toEqual(closingPosts.map(({ person }) => person));
  expect(new Set(after.map(({ ended }) => ended))).toEqual(new Set([null]));
  expect(await closing.openPosts(successorId)).toEqual(elsewhere);
  await runJob(app, 'ended-posts');
  expect(await app.asOwner('select from departures where undone_at is null')).toEqual([]);
  // Those who were told of the closing hear that it does not come.
  const heard = await app.asOwner<{ subject: string }>(
    `select subject from messages where recipient_id = $1 and href = $2 order by sent_at, id`,
    [(await app.actor('schoolTeacher')).practitionerId, `/episodes/${episodeId}/consents`],
  );
  expect(heard.map(({ subject }) => subject)).toEqual([
    'An agency that a family shares with closes',
    'An agency that a family shares with does not close',
  ]);
  expect(await closing.told('systemAdministrator')).toEqual(['An agency does not close']);
}, 60_000);

test('children’s services that close stay on the telephone until their last day', async () => {
  const { episodeId } = await agreedEpisode(app, 'schoolTeacher', ['schoolNurse']);
  await app.asOwner('delete from front_doors');
  const teacher = await app.browse('schoolTeacher');
  const showsNumber = async (lastDay: string | null): Promise<boolean> => {
    await app.asOwner(
      `update agencies set telephone = '020 7946 0999', ended_on = $1 where kind = 'childrens_services'`,
      [lastDay],
    );
    const { text } = await teacher.get(`/episodes/${episodeId}/level`);
    return text.includes('020 7946 0999');
  };
  expect(await showsNumber(null)).toBe(true);
  expect(await showsNumber(dayIn(10))).toBe(true);
  expect(await showsNumber(dayIn(-10))).toBe(false);
  await app.asOwner(`update agencies set ended_on = null where kind = 'childrens_services'`);
}, 60_000);

test('another system administrator agrees only where the agency has no administrator', async () => {
  const agencyId = await closing.agency();
  const { practitionerId: other } = await app.actor('governance');
  const closureId = await closing.propose();
  await app.asOwner('update agency_closures set proposed_by = $2 where id = $1', [closureId, other]);
  const system = await app.as('systemAdministrator');
  const browser = await app.browse('systemAdministrator');
  const shows = async () =>
    (await browser.get(`/directory/agencies/${agencyId}/closing`)).text.includes('Agree to close the agency');
  expect(await shows()).toBe(false);
  const path = `/agencies/${agencyId}/closure/agreement`;
  const refused = await system.post(path, { closureId });
  expect([refused.status, refused.body['detail']]).toEqual([
    409,
    'An administrator of the agency has to agree to this closure.',
  ]);
  const { practitionerId: administrator } = await app.actor('agencyAdministrator');
  const suspend = (at: string | null) =>
    app.asOwner('update auth.accounts set suspended_at = $2 where practitioner_id = $1', [administrator, at]);
  await suspend(new Date().toISOString());
  expect(await shows()).toBe(true);
  expect((await system.post(path, { closureId })).status).toBe(200);
  expect((await system.post(`/agencies/${agencyId}/closure/calling-off`, { closureId })).status).toBe(204);
  await suspend(null);
}, 60_000);

test('no other person proposes a closure or calls one off, by raw SQL either', async () => {
  const agencyId = await closing.agency();
  const { postId, agencyId: school } = await app.actor('schoolManager');
  const outsiders = ['schoolNurse', 'healthManager', 'governance', 'coordinatorNwl', 'schoolManager'];
  const propositionOf = (agency: string) =>
    `select access.propose_agency_closure(gen_random_uuid(), '${agency}', current_date + 30, null, false, 'x')`;
  for (const persona of [...outsiders, 'agencyAdministrator'])
    await expect(app.sql(persona, propositionOf(agencyId)).then(() => persona)).rejects.toThrow(
      /cannot be closed here/,
    );
  const closureId = await closing.propose();
  const callingOff = `select access.call_off_agency_closure('${closureId}')`;
  for (const persona of outsiders)
    await expect(app.sql(persona, callingOff).then(() => persona)).rejects.toThrow(/no such proposal/);
  // Nor an administrator of another agency, of whose closure they know nothing.
  await app.asOwner(`update posts set role = 'agency_administrator' where id = $1`, [postId]);
  expect(await app.sql('schoolManager', 'select from agency_closures')).toEqual([]);
  for (const call of [
    callingOff,
    `select access.agree_agency_closure('${closureId}')`,
    propositionOf(school),
  ])
    await expect(app.sql('schoolManager', call).then(() => call)).rejects.toThrow(
      /no such proposal|cannot be closed here/,
    );
  await app.asOwner(`update posts set role = 'manager' where id = $1`, [postId]);
  expect((await closing.callOff(closureId)).status).toBe(204);
}, 60_000);

test('the request to agree leaves the home page of an administrator once it is answered', async () => {
  const asked = async (): Promise<boolean> =>
    (await (await app.browse('agencyAdministrator')).get('/')).text.includes('Your agency may close');
  const closureId = await closing.propose();
  expect(await asked()).toBe(true);
  expect((await closing.agree(closureId)).status).toBe(200);
  expect(await asked()).toBe(false);
  expect((await closing.callOff(closureId)).status).toBe(204);
  const other = await closing.propose();
  expect(await asked()).toBe(true);
  expect((await closing.callOff(other)).status).toBe(204);
  expect(await asked()).toBe(false);
}, 60_000);

test('a proposal to which no one agrees lapses with its last day, is shown no more, and another can follow', async () => {
  const agencyId = await closing.agency();
  const closureId = await closing.propose();
  await app.moveClock(`${LAST_DAY}T09:00:00Z`);
  const administrator = await app.as('agencyAdministrator');
  expect((await administrator.get('/agency-closure')).status).toBe(404);
  const browser = await app.browse('agencyAdministrator');
  expect((await browser.get('/people')).text).not.toContain('href="/people/closing"');
  expect((await closing.agree(closureId)).status).toBe(404);
  expect((await closing.callOff(closureId)).status).toBe(404);
  await runJob(app, 'ended-posts');
  expect((await closing.told('agencyAdministrator')).slice(-1)).toEqual(['Your agency does not close']);
  expect((await closing.told('systemAdministrator')).slice(-1)).toEqual(['An agency does not close']);
  expect(await runJob(app, 'ended-posts')).toBe(0);
  expect(await app.asOwner('select ended_on from agencies where id = $1', [agencyId])).toEqual([
    { ended_on: null },
  ]);
  const next = await closing.propose({ lastDay: dayIn(60) });
  // One that lapsed is followed by another also before the job has run.
  await app.moveClock(`${dayIn(60)}T09:00:00Z`);
  const another = await closing.propose({ lastDay: dayIn(90) });
  expect(another).not.toBe(next);
  expect((await closing.callOff(another)).status).toBe(204);
  await app.moveClock();
}, 60_000);

test('a person whose post was to begin after the last day has it again when the closure is called off, and else has left', async () => {
  const agencyId = await closing.agency();
  const administrator = await app.as('agencyAdministrator');
  const added = await administrator.post('/practitioners', {
    ...{ name: 'Invented Later', jobTitle: 'Nurse', role: 'practitioner', beginsOn: dayIn(40) },
  });
  const person = String(added.body['id']);
  const hasPost = async () => (await closing.openPosts(agencyId)).some((one) => one.person === person);
  const first = await closing.propose();
  expect((await closing.agree(first)).status).toBe(200);
  await app.asOwner('select access.settle_ended_posts()');
  expect((await closing.callOff(first)).status).toBe(204);
  expect(await hasPost()).toBe(true);
  expect((await closing.agree(await closing.propose())).status).toBe(200);
  await app.moveClock(`${dayIn(41)}T09:00:00Z`);
  await runJob(app, 'ended-posts');
  expect(await hasPost()).toBe(false);
  expect(
    await app.asOwner('select left_at is not null as gone from practitioners where id = $1', [person]),
  ).toEqual([{ gone: true }]);
  expect(await app.asOwner('select from departures where practitioner_id = $1', [person])).toEqual([]);
}, 60_000);
