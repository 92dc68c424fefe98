import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import request from 'supertest';
import createClient, { type Client } from 'openapi-fetch';
import { projectRoot } from '#libs/platform';
import { DEMO_PASSWORD } from '../../../apps/console/src/seed/index.js';
import type { operations, paths } from '../../../docs/openapi.js';
import { openTestApp, usernameOf, type TestApp } from '../../support/test-app.js';

/**
 * The main job through a client generated from the description alone: every address, body and answer below has a type
 * from docs/openapi.d.ts, and the bodies are the description's own examples.
 */
let testApp: TestApp;
let visitor: Client<paths>;
let teacher: Client<paths>;
let teacherId: string;
let schoolId: string;
let id: string;
let outcomeId: string;

type BodyOf<Id extends keyof operations> = operations[Id] extends {
  requestBody: { content: { 'application/json': infer Body } };
}
  ? Body
  : never;
const described = JSON.parse(readFileSync(join(projectRoot, 'docs/openapi.json'), 'utf8')) as {
  paths: Record<
    string,
    Record<string, { operationId: string; requestBody?: { content: Record<string, { example: unknown }> } }>
  >;
};

function example<Id extends keyof operations>(operationId: Id): BodyOf<Id> {
  const operation = Object.values(described.paths)
    .flatMap((item) => Object.values(item))
    .find((one) => one.operationId === operationId);
  const body = operation?.requestBody?.content['application/json']?.example;
  if (!body) throw new Error(`${operationId} has no example`);
  return structuredClone(body) as BodyOf<Id>;
}

/** The content of an answer; a refusal fails the test with its own message. */
async function got<Data>(
  answering: Promise<{ data?: Data; error?: unknown; response: Response }>,
): Promise<{ data: Data; ifMatch: string }> {
  const { data, error, response } = await answering;
  if (error !== undefined || data === undefined)
    throw new Error(`${response.url}: ${response.status} ${JSON.stringify(error)}`);
  return { data, ifMatch: response.headers.get('etag') ?? '' };
}

async function signedIn(baseUrl: string, persona: string): Promise<Client<paths>> {
  const client = createClient<paths>({ baseUrl });
  const credentials = { ...example('sessionSignIn'), username: usernameOf(persona), password: DEMO_PASSWORD };
  const { data } = await got(client.POST('/api/v1/session', { body: credentials }));
  client.use({ onRequest: ({ request }) => request.headers.set('Authorization', `Bearer ${data.token}`) });
  return client;
}

beforeAll(async () => {
  testApp = await openTestApp();
  await testApp.moveClock('2026-03-03T10:00:00Z');
  visitor = await signedIn(testApp.url, 'healthVisitor');
  teacher = await signedIn(testApp.url, 'schoolTeacher');
  const { data: me } = await got(teacher.GET('/api/v1/me'));
  [teacherId, schoolId] = [me.id, me.agency.id];
}, 60_000);
afterAll(() => testApp.close());

test('a child is searched for, recorded, and an episode is opened once however often the request is repeated', async () => {
  const query = { name: 'Wren Example', dateOfBirth: '2014-05-04', reason: 'Her mother asked for help' };
  const { data: before } = await got(visitor.GET('/api/v1/children', { params: { query } }));
  expect(before.items).toEqual([]);
  const { data: localities } = await got(visitor.GET('/api/v1/localities'));
  const localityId = localities.items.find(({ name }) => name === 'North West Leicestershire')!.id;
  const { data: child } = await got(
    visitor.POST('/api/v1/children', { body: { ...example('childrenRecord'), localityId } }),
  );
  const open = () =>
    got(
      visitor.POST('/api/v1/episodes', {
        body: { ...example('episodesOpen'), childIds: [child.id] },
        params: { header: { 'Idempotency-Key': 'wren' } },
      }),
    );
  id = (await open()).data.id;
  expect((await open()).data.id).toBe(id);
  const { data: after } = await got(visitor.GET('/api/v1/children', { params: { query } }));
  expect(after.items[0]).toMatchObject({ id: child.id, episode: { id, open: true } });
}, 60_000);

test('the family agrees, and the assessment is written and completed', async () => {
  const path = { episodeId: id };
  const [agreed] = example('consentsRecord').agencies!;
  await got(
    visitor.POST('/api/v1/episodes/{id}/consents', {
      params: { path: { id } },
      body: { ...example('consentsRecord'), agencies: [{ ...agreed!, agencyId: schoolId }] },
    }),
  );
  const checklist = await got(visitor.GET('/api/v1/episodes/{episodeId}/checklist', { params: { path } }));
  await got(
    visitor.PUT('/api/v1/episodes/{episodeId}/checklist', {
      params: { path, header: { 'If-Match': checklist.ifMatch } },
      body: example('checklistSave'),
    }),
  );
  const started = await got(visitor.POST('/api/v1/episodes/{episodeId}/assessment', { params: { path } }));
  await got(
    visitor.PATCH('/api/v1/episodes/{episodeId}/assessment', {
      params: { path, header: { 'If-Match': started.ifMatch } },
      body: example('assessmentsSave'),
    }),
  );
  const { data } = await got(
    visitor.POST('/api/v1/episodes/{episodeId}/assessment/completion', { params: { path } }),
  );
  expect([data.status, data.sections.reason?.what_led]).toEqual(['complete', 'Wren does not sleep.']);
  const { data: level } = await got(
    visitor.POST('/api/v1/episodes/{episodeId}/level-decisions', {
      params: { path },
      body: example('triangleOfNeedDecide'),
    }),
  );
  expect(level.level.number).toBe(2);
}, 60_000);

test('a team forms, and the teacher accepts to lead', async () => {
  const path = { episodeId: id };
  const practitionerId = teacherId;
  await got(
    visitor.POST('/api/v1/episodes/{episodeId}/team', {
      params: { path },
      body: { ...example('teamAdd'), practitionerId },
    }),
  );
  const { data: proposal } = await got(
    visitor.POST('/api/v1/episodes/{episodeId}/lead-professional/proposals', {
      params: { path },
      body: { ...example('leadProfessionalPropose'), practitionerId },
    }),
  );
  const { data: leading } = await got(
    teacher.POST('/api/v1/episodes/{episodeId}/lead-professional/proposals/{proposalId}/acceptance', {
      params: { path: { ...path, proposalId: proposal.id } },
    }),
  );
  expect(leading.current?.practitioner.id).toBe(teacherId);
}, 60_000);

test('the plan is written, its action done, and a review held', async () => {
  const path = { episodeId: id };
  const { data: outcome } = await got(
    teacher.POST('/api/v1/episodes/{episodeId}/plan/outcomes', {
      params: { path },
      body: example('plansAddOutcome'),
    }),
  );
  outcomeId = outcome.id;
  const action = await got(
    teacher.POST('/api/v1/episodes/{episodeId}/plan/actions', {
      params: { path },
      body: { ...example('plansAddAction'), outcomeId },
    }),
  );
  const { data: done } = await got(
    teacher.PATCH('/api/v1/episodes/{episodeId}/plan/actions/{actionId}', {
      params: { path: { ...path, actionId: action.data.id }, header: { 'If-Match': action.ifMatch } },
      body: example('plansChangeAction'),
    }),
  );
  expect(done.status).toBe('done');
  const [score] = example('reviewsHold').scores!;
  const { data: review } = await got(
    teacher.POST('/api/v1/episodes/{id}/reviews', {
      params: { path: { id } },
      body: { ...example('reviewsHold'), scores: [{ ...score!, outcomeId }] },
    }),
  );
  expect(review.scores).toEqual([{ outcomeId, scorer: 'worker', score: 6, progress: 'Better nights' }]);
}, 60_000);

test('the episode is closed', async () => {
  const [outcome] = example('closuresClose').outcomes!;
  await got(
    teacher.POST('/api/v1/episodes/{id}/closure', {
      params: { path: { id } },
      body: { ...example('closuresClose'), outcomes: [{ ...outcome!, outcomeId }] },
    }),
  );
  const { data: episode } = await got(teacher.GET('/api/v1/episodes/{id}', { params: { path: { id } } }));
  expect([episode.open, episode.closedAt !== null]).toEqual([false, true]);
}, 60_000);

test('the description is served as committed in docs, with a page to browse it', async () => {
  const { body } = await request(testApp.server).get('/api/v1/openapi.json');
  expect(body).toEqual(described);
  const page = await request(testApp.server).get('/api/docs');
  expect([page.status, page.type]).toEqual([200, 'text/html']);
  const script = await request(testApp.server).get('/api/docs/swagger-ui-init.js');
  expect(script.text).toContain('childrenSearch');
});

test('a refusal has a type too', async () => {
  const { error, response } = await teacher.GET('/api/v1/episodes/{id}', {
    params: { path: { id: '00000000-0000-7000-8000-000000000000' } },
  });
  expect([response.status, error?.status, error?.title]).toEqual([404, 404, 'Not Found']);
});
