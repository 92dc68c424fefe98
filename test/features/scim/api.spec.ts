import request from 'supertest';
import { ApiClient } from '../../support/api-client.js';
import { readKeys, verifyLog } from '../../../bin/verify-log.mjs';
import { SealedLog } from '../../support/sealed-log.js';
import { ENTERPRISE, newServiceToken, ScimClient, USER } from '../../support/scim-client.js';
import { openTestApp, usernameOf, type TestApp } from '../../support/test-app.js';

/** An agency's identity provider adds, changes and deactivates its people. */
const GOOD = 'otter lantern biscuit';
let testApp: TestApp;
let provider: ScimClient;
let administrator: ApiClient;
beforeAll(async () => {
  testApp = await openTestApp();
  provider = await ScimClient.of(testApp);
  administrator = await testApp.as('agencyAdministrator');
}, 60_000);
afterAll(() => testApp.close());

let counter = 0;
const newAddress = (): string => `joan.marsh.${++counter}@trust.example`;
const userOf = (userName: string, more: object = {}) => ({
  ...{ schemas: [USER], userName, externalId: `ext-${userName}`, displayName: 'Joan Marsh', active: true },
  ...{ title: 'Health visitor', name: { givenName: 'Joan', familyName: 'Marsh' } },
  ...more,
});
const signIn = (username: string, password = GOOD) =>
  request(testApp.server).post('/api/v1/session').send({ username, password });
const clientOf = async (username: string): Promise<ApiClient> =>
  new ApiClient(testApp.server, String((await signIn(username)).body.token));

async function added(more: object = {}): Promise<{ id: string; email: string }> {
  const email = newAddress();
  const answer = await provider.post('/Users', userOf(email, more));
  expect(answer.status).toBe(201);
  return { id: answer.body.id as string, email };
}
const accountOf = async (id: string) => (await administrator.get(`/practitioners/${id}/account`)).body;
async function accept(id: string): Promise<void> {
  const { invitationPath } = await accountOf(id);
  const secret = String(invitationPath).split('/').at(-1);
  const answer = await new ApiClient(testApp.server, '').post(`/invitations/${secret}/acceptance`, {
    password: GOOD,
  });
  expect(answer.status).toBe(201);
}
/** A person whom the provider added, with an account in use. */
async function joined(): Promise<{ id: string; email: string; client: ApiClient }> {
  const person = await added();
  await accept(person.id);
  return { ...person, client: await clientOf(person.email) };
}
const entriesOn = (id: string) =>
  testApp.asOwner<{ act: string; role: string; practitioner_id: string | null; detail: object }>(
    'select act, role, practitioner_id, detail from audit.entries where subject_id = $1 order by xact, at, id',
    [id],
  );
const postsOf = (id: string) =>
  testApp.asOwner('select role, team_id, locality_id from posts where practitioner_id = $1', [id]);
const messagesTo = (id: string) =>
  testApp.asOwner<{ subject: string; body: string; href: string }>(
    'select subject, body, href from messages where recipient_id = $1 order by sent_at, id',
    [id],
  );
const deactivation = [{ op: 'Replace', path: 'active', value: 'False' }];
const activation = [{ op: 'Replace', path: 'active', value: 'True' }];

describe('a person is added', () => {
  it('as practitioner, is invited, accepts and signs in', async () => {
    const email = newAddress();
    const answer = await provider.post('/Users', userOf(email.toUpperCase()));
    expect([answer.status, answer.body]).toEqual([
      201,
      {
        ...{ schemas: [USER], id: expect.any(String), externalId: `ext-${email.toUpperCase()}` },
        ...{ userName: email, displayName: 'Joan Marsh', title: 'Health visitor', active: true },
        name: { formatted: 'Joan Marsh', givenName: 'Joan', familyName: 'Marsh' },
        emails: [{ value: email, type: 'work', primary: true }],
        meta: { resourceType: 'User', location: expect.any(String), version: expect.any(String) },
      },
    ]);
    const id = answer.body.id as string;
    expect(answer.headers['location']).toMatch(/^http:\/\/localhost:\d+\/scim\/v2\/Users\/[0-9a-f-]{36}$/);
    expect(answer.headers['location']).toContain(id);
    expect(await accountOf(id)).toMatchObject({ state: 'invited', email });
    expect(await postsOf(id)).toEqual([{ role: 'practitioner', team_id: null, locality_id: null }]);
    await accept(id);
    const client = await clientOf(email);
    expect((await client.get('/me')).status).toBe(200);
    expect((await provider.get(`/Users/${id}`)).body).toMatchObject({ userName: email, active: true });
  });

  it('with nothing but a user name and a name', async () => {
    const email = newAddress();
    const { status, body } = await provider.post('/Users', {
      ...{ schemas: [USER], userName: email, name: { givenName: 'Ann', familyName: 'Lee' } },
    });
    expect([status, body.displayName, body.title, body.active]).toEqual([201, 'Ann Lee', undefined, true]);
    const page = await (await testApp.browse('agencyAdministrator')).get(`/people/${body.id as string}`);
    expect(page.text).toContain('Job title not recorded');
  });

  it('to come later, and is invited when they become active', async () => {
    const { id, email } = await added({ active: 'False' });
    expect(await accountOf(id)).toMatchObject({ state: 'none' });
    expect((await provider.patch(`/Users/${id}`, activation)).body).toMatchObject({ active: true });
    expect(await accountOf(id)).toMatchObject({ state: 'invited', email });
  });

  it('with attributes that are not kept, which Entra and Okta send, and they are left out', async () => {
    const { id } = await added({
      ...{ schemas: [USER, ENTERPRISE], [ENTERPRISE]: { department: 'Nursing', employeeNumber: '7' } },
      ...{ password: 'Plain text 1234', roles: [{ value: 'system_administrator' }], groups: [] },
      ...{ phoneNumbers: [{ type: 'work', value: '0161 496 0000' }], locale: 'en-GB', userType: 'Employee' },
      emails: [{ type: 'work', value: 'another@trust.example', primary: true }],
    });
    const { body } = await provider.get(`/Users/${id}`);
    expect(Object.keys(body as object).sort()).toEqual(
      [
        'active',
        'displayName',
        'emails',
        'externalId',
        'id',
        'meta',
        'name',
        'schemas',
        'title',
        'userName',
      ].sort(),
    );
    expect(JSON.stringify(body)).not.toMatch(/another@|system_administrator|Plain/);
    expect(await postsOf(id)).toEqual([{ role: 'practitioner', team_id: null, locality_id: null }]);
  });

  it('once: a second time is 409, also at the same instant, and of ten at once one is added', async () => {
    const { email } = await added();
    const again = await provider.post('/Users', userOf(email));
    expect([again.status, again.body.scimType]).toEqual([409, 'uniqueness']);
    const other = newAddress();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => provider.post('/Users', userOf(other))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
    expect((await provider.get(`/Users?filter=userName eq "${other}"`)).body.totalResults).toBe(1);
  }, 30_000);

  it('though a person of another agency has the address, of which nothing is said', async () => {
    const teacher = await testApp.actor('schoolTeacher');
    const email = newAddress();
    await testApp.asOwner('update practitioners set email = $2 where id = $1', [
      teacher.practitionerId,
      email,
    ]);
    expect((await provider.get(`/Users?filter=userName eq "${email}"`)).body.totalResults).toBe(0);
    expect((await provider.post('/Users', userOf(email))).status).toBe(201);
  });

  it.each([
    ['no schema', { schemas: [], userName: 'a@trust.example', displayName: 'A' }, 'invalidSyntax'],
    ['no user name', { schemas: [USER], displayName: 'A' }, 'invalidValue'],
    [
      'a user name that is no address',
      { schemas: [USER], userName: 'joan', displayName: 'A' },
      'invalidValue',
    ],
    ['no name', { schemas: [USER], userName: 'a@trust.example' }, 'invalidValue'],
    ['a number as name', { schemas: [USER], userName: 'a@trust.example', displayName: 7 }, 'invalidValue'],
    ['active that is neither', { ...userOf('a@trust.example'), active: 'perhaps' }, 'invalidValue'],
    ['an endless name', { ...userOf('a@trust.example'), displayName: 'x'.repeat(201) }, 'invalidValue'],
    ['a NUL', { ...userOf('a@trust.example'), displayName: 'a\u0000b' }, 'invalidValue'],
    ['a list', [userOf('a@trust.example')], 'invalidSyntax'],
    ['no JSON', '{"userName":', 'invalidSyntax'],
  ])('not with %s: 400', async (_what, body, keyword) => {
    const answer = await provider.post('/Users', body);
    expect([answer.status, answer.body.scimType]).toEqual([400, keyword]);
  });

  it('with a name from which hidden characters are taken out', async () => {
    const { status, body } = await provider.post('/Users', {
      ...userOf(newAddress()),
      displayName: 'Joan\u202E  Invented',
    });
    expect([status, body.displayName]).toEqual([201, 'Joan Invented']);
  });

  it('from JSON of either type, and of no other', async () => {
    const sent = (type: string) => provider.post('/Users', userOf(newAddress()), { type });
    expect((await sent('application/json')).status).toBe(201);
    expect((await sent('application/scim+json; charset=utf-8')).status).toBe(201);
    expect((await sent('text/plain')).status).toBe(415);
    expect((await sent('application/x-www-form-urlencoded')).status).toBe(415);
  });
});

describe('people are found', () => {
  const found = async (query: string) =>
    ((await provider.get(`/Users?${query}`)).body.Resources as { id: string }[]).map(({ id }) => id);

  it('by user name in any case, by external id exactly, and by both', async () => {
    const { id, email } = await added();
    const externalId = `ext-${email}`;
    expect(await found(`filter=userName eq "${email.toUpperCase()}"`)).toEqual([id]);
    expect(await found(`filter=${USER}:userName Eq "${email}"`)).toEqual([id]);
    expect(await found(`filter=externalId eq "${externalId}"`)).toEqual([id]);
    expect(await found(`filter=externalId eq "${externalId.toUpperCase()}"`)).toEqual([]);
    expect(await found(`filter=externalId eq "${externalId}" and userName eq "${email}"`)).toEqual([id]);
    expect(await found(`filter=externalId eq "${externalId}" and userName eq "no@trust.example"`)).toEqual(
      [],
    );
    expect(await found(`filter=id eq "${id}"`)).toEqual([id]);
  });

  it('a page at a time, each once', async () => {
    for (let more = 0; more < 3; more++) await added();
    const whole = await found('count=200');
    expect(whole.length).toBeGreaterThan(5);
    const pages: string[] = [];
    for (let start = 1; start <= whole.length; start += 2)
      pages.push(...(await found(`startIndex=${start}&count=2`)));
    expect(pages).toEqual(whole);
    const none = (await provider.get('/Users?count=0')).body;
    expect([none.totalResults, none.itemsPerPage]).toEqual([whole.length, 0]);
    const beyond = (await provider.get('/Users?startIndex=5000')).body;
    expect([beyond.totalResults, beyond.startIndex, beyond.itemsPerPage]).toEqual([whole.length, 5000, 0]);
    expect((await provider.get('/Users?startIndex=-3&count=-1')).body).toMatchObject({
      ...{ startIndex: 1, itemsPerPage: 0 },
    });
  }, 30_000);

  it.each([
    ['userName co "a"', 'invalidFilter'],
    ['userName eq "a" or userName eq "b"', 'invalidFilter'],
    ['not (userName eq "a")', 'invalidFilter'],
    ['title eq "a"', 'invalidFilter'],
    ['emails[type eq "work"].value eq "a"', 'invalidFilter'],
    ['userName eq', 'invalidFilter'],
    ['constructor eq "a"', 'invalidFilter'],
    ['__proto__ eq "a"', 'invalidFilter'],
    ['nonsense', 'invalidFilter'],
    ['', 'invalidFilter'],
    ['userName eq "a" and userName eq "b"', 'invalidFilter'],
  ])('not by %j: 400', async (filter, keyword) => {
    const { status, body } = await provider.get(`/Users?filter=${encodeURIComponent(filter)}`);
    expect([status, body.scimType]).toEqual([400, keyword]);
  });

  it('not in an order of their own, nor by a start that is no number', async () => {
    for (const query of ['sortBy=userName', 'startIndex=x', 'count=1.5', 'count=1&count=2'])
      expect((await provider.get(`/Users?${query}`)).status).toBe(400);
  });
});

describe('a person is changed', () => {
  it('as Entra sends it', async () => {
    const { id } = await added();
    const { status, body } = await provider.patch(`/Users/${id}`, [
      { op: 'Replace', path: 'displayName', value: 'Joan Field' },
      { op: 'Replace', path: 'name.familyName', value: 'Field' },
      { op: 'Add', path: 'title', value: 'Senior health visitor' },
      { op: 'Replace', path: 'externalId', value: 'object-1' },
      { op: 'Add', path: 'emails[type eq "work"].value', value: 'x@trust.example' },
      { op: 'Add', path: 'phoneNumbers[type eq "mobile"].value', value: '07700 900000' },
      { op: 'Add', path: `${ENTERPRISE}:department`, value: 'Nursing' },
      { op: 'Add', path: `${ENTERPRISE}:manager`, value: 'someone' },
    ]);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...{ displayName: 'Joan Field', title: 'Senior health visitor', externalId: 'object-1' },
      name: { formatted: 'Joan Field', givenName: 'Joan', familyName: 'Field' },
    });
    const dotted = await provider.patch(`/Users/${id}`, [
      { op: 'replace', value: { 'name.givenName': 'Joanna', displayName: 'Joanna Field' } },
    ]);
    expect(dotted.body.name).toEqual({ formatted: 'Joanna Field', givenName: 'Joanna', familyName: 'Field' });
  });

  it('as Okta sends it', async () => {
    const { id, email } = await added();
    const changed = await provider.put(
      `/Users/${id}`,
      userOf(email, {
        id,
        displayName: 'Joan Okta',
        name: { givenName: 'Joan', familyName: 'Okta' },
        groups: [],
      }),
    );
    expect(changed.body).toMatchObject({ id, displayName: 'Joan Okta', active: true });
    const off = await provider.patch(`/Users/${id}`, [{ op: 'replace', value: { active: false } }]);
    expect([off.status, off.body.active]).toEqual([200, false]);
  });

  it('in parts of a name alone', async () => {
    const { id } = await added();
    const { body } = await provider.patch(`/Users/${id}`, [
      { op: 'replace', path: 'name', value: { familyName: 'Rivers' } },
    ]);
    expect(body).toMatchObject({ displayName: 'Joan Rivers', name: { familyName: 'Rivers' } });
  });

  it('and a title or external id that is taken away is gone', async () => {
    const { id, email } = await added();
    const { body } = await provider.patch(`/Users/${id}`, [
      { op: 'remove', path: 'title' },
      { op: 'Remove', path: 'externalId' },
    ]);
    expect([body.title, body.externalId]).toEqual([undefined, undefined]);
    const put = await provider.put(`/Users/${id}`, userOf(email, { title: 'Nurse', active: undefined }));
    expect(put.body).toMatchObject({ title: 'Nurse', active: true, externalId: `ext-${email}` });
  });

  it('in their address as colleagues know it, never in that with which they sign in', async () => {
    const { id, email, client } = await joined();
    const address = newAddress();
    const { body } = await provider.patch(`/Users/${id}`, [
      { op: 'Replace', path: 'userName', value: address },
    ]);
    expect(body).toMatchObject({ userName: address, emails: [{ value: address }] });
    expect((await client.get('/me')).status).toBe(200);
    expect((await signIn(email)).status).toBe(201);
    expect((await signIn(address)).status).toBe(401);
    expect(await accountOf(id)).toMatchObject({ username: email, email });
  });

  it('and the invitation of a person who has not joined goes where it went, whatever the address is now', async () => {
    const { id, email } = await added();
    const stolen = newAddress();
    await testApp.asOwner("update posts set role = 'manager' where practitioner_id = $1", [id]);
    await provider.patch(`/Users/${id}`, [{ op: 'Replace', path: 'userName', value: stolen }]);
    expect(await accountOf(id)).toMatchObject({ email });
    await provider.patch(`/Users/${id}`, deactivation);
    await provider.patch(`/Users/${id}`, activation);
    expect(await accountOf(id)).toMatchObject({ state: 'invited', email });
  });

  it('not to the address of a colleague', async () => {
    const [one, other] = [await added(), await added()];
    const { status, body } = await provider.patch(`/Users/${one.id}`, [
      { op: 'Replace', path: 'userName', value: other.email },
    ]);
    expect([status, body.scimType]).toEqual([409, 'uniqueness']);
  });

  it('only from the version that was seen, where the provider says which', async () => {
    const { id } = await added();
    const { headers } = await provider.get(`/Users/${id}`);
    const rename = (value: string) => [{ op: 'replace', path: 'displayName', value }];
    const seen = headers['etag']!;
    expect((await provider.patch(`/Users/${id}`, rename('A B'), { ifMatch: seen })).status).toBe(200);
    expect((await provider.patch(`/Users/${id}`, rename('C D'), { ifMatch: seen })).status).toBe(412);
    expect((await provider.patch(`/Users/${id}`, rename('E F'), { ifMatch: '*' })).status).toBe(200);
    expect((await provider.get(`/Users/${id}`)).body.displayName).toBe('E F');
  });

  it('not twice: a repeated request changes and records nothing more', async () => {
    const { id } = await added();
    const operations = [{ op: 'replace', path: 'title', value: 'Nurse' }];
    const first = await provider.patch(`/Users/${id}`, operations);
    const recorded = await entriesOn(id);
    const again = await provider.patch(`/Users/${id}`, operations);
    expect(again.body).toEqual(first.body);
    expect(await entriesOn(id)).toEqual(recorded);
  });

  it.each([
    ['no operations', [], 'invalidSyntax'],
    ['an unknown path', [{ op: 'replace', path: 'nonsense', value: 'x' }], 'invalidPath'],
    ['another operation', [{ op: 'move', path: 'title', value: 'x' }], 'invalidSyntax'],
    ['another id', [{ op: 'replace', path: 'id', value: 'x' }], 'mutability'],
    ['no user name', [{ op: 'remove', path: 'userName' }], 'invalidValue'],
    ['active that is neither', [{ op: 'replace', path: 'active', value: 'perhaps' }], 'invalidValue'],
    ['a path without end', [{ op: 'replace', path: '.'.repeat(100_000), value: 'x' }], 'invalidPath'],
    [
      'a name without end',
      [{ op: 'replace', value: { [`name.${'.'.repeat(100_000)}`]: 'x' } }],
      'invalidPath',
    ],
    [
      'a thousand operations',
      Array(1_000).fill({ op: 'replace', path: 'title', value: 'x' }),
      'invalidValue',
    ],
    ['operations that are no list', 'x', 'invalidSyntax'],
    ['an operation that is none', [null], 'invalidSyntax'],
  ])('not with %s: 400', async (_what, operations, keyword) => {
    const { id } = await added();
    const before = (await provider.get(`/Users/${id}`)).body;
    const { status, body } = await provider.patch(`/Users/${id}`, operations);
    expect([status, body.scimType]).toEqual([400, keyword]);
    expect((await provider.get(`/Users/${id}`)).body).toEqual(before);
  });
});

describe('a person is deactivated', () => {
  it('and is signed out everywhere at once, and managers and administrators hear that work is to be handed over', async () => {
    const manager = await administrator.post('/practitioners', {
      ...{ name: 'Mo Manager', jobTitle: 'Manager', role: 'manager', email: newAddress() },
    });
    const { id, email, client } = await joined();
    const personal = await client.post('/me/tokens', { name: 'List', scope: 'read', days: 5 });
    const program = new ApiClient(testApp.server, String(personal.body.token));
    expect([(await client.get('/me')).status, (await program.get('/me')).status]).toEqual([200, 200]);
    const before = (await messagesTo((await testApp.actor('agencyAdministrator')).practitionerId)).length;
    expect((await provider.patch(`/Users/${id}`, deactivation)).body).toMatchObject({ active: false });
    expect([(await client.get('/me')).status, (await program.get('/me')).status]).toEqual([401, 401]);
    expect((await signIn(email)).status).toBe(401);
    expect(await accountOf(id)).toMatchObject({ state: 'suspended', canReinstate: true });
    expect(await messagesTo(manager.body.id as string)).toEqual([
      {
        subject: 'Hand over a colleague’s work',
        body: expect.stringContaining('Joan Marsh can no longer sign in'),
        href: `/hand-overs/${id}`,
      },
    ]);
    const told = await messagesTo((await testApp.actor('agencyAdministrator')).practitionerId);
    expect(told.slice(before)).toEqual([
      { subject: 'An account has been suspended', body: expect.any(String), href: `/people/${id}` },
    ]);
    // Repeated, it tells no one again.
    await provider.patch(`/Users/${id}`, deactivation);
    expect(await messagesTo(manager.body.id as string)).toHaveLength(1);
  }, 30_000);

  it('at every agency that they work for, whose administrators are told', async () => {
    const { id, client } = await joined();
    const school = await testApp.actor('schoolManager');
    const [other] = await testApp.asOwner<{ id: string }>(
      `insert into posts (id, practitioner_id, agency_id, role, began_at)
       values (gen_random_uuid(), $1, $2, 'practitioner', now() - interval '1 hour') returning id`,
      [id, school.agencyId],
    );
    await testApp.asOwner(
      `insert into posts (id, practitioner_id, agency_id, role, began_at)
       values (gen_random_uuid(), $1, $2, 'agency_administrator', now() - interval '1 hour')`,
      [school.practitionerId, school.agencyId],
    );
    expect(other).toBeDefined();
    await provider.patch(`/Users/${id}`, deactivation);
    expect((await client.get('/me')).status).toBe(401);
    expect(await messagesTo(school.practitionerId)).toContainEqual(
      expect.objectContaining({ href: `/people/${id}`, body: expect.stringContaining('Another agency') }),
    );
  });

  it('and once they no longer work for that agency, another that they work for lets them sign in again', async () => {
    const { id, email } = await joined();
    const { agencyId, postId } = await testApp.actor('schoolManager');
    await testApp.asOwner(
      `insert into posts (id, practitioner_id, agency_id, role, began_at)
       values (gen_random_uuid(), $1, $2, 'practitioner', now() - interval '1 hour')`,
      [id, agencyId],
    );
    await testApp.asOwner("update posts set role = 'agency_administrator' where id = $1", [postId]);
    const school = await ApiClient.signIn(testApp.server, usernameOf('schoolManager'));
    const reinstate = () => school.delete(`/practitioners/${id}/suspension`);
    await provider.patch(`/Users/${id}`, deactivation);
    expect((await school.get(`/practitioners/${id}/account`)).body).toMatchObject({ canReinstate: false });
    expect((await reinstate()).status).toBe(409);
    const { etag } = await administrator.get(`/practitioners/${id}`);
    await administrator.patch(`/practitioners/${id}`, { left: true }, { ifMatch: etag! });
    expect((await school.get(`/practitioners/${id}/account`)).body).toMatchObject({ canReinstate: true });
    expect((await reinstate()).status).toBe(204);
    expect((await signIn(email)).status).toBe(201);
    await testApp.asOwner("update posts set role = 'manager' where id = $1", [postId]);
  });

  it('before they joined, and their invitation stops working', async () => {
    const { id } = await added();
    const { invitationPath } = await accountOf(id);
    expect((await provider.patch(`/Users/${id}`, deactivation)).body).toMatchObject({ active: false });
    const secret = String(invitationPath).split('/').at(-1);
    const late = await new ApiClient(testApp.server, '').post(`/invitations/${secret}/acceptance`, {
      password: GOOD,
    });
    expect(late.status).toBe(404);
  });

  it('and comes back when the provider says so: sessions of before stay dead, the password works', async () => {
    const { id, email, client } = await joined();
    await provider.patch(`/Users/${id}`, deactivation);
    expect((await provider.patch(`/Users/${id}`, activation)).body).toMatchObject({ active: true });
    expect((await client.get('/me')).status).toBe(401);
    expect((await signIn(email)).status).toBe(201);
  });

  it('but does not come back from a suspension that an administrator decided', async () => {
    const { id, email } = await joined();
    await administrator.put(`/practitioners/${id}/suspension`, { reason: 'Under investigation' });
    expect((await provider.get(`/Users/${id}`)).body).toMatchObject({ active: false });
    expect((await provider.patch(`/Users/${id}`, deactivation)).body).toMatchObject({ active: false });
    expect((await provider.patch(`/Users/${id}`, activation)).body).toMatchObject({ active: false });
    expect((await signIn(email)).status).toBe(401);
    await administrator.delete(`/practitioners/${id}/suspension`);
    expect((await signIn(email)).status).toBe(201);
  });

  it('though their account was suspended as long unused, which the provider alone does not end', async () => {
    const { id } = await joined();
    await testApp.asOwner(
      "update auth.accounts set suspended_at = now(), suspension_reason = 'dormant' where practitioner_id = $1",
      [id],
    );
    const reason = async () =>
      (
        await testApp.asOwner<{ suspension_reason: string | null }>(
          'select suspension_reason from auth.accounts where practitioner_id = $1',
          [id],
        )
      )[0]!.suspension_reason;
    await provider.patch(`/Users/${id}`, activation);
    await provider.patch(`/Users/${id}`, [{ op: 'replace', path: 'title', value: 'Nurse' }]);
    expect(await reason()).toBe('dormant');
    await provider.patch(`/Users/${id}`, deactivation);
    expect(await reason()).toBe('provisioning');
    await provider.patch(`/Users/${id}`, activation);
    expect(await reason()).toBeNull();
  });

  it('for good: 204, then 404 everywhere, and adding them again brings the same person back', async () => {
    const { id, email, client } = await joined();
    expect((await provider.delete(`/Users/${id}`)).status).toBe(204);
    expect((await client.get('/me')).status).toBe(401);
    expect((await provider.get(`/Users/${id}`)).status).toBe(404);
    expect((await provider.patch(`/Users/${id}`, activation)).status).toBe(404);
    expect((await provider.delete(`/Users/${id}`)).status).toBe(404);
    expect((await provider.get(`/Users?filter=userName eq "${email}"`)).body.totalResults).toBe(0);
    const again = await provider.post('/Users', userOf(email, { title: 'Nurse' }));
    expect([again.status, again.body.id, again.body.title, again.body.active]).toEqual([
      201,
      id,
      'Nurse',
      true,
    ]);
    expect((await signIn(email)).status).toBe(201);
  });
});

describe('a token is for its own agency and its own purpose', () => {
  it('sees no person of another agency: 404, as for an id that does not exist', async () => {
    const teacher = (await testApp.actor('schoolTeacher')).practitionerId;
    await testApp.asOwner("update practitioners set email = 'teacher@school.example' where id = $1", [
      teacher,
    ]);
    const body = userOf('teacher@trust.example');
    for (const id of [teacher, '01a00000-0000-7000-8000-00000000dead', 'no-id']) {
      expect((await provider.get(`/Users/${id}`)).status).toBe(404);
      expect((await provider.put(`/Users/${id}`, body)).status).toBe(404);
      expect((await provider.patch(`/Users/${id}`, deactivation)).status).toBe(404);
      expect((await provider.delete(`/Users/${id}`)).status).toBe(404);
    }
    expect((await signIn(usernameOf('schoolTeacher'), 'x')).status).toBe(401);
    const [before] = await testApp.asOwner('select name, left_at from practitioners where id = $1', [
      teacher,
    ]);
    expect(before).toEqual({ name: (await testApp.actor('schoolTeacher')).name, left_at: null });
  });

  it('no longer sees a person who has left', async () => {
    const { id } = await joined();
    const { etag } = await administrator.get(`/practitioners/${id}`);
    await administrator.patch(`/practitioners/${id}`, { left: true }, { ifMatch: etag! });
    expect((await provider.get(`/Users/${id}`)).status).toBe(404);
  });

  it('is refused without a token, with an invented, personal or session token, and once it has ended', async () => {
    const nurse = await testApp.as('schoolNurse');
    const personal = await nurse.post('/me/tokens', { name: 'Mine', scope: 'write', days: 5 });
    const ended = await newServiceToken(testApp);
    const expired = await newServiceToken(testApp);
    await testApp.asOwner(
      `update auth.service_tokens set ended_at = now() where token_hash = sha256($1::bytea)`,
      [Buffer.from(ended)],
    );
    await testApp.asOwner(
      `update auth.service_tokens set created_at = now() - interval '9 days', expires_at = now() where token_hash = sha256($1::bytea)`,
      [Buffer.from(expired)],
    );
    for (const token of [
      ...['', 'bridges_service_' + 'x'.repeat(43), 'x'.repeat(43)],
      ...[String(personal.body.token), nurse.token, ended, expired],
    ])
      for (const path of ['/Users', '/ServiceProviderConfig', '/Schemas', '/ResourceTypes']) {
        const answer = await new ScimClient(testApp.server, token).get(path);
        expect([answer.status, answer.headers['www-authenticate']]).toEqual([401, 'Bearer']);
      }
    const answer = await new ScimClient(testApp.server, ended).post('/Users', userOf(newAddress()));
    expect(answer.status).toBe(401);
  });

  it('is refused when its agency has closed', async () => {
    const token = await newServiceToken(testApp);
    const { agencyId } = await testApp.actor('agencyAdministrator');
    await testApp.asOwner('update agencies set ended_on = current_date - 2 where id = $1', [agencyId]);
    expect((await new ScimClient(testApp.server, token).get('/Users')).status).toBe(401);
    // Before its last day the agency still keeps its people, and no post lasts beyond it.
    await testApp.asOwner('update agencies set ended_on = current_date + 20 where id = $1', [agencyId]);
    const { id } = await added();
    const [post] = await testApp.asOwner<{ ends: boolean }>(
      'select ended_at = platform.london_instant(current_date + 21) as ends from posts where practitioner_id = $1',
      [id],
    );
    expect(post).toEqual({ ends: true });
    await testApp.asOwner('update agencies set ended_on = null where id = $1', [agencyId]);
    expect((await new ScimClient(testApp.server, token).get('/Users')).status).toBe(200);
  });
});

test('each change names the token as its author in the access log, and its use stands there once a day', async () => {
  const token = await newServiceToken(testApp);
  const [{ id: tokenId, name }] = (await testApp.asOwner<{ id: string; name: string }>(
    'select id, name from auth.service_tokens where token_hash = sha256($1::bytea)',
    [Buffer.from(token)],
  )) as [{ id: string; name: string }];
  const own = new ScimClient(testApp.server, token);
  const email = newAddress();
  const { id } = (await own.post('/Users', userOf(email))).body as { id: string };
  await own.patch(`/Users/${id}`, [{ op: 'replace', path: 'title', value: 'Nurse' }]);
  await accept(id);
  await own.patch(`/Users/${id}`, deactivation);
  await own.patch(`/Users/${id}`, activation);
  await own.delete(`/Users/${id}`);
  const entries = (await entriesOn(id)).filter(({ role }) => role === 'service');
  expect(entries.map(({ act }) => act)).toEqual(
    expect.arrayContaining([
      ...['add practitioner', 'invite', 'change practitioner', 'suspend', 'end suspension'],
      'delete from provisioning',
    ]),
  );
  for (const entry of entries)
    expect(entry).toMatchObject({ practitioner_id: null, detail: { serviceToken: tokenId, name } });
  const uses = () => entriesOn(tokenId).then((all) => all.filter(({ act }) => act === 'use service token'));
  expect(await uses()).toHaveLength(1);
  await testApp.asOwner('update auth.service_tokens set use_logged_on = use_logged_on - 1 where id = $1', [
    tokenId,
  ]);
  await Promise.all(Array.from({ length: 4 }, () => own.get('/Users?count=1')));
  expect(await uses()).toHaveLength(2);
  const governance = await testApp.as('governance');
  const shown = (await governance.get('/access-log?act=delete from provisioning')).body.items as object[];
  expect(shown[0]).toMatchObject({ practitioner: null, role: 'service', subjectId: id });
  const page = await (await testApp.browse('governance')).get('/log?act=delete+from+provisioning');
  expect(page.text).toContain(name);
  const log = new SealedLog(testApp);
  expect(await log.sealer.seal()).toBeGreaterThan(entries.length);
  const lines = await log.lines(true);
  expect(lines.filter((line) => line.includes('"practitionerId":null')).length).toBeGreaterThan(5);
  expect(verifyLog(lines, { keys: readKeys([log.key.pem]) })).toMatchObject({ ok: true, problems: [] });
  await log.close();
});

test('the provider learns what is supported', async () => {
  const configuration = (await provider.get('/ServiceProviderConfig')).body;
  expect(configuration).toMatchObject({
    ...{ patch: { supported: true }, bulk: { supported: false }, etag: { supported: true } },
    ...{ filter: { supported: true, maxResults: 200 }, sort: { supported: false } },
  });
  const types = (await provider.get('/ResourceTypes')).body.Resources as object[];
  expect(types).toEqual([expect.objectContaining({ id: 'User', endpoint: '/Users', schema: USER })]);
  expect((await provider.get('/ResourceTypes/User')).body).toEqual(types[0]);
  const [schema] = (await provider.get('/Schemas')).body.Resources as [
    { id: string; attributes: { name: string; mutability: string }[] },
  ];
  expect((await provider.get(`/Schemas/${USER}`)).body).toEqual(schema);
  expect(schema.attributes.map(({ name, mutability }) => `${name} ${mutability}`)).toEqual([
    ...['userName readWrite', 'name readWrite', 'displayName readWrite', 'title readWrite'],
    ...['active readWrite', 'emails readOnly'],
  ]);
  for (const path of ['/Groups', '/Schemas/urn:x', '/ResourceTypes/Group', '/Nothing'])
    expect((await provider.get(path)).status).toBe(404);
});
