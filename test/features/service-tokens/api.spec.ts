import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import request from 'supertest';
import { projectRoot } from '#libs/platform';
import { newServiceToken } from '../../support/scim-client.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

/** A service token opens nothing of the API, and no page. */
let testApp: TestApp;
let token: string;
beforeAll(async () => {
  testApp = await openTestApp();
  token = await newServiceToken(testApp);
}, 60_000);
afterAll(() => testApp.close());

type Verb = 'get' | 'post' | 'put' | 'patch' | 'delete';
const ID = '01a00000-0000-7000-8000-00000000dead';
interface Operation {
  readonly security?: readonly unknown[];
}
const { paths } = JSON.parse(readFileSync(join(projectRoot, 'docs/openapi.json'), 'utf8')) as {
  paths: Record<string, Record<Verb, Operation>>;
};
const operations = Object.entries(paths).flatMap(([path, verbs]) =>
  (Object.entries(verbs) as [Verb, Operation][]).map(([verb, { security }]) => ({
    path,
    verb,
    open: !!security,
  })),
);

test('every operation of the API but those open to all answers 401', async () => {
  expect(operations.length).toBeGreaterThan(180);
  const opened: string[] = [];
  for (const { path, verb, open } of operations) {
    if (open) continue;
    const sent = request(testApp.server)
      [verb](path.replace(/\{\w+\}/g, ID))
      .set('Authorization', `Bearer ${token}`);
    const { status } = await (verb === 'get' || verb === 'delete' ? sent : sent.send({}));
    if (status !== 401 && status !== 403) opened.push(`${verb} ${path}: ${status}`);
  }
  expect(opened).toEqual([]);
}, 60_000);

test('pages send its holder to sign in', async () => {
  for (const path of ['/', '/people', '/episodes', '/service-tokens']) {
    const { status, headers } = await request(testApp.server)
      .get(path)
      .set('Authorization', `Bearer ${token}`);
    expect([status, headers['location']]).toEqual([303, expect.stringContaining('/sign-in')]);
  }
});

test('the token of an administrator opens nothing of what is for systems, nor does their session', async () => {
  const { token: personal } = await testApp.as('agencyAdministrator');
  for (const path of ['/scim/v2/Users', '/scim/v2/Schemas']) {
    const bearer = await request(testApp.server).get(path).set('Authorization', `Bearer ${personal}`);
    expect(bearer.status).toBe(401);
    expect((await (await testApp.browse('agencyAdministrator')).get(path)).status).toBe(401);
  }
});
