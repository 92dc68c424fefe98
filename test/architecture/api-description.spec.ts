import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#libs/platform';
import { describeMismatch } from '../support/described-answers.js';

interface Response {
  readonly $ref?: string;
  readonly content?: Readonly<Record<string, { readonly schema?: object }>>;
}
interface Operation {
  readonly operationId: string;
  readonly responses: Readonly<Record<string, Response>>;
  readonly security?: readonly unknown[];
}
const text = readFileSync(join(projectRoot, 'docs/openapi.json'), 'utf8');
const { paths } = JSON.parse(text) as { paths: Record<string, Record<string, Operation>> };
const operations = Object.entries(paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ name: `${method} ${path}`, ...operation })),
);

/** The output of a failed command of ours; empty if it succeeded. */
const run = (...args: string[]): Promise<string> =>
  new Promise((resolve) =>
    execFile(process.execPath, args, { cwd: projectRoot }, (error, out, err) =>
      resolve(error ? `${error.message}\n${out}${err}` : ''),
    ),
  );

test('docs/openapi.json and its types equal what the code generates, without lint errors: npm run openapi renews them', async () => {
  expect(await run('bin/build.mjs')).toBe('');
  expect(await run('bin/openapi.mjs', '--check')).toBe('');
}, 300_000);

test('every operation describes its answer, and all but the open ones their refusal without signing in', () => {
  expect(operations.length).toBeGreaterThan(180);
  for (const { name, responses, security } of operations) {
    const [status, answer] = Object.entries(responses).find(([one]) => one.startsWith('2'))!;
    const schemas = Object.values(answer.content ?? {}).map(({ schema }) => Object.keys(schema ?? {}).length);
    expect({ name, status, schemas }).toEqual({
      name,
      status,
      schemas: status === '204' ? [] : [expect.any(Number)],
    });
    expect({ name, empty: schemas.includes(0) }).toEqual({ name, empty: false });
    if (!security)
      expect({ name, refused: Object.keys(responses) }).toEqual({
        name,
        refused: expect.arrayContaining(['401', '403', '404', '429', '503']),
      });
  }
  expect(operations.filter(({ security }) => security).map(({ operationId }) => operationId)).toEqual([
    'accountsAccept',
    'accountsUse',
    'sessionSignIn',
    'demoList',
    'demoMoveClock',
    'demoOutbox',
  ]);
});

describe('an answer that differs from its description is found', () => {
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'x-request-id': '01a22b6b-bbb1-77b0-be20-ac41c1cabf4a',
  };
  const person = {
    id: headers['x-request-id'],
    name: 'Invented Name',
    jobTitle: 'Teacher',
    role: 'practitioner',
    postId: headers['x-request-id'],
    agency: { id: headers['x-request-id'], name: 'School' },
    locality: null,
    posts: [],
  };
  const mismatch = (body: object, changes: object = {}) =>
    describeMismatch('get', '/api/v1/me', {
      status: 200,
      headers,
      text: JSON.stringify(body),
      body,
      ...changes,
    });

  it('an answer as described is accepted', () => {
    expect(mismatch(person)).toBeNull();
  });
  it.each([
    ['a field less', { ...person, name: undefined }, {}, 'name'],
    ['a field more', { ...person, secret: 'x' }, {}, 'additional properties'],
    [
      'a field more further in',
      { ...person, agency: { ...person.agency, secret: 'x' } },
      {},
      'additional properties',
    ],
    ['null where something is', { ...person, role: null }, {}, 'role must be string'],
    ['an id that is none', { ...person, id: '7' }, {}, 'uuid'],
    ['a status of its own', person, { status: 500 }, 'not described'],
    ['a page', person, { headers: { ...headers, 'content-type': 'text/html' } }, 'should not be text/html'],
    ['no name for the log', person, { headers: { 'content-type': 'application/json' } }, 'X-Request-Id'],
    ['a version that it does not have', person, { headers: { ...headers, etag: '"v1"' } }, 'ETag'],
  ])('%s', (_what, body, changes, words) => {
    expect(mismatch(body, changes)).toContain(words);
  });
});
