import { runJob } from '../../support/jobs.js';
import { newServiceToken, newTokenForm, ScimClient } from '../../support/scim-client.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

/** An agency's administrators make and end the tokens of its systems. */
let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 60_000);
afterAll(() => testApp.close());
beforeEach(() => testApp.asOwner('delete from auth.service_tokens'));

const TOKEN = /bridges_service_[\w-]{43}/;
const PAGE = '/service-tokens';
const tokens = () =>
  testApp.asOwner<{ id: string; name: string; ended_at: Date | null; token_hash: Buffer }>(
    'select id, name, ended_at, token_hash from auth.service_tokens order by created_at',
  );
const acts = async (): Promise<string[]> =>
  (
    await testApp.asOwner<{ act: string }>(
      "select act from audit.entries where act like '%service token' order by xact, id",
    )
  ).map(({ act }) => act);

test('an administrator makes a token, sees it once, and it works until they end it', async () => {
  const browser = await testApp.browse('agencyAdministrator');
  expect((await browser.get(PAGE)).text).toContain('Your agency has no service tokens');
  const made = await browser.submit(PAGE, newTokenForm('Microsoft Entra'), PAGE);
  expect(made.status).toBe(200);
  const token = TOKEN.exec(made.text)![0];
  expect(made.text).toMatch(/http:\/\/localhost:\d+\/scim\/v2/);
  const [row] = await tokens();
  expect(row!.token_hash.toString()).not.toContain(token);
  const later = await browser.get(PAGE);
  expect(later.text).not.toMatch(TOKEN);
  const { name } = await testApp.actor('agencyAdministrator');
  expect(later.text).toContain('Microsoft Entra');
  expect(later.text).toContain(`by ${name}`);
  expect(later.text).toContain('Not used yet');
  const provider = new ScimClient(testApp.server, token);
  expect((await provider.get('/Users')).status).toBe(200);
  expect((await browser.get(PAGE)).text).not.toContain('Not used yet');
  const ended = await browser.submit(`${PAGE}/${row!.id}/end`, {}, PAGE);
  expect([ended.status, ended.location]).toEqual([303, PAGE]);
  expect((await browser.get(PAGE)).text).toContain('Token ended');
  expect((await provider.get('/Users')).status).toBe(401);
  expect((await browser.submit(`${PAGE}/${row!.id}/end`, {}, PAGE)).status).toBe(404);
  expect((await acts()).slice(-3)).toEqual([
    'create service token',
    'use service token',
    'end service token',
  ]);
});

test('the token stays when the administrator who made it leaves: it belongs to the agency', async () => {
  const token = await newServiceToken(testApp);
  const { practitionerId } = await testApp.actor('agencyAdministrator');
  await testApp.asOwner('update practitioners set left_at = now() where id = $1', [practitionerId]);
  expect((await new ScimClient(testApp.server, token).get('/Users')).status).toBe(200);
  await testApp.asOwner('update practitioners set left_at = null where id = $1', [practitionerId]);
});

test('a second press makes no second token, and a name that has ended can be used again', async () => {
  const browser = await testApp.browse('agencyAdministrator');
  const form = newTokenForm('Okta');
  await browser.submit(PAGE, form, PAGE);
  const again = await browser.submit(PAGE, { ...form, name: ' okta ' }, PAGE);
  expect(again.status).toBe(422);
  expect(again.text).toContain('already has a service token with this name');
  expect(await tokens()).toHaveLength(1);
  await testApp.asOwner(
    "update auth.service_tokens set created_at = now() - interval '9 days', expires_at = now() - interval '1 s'",
  );
  expect((await browser.submit(PAGE, form, PAGE)).status).toBe(200);
  expect(await tokens()).toHaveLength(2);
});

test.each([
  ['no name', { name: '' }, 'Enter a name for the token'],
  ['a name that is too long', { name: 'x'.repeat(101) }, 'must be 100 characters or fewer'],
  ['no purpose', { scope: '' }, 'Select what the system can do'],
  ['another purpose', { scope: 'families' }, 'What the system can do must be one of the options'],
  ['no last day', { 'lastDayOn-day': '', 'lastDayOn-month': '', 'lastDayOn-year': '' }, 'Enter the last day'],
  ['a day that is past', newTokenForm('x', -2), 'The last day must be'],
  ['a day too far away', newTokenForm('x', 367), 'The last day must be'],
])('a form with %s says so beside the field and keeps what was typed', async (_what, wrong, message) => {
  const browser = await testApp.browse('agencyAdministrator');
  const answer = await browser.submit(PAGE, { ...newTokenForm('Kept'), ...wrong }, PAGE);
  expect(answer.status).toBe(422);
  expect(answer.text).toContain(message);
  expect(answer.text).toContain(`value="${{ ...newTokenForm('Kept'), ...wrong }.name}"`);
  expect(await tokens()).toEqual([]);
});

test('a last day of 365 days from now is the latest, and the token works to its end', async () => {
  const browser = await testApp.browse('agencyAdministrator');
  expect((await browser.submit(PAGE, newTokenForm('Longest', 365), PAGE)).status).toBe(200);
  expect((await browser.submit(PAGE, newTokenForm('Today', 0), PAGE)).status).toBe(200);
});

test('no other person makes, sees or ends a token of the agency', async () => {
  await newServiceToken(testApp);
  const { id } = (await tokens())[0]!;
  for (const persona of ['schoolNurse', 'governance', 'systemAdministrator', 'schoolManager']) {
    const browser = await testApp.browse(persona);
    expect((await browser.get(PAGE)).status).toBe(403);
    expect((await browser.submit(PAGE, newTokenForm('Mine'))).status).toBe(403);
    expect((await browser.submit(`${PAGE}/${id}/end`, {})).status).toBe(403);
    expect(await testApp.sql(persona, 'select * from access.service_tokens()')).toEqual([]);
    for (const call of [
      `select access.end_service_token('${id}')`,
      `select access.create_service_token(gen_random_uuid(), 'x', 'people', '\\x00', now() + interval '1 day')`,
    ])
      await expect(testApp.sql(persona, call)).rejects.toThrow(/Only an administrator/);
  }
  expect(await tokens()).toHaveLength(1);
});

test('an administrator of another agency sees and ends only tokens of theirs', async () => {
  await newServiceToken(testApp);
  const { id } = (await tokens())[0]!;
  const { postId } = await testApp.actor('schoolManager');
  await testApp.asOwner("update posts set role = 'agency_administrator' where id = $1", [postId]);
  const browser = await testApp.browse('schoolManager');
  const page = await browser.get(PAGE);
  expect([page.status, page.text]).toEqual([200, expect.stringContaining('no service tokens')]);
  expect((await browser.submit(`${PAGE}/${id}/end`, {}, PAGE)).status).toBe(404);
  expect((await browser.submit(`${PAGE}/no-id/end`, {}, PAGE)).status).toBe(404);
  await testApp.asOwner("update posts set role = 'manager' where id = $1", [postId]);
});

test('administrators are reminded once, two weeks before a token ends', async () => {
  const { practitionerId } = await testApp.actor('agencyAdministrator');
  const reminders = () =>
    testApp.asOwner(
      "select href from messages where recipient_id = $1 and subject = 'A service token ends soon'",
      [practitionerId],
    );
  await newServiceToken(testApp);
  expect(await runJob(testApp, 'service-token-reminders')).toBe(0);
  await testApp.asOwner(
    "update auth.service_tokens set created_at = now() - interval '60 days', expires_at = now() + interval '13 days'",
  );
  expect(await runJob(testApp, 'service-token-reminders')).toBe(1);
  expect(await runJob(testApp, 'service-token-reminders')).toBe(0);
  expect(await reminders()).toEqual([{ href: '/service-tokens' }]);
});
