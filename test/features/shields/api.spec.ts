import { agrees, openedEpisode, agreedEpisode } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 90_000);
afterAll(() => testApp.close());

const UNKNOWN_ID = '018f0000-0000-7000-8000-00000000dead';
const ASKED = { grounds: 'refuge', requestedBy: 'Invented Refuge', requesterCapacity: 'refuge' };
const inDays = async (days: number): Promise<string> => {
  const [row] = await testApp.asOwner<{ day: string }>(
    'select (platform.london_date(platform.now()) + $1::int)::text as day',
    [days],
  );
  return row!.day;
};
const withoutId = (text: string): string => text.replace(/urn:uuid:[0-9a-f-]+/, '');

async function shielded(): Promise<{ childId: string; episodeId: string; id: string }> {
  const { childId, episodeId } = await agreedEpisode(testApp, 'healthVisitor', ['schoolTeacher']);
  const { status, body } = await (
    await testApp.as('healthVisitor')
  ).post(`/children/${childId}/shields`, ASKED);
  expect(status).toBe(201);
  return { childId, episodeId, id: body.id as string };
}

describe('asking for a shield', () => {
  it('protects at once, must be decided within five working days, and is announced to information governance without a name', async () => {
    const { id } = await shielded();
    const { body } = await (await testApp.as('healthVisitor')).get(`/shields/${id}`);
    expect(body).toMatchObject({ state: 'provisional', grounds: 'refuge', mayDecide: false, mayName: true });
    expect(body.decideBy >= (await inDays(5))).toBe(true);
    const [message] = await testApp.asOwner<{ subject: string; body: string }>(
      `select m.subject, m.body from messages m where m.href = '/shields/${id}'`,
    );
    expect(message!.subject).toContain('5 working days');
    expect(`${message!.subject} ${message!.body}`).not.toMatch(/Test\d+|Invented/);
  });

  it('is refused a second time, and with errors beside their fields', async () => {
    const { childId } = await shielded();
    const worker = await testApp.as('healthVisitor');
    expect((await worker.post(`/children/${childId}/shields`, ASKED)).status).toBe(409);
    // A practitioner who is not named learns that it is protected, and locks no one out by asking again.
    expect(
      (await (await testApp.as('schoolTeacher')).post(`/children/${childId}/shields`, ASKED)).status,
    ).toBe(409);
    const wrong = await worker.post(`/children/${childId}/shields`, { ...ASKED, grounds: 'whim' });
    expect([wrong.status, wrong.body.errors[0].field]).toEqual([422, 'grounds']);
    const { childId: other } = await openedEpisode(testApp, 'healthVisitor');
    const stranger = await worker.post(`/children/${other}/shields`, {
      ...ASKED,
      unsafeCarerIds: [UNKNOWN_ID],
    });
    expect([stranger.status, stranger.body.errors[0].field]).toEqual([422, 'unsafeCarerIds']);
    expect(await testApp.asOwner('select 1 from shields where child_id = $1', [other])).toEqual([]);
  });

  it('is for those who reach the child; others get 404', async () => {
    const { childId, id } = await shielded();
    const outsider = await testApp.as('outsider');
    for (const path of [`/children/${childId}/shields`, `/shields/${id}`]) {
      const hidden = await outsider.get(path);
      const absent = await outsider.get(path.replace(/[0-9a-f-]{36}/, UNKNOWN_ID));
      expect([hidden.status, withoutId(hidden.text)]).toEqual([404, withoutId(absent.text)]);
    }
    expect((await outsider.post(`/children/${childId}/shields`, ASKED)).status).toBe(404);
    // Reaches the record, but is not told of a shield.
    const teacher = await testApp.as('schoolTeacher');
    expect((await teacher.get(`/children/${childId}/shields`)).body.items).toEqual([]);
    expect((await teacher.get(`/shields/${id}`)).status).toBe(404);
    expect(await testApp.sql('schoolTeacher', 'select 1 from shields')).toEqual([]);
    expect(await testApp.sql('schoolTeacher', 'select 1 from shield_names')).toEqual([]);
  });

  it('hides which school opened the episode from those who may not know the place', async () => {
    const { childId, episodeId } = await openedEpisode(testApp, 'schoolTeacher');
    const path = `/episodes/${episodeId}`;
    const coordinator = await testApp.as('coordinatorNwl');
    expect((await coordinator.get(path)).body.openingAgency.id).toEqual(expect.any(String));
    expect(
      (await (await testApp.as('schoolTeacher')).post(`/children/${childId}/shields`, ASKED)).status,
    ).toBe(201);
    expect((await coordinator.get(path)).body.openingAgency).toEqual({
      id: null,
      name: 'An agency whose name is protected',
    });
  });
});

describe('deciding about a shield', () => {
  it('is for information governance, in its queue, but not for the requester', async () => {
    const { id, childId } = await shielded();
    const governance = await testApp.as('governance');
    const queue = (await governance.get('/shields')).body.items as { id: string }[];
    expect(queue.map((shield) => shield.id)).toContain(id);
    expect((await (await testApp.as('healthVisitor')).get('/shields')).status).toBe(403);
    const decision = { decision: 'confirmed', reason: 'The risk stands.', reviewOn: await inDays(90) };
    expect((await (await testApp.as('healthVisitor')).post(`/shields/${id}/decision`, decision)).status).toBe(
      403,
    );
    expect(
      await testApp.sql(
        'healthVisitor',
        "update shields set ended_by = recorded_by, ending_reason = 'x' where id = $1 returning 1",
        [id],
      ),
    ).toEqual([]);
    const far = await governance.post(`/shields/${id}/decision`, {
      ...decision,
      reviewOn: await inDays(200),
    });
    expect([far.status, far.body.errors[0].field]).toEqual([422, 'reviewOn']);
    const confirmed = await governance.post(`/shields/${id}/decision`, decision);
    expect([confirmed.status, confirmed.body.state]).toEqual([200, 'confirmed']);
    const again = await governance.post(`/shields/${id}/decision`, {
      ...decision,
      reviewOn: await inDays(120),
    });
    expect([again.status, again.body.reviewOn]).toEqual([200, await inDays(120)]);
    expect(
      (await governance.post(`/shields/${id}/decision`, { decision: 'declined', reason: 'No.' })).status,
    ).toBe(409);
    const log = await testApp.asOwner<{ act: string }>(
      "select act from audit.entries where child_id = $1 and subject_kind = 'shield' and act not like 'read%' order by at, id",
      [childId],
    );
    expect(log.map(({ act }) => act)).toEqual(['request shield', 'confirm shield', 'look at shield again']);
  });

  it('to decline it ends the protection', async () => {
    const { id, childId } = await shielded();
    const teacher = await testApp.as('schoolTeacher');
    expect((await teacher.get(`/children/${childId}`)).body.contactProtected).toBe(true);
    const declined = await (
      await testApp.as('governance')
    ).post(`/shields/${id}/decision`, { decision: 'declined', reason: 'No danger is known.' });
    expect([declined.status, declined.body.state]).toEqual([200, 'declined']);
    expect((await teacher.get(`/children/${childId}`)).body.contactProtected).toBe(false);
  });

  it('the requester can name no one after the decision', async () => {
    const { id } = await shielded();
    const decision = { decision: 'confirmed', reason: 'The risk stands.', reviewOn: await inDays(30) };
    await (await testApp.as('governance')).post(`/shields/${id}/decision`, decision);
    const practitionerId = (await testApp.actor('schoolTeacher')).practitionerId;
    const worker = await testApp.as('healthVisitor');
    expect((await worker.post(`/shields/${id}/names`, { practitionerId })).status).toBe(403);
    const governance = await testApp.as('governance');
    expect((await governance.post(`/shields/${id}/names`, { practitionerId })).status).toBe(201);
    expect((await governance.post(`/shields/${id}/names`, { practitionerId })).status).toBe(409);
    expect((await governance.post(`/shields/${id}/names`, { practitionerId: UNKNOWN_ID })).status).toBe(422);
  });
});

describe('the pages', () => {
  it('ask, keep the typed text beside its error, and lead to the shield', async () => {
    const { childId } = await openedEpisode(testApp, 'healthVisitor');
    const browser = await testApp.browse('healthVisitor');
    expect((await browser.get(`/children/${childId}`)).text).toContain('Protect this address');
    const path = `/children/${childId}/shields/new`;
    const wrong = await browser.submit(
      path,
      { requestedBy: 'Invented Refuge', requesterCapacity: 'refuge' },
      path,
    );
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Select why the address needs to be protected');
    expect(wrong.text).toContain('value="Invented Refuge"');
    const asked = await browser.submit(path, ASKED, path);
    expect([asked.status, asked.location]).toEqual([303, expect.stringMatching(/^\/shields\//)]);
    const governance = await testApp.browse('governance');
    expect((await governance.get('/shields')).text).toContain(asked.location!);
    const blank = await governance.submit(`${asked.location}/decision`, {}, asked.location);
    expect([blank.status, blank.text]).toEqual([
      422,
      expect.stringContaining('Select whether you confirm or decline'),
    ]);
    const declined = await governance.submit(
      `${asked.location}/decision`,
      { decision: 'declined', reason: 'No danger is known.' },
      asked.location,
    );
    expect(declined.location).toBe('/shields');
  });
});

it('an ended shield’s statement about a parent does not apply to the next shield: their home is hidden again', async () => {
  const carers = [
    { name: 'Invented Mother', relationship: 'mother', parentalResponsibility: 'yes', livesWithChild: true },
  ];
  const { body: child } = await (
    await testApp.as('healthVisitor')
  ).post('/children', {
    givenNames: 'Isolde',
    familyName: 'Twiceshielded',
    sex: 'F',
    dateOfBirth: '2016-04-05',
    localityId: (await (await testApp.as('healthVisitor')).get('/localities')).body.items[0].id,
    carers,
  });
  const [mother] = await testApp.asOwner<{ id: string }>(
    'select carer_id as id from child_carers where child_id = $1',
    [child.id],
  );
  const visitor = await testApp.as('healthVisitor');
  const opened = await visitor.post('/episodes', { childIds: [child.id], reason: 'Invented.' });
  await agrees(testApp, opened.body.id, 'healthVisitor', ['schoolTeacher']);
  const sees = async (): Promise<boolean> =>
    (
      await testApp.sql('schoolTeacher', 'select 1 from access.may_contact_carer() c where c = $1', [
        mother!.id,
      ])
    ).length > 0;
  expect(await sees()).toBe(true);
  const ask = async (more: object): Promise<string> => {
    const answer = await visitor.post(`/children/${child.id}/shields`, { ...ASKED, ...more });
    expect([answer.status, answer.text]).toEqual([201, expect.any(String)]);
    return answer.body.id as string;
  };
  const first = await ask({ unsafeCarerIds: [mother!.id] });
  // A practitioner who is not named sees her address: the child is kept safe from her, and does not live there.
  const governance = await testApp.as('governance');
  const declined = { decision: 'declined', reason: 'Invented: it was not her.' };
  expect((await governance.post(`/shields/${first}/decision`, declined)).status).toBeLessThan(300);
  expect(await sees()).toBe(true);
  await ask({});
  expect(await sees()).toBe(false);
});
