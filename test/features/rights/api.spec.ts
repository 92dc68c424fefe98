import { agreedEpisode, openedEpisode, recordedChild, type Scenario } from '../../support/scenarios.js';
import { dayFromNow } from '../../support/delivering.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 60_000);
afterAll(async () => {
  await testApp.moveClock();
  await testApp.close();
}, 60_000);

const NOWHERE = '01a20081-4767-7483-8517-69c4e54bd0ce';
const asking = ({ episodeId, childId }: Scenario, changes: object = {}): object => ({
  episodeId,
  childId,
  kind: 'access',
  about: 'child',
  requester: 'Invented Mother',
  requesterCapacity: 'parental_responsibility',
  receivedOn: dayFromNow(0),
  ...changes,
});
const path = (id: string, rest = ''): string => `/rights-requests/${id}${rest}`;
const CHECKED = { identityCheckedOn: dayFromNow(0), identityCheckedHow: 'Passport and a bill' };

async function registered(scenario: Scenario, changes: object = {}): Promise<string> {
  const made = await (await testApp.as('governance')).post('/rights-requests', asking(scenario, changes));
  expect(made.status).toBe(201);
  return made.body.id as string;
}

describe('a request to see what is held', () => {
  it('was received within the last 12 months', async () => {
    const scenario = await openedEpisode(testApp, 'healthVisitor');
    const visitor = await testApp.as('healthVisitor');
    for (const receivedOn of ['1999-01-01', dayFromNow(-367), dayFromNow(1)]) {
      const { status, body } = await visitor.post('/rights-requests', asking(scenario, { receivedOn }));
      expect([status, body.errors?.[0]?.field]).toEqual([422, 'receivedOn']);
    }
  });

  it('goes from registering to release, with its clock shown and its history kept', async () => {
    const scenario = await openedEpisode(testApp, 'healthVisitor');
    const governance = await testApp.as('governance');
    const made = await governance.post('/rights-requests', asking(scenario));
    expect([made.status, made.etag, made.body.clock.state]).toEqual([201, '"v1"', 'waiting_for_identity']);
    const id = made.body.id as string;
    const early = await governance.get(path(id, '/bundle'));
    expect([early.status, early.body.detail]).toEqual([409, expect.stringContaining('who is asking')]);

    const checked = await governance.patch(
      path(id),
      { ...CHECKED, childCompetence: 'competent' },
      { ifMatch: '"v1"' },
    );
    expect([checked.status, checked.body.clock.state]).toEqual([200, 'running']);
    expect((await governance.get(path(id, '/bundle'))).body.detail).toContain('the child’s views');
    const granted = { decision: 'granted', reason: 'It is theirs to see.' };
    expect((await governance.post(path(id, '/decision'), granted, { ifMatch: '"v2"' })).status).toBe(422);

    const answer = await governance.patch(
      path(id),
      { childView: 'Mum may read it.', childViewOn: dayFromNow(0) },
      { ifMatch: '"v2"' },
    );
    expect(answer.status).toBe(200);
    const bundle = await governance.get(path(id, '/bundle'));
    expect(bundle.status).toBe(200);
    const parts = bundle.body.parts as { relation: string; items: { values: object[] }[] }[];
    const opened = parts.find(({ relation }) => relation === 'public.authorships')!;
    const { name } = await testApp.actor('healthVisitor');
    expect(opened.items[0]!.values).toContainEqual({
      name: 'practitioner_id',
      value: name,
      thirdParty: expect.stringContaining(name) as string,
      mentions: [],
    });
    expect(JSON.stringify(parts)).toContain('Invented: asks for help.');

    const decided = await governance.post(path(id, '/decision'), granted, { ifMatch: '"v3"' });
    expect([decided.status, decided.body.finishedAt]).toEqual([200, null]);
    const given = await governance.post(
      path(id, '/release'),
      { releasedOn: dayFromNow(0), how: 'On paper, by hand' },
      { ifMatch: '"v4"' },
    );
    expect([given.body.clock.state, given.body.releasedHow]).toEqual(['stopped', 'On paper, by hand']);
    expect(given.body.history.map(({ what }: { what: string }) => what)).toEqual([
      ...Array<string>(4).fill('request changed'),
      'request added',
    ]);
    expect((await governance.get(path(id, '/bundle'))).status).toBe(409);
    expect((await governance.patch(path(id), { redactions: 'x' }, { ifMatch: '"v5"' })).status).toBe(409);
    const log = await testApp.asOwner<{ act: string }>(
      "select act from audit.entries where subject_id = $1 and act in ('produce bundle', 'release request') order by at",
      [id],
    );
    expect(log.map(({ act }) => act)).toEqual(['produce bundle', 'release request']);
  }, 60_000);

  it('is due a month on, later by each day of a pause, and two months later when extended in time', async () => {
    const id = await registered(await openedEpisode(testApp, 'healthVisitor'), {
      receivedOn: dayFromNow(-10),
    });
    const governance = await testApp.as('governance');
    await governance.patch(
      path(id),
      { identityCheckedOn: dayFromNow(-8), identityCheckedHow: 'Known' },
      { ifMatch: '"v1"' },
    );
    const due = async () => (await governance.get(path(id))).body.clock as { dueOn: string; state: string };
    const first = await due();
    expect(
      (await governance.post(path(id, '/pauses'), { fromOn: dayFromNow(-5), reason: 'Asked what they mean' }))
        .status,
    ).toBe(201);
    const paused = await due();
    expect([paused.state, Date.parse(paused.dueOn) - Date.parse(first.dueOn)]).toEqual([
      'paused',
      5 * 86_400_000,
    ]);
    expect(
      (await governance.post(path(id, '/pauses'), { fromOn: dayFromNow(-1), reason: 'Again' })).status,
    ).toBe(409);
    await governance.post(path(id, '/resumption'), { toOn: dayFromNow(-3) });
    const resumed = await due();
    expect([resumed.state, Date.parse(resumed.dueOn) - Date.parse(first.dueOn)]).toEqual([
      'running',
      2 * 86_400_000,
    ]);
    const late = await governance.post(
      path(id, '/extension'),
      { because: 'Three agencies', toldOn: dayFromNow(1) },
      { ifMatch: '"v2"' },
    );
    expect([late.status, late.body.errors[0].field]).toEqual([422, 'toldOn']);
    const extension = { because: 'Three agencies', toldOn: dayFromNow(0) };
    expect((await governance.post(path(id, '/extension'), extension, { ifMatch: '"v2"' })).status).toBe(200);
    expect((await due()).dueOn > dayFromNow(80)).toBe(true);
    expect((await governance.post(path(id, '/extension'), extension, { ifMatch: '"v3"' })).status).toBe(409);
    expect((await governance.post(path(id, '/pauses'), { fromOn: dayFromNow(-4), reason: 'x' })).status).toBe(
      422,
    );
  }, 60_000);

  it('shows how late it is once its due date has passed', async () => {
    const id = await registered(await openedEpisode(testApp, 'healthVisitor'));
    const governance = await testApp.as('governance');
    await governance.patch(path(id), CHECKED, { ifMatch: '"v1"' });
    await testApp.moveClock(`${dayFromNow(40)}T12:00:00Z`);
    const { clock } = (await governance.get(path(id))).body as { clock: { daysLeft: number } };
    await testApp.moveClock();
    expect(clock.daysLeft).toBeLessThan(-5);
  }, 60_000);
});

it('a complaint is acknowledged within thirty days, without proof of identity', async () => {
  const id = await registered(await openedEpisode(testApp, 'healthVisitor'), { kind: 'complaint' });
  const governance = await testApp.as('governance');
  expect((await governance.get(path(id))).body.clock).toMatchObject({
    what: 'acknowledge',
    dueOn: dayFromNow(30),
    daysLeft: 30,
  });
  const thanked = await governance.patch(path(id), { acknowledgedOn: dayFromNow(0) }, { ifMatch: '"v1"' });
  expect(thanked.body.clock.state).toBe('stopped');
  const upheld = await governance.post(
    path(id, '/decision'),
    { decision: 'granted', reason: 'Upheld.' },
    { ifMatch: '"v2"' },
  );
  expect(upheld.body.finishedAt).not.toBeNull();
}, 60_000);

describe('who sees a request', () => {
  it('the practitioner who passed it on sees its status, and nothing more; colleagues see nothing', async () => {
    const scenario = await agreedEpisode(testApp, 'healthVisitor', ['schoolTeacher']);
    const visitor = await testApp.as('healthVisitor');
    const made = await visitor.post(
      '/rights-requests',
      asking(scenario, { details: 'The family asked for everything' }),
    );
    expect([made.status, Object.keys(made.body as object).sort()]).toEqual([
      201,
      ['child', 'episodeId', 'id', 'kind', 'receivedOn', 'state'],
    ]);
    const id = made.body.id as string;
    expect(made.body.state).toBe('received');
    await (await testApp.as('governance')).patch(path(id), CHECKED, { ifMatch: '"v1"' });
    expect((await visitor.get(path(id))).body.state).toBe('being_answered');
    expect((await visitor.get('/rights-requests')).body.items.map((one: { id: string }) => one.id)).toEqual([
      id,
    ]);
    const teacher = await testApp.as('schoolTeacher');
    expect((await teacher.get('/rights-requests')).body).toEqual({ items: [], next: null });
    const [hidden, absent] = [await teacher.get(path(id)), await teacher.get(path(NOWHERE))];
    const bare = ({ status, body }: typeof hidden) => ({ status, ...body, instance: null });
    expect(bare(hidden)).toEqual(bare(absent));
    expect(hidden.status).toBe(404);
    for (const persona of [
      'healthVisitor',
      'schoolTeacher',
      'coordinatorNwl',
      'frontDoor',
      'systemAdministrator',
    ])
      expect([persona, (await (await testApp.as(persona)).get(path(id, '/bundle'))).status]).toEqual([
        persona,
        403,
      ]);
  }, 60_000);

  it('and loses sight of it with the episode', async () => {
    const scenario = await agreedEpisode(testApp, 'healthVisitor', ['schoolTeacher']);
    const teacher = await testApp.as('schoolTeacher');
    const { id } = (await teacher.post('/rights-requests', asking(scenario))).body as { id: string };
    expect((await teacher.get(path(id))).status).toBe(200);
    await (
      await testApp.as('healthVisitor')
    ).post(`/consents/${scenario.consentId}/withdrawal`, {
      withdrawnBy: 'Invented Mother',
      capacity: 'parental_responsibility',
      safeguardingConcern: false,
    });
    expect((await teacher.get(path(id))).status).toBe(404);
  }, 60_000);

  it('no one can pass on a request for a family out of reach, for a child of another family, or about a carer without a name', async () => {
    const scenario = await openedEpisode(testApp, 'healthVisitor');
    const visitor = await testApp.as('healthVisitor');
    const outsider = await testApp.as('outsider');
    expect((await outsider.post('/rights-requests', asking(scenario))).status).toBe(404);
    expect(
      (await outsider.post('/rights-requests', asking({ ...scenario, episodeId: NOWHERE }))).status,
    ).toBe(404);
    const other = await recordedChild(testApp, 'healthVisitor');
    const wrong = await visitor.post('/rights-requests', asking({ ...scenario, childId: other }));
    expect([wrong.status, wrong.body.errors[0].field]).toEqual([422, 'childId']);
    const nameless = await visitor.post(
      '/rights-requests',
      asking(scenario, { about: 'carer', receivedOn: dayFromNow(1) }),
    );
    expect(nameless.body.errors.map((error: { field: string }) => error.field)).toEqual([
      'receivedOn',
      'aboutName',
    ]);
  }, 60_000);

  it('the register comes page by page, the oldest first', async () => {
    const scenario = await openedEpisode(testApp, 'healthVisitor');
    for (const days of [-300, -301, -302]) await registered(scenario, { receivedOn: dayFromNow(days) });
    const governance = await testApp.as('governance');
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await governance.get(`/rights-requests?limit=2${cursor}`);
      seen.push(...body.items.map((one: { receivedOn: string }) => one.receivedOn));
      cursor = body.next ? `&cursor=${body.next}` : '';
    } while (cursor);
    expect(seen.slice(0, 3)).toEqual([dayFromNow(-302), dayFromNow(-301), dayFromNow(-300)]);
    expect(seen).toEqual([...seen].sort());
    const [{ count }] = (await testApp.asOwner<{ count: number }>(
      'select count(*)::int as count from rights_requests where finished_at is null',
    )) as [{ count: number }];
    expect(seen).toHaveLength(count);
  }, 60_000);
});
