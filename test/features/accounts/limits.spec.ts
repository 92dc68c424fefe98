import request from 'supertest';
import { SignInLimits } from '#libs/accounts';
import { DEMO_PASSWORD } from '../../../apps/console/src/seed/index.js';
import { Browser } from '../../support/browser.js';
import { bySize } from '../../support/size.js';
import { openTestApp, usernameOf, type TestApp } from '../../support/test-app.js';

/** Passwords cannot be guessed, and no stranger keeps another person out. */
let app: TestApp;
beforeAll(async () => {
  // Behind a proxy, which names the source of a request.
  app = await openTestApp({ production: true, demo: false, publicUrl: 'http://localhost' });
  // A role that signs in by password alone: a code is accepted once, and these people sign in many times.
  await app.asOwner("update posts set role = 'business_support'");
}, 60_000);
afterAll(() => app.close());
beforeEach(() => app.asOwner('delete from auth.attempts'));

const signIn = (username: string, password: string, source = '198.51.100.7') =>
  request(app.server).post('/api/v1/session').set('X-Forwarded-For', source).send({ username, password });
const statuses = async (answers: Promise<{ status: number }[]>): Promise<Record<number, number>> => {
  const counts: Record<number, number> = {};
  for (const { status } of await answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
};

test('a hundred attempts at once count as a hundred', async () => {
  const username = usernameOf('schoolTeacher');
  const answers = statuses(Promise.all(Array.from({ length: 100 }, () => signIn(username, 'not it'))));
  expect(await answers).toEqual({ 401: 8, 429: 92 });
}, 60_000);

test('every spelling of a user name that signs in is counted as one', async () => {
  const username = usernameOf('schoolNurse');
  const spellings = [
    username,
    username.toUpperCase(),
    ` ${username}`,
    username.normalize('NFD'),
    `${username} `,
  ];
  for (let tries = 0; tries < 8; tries++) await signIn(spellings[tries % spellings.length]!, 'not it');
  for (const spelling of spellings) expect((await signIn(spelling, DEMO_PASSWORD)).status).toBe(429);
});

test('one source cannot try one password on every account, and one account cannot be tried from everywhere', async () => {
  // One after the other: of many at once the program refuses some before it counts them.
  const spraying: Record<number, number> = {};
  for (let index = 0; index < 90; index++) {
    const { status } = await signIn(`account.${index}`, 'Summer2026', '203.0.113.9');
    spraying[status] = (spraying[status] ?? 0) + 1;
  }
  expect(spraying).toEqual({ 401: 60, 429: 30 });
  const many = await statuses(
    Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        signIn(usernameOf('yispWorker'), 'not it', `192.0.2.${index}`),
      ),
    ),
  );
  expect(many).toEqual({ 401: 40, 429: 20 });
}, 120_000);

test('an account tried from everywhere stays open to its owner in a browser that they used before', async () => {
  const username = usernameOf('connexionsAdviser');
  const owner = await Browser.signIn(app.server, username);
  for (let tries = 0; tries < 44; tries++) await signIn(username, 'not it', `192.0.2.${tries}`);
  expect((await signIn(username, DEMO_PASSWORD, '192.0.2.200')).status).toBe(429);
  await owner.submit('/sign-out', {});
  const again = await owner.submit('/sign-in', { username, password: DEMO_PASSWORD }, '/sign-in');
  expect(again.status).toBe(303);
}, 120_000);

test('a flood of bad sign-ins from one source keeps no one else out', async () => {
  const size = bySize(2_000, 100_000);
  let sent = 0;
  let refused = 0;
  const flood = Array.from({ length: 20 }, async () => {
    while (sent++ < size)
      if ((await signIn(`unknown.${sent}`, 'not it', '203.0.113.50')).status === 429) refused++;
  });
  const others: number[] = [];
  const people = ['healthVisitor', 'housingOfficer', 'schoolManager'];
  const watching = (async () => {
    while (sent < size) {
      const persona = people[others.length % people.length]!;
      others.push(
        (await signIn(usernameOf(persona), DEMO_PASSWORD, `198.51.100.${others.length % 200}`)).status,
      );
    }
  })();
  await Promise.all([...flood, watching]);
  expect(refused).toBeGreaterThan(size * 0.9);
  expect(others.length).toBeGreaterThan(0);
  expect(others.filter((status) => status !== 201)).toEqual([]);
}, 1_800_000);

test('someone who signs in correctly a hundred times from one office is never refused', async () => {
  const limits = app.app.get(SignInLimits);
  for (let count = 0; count < 100; count++) {
    const attempt = { username: `person.${count}`, source: '198.51.100.99', device: null };
    await limits.admit(attempt);
    await limits.succeeded(attempt);
  }
}, 60_000);
