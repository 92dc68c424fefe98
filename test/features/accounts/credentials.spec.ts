import { hash } from '@node-rs/argon2';
import request from 'supertest';
import { PasswordHashing } from '#libs/accounts';
import { RetryLaterProblem } from '#libs/platform';
import { signInLink } from '../../../apps/console/src/sign-in-link.js';
import { ApiClient } from '../../support/api-client.js';
import { Browser } from '../../support/browser.js';
import { TEST_SECRET } from '../../support/cluster.js';
import { openTestApp, usernameOf, type TestApp } from '../../support/test-app.js';

/** A password or link opens one person's account, and nothing that began before a change outlives it. */
const GOOD = 'otter lantern biscuit';
const OTHER = 'walnut harbour trumpet';
let app: TestApp;
let administrator: ApiClient;
let hashing: PasswordHashing;
beforeAll(async () => {
  app = await openTestApp();
  administrator = await app.as('agencyAdministrator');
  hashing = app.app.get(PasswordHashing);
}, 60_000);
afterAll(() => app.close());
beforeEach(() => app.asOwner('delete from auth.attempts'));

const stranger = (): ApiClient => new ApiClient(app.server, '');
const signIn = (username: string, password: string) =>
  request(app.server).post('/api/v1/session').send({ username, password });
const clientOf = async (username: string, password = GOOD): Promise<ApiClient> =>
  new ApiClient(app.server, String(((await signIn(username, password)).body as { token: string }).token));
const secretOf = (path: unknown): string => String(path).split('/').at(-1)!;

let counter = 0;
/** A person of the administrator's agency who has set up their account. */
async function joined(role = 'practitioner'): Promise<{ id: string; email: string }> {
  const email = `person.${++counter}@council.example`;
  const draft = { name: 'Odile Ferrante', jobTitle: 'Youth worker', role, email };
  const { id } = (await administrator.post('/practitioners', draft)).body as { id: string };
  const { invitationPath } = (await administrator.get(`/practitioners/${id}/account`)).body;
  await stranger().post(`/invitations/${secretOf(invitationPath)}/acceptance`, { password: GOOD });
  return { id, email };
}
async function resetLink(id: string): Promise<string> {
  const { resetPath } = (await administrator.post(`/practitioners/${id}/password-reset`, {})).body;
  return secretOf(resetPath);
}
const use = (secret: string, password = OTHER) =>
  stranger().post(`/password-resets/${secret}/use`, { password });

/** A page session, a token of a sign-in and a personal token: whether each still opens something. */
async function everythingOf(email: string) {
  const browser = await Browser.signIn(app.server, email, GOOD);
  await browser.get('/');
  const client = await clientOf(email);
  const { body } = await client.post('/me/tokens', { name: 'sync', scope: 'read', days: 30 });
  const personal = new ApiClient(app.server, String(body['token']));
  return async () => [
    (await browser.get('/')).status,
    (await client.get('/me')).status,
    (await personal.get('/me')).status,
  ];
}

test('a changed password ends every other session and token, and every open link', async () => {
  const { id, email } = await joined();
  const open = await everythingOf(email);
  expect(await open()).toEqual([200, 200, 200]);
  const link = await resetLink(id);
  const here = await Browser.signIn(app.server, email, GOOD);
  await here.get('/');
  expect((await here.submit('/password', { currentPassword: GOOD, password: OTHER })).location).toBe('/');
  expect(await open()).toEqual([303, 401, 401]);
  expect((await here.get('/')).status).toBe(200);
  expect((await use(link, GOOD)).status).toBe(404);
});

test('a password set by a link ends every session and token, and the other links', async () => {
  const { id, email } = await joined();
  const open = await everythingOf(email);
  const [first, second] = [await resetLink(id), await resetLink(id)];
  expect((await use(second)).status).toBe(204);
  expect(await open()).toEqual([303, 401, 401]);
  expect((await use(first)).status).toBe(404);
});

test('a link is not used up when the program is too busy to make the hash', async () => {
  const { id, email } = await joined();
  const link = await resetLink(id);
  const make = hashing.make.bind(hashing);
  hashing.make = () => Promise.reject(new RetryLaterProblem(503, 'Too busy', 5));
  expect((await use(link)).status).toBe(503);
  hashing.make = make;
  expect((await signIn(email, GOOD)).status).toBe(201);
  expect((await use(link)).status).toBe(204);
  expect((await signIn(email, OTHER)).status).toBe(201);
});

test.each([
  ['a new password', (id: string) => resetLink(id).then((link) => use(link))],
  ['a suspension', (id: string) => administrator.put(`/practitioners/${id}/suspension`, { reason: 'x' })],
])('a sign-in that is under way does not outlive %s', async (_what, change) => {
  const { id, email } = await joined();
  const verify = hashing.verify.bind(hashing);
  let changed: Promise<unknown> = Promise.resolve();
  hashing.verify = async (...given) => {
    const isCorrect = await verify(...given);
    hashing.verify = verify;
    await (changed = change(id));
    return isCorrect;
  };
  const answer = await signIn(email, GOOD);
  await changed;
  expect(answer.status).toBe(401);
});

test('a hash that was renewed meanwhile does not bring the old password back', async () => {
  const { id, email } = await joined();
  const weak = await hash(GOOD, { memoryCost: 8, timeCost: 1, parallelism: 1 });
  await app.asOwner('update auth.accounts set password_hash = $1 where practitioner_id = $2', [weak, id]);
  const link = await resetLink(id);
  const verify = hashing.verify.bind(hashing);
  hashing.verify = async (...given) => {
    const isCorrect = await verify(...given);
    hashing.verify = verify;
    await use(link);
    return isCorrect;
  };
  await signIn(email, GOOD);
  expect((await signIn(email, GOOD)).status).toBe(401);
  expect((await signIn(email, OTHER)).status).toBe(201);
});

test('the present password cannot be guessed by a person who holds a session, and failures are logged', async () => {
  const { id, email } = await joined();
  const client = await clientOf(email);
  const statuses = [];
  for (let tries = 0; tries < 12; tries++)
    statuses.push(
      (await client.put('/me/password', { currentPassword: `guess ${tries}`, password: OTHER })).status,
    );
  expect(statuses).toEqual([...Array<number>(6).fill(422), ...Array<number>(6).fill(429)]);
  expect((await client.put('/me/password', { currentPassword: GOOD, password: OTHER })).status).toBe(429);
  expect((await signIn(email, GOOD)).status).toBe(201);
  const [entries] = await app.asOwner<{ count: number }>(
    `select count(*)::int as count from audit.entries where practitioner_id = $1 and act = 'fail to confirm identity'`,
    [id],
  );
  expect(entries!.count).toBe(6);
});

test('no agency takes an account that opens the records of another', async () => {
  const { id } = await joined();
  const school = (await app.actor('schoolTeacher')).agencyId;
  await app.asOwner(
    `insert into posts (id, practitioner_id, agency_id, role, began_at)
     values (gen_random_uuid(), $1, $2, 'practitioner', now() + interval '1 day')`,
    [id, school],
  );
  const link = await administrator.post(`/practitioners/${id}/password-reset`, {});
  expect([link.status, link.body['detail']]).toEqual([409, expect.stringContaining('another agency')]);
  for (const call of [
    `select access.reset_password(gen_random_uuid(), '${id}', '\\x00', 1)`,
    `select access.remove_second_factor('${id}')`,
  ])
    await expect(app.sql('agencyAdministrator', call)).rejects.toThrow(/several agencies/);
  expect((await administrator.get(`/practitioners/${id}/account`)).body).toMatchObject({
    ...{ worksForSeveral: true, invitationPath: null, resetPath: null },
  });
  // Suspended they can be, by either, at once; the other agency's administrators are told.
  const elsewhere = (await app.actor('schoolManager')).practitionerId;
  await app.asOwner(
    `insert into posts (id, practitioner_id, agency_id, role, began_at) values (gen_random_uuid(), $1, $2, 'agency_administrator', now())`,
    [elsewhere, school],
  );
  await app.asOwner(`update posts set began_at = now() where practitioner_id = $1 and agency_id = $2`, [
    ...[id, school],
  ]);
  expect((await administrator.put(`/practitioners/${id}/suspension`, { reason: 'x' })).status).toBe(200);
  const told = await app.asOwner('select from messages where recipient_id = $1 and href = $2', [
    ...[elsewhere, `/people/${id}`],
  ]);
  expect(told).toHaveLength(1);
});

describe('a suspension by an agency that the person then leaves', () => {
  /** A person of both agencies, with an administrator at the school. */
  async function ofBoth(): Promise<{ id: string; email: string; school: string; keeper: ApiClient }> {
    const person = await joined();
    const school = (await app.actor('schoolTeacher')).agencyId;
    const keeper = (await app.actor('healthVisitor')).practitionerId;
    await app.asOwner(
      `insert into posts (id, practitioner_id, agency_id, role, began_at)
       values (gen_random_uuid(), $1, $2, 'practitioner', now() - interval '1 minute')`,
      [person.id, school],
    );
    await app.asOwner(
      "update posts set role = 'agency_administrator', agency_id = $2 where practitioner_id = $1",
      [...[keeper, school]],
    );
    return { ...person, school, keeper: await app.as('healthVisitor') };
  }
  const told = async (): Promise<unknown[]> =>
    app.asOwner(
      "select href from messages where recipient_id = $1 and subject = 'A suspended account is now yours to decide'",
      [(await app.actor('healthVisitor')).practitionerId],
    );
  const leave = async (id: string): Promise<void> => {
    const { etag } = await administrator.get(`/practitioners/${id}`);
    expect(
      (await administrator.patch(`/practitioners/${id}`, { left: true }, { ifMatch: etag! })).status,
    ).toBe(200);
  };

  test('stays, and the agency that they still work for is told and may end it', async () => {
    const { id, email, keeper } = await ofBoth();
    expect((await administrator.put(`/practitioners/${id}/suspension`, { reason: 'x' })).status).toBe(200);
    expect((await keeper.delete(`/practitioners/${id}/suspension`)).status).toBe(409);
    expect((await keeper.get(`/practitioners/${id}/account`)).body).toMatchObject({ canReinstate: false });
    await leave(id);
    // It does not end by leaving.
    expect((await signIn(email, GOOD)).status).toBe(401);
    expect(await told()).toEqual([{ href: `/people/${id}/account` }]);
    expect((await administrator.delete(`/practitioners/${id}/suspension`)).status).toBe(404);
    expect((await keeper.get(`/practitioners/${id}/account`)).body).toMatchObject({ canReinstate: true });
    expect((await keeper.delete(`/practitioners/${id}/suspension`)).status).toBe(204);
    expect((await signIn(email, GOOD)).status).toBe(201);
  });

  test('is the agency’s alone while one post of several there goes on, and again once the departure is undone', async () => {
    const { id, keeper } = await ofBoth();
    await app.asOwner('delete from messages');
    const { agencyId } = await app.actor('agencyAdministrator');
    await app.asOwner(
      `insert into posts (id, practitioner_id, agency_id, role, began_at)
       values (gen_random_uuid(), $1, $2, 'panel_member', now() - interval '1 minute')`,
      [id, agencyId],
    );
    expect((await administrator.put(`/practitioners/${id}/suspension`, { reason: 'x' })).status).toBe(200);
    await app.asOwner(
      `update posts set ended_at = now() - interval '1 ms', began_at = began_at - interval '1 hour'
       where practitioner_id = $1 and agency_id = $2 and role = 'practitioner'`,
      [id, agencyId],
    );
    await app.asOwner('select access.settle_ended_posts()');
    expect(await told()).toEqual([]);
    expect((await keeper.delete(`/practitioners/${id}/suspension`)).status).toBe(409);
    await leave(id);
    expect(await told()).toHaveLength(1);
    expect((await administrator.post(`/practitioners/${id}/departures/undoing`, {})).status).toBeLessThan(
      300,
    );
    expect((await keeper.delete(`/practitioners/${id}/suspension`)).status).toBe(409);
    expect((await administrator.delete(`/practitioners/${id}/suspension`)).status).toBe(204);
  });
});

test('by raw SQL too: no post for a person of another agency, no link that lasts, nothing of a former person', async () => {
  const teacher = (await app.actor('schoolTeacher')).practitionerId;
  const { agencyId } = await app.actor('agencyAdministrator');
  const post = (agency: string, role: string): string =>
    `insert into posts (id, practitioner_id, agency_id, role, began_at)
     values (gen_random_uuid(), '${teacher}', '${agency}', '${role}', platform.now())`;
  await expect(app.sql('agencyAdministrator', post(agencyId, 'practitioner'))).rejects.toThrow(/row-level/);
  const lacking = (await app.actor('connexionsAdviser')).agencyId;
  await expect(app.sql('systemAdministrator', post(lacking, 'agency_administrator'))).rejects.toThrow(
    /row-level/,
  );
  const { id } = await joined();
  await expect(
    app.sql('agencyAdministrator', `select access.reset_password(gen_random_uuid(), '${id}', '\\x00', 9000)`),
  ).rejects.toThrow(/1 to 72 hours/);
  expect(await app.sql('agencyAdministrator', 'select * from access.account_states($1)', [id])).toHaveLength(
    1,
  );
  await app.asOwner(
    "update posts set ended_at = began_at + interval '1 millisecond' where practitioner_id = $1",
    [id],
  );
  expect(await app.sql('agencyAdministrator', 'select * from access.account_states($1)', [id])).toEqual([]);
});

test('a link that was used, replaced, withdrawn or has expired answers as an invented one does', async () => {
  const invited = async (): Promise<{ id: string; secret: string }> => {
    const email = `person.${++counter}@council.example`;
    const draft = { name: 'Odile Ferrante', jobTitle: 'Youth worker', role: 'practitioner', email };
    const { id } = (await administrator.post('/practitioners', draft)).body as { id: string };
    const { invitationPath } = (await administrator.get(`/practitioners/${id}/account`)).body;
    return { id, secret: secretOf(invitationPath) };
  };
  const accept = (secret: string) => stranger().post(`/invitations/${secret}/acceptance`, { password: GOOD });
  const page = (path: string) => request(app.server).get(path);

  const [accepted, replaced, withdrawn, late] = [
    ...[await invited(), await invited()],
    ...[await invited(), await invited()],
  ];
  expect((await page(`/invitations/${accepted!.secret}`)).status).toBe(200);
  expect((await accept(accepted!.secret)).status).toBe(201);
  const again = { email: `person.${counter}.again@council.example` };
  expect((await administrator.post(`/practitioners/${replaced!.id}/invitation`, again)).status).toBe(201);
  expect((await administrator.delete(`/practitioners/${withdrawn!.id}/invitation`)).status).toBe(204);
  await app.asOwner(
    "update auth.invitations set expires_at = now() - interval '1 s' where practitioner_id = $1",
    [late!.id],
  );
  const [used, expired] = [await resetLink(accepted!.id), await resetLink(accepted!.id)];
  expect((await page(`/password/reset/${used}`)).status).toBe(200);
  expect((await use(used)).status).toBe(204);
  const later = await resetLink(accepted!.id);
  await app.asOwner(
    "update auth.password_resets set expires_at = now() - interval '1 s' where used_at is null",
  );

  const invented = ['x'.repeat(43), 'short'];
  const answers = new Set<string>();
  for (const secret of [accepted, replaced, withdrawn, late].map((one) => one!.secret).concat(invented)) {
    const { status, text } = await page(`/invitations/${secret}`);
    const { body } = await accept(secret);
    answers.add(`invitation ${status} ${/<h1[^>]*>([^<]*)/.exec(text)?.[1]?.trim()} ${body['detail']}`);
  }
  for (const secret of [used, expired, later, ...invented]) {
    const { status, text } = await page(`/password/reset/${secret}`);
    const { body } = await use(secret);
    answers.add(`reset ${status} ${/<h1[^>]*>([^<]*)/.exec(text)?.[1]?.trim()} ${body['detail']}`);
  }
  expect([...answers].map((answer) => answer.split(' ').slice(0, 2))).toEqual([
    ['invitation', '404'],
    ['reset', '404'],
  ]);
});

test('where mail is sent no administrator sees a link', async () => {
  const mailing = await openTestApp({
    mail: { driver: 'smtp', url: 'smtp://127.0.0.1:1', from: 'bridges@example.org' },
  });
  const keeper = await mailing.as('agencyAdministrator');
  const draft = {
    name: 'Odile Ferrante',
    jobTitle: 'Clerk',
    role: 'practitioner',
    email: 'o@council.example',
  };
  const { id } = (await keeper.post('/practitioners', draft)).body as { id: string };
  expect((await keeper.get(`/practitioners/${id}/account`)).body).toMatchObject({
    ...{ state: 'invited', invitationPath: null },
  });
  expect((await (await mailing.browse('agencyAdministrator')).get(`/people/${id}/account`)).text).not.toMatch(
    /\/invitations\/[\w-]{43}/,
  );
  await mailing.close();
});

test('an agency whose only administrator is suspended can be given another, and the console helps the dormant', async () => {
  const { agencyId, practitionerId } = await app.actor('agencyAdministrator');
  const lacks = async (): Promise<unknown> =>
    (await app.asOwner('select access.lacks_administrator($1) as lacks', [agencyId]))[0];
  expect(await lacks()).toEqual({ lacks: false });
  await app.asOwner(
    "update auth.accounts set suspended_at = now(), suspension_reason = 'dormant' where practitioner_id = $1",
    [practitionerId],
  );
  expect(await lacks()).toEqual({ lacks: true });
  const lines: string[] = [];
  const config = { secret: TEST_SECRET, publicUrl: null, port: 3000 };
  await signInLink(app.adminUrl, config, usernameOf('agencyAdministrator'), (line) => lines.push(line));
  expect(lines[0]).toContain('/password/reset/');
  expect(await lacks()).toEqual({ lacks: false });
  await app.asOwner(
    "update auth.accounts set suspended_at = now(), suspension_reason = 'x' where practitioner_id = $1",
    [practitionerId],
  );
  await expect(
    signInLink(app.adminUrl, config, usernameOf('agencyAdministrator'), () => undefined),
  ).rejects.toThrow(/No one who works here/);
});
