import { ApiClient } from '../../support/api-client.js';
import { runJob } from '../../support/jobs.js';
import { openTestApp, usernameOf, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 60_000);
afterAll(() => testApp.close());

const signIn = (persona: string): Promise<ApiClient> => ApiClient.signIn(testApp.server, usernameOf(persona));

const status = async (client: ApiClient): Promise<number> => (await client.get('/me')).status;
/** As if every token had been issued, used and about to end so much earlier. */
const earlier = (interval: string): Promise<unknown> =>
  testApp.asOwner(
    `update auth.tokens set issued_at = issued_at - $1::interval, expires_at = expires_at - $1::interval,
       last_used_at = last_used_at - $1::interval`,
    [interval],
  );

async function created(client: ApiClient, body: object) {
  const answer = await client.post('/me/tokens', body);
  expect(answer.status).toBe(201);
  return answer.body as { id: string; token: string; expiresAt: string };
}

describe('a token of a sign-in through the API', () => {
  it('ends after half an hour without use, and uses in between prolong it', async () => {
    const client = await signIn('healthVisitor');
    for (let use = 0; use < 3; use++) {
      await earlier('28 minutes 30 seconds');
      expect(await status(client)).toBe(200);
    }
    await earlier('30 minutes 1 second');
    expect(await status(client)).toBe(401);
  });

  it('ends after ten hours, however active', async () => {
    const client = await signIn('healthVisitor');
    for (let use = 0; use < 23; use++) {
      await earlier('26 minutes');
      expect(await status(client)).toBe(200);
    }
    await earlier('3 minutes');
    expect(await status(client)).toBe(401);
  });

  it('is stored as used at most once a minute', async () => {
    const client = await signIn('healthVisitor');
    const used = async () => (await testApp.asOwner('select max(last_used_at) as at from auth.tokens'))[0];
    const before = await used();
    await status(client);
    expect(await used()).toEqual(before);
  });
});

describe('a personal token', () => {
  it('that ends within two weeks is announced to its owner, once', async () => {
    const owner = await signIn('familySupportWorker');
    const { id } = await created(owner, { name: 'Ends soon', scope: 'read', days: 30 });
    await created(owner, { name: 'New and short', scope: 'read', days: 10 });
    const reminders = async () =>
      testApp.asOwner(
        "select href from messages where recipient_id = $1 and subject = 'A personal token ends soon'",
        [(await testApp.actor('familySupportWorker')).practitionerId],
      );
    expect(await runJob(testApp, 'personal-token-reminders')).toBe(0);
    await testApp.asOwner(
      `update auth.tokens set issued_at = now() - interval '17 days', expires_at = now() + interval '13 days' where id = $1`,
      [id],
    );
    expect(await runJob(testApp, 'personal-token-reminders')).toBe(1);
    expect(await runJob(testApp, 'personal-token-reminders')).toBe(0);
    expect(await reminders()).toEqual([{ href: '/tokens' }]);
  });

  it('is shown once, stored as a hash, listed without its text, and revoked at once', async () => {
    const owner = await signIn('schoolTeacher');
    const { id, token } = await created(owner, { name: 'Weekly list', scope: 'write', days: 30 });
    const personal = new ApiClient(testApp.server, token);
    expect((await personal.get('/me')).body.name).toBe((await owner.get('/me')).body.name);
    const [{ whole }] = (await testApp.asOwner('select t::text as whole from auth.tokens t where id = $1', [
      id,
    ])) as [{ whole: string }];
    expect(whole).not.toContain(token);
    const { items } = (await owner.get('/me/tokens')).body as { items: Record<string, unknown>[] };
    expect(items).toMatchObject([{ id, name: 'Weekly list', scope: 'write' }]);
    expect(items[0]!['lastUsedAt']).not.toBeNull();
    expect(JSON.stringify(items)).not.toContain(token);
    const stranger = await signIn('schoolNurse');
    expect((await stranger.delete(`/me/tokens/${id}`)).status).toBe(404);
    expect((await stranger.get('/me/tokens')).body.items).toEqual([]);
    expect((await personal.get('/me')).status).toBe(200);
    expect((await owner.delete(`/me/tokens/${id}`)).status).toBe(204);
    expect((await personal.get('/me')).status).toBe(401);
    expect((await owner.delete('/me/tokens/junk')).status).toBe(404);
  });

  it('is in no answer that is stored for a repeated request, nor is the link of an invitation', async () => {
    const stored = async (): Promise<string> =>
      (await testApp.asOwner<{ kept: string }>('select i::text as kept from idempotent_answers i'))
        .map(({ kept }) => kept)
        .join();
    const owner = await signIn('schoolTeacher');
    const draft = { name: 'Sent with a key', scope: 'read', days: 1 };
    const made = await owner.post('/me/tokens', draft, { key: 'once' });
    expect(made.status).toBe(201);
    expect(await stored()).not.toContain(made.body['token']);
    expect((await owner.post('/me/tokens', draft, { key: 'once' })).status).toBe(422);
    const administrator = await signIn('agencyAdministrator');
    const added = await administrator.post('/practitioners', {
      ...{ name: 'Odile Ferrante', jobTitle: 'Youth worker', role: 'practitioner' },
    });
    const invited = await administrator.post(
      `/practitioners/${added.body['id'] as string}/invitation`,
      { email: 'odile.ferrante@council.example' },
      { key: 'once' },
    );
    expect(invited.body['invitationPath']).toMatch(/^\/invitations\//);
    expect(await stored()).not.toContain(invited.body['invitationPath']);
  });

  it('that can only read changes nothing', async () => {
    const owner = await signIn('healthVisitor');
    const [read, write] = [
      await created(owner, { name: 'Read', scope: 'read', days: 1 }),
      await created(owner, { name: 'Write', scope: 'write', days: 1 }),
    ].map(({ token }) => new ApiClient(testApp.server, token)) as [ApiClient, ApiClient];
    const { items } = (await owner.get('/localities')).body as { items: { id: string }[] };
    const child = (familyName: string, day: string) => ({
      ...{
        givenNames: 'Wren',
        familyName,
        sex: 'F',
        dateOfBirth: `2015-05-${day}`,
        localityId: items[0]!.id,
      },
    });
    expect((await read.get('/practitioners')).status).toBe(200);
    const refused = await read.post('/children', child('Readonly', '01'));
    expect([refused.status, refused.body.detail]).toEqual([
      403,
      'This token can only read. Create one that can read and write.',
    ]);
    expect((await read.delete('/session')).status).toBe(403);
    expect((await write.post('/children', child('Writable', '02'))).status).toBe(201);
  });

  it('has no idle limit and ends on its day', async () => {
    const owner = await signIn('healthVisitor');
    const personal = new ApiClient(
      testApp.server,
      (await created(owner, { name: 'A day', scope: 'read', days: 1 })).token,
    );
    await earlier('23 hours');
    expect(await status(personal)).toBe(200);
    await earlier('61 minutes');
    expect(await status(personal)).toBe(401);
    expect((await (await signIn('healthVisitor')).get('/me/tokens')).body.items).toEqual([]);
  });

  it('creates no tokens and switches no posts', async () => {
    const owner = await signIn('yispWorker');
    const personal = new ApiClient(
      testApp.server,
      (await created(owner, { name: 'No more', scope: 'write', days: 1 })).token,
    );
    expect((await personal.post('/me/tokens', { name: 'x', scope: 'write', days: 1 })).status).toBe(403);
    const { posts } = (await owner.get('/me')).body as { posts: { id: string }[] };
    expect((await personal.put('/me/post', { postId: posts[0]!.id })).status).toBe(403);
    expect((await owner.put('/me/post', { postId: posts[0]!.id })).status).toBe(200);
  });

  it('has a name of its own, a scope and 1 to 365 days, and there are at most twenty', async () => {
    const owner = await signIn('youthWorker');
    for (const [body, field] of [
      [{ name: '', scope: 'read', days: 1 }, 'name'],
      [{ name: 'x', scope: 'all', days: 1 }, 'scope'],
      [{ name: 'x', scope: 'read', days: 0 }, 'days'],
      [{ name: 'x', scope: 'read', days: 366 }, 'days'],
    ] as const) {
      const refused = await owner.post('/me/tokens', body);
      expect([refused.status, refused.body.errors[0].field]).toEqual([422, field]);
    }
    for (let n = 0; n < 20; n++) await created(owner, { name: `Token ${n}`, scope: 'read', days: 1 });
    expect((await owner.post('/me/tokens', { name: 'One more', scope: 'read', days: 1 })).status).toBe(422);
    expect((await owner.get('/me/tokens')).body.items).toHaveLength(20);
    const twice = await signIn('counsellor');
    await created(twice, { name: 'Same', scope: 'read', days: 1 });
    expect((await twice.post('/me/tokens', { name: 'Same', scope: 'write', days: 9 })).status).toBe(422);
  });
});

test('on pages a token is created, shown once, and revoked', async () => {
  const browser = await testApp.browse('schoolNurse');
  const bad = await browser.submit('/tokens', { name: '', scope: 'read', days: 'many' }, '/tokens');
  expect(bad.status).toBe(422);
  expect(bad.text).toContain('Enter a name for the token');
  expect(bad.text).toContain('value="many"');
  const made = await browser.submit('/tokens', { name: 'My list', scope: 'read', days: '30' }, '/tokens');
  const [, token] = /<code[^>]*>(bridges_[\w-]+)<\/code>/.exec(made.text)!;
  expect((await new ApiClient(testApp.server, token!).get('/me')).status).toBe(200);
  const { text } = await browser.get('/tokens');
  expect(text).toContain('My list');
  expect(text).not.toContain(token);
  const [, revoke] = /action="(\/tokens\/[^"]+\/revocation)"/.exec(text)!;
  expect((await (await testApp.browse('schoolTeacher')).submit(revoke!, {}, '/tokens')).status).toBe(404);
  expect((await browser.submit(revoke!, {}, '/tokens')).location).toBe('/tokens');
  expect((await new ApiClient(testApp.server, token!).get('/me')).status).toBe(401);
});
