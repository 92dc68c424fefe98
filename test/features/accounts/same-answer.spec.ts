import request from 'supertest';
import { hashPassword, PasswordHashing } from '#libs/accounts';
import { secretDigest } from '../../../libs/accounts/link-secrets.js';
import { DEMO_PASSWORD } from '../../../apps/console/src/seed/index.js';
import { bySize } from '../../support/size.js';
import { openTestApp, usernameOf, type TestApp } from '../../support/test-app.js';

/** Whether an account exists is told neither by an answer nor by its time. */
const TRIES = 1_000;
let app: TestApp;
beforeAll(async () => {
  app = await openTestApp({ production: true, demo: false, publicUrl: 'http://localhost' });
  // The tests' own accounts are cheap to verify; these have the real cost.
  await app.asOwner('update auth.accounts set password_hash = $1', [await hashPassword(DEMO_PASSWORD)]);
  await app.asOwner('update auth.accounts set suspended_at = now() where username = $1', [
    usernameOf('connexionsAdviser'),
  ]);
}, 60_000);
afterAll(() => app.close());

let source = 0;
const signIn = (username: string, password: string) =>
  request(app.server)
    .post('/api/v1/session')
    .set('X-Forwarded-For', `10.1.${(source += 1) % 250}.${Math.floor(source / 250) % 250}`)
    .send({ username, password });

const CASES = {
  'an unknown name': () => signIn(`unknown.${source}`, DEMO_PASSWORD),
  'another unknown name': () => signIn(`unheard.of.${source}`, DEMO_PASSWORD),
  'a wrong password': () => signIn(usernameOf('schoolTeacher'), 'not it'),
  'a suspended account': () => signIn(usernameOf('connexionsAdviser'), DEMO_PASSWORD),
} as const;
type Case = keyof typeof CASES;

test('an unknown name, a wrong password and a suspended account get one answer', async () => {
  const answers = await Promise.all(
    Object.values(CASES).map(async (ask) => {
      const { status, type, body } = await ask();
      return JSON.stringify({ status, type, body: { ...(body as object), instance: '' } });
    }),
  );
  expect(new Set(answers).size).toBe(1);
});

test('each of these checks one password hash, which is nearly all of the time', async () => {
  const hashing = app.app.get(PasswordHashing);
  const verify = hashing.verify.bind(hashing);
  let checked = 0;
  hashing.verify = (...given) => {
    checked += 1;
    return verify(...given);
  };
  for (const [place, name] of (Object.keys(CASES) as Case[]).entries()) {
    await CASES[name]();
    expect({ name, checked }).toEqual({ name, checked: place + 1 });
  }
});

// A clock tells little in a few tries on a busy machine.
const inFull = bySize(test.skip, test);
inFull(
  'these take the same time, as far as two unknown names do',
  async () => {
    const times: Record<Case, number[]> = {
      ...{ 'an unknown name': [], 'another unknown name': [] },
      ...{ 'a wrong password': [], 'a suspended account': [] },
    };
    const names = Object.keys(CASES) as Case[];
    for (let round = 0; round < TRIES; round++) {
      // An account's allowance of wrong attempts is not what is measured here.
      if (round % 10 === 0) await app.asOwner('delete from auth.attempts');
      // In another order each round, so that none is always the first.
      for (let at = 0; at < names.length; at++) {
        const name = names[(at + round) % names.length]!;
        const began = process.hrtime.bigint();
        const { status } = await CASES[name]();
        times[name].push(Number(process.hrtime.bigint() - began));
        expect(status).toBe(401);
      }
    }
    const medians = names.map((name) => [name, median(times[name])] as const);
    const [unknown, another] = [medians[0]![1], medians[1]![1]];
    const allowed = Math.max(0.02, (4 * Math.abs(another - unknown)) / unknown);
    for (const [name, value] of medians)
      expect({ name, differs: Math.abs(value - unknown) / unknown > allowed }).toEqual({
        name,
        differs: false,
      });
    process.stderr.write(
      `${medians.map(([name, value]) => `${name} ${(value / 1e6).toFixed(2)} ms`).join(', ')}\n`,
    );
  },
  1_200_000,
);

inFull(
  'an expired invitation takes the time of an invented one',
  async () => {
    const [person] = await app.asOwner<{ id: string }>(
      `select p.id from practitioners p where not exists (
         select from auth.accounts a where a.practitioner_id = p.id) limit 1`,
    );
    const expired = 'e'.repeat(43);
    await app.asOwner(
      `insert into auth.invitations (id, practitioner_id, email, secret_hash, invited_by, invited_at, expires_at)
       values (gen_random_uuid(), $1, 'expired@council.example', $2, $1, now() - interval '4 days', now() - interval '1 day')`,
      [person!.id, secretDigest(expired)],
    );
    const links = { invented: 'i'.repeat(43), 'another invented': 'j'.repeat(43), expired };
    const times: Record<string, number[]> = { invented: [], 'another invented': [], expired: [] };
    const names = Object.keys(links) as (keyof typeof links)[];
    for (let round = 0; round < TRIES; round++)
      for (let at = 0; at < names.length; at++) {
        const name = names[(at + round) % names.length]!;
        const began = process.hrtime.bigint();
        const { status } = await request(app.server)
          .post(`/api/v1/invitations/${links[name]}/acceptance`)
          .send({ password: 'otter lantern biscuit' });
        times[name]!.push(Number(process.hrtime.bigint() - began));
        expect(status).toBe(404);
      }
    const [invented, another, late] = names.map((name) => median(times[name]!)) as [number, number, number];
    process.stderr.write(
      `${names.map((name) => `${name} invitation ${(median(times[name]!) / 1e6).toFixed(2)} ms`).join(', ')}\n`,
    );
    const allowed = Math.max(0.05, (4 * Math.abs(another - invented)) / invented);
    expect(Math.abs(late - invented) / invented).toBeLessThan(allowed);
  },
  300_000,
);

const median = (values: number[]): number => values.sort((one, other) => one - other)[values.length >> 1]!;
