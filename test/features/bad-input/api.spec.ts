import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import request from 'supertest';
import { PERSONAS } from '../../../apps/console/src/seed/index.js';
import { describedOperations, mayTry, type Operation, type Schema } from '../../support/api-description.js';
import { describeMismatch } from '../../support/described-answers.js';
import { KEPT_CONNECTIONS } from '../../support/kept-connections.js';
import { BAD_VALUES, bodyOf, fits, spoiled } from '../../support/bad-values.js';
import { knownRecords, type KnownRecords } from '../../support/known-records.js';
import { bySize } from '../../support/size.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

/** A fixed share of all cases; `npm run test:full` sends all of them. */
const FULL = bySize(false, true);
const ONE_IN = 6;

let testApp: TestApp;
let operations: Operation[];
let records: KnownRecords;
let defects: unknown[];
let faults: string[];
let sent = 0;
/** The last known version of each record, so that requests are not refused as stale. */
const etags = new Map<string, string>();

beforeAll(async () => {
  testApp = await openTestApp();
  operations = (await describedOperations(testApp)).filter(({ path }) => !path.includes('/demo/'));
  records = await knownRecords(testApp);
  jest.spyOn(Logger.prototype, 'error').mockImplementation((message: unknown) => void defects.push(message));
}, 180_000);
afterAll(async () => {
  jest.restoreAllMocks();
  await testApp.close();
});
beforeEach(() => {
  defects = [];
  faults = [];
});
/** Paths of the program and statements; a sentence that asks to select an option begins with a capital. */
const INSIDES = [/node_modules|\.ts:|insert into|duplicate key/i, /\bselect [^"]* from /];

// Each test reports all its findings, not only the first.
const expectNothingWrong = (): void => {
  expect(faults.slice(0, 30)).toEqual([]);
  expect(defects.map((defect) => JSON.stringify(defect)).slice(0, 10)).toEqual([]);
};

/** A persona who may send it: first the owner of this test's records, then any persona with a fitting role. */
async function sender(operation: Operation): Promise<string | null> {
  const { token, persona } = await personaFor(operation);
  return persona && token;
}
async function personaFor(operation: Operation): Promise<{ token: string; persona: string | null }> {
  for (const persona of [...records.owners, ...PERSONAS.map(({ key }) => key)])
    if (mayTry(operation, (await testApp.actor(persona)).role))
      return { token: (await testApp.as(persona)).token, persona };
  return { token: '', persona: null };
}

async function etagOf(path: string, token: string | null): Promise<string> {
  const { headers } = await request(testApp.server)
    .get(path)
    .agent(KEPT_CONNECTIONS)
    .set('Authorization', `Bearer ${token}`);
  const etag = (headers as Record<string, string>)['etag'] ?? '"v1"';
  etags.set(path, etag);
  return etag;
}

async function send(operation: Operation, what: string, body: unknown, query: object = {}) {
  const token = await sender(operation);
  const { method, path, name } = operation;
  sent += 1;
  const to = records.address(path);
  const sending = request(testApp.server)[method](to).agent(KEPT_CONNECTIONS).query(query);
  sending.set('If-Match', etags.get(to) ?? (await etagOf(to, token)));
  if (token) sending.set('Authorization', `Bearer ${token}`);
  // Serialised here, so that lone surrogates arrive unchanged.
  const answer = await (body === undefined
    ? sending
    : sending.set('Content-Type', 'application/json').send(JSON.stringify(body)));
  if (typeof answer.headers['etag'] === 'string') etags.set(to, answer.headers['etag']);
  const report = `${name}, ${what}: ${answer.status} ${answer.text.slice(0, 300)}`;
  const notAsDescribed = describeMismatch(method, to, answer);
  if (notAsDescribed) faults.push(`${what}: ${notAsDescribed}`);
  if (answer.status >= 500) faults.push(report);
  if (answer.status >= 400) {
    if (answer.type !== 'application/problem+json') faults.push(`${report} is ${answer.type}`);
    if (INSIDES.some((inside) => inside.test(answer.text.replace(/drop table.*/, ''))))
      faults.push(`${report} tells of its insides`);
  }
  const errors = ((answer.body as { errors?: { field: string; message: string }[] }).errors ?? []).map(
    ({ field }) => field,
  );
  return { status: answer.status, errors, told: report };
}

/** Refused with a message beside each of these fields. */
async function expectRefused(
  operation: Operation,
  what: string,
  fields: string[],
  body: unknown,
  query?: object,
): Promise<number> {
  const { status, errors, told: report } = await send(operation, what, body, query);
  const unnamed = fields.filter(
    (field) => !errors.some((one) => one === field || one.startsWith(`${field}.`)),
  );
  if (fields.length > 0 && (status !== 422 || unnamed.length > 0))
    faults.push(`${report} should be 422 and name ${unnamed.join(', ')}`);
  return status;
}

const bodied = (): (Operation & { body: Schema })[] =>
  // A password is kept exactly as typed, so none of the bad values is bad: signing in has its own test below, and what new
  // passwords may be stands in features/accounts.
  operations.filter(({ body }) => body !== null && !takesPassword(body)) as never;
const takesPassword = ({ properties = {} }: Schema): boolean =>
  Object.values(properties).some(({ format }) => format === 'password');

/** A fixed share of a list: each item has its turn across the operations. */
const part = <T>(list: readonly T[], from: number): readonly T[] =>
  FULL ? list : list.filter((_, index) => (index + from) % ONE_IN === 0);

test('the API description says what each operation takes', () => {
  expect(operations.length).toBeGreaterThan(120);
  expect(bodied().length).toBeGreaterThan(60);
  const of = (name: string): Schema => operations.find((one) => one.name === name)!.body!;
  expect(Object.keys(of('POST /api/v1/episodes/{episodeId}/meetings').properties!)).toEqual(
    expect.arrayContaining(['startsAt', 'endsAt']),
  );
  expect(of('POST /api/v1/episodes').required).toEqual(expect.arrayContaining(['childIds', 'reason']));
  expect(of('PATCH /api/v1/practitioners/{id}').properties).toHaveProperty('left');
  expect(of('POST /api/v1/children').properties!['details']!.properties).toHaveProperty('gp');
  for (const { method, path, body } of operations)
    if (method === 'patch') expect({ path, required: body!.required ?? [] }).toEqual({ path, required: [] });
  for (const operation of operations)
    for (const [name, field] of Object.entries(operation.body?.properties ?? {}))
      expect({ operation: operation.name, name, type: field.type }).toMatchObject({
        type: expect.anything(),
      });
});

test('a body that is malformed, incomplete or has unknown fields is refused by field name', async () => {
  for (const operation of bodied()) {
    const { body } = operation;
    await expectRefused(operation, 'nothing in it', [...(body.required ?? [])], {});
    const more = { ...bodyOf(body, records.known), unheardOf: 1 };
    await expectRefused(operation, 'a field that it does not have', ['unheardOf'], more);
    for (const junk of part([null, [], 'text', 5, [[[]]]], sent)) {
      const { status, told: report } = await send(operation, JSON.stringify(junk), junk);
      if (status >= 200 && status < 300 && (body.required ?? []).length > 0)
        faults.push(`${report} was taken`);
    }
  }
  expectNothingWrong();
}, 300_000);

test('in a body of bad values, each field that cannot take its value is named, and no answer is a server error', async () => {
  for (const [index, operation] of bodied().entries())
    for (const within of [false, true])
      for (const [what, bad] of part(Object.entries(BAD_VALUES), index)) {
        const { body, refused } = spoiled(operation.body, bad, within, records.known);
        if (
          within &&
          JSON.stringify(body) === JSON.stringify(spoiled(operation.body, bad, false, records.known).body)
        )
          continue;
        // Where the description allows the value in every field, the request would succeed: the test below tries field by field.
        if (refused.length > 0) await expectRefused(operation, `${what} everywhere`, refused, body);
      }
  expectNothingWrong();
}, 900_000);

test('null or a missing field in an otherwise valid body is accepted or refused as described', async () => {
  let taken = 0;
  for (const operation of inOrder(bodied())) {
    const { body, name } = operation;
    let count = 0;
    const right = () => ({ ...bodyOf(body, records.knownAnew(name, count++)), ...records.more[name] });
    for (const [field, schema] of Object.entries(body.properties ?? {}))
      for (const [what, bad] of [
        ['null', null],
        ['an empty text', ''],
      ] as const) {
        const refused = fits(schema, bad) ? [] : [field];
        const status = await expectRefused(operation, `${what} as ${field}`, refused, {
          ...right(),
          [field]: bad,
        });
        if (status < 300) taken += 1;
      }
  }
  expectNothingWrong();
  // Requests that reach the furthest: an accepted one has passed every rule and constraint.
  expect(taken).toBeGreaterThan(100);
}, 600_000);

test('each bad value in each field of an otherwise valid body', async () => {
  for (const [index, operation] of inOrder(bodied()).entries()) {
    const right = { ...bodyOf(operation.body, records.known), ...records.more[operation.name] };
    const pairs = Object.entries(operation.body.properties ?? {}).flatMap(([field, schema]) =>
      Object.entries(BAD_VALUES).map(([what, bad]) => ({ field, schema, what, bad })),
    );
    // Refused values are covered together above; here only those that the description allows.
    const taken = pairs.filter(
      ({ schema, bad, what }) => fits(schema, bad) && (!isFreeText(schema) || ODD_TEXT.has(what)),
    );
    for (const { field, what, bad } of part(taken, index))
      await send(operation, `${what} as ${field}`, { ...right, [field]: bad });
  }
  expectNothingWrong();
}, 900_000);

test('each query parameter that cannot take its value is named', async () => {
  const texts = Object.entries(BAD_VALUES).filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string' && pair[1].length < 1000,
  );
  const more: [string, string][] = [
    ['a fraction as text', '1.5'],
    ['zero', '0'],
    ['less than nothing', '-1'],
    ['more than a page', '100000'],
    ['a number with an exponent', '1e2'],
    ['a cursor of another list', Buffer.from('2026-02-30T10:00:00.000Z x').toString('base64url')],
  ];
  for (const [index, operation] of operations.filter(({ query }) => query.length > 0).entries())
    for (const { name, schema } of operation.query)
      for (const [what, text] of part([...texts, ...more], index)) {
        // A lone surrogate cannot be encoded in a URL.
        if (/[\ud800-\udfff]/.test(text)) continue;
        const refused = fits(schema, text, true) ? [] : [name];
        await expectRefused(operation, `${what} as ${name}`, refused, undefined, { [name]: text });
      }
  expectNothingWrong();
}, 600_000);

test('a bad id or path gets an answer in words', async () => {
  const odd = ['%00', '%ED%A0%80', '..%2f', 'x'.repeat(2000), '2147483648', "'", '%E2%80%AE', 'null', '0'];
  for (const [index, operation] of operations.entries())
    if (operation.path.includes('{'))
      for (const one of part(odd, index)) {
        const body = operation.body ? { ...bodyOf(operation.body, records.known) } : undefined;
        const path = operation.path.replace(/\{\w+\}/g, one);
        await send({ ...operation, path }, 'an odd address', operation.method === 'get' ? undefined : body);
      }
  expectNothingWrong();
}, 300_000);

test('a bad sign-in is refused in words', async () => {
  const operation = operations.find(({ name }) => name === 'POST /api/v1/session')!;
  for (const bad of part(Object.values(BAD_VALUES), 0))
    for (const body of [{ username: bad, password: 'x' }, { username: 'unknown.person', password: bad }, bad])
      await send(operation, 'signing in', body);
  expectNothingWrong();
}, 120_000);

test.each([
  ['GET', '/practitioners?limit=1.5', undefined, 'limit'],
  ['GET', '/practitioners?limit=abc', undefined, 'limit'],
  ['GET', '/practitioners?limit=201', undefined, 'limit'],
  ['GET', '/practitioners?cursor=x', undefined, 'cursor'],
  ['GET', '/practitioners?cursor=01a20081-4767-7483-8517-69c4e54bd0ce', undefined, 'cursor'],
  ['GET', '/episodes?limit=1.5', undefined, 'limit'],
  ['GET', '/directory/services?limit=0', undefined, 'limit'],
  ['PATCH', '/practitioners/{id}', { left: null }, 'left'],
  ['PATCH', '/children/{id}', { givenNames: null, familyName: null }, 'givenNames'],
  ['PATCH', '/children/{id}', { details: { disabilities: null } }, 'details.disabilities'],
  [
    'POST',
    '/children/{id}/carers',
    { relationship: 'mother', parentalResponsibility: 'yes', name: null },
    'name',
  ],
  ['PATCH', '/episodes/{id}', { longTerm: null }, 'longTerm'],
  ['PUT', '/demo/clock', { now: '2026-W50-4T10:00:00Z' }, 'now'],
  ['PUT', '/demo/clock', { now: '2026-345T10:00:00Z' }, 'now'],
  ...['2026-W50-4T10:00:00Z', '2026-345T10:00:00Z', '1066-10-14T10:00:00Z', '2999-01-01T10:00:00Z'].map(
    (startsAt) =>
      [
        'POST',
        '/episodes/{id}/meetings',
        { kind: 'first', place: 'x', purpose: 'x', startsAt },
        'startsAt',
      ] as const,
  ),
] as [string, string, object | undefined, string][])(
  '%s %s with %j is refused beside %s',
  async (verb, path, body, field) => {
    const persona = path.startsWith('/practitioners/') ? 'agencyAdministrator' : 'healthVisitor';
    const { token } = await testApp.as(persona);
    const to = records.address(`/api/v1${path}`);
    const sending = request(testApp.server)
      [verb.toLowerCase() as 'get'](to)
      .set('Authorization', `Bearer ${token}`);
    const answer = await (body ? sending.set('If-Match', await etagOf(to, token)).send(body) : sending);
    expect([answer.status, answer.body.errors?.[0]?.field]).toEqual([422, field]);
  },
);

test('JSON that is too deeply nested or malformed is refused with 400 and no line in the log', async () => {
  for (const text of [
    `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`,
    '['.repeat(20_000),
    '{"a":',
    '"',
    '{"a":\ud800}',
  ]) {
    const answer = await request(testApp.server)
      .post('/api/v1/session')
      .set('Content-Type', 'application/json')
      .send(text);
    expect([answer.status, answer.type]).toEqual([400, 'application/problem+json']);
  }
  expectNothingWrong();
});

test.each([
  ['PUT', 'put'],
  ['PATCH', 'patch'],
] as const)(
  '%s without If-Match is told that it is required, and a stale one is refused with the current version',
  async (_name, verb) => {
    const visitor = await testApp.as('healthVisitor');
    const { episodes, children } = records.ids;
    const path = verb === 'put' ? `/episodes/${records.fresh}/checklist` : `/children/${children}`;
    const body = verb === 'put' ? { answers: {} } : { sex: 'U' };
    expect(episodes).toBeDefined();
    expect((await visitor[verb](path, body)).status).toBe(428);
    const stale = await visitor[verb](path, body, { ifMatch: '"v999"' });
    expect(stale.status).toBe(412);
    expect(stale.body.detail).toContain('Someone else');
  },
);

/** Free-text fields accept most bad values as text: these are the ones that have caused faults. */
const ODD_TEXT = new Set(['infinity', 'a statement', 'markup', 'the id of nothing']);
const isFreeText = ({ type, format, enum: values }: Schema): boolean =>
  [type].flat().includes('string') && !format && !values;

/** Operations that end a record come last, so that the others find it. */
function inOrder<T extends Operation>(all: readonly T[]): T[] {
  const ends = ({ path, method }: Operation): number =>
    /closure|withdrawal|ending|erasure|destruction|cancellation|me\/post|relatives|shields/.test(path) ||
    (method === 'patch' && path.includes('practitioners'))
      ? 1
      : 0;
  return [...all].sort((a, b) => ends(a) - ends(b));
}
