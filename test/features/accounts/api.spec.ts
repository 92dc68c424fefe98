import request from 'supertest';
import { AuthenticationLog } from '#libs/accounts';
import { hash } from '@node-rs/argon2';
import { ApiClient } from '../../support/api-client.js';
import { openTestApp, usernameOf, type TestApp } from '../../support/test-app.js';

/** An account from its invitation to its suspension, by the API. */
const GOOD = 'otter lantern biscuit';
let app: TestApp;
let administrator: ApiClient;
beforeAll(async () => {
  app = await openTestApp();
  administrator = await app.as('agencyAdministrator');
}, 60_000);
afterAll(() => app.close());

const stranger = (): ApiClient => new ApiClient(app.server, '');
const signIn = (username: string, password: string) =>
  request(app.server).post('/api/v1/session').send({ username, password });
const secretOf = (path: unknown): string => String(path).split('/').at(-1)!;

let counter = 0;
/** A person of the administrator's agency with an open invitation. */
async function invited(): Promise<{ id: string; email: string; secret: string }> {
  const email = `new.person.${++counter}@council.example`;
  const added = await administrator.post('/practitioners', {
    ...{ name: 'Odile Ferrante', jobTitle: 'Youth worker', role: 'practitioner', email },
  });
  expect(added.status).toBe(201);
  const { id } = added.body as { id: string };
  const account = await administrator.get(`/practitioners/${id}/account`);
  expect(account.body).toMatchObject({ state: 'invited', username: null, email });
  return { id, email, secret: secretOf(account.body['invitationPath']) };
}
async function joined() {
  const person = await invited();
  expect(
    (await stranger().post(`/invitations/${person.secret}/acceptance`, { password: GOOD })).body,
  ).toEqual({
    username: person.email,
  });
  return person;
}

test('a person added with a work e-mail is invited, sets a password, and signs in', async () => {
  const { id, email, secret } = await invited();
  expect((await signIn(email, GOOD)).status).toBe(401);
  expect((await stranger().post(`/invitations/${secret}/acceptance`, { password: GOOD })).status).toBe(201);
  const account = `/practitioners/${id}/account`;
  expect((await administrator.get(account)).body).toMatchObject({
    ...{ state: 'not signed in yet', username: email, lastSignedInAt: null, invitationPath: null },
  });
  expect((await signIn(email.toUpperCase(), GOOD)).status).toBe(201);
  const after = (await administrator.get(account)).body;
  expect(after).toMatchObject({ state: 'active' });
  expect(Date.now() - Date.parse(String(after['lastSignedInAt']))).toBeLessThan(60_000);
});

test('an invitation works once, and not after it was withdrawn, replaced, or has expired', async () => {
  const accept = (secret: string) => stranger().post(`/invitations/${secret}/acceptance`, { password: GOOD });
  const used = await joined();
  expect((await accept(used.secret)).status).toBe(404);
  const withdrawn = await invited();
  expect((await administrator.delete(`/practitioners/${withdrawn.id}/invitation`)).status).toBe(204);
  expect((await accept(withdrawn.secret)).status).toBe(404);
  expect((await administrator.delete(`/practitioners/${withdrawn.id}/invitation`)).status).toBe(409);
  const replaced = await invited();
  const renewed = await administrator.post(`/practitioners/${replaced.id}/invitation`, {
    email: replaced.email,
  });
  expect((await accept(replaced.secret)).status).toBe(404);
  expect((await accept(secretOf(renewed.body['invitationPath']))).status).toBe(201);
  const expired = await invited();
  await app.asOwner(
    "update auth.invitations set expires_at = now() - interval '1 s' where practitioner_id = $1",
    [expired.id],
  );
  const late = await accept(expired.secret);
  expect(late.status).toBe(404);
  expect((await administrator.get(`/practitioners/${expired.id}/account`)).body).toMatchObject({
    ...{ state: 'invitation expired', invitationPath: null },
  });
  const invented = await accept('x'.repeat(43));
  expect([invented.status, invented.body['detail']]).toEqual([late.status, late.body['detail']]);
}, 60_000);

test('of ten presses on one invitation one begins the account', async () => {
  const { secret } = await invited();
  const answers = await Promise.all(
    Array.from({ length: 10 }, () =>
      stranger().post(`/invitations/${secret}/acceptance`, { password: GOOD }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(9).fill(404)]);
}, 60_000);

test.each([
  ['short', 'eleven char', /12 characters or more/],
  ['common', 'password1234', /too easy to guess/],
  ['a keyboard row', 'qwertyuiopas', /too easy to guess/],
  ['their own name', 'Odile.Ferrante77', /easy to guess|not be built on/],
  ['the name of the product', 'bridges safeguarding', /easy to guess|not be built on/],
  ['too long', 'otter lantern '.repeat(12), /128 characters or fewer/],
])(
  'a password that is %s is refused beside its field and uses nothing up',
  async (_what, password, message) => {
    const { secret } = await invited();
    const answer = await stranger().post(`/invitations/${secret}/acceptance`, { password });
    expect(answer.status).toBe(422);
    expect(answer.body['errors']).toEqual([
      { field: 'password', message: expect.stringMatching(message) as string },
    ]);
    expect((await stranger().post(`/invitations/${secret}/acceptance`, { password: GOOD })).status).toBe(201);
  },
);

test('a password counts exactly as it was typed, up to 128 characters of any script', async () => {
  const { secret, email } = await invited();
  const long = 'otter lantern biscuit '.padEnd(22 + 2 * 106, '🦦');
  expect([...long]).toHaveLength(128);
  const begun = await stranger().post(`/invitations/${secret}/acceptance`, { password: long });
  expect(begun.status).toBe(201);
  for (const other of [long.slice(0, -2), `${long} `, long.replace('otter', 'Otter')])
    expect((await signIn(email, other)).status).toBe(401);
  const client = new ApiClient(app.server, String((await signIn(email, long)).body.token));
  const change = { currentPassword: long, password: 'all lower case it is' };
  expect((await client.put('/me/password', change)).status).toBe(204);
  expect((await signIn(email, 'all lower case it is')).status).toBe(201);
});

test('a password does not end by itself', async () => {
  const { id, email } = await joined();
  await app.asOwner(
    `update auth.accounts set created_at = now() - interval '3 years', credentials_changed_at = now() - interval '3 years'
     where practitioner_id = $1`,
    [id],
  );
  expect((await signIn(email, GOOD)).status).toBe(201);
});

test('an administrator of another agency, and every other role, keeps no account of this agency', async () => {
  const { id, email } = await invited();
  for (const persona of ['coordinatorNwl', 'systemAdministrator', 'schoolManager']) {
    const other = await app.as(persona);
    expect([403, 404]).toContain((await other.get(`/practitioners/${id}/account`)).status);
    expect([403, 404]).toContain((await other.post(`/practitioners/${id}/invitation`, { email })).status);
    expect([403, 404]).toContain(
      (await other.put(`/practitioners/${id}/suspension`, { reason: 'x' })).status,
    );
  }
  const outsider = (await app.actor('schoolTeacher')).practitionerId;
  expect((await administrator.get(`/practitioners/${outsider}/account`)).status).toBe(404);
  for (const call of [
    `select access.invite(gen_random_uuid(), '${outsider}', 'a@b.example', '\\x00', 1)`,
    `select access.suspend_account('${outsider}', 'x')`,
    `select access.reset_password(gen_random_uuid(), '${outsider}', '\\x00', 1)`,
  ])
    await expect(app.sql('agencyAdministrator', call)).rejects.toThrow(/Only an administrator/);
  expect(await app.sql('agencyAdministrator', 'select * from access.account_states($1)', [outsider])).toEqual(
    [],
  );
  expect(await app.sql('coordinatorNwl', 'select * from access.account_states()')).toEqual([]);
});

test('a suspended person is signed out at once and cannot sign in, until their agency ends the suspension', async () => {
  const { id, email } = await joined();
  const client = new ApiClient(app.server, String((await signIn(email, GOOD)).body.token));
  expect((await client.get('/me')).status).toBe(200);
  const suspended = await administrator.put(`/practitioners/${id}/suspension`, {
    reason: 'Under investigation',
  });
  expect(suspended.body).toMatchObject({ state: 'suspended', canReinstate: true });
  expect((await client.get('/me')).status).toBe(401);
  expect((await signIn(email, GOOD)).status).toBe(401);
  expect((await administrator.delete(`/practitioners/${id}/suspension`)).status).toBe(204);
  expect((await signIn(email, GOOD)).status).toBe(201);
  expect((await administrator.delete(`/practitioners/${id}/suspension`)).status).toBe(409);
});

test('an administrator cannot suspend their own account', async () => {
  const { practitionerId } = await app.actor('agencyAdministrator');
  const answer = await administrator.put(`/practitioners/${practitionerId}/suspension`, { reason: 'x' });
  expect(answer.status).toBe(409);
});

test('an administrator sends a link to set a new password and never learns it; the link works once', async () => {
  const { id, email } = await joined();
  const sent = await administrator.post(`/practitioners/${id}/password-reset`, {});
  const secret = secretOf(sent.body['resetPath']);
  const use = (password: string) => stranger().post(`/password-resets/${secret}/use`, { password });
  expect((await use('short')).status).toBe(422);
  const answers = await Promise.all([use('walnut harbour trumpet'), use('walnut harbour trumpet')]);
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 404]);
  expect((await signIn(email, GOOD)).status).toBe(401);
  expect((await signIn(email, 'walnut harbour trumpet')).status).toBe(201);
});

test('a person changes their own password only with the present one', async () => {
  const { email } = await joined();
  const client = new ApiClient(app.server, String((await signIn(email, GOOD)).body.token));
  const change = (currentPassword: string, password: string) =>
    client.put('/me/password', { currentPassword, password });
  expect((await change('not it', 'walnut harbour trumpet')).body['errors']).toMatchObject([
    { field: 'currentPassword' },
  ]);
  expect((await change(GOOD, GOOD)).status).toBe(422);
  expect((await change(GOOD, 'walnut harbour trumpet')).status).toBe(204);
  expect((await signIn(email, GOOD)).status).toBe(401);
  expect((await signIn(email, 'walnut harbour trumpet')).status).toBe(201);
});

test('a password stored with weaker parameters is stored anew at the next sign-in', async () => {
  const { id, email } = await joined();
  const weak = await hash(GOOD, { memoryCost: 8, timeCost: 1, parallelism: 1 });
  await app.asOwner('update auth.accounts set password_hash = $1 where practitioner_id = $2', [weak, id]);
  expect((await signIn(email, GOOD)).status).toBe(201);
  const [row] = await app.asOwner<{ password_hash: string }>(
    'select password_hash from auth.accounts where practitioner_id = $1',
    [id],
  );
  expect(row!.password_hash).toContain('$m=19456,t=2,p=1$');
  expect((await signIn(email, GOOD)).status).toBe(201);
});

test('signing in, failing to, joining and password changes are entries of the access log', async () => {
  const { id, email } = await joined();
  await signIn(email, 'not it');
  await signIn(email, GOOD);
  await app.app.get(AuthenticationLog).settled();
  const entries = await app.asOwner<{ act: string }>(
    "select act from audit.entries where practitioner_id = $1 and subject_kind = 'account' order by at, act",
    [id],
  );
  expect(entries.map(({ act }) => act).sort()).toEqual(['accept invitation', 'fail to sign in', 'sign in']);
  const about = await app.asOwner<{ act: string }>(
    "select act from audit.entries where subject_id = $1 and act = 'invite'",
    [id],
  );
  expect(about).toHaveLength(1);
});

test('accounts that were long unused are suspended by rule, and their administrators are told', async () => {
  const { id, email } = await joined();
  await app.asOwner(
    "update auth.accounts set created_at = now() - interval '200 days', last_signed_in_at = now() - interval '91 days' where practitioner_id = $1",
    [id],
  );
  expect(await app.asOwner('select access.suspend_dormant_accounts(90) as n')).toEqual([{ n: 1 }]);
  expect(await app.asOwner('select access.suspend_dormant_accounts(90) as n')).toEqual([{ n: 0 }]);
  expect((await signIn(email, GOOD)).status).toBe(401);
  expect((await signIn(usernameOf('schoolTeacher'), 'bridges-demo')).status).toBe(201);
  const { practitionerId } = await app.actor('agencyAdministrator');
  const told = await app.asOwner('select body from messages where recipient_id = $1 and href = $2', [
    practitionerId,
    `/people/${id}`,
  ]);
  expect(told).toHaveLength(1);
  expect((await administrator.delete(`/practitioners/${id}/suspension`)).status).toBe(204);
  expect((await signIn(email, GOOD)).status).toBe(201);
});
