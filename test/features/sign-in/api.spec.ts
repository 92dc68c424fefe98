import request from 'supertest';
import { DEMO_PASSWORD } from '../../../apps/console/src/seed/index.js';
import { ApiClient } from '../../support/api-client.js';
import { openTestApp, usernameOf, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 60_000);
afterAll(() => testApp.close());

const signIn = (username: unknown, password: unknown) =>
  request(testApp.server)
    .post('/api/v1/session')
    .send({ username, password } as object);

test('a practitioner signs in, is recognised, and is signed out at once', async () => {
  const client = await ApiClient.signIn(testApp.server, usernameOf('healthVisitor'));
  const me = await client.get('/me');
  expect(me.body).toMatchObject({
    role: 'practitioner',
    agency: { name: 'Leicestershire Partnership NHS Trust' },
  });
  expect((await client.delete('/session')).status).toBe(204);
  expect((await client.get('/me')).status).toBe(401);
});

test('spaces around a user name, as pasting adds, do no harm; spaces in a password do', async () => {
  const username = usernameOf('schoolNurse');
  expect((await signIn(` ${username}\t`, DEMO_PASSWORD)).status).toBe(201);
  expect((await signIn(username, ` ${DEMO_PASSWORD}`)).status).toBe(401);
});

test('a wrong password and an unknown name get the same answer', async () => {
  const wrong = await signIn(usernameOf('schoolNurse'), 'not it');
  const unknown = await signIn('unknown.person', 'not it');
  const { instance: _one, ...first } = wrong.body as Record<string, unknown>;
  const { instance: _two, ...second } = unknown.body as Record<string, unknown>;
  expect(wrong.status).toBe(401);
  expect(wrong.type).toBe('application/problem+json');
  expect(second).toEqual(first);
});

test('too many failed attempts block that name from that address, and no other', async () => {
  const username = usernameOf('connexionsAdviser');
  for (let tries = 0; tries < 8; tries++) expect((await signIn(username, `wrong ${tries}`)).status).toBe(401);
  expect((await signIn(username, DEMO_PASSWORD)).status).toBe(429);
  expect((await signIn(usernameOf('yispWorker'), DEMO_PASSWORD)).status).toBe(201);
});

test('a practitioner with two posts acts in one at a time', async () => {
  const client = await ApiClient.signIn(testApp.server, usernameOf('specialistTeacher'));
  const me = (await client.get('/me')).body as {
    postId: string;
    agency: { id: string };
    posts: { id: string; agency: { id: string } }[];
  };
  expect(me.posts).toHaveLength(2);
  const other = me.posts.find((post) => post.id !== me.postId)!;
  expect((await client.put('/me/post', { postId: other.id })).body.agency.id).toBe(other.agency.id);
  expect((await client.get('/me')).body.agency.id).toBe(other.agency.id);
  const elsewhere = (await testApp.actor('frontDoor')).postId;
  expect((await client.put('/me/post', { postId: elsewhere })).status).toBe(404);
});

test.each([
  ['a missing password', { username: 'x' }],
  ['a number for a name', { username: 5, password: 'x' }],
  ['100 kB of name', { username: 'x'.repeat(100_000), password: 'x' }],
  ['an unknown field', { username: 'x', password: 'x', role: 'coordinator' }],
  ['a NUL character', { username: 'a\u0000b', password: 'x' }],
])('%s is refused in words, never as a server error', async (_what, body) => {
  const answer = await request(testApp.server).post('/api/v1/session').send(body);
  expect([401, 422]).toContain(answer.status);
  expect(answer.type).toBe('application/problem+json');
  expect(answer.text).not.toMatch(/at .*\.(ts|js):/);
});

test('a body that is malformed JSON, or not JSON at all, is refused', async () => {
  const form = await request(testApp.server)
    .post('/api/v1/session')
    .type('form')
    .send('username=x&password=y');
  expect(form.status).toBe(415);
  const broken = await request(testApp.server).post('/api/v1/session').type('json').send('{"username":');
  expect(broken.status).toBe(400);
  const huge = await request(testApp.server)
    .post('/api/v1/session')
    .type('json')
    .send(JSON.stringify({ username: 'x'.repeat(2_200_000) }));
  expect(huge.status).toBe(413);
});

test('outside a demonstration its endpoints do not exist', async () => {
  const real = await openTestApp({ demo: false });
  try {
    for (const path of ['/demo/personas', '/demo/outbox'])
      expect((await new ApiClient(real.server, '').get(path)).status).toBe(404);
    expect((await new ApiClient(real.server, '').put('/demo/clock', {})).status).toBe(404);
    const page = await request(real.server).get('/sign-in');
    expect(page.text).not.toContain(DEMO_PASSWORD);
  } finally {
    await real.close();
  }
}, 60_000);
