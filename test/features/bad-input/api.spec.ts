import fc from 'fast-check';
import request from 'supertest';
import { agreedEpisode } from '../../support/scenarios.js';
import { bySize } from '../../support/size.js';
import { openWorld, type World } from '../../support/world.js';

interface Operation {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  readonly path: string;
}

let world: World;
let operations: Operation[];
let tokens: string[];
let ids: Record<string, string>;

beforeAll(async () => {
  world = await openWorld();
  const { episodeId, childId, consentId } = await agreedEpisode(world, 'healthVisitor', ['schoolTeacher']);
  ids = { episodes: episodeId, children: childId, consents: consentId };
  tokens = [];
  for (const persona of ['healthVisitor', 'schoolTeacher', 'coordinatorNwl', 'outsider'])
    tokens.push((await world.as(persona)).token);
  const { body } = await request(world.server).get('/api/v1/openapi.json');
  operations = Object.entries(body.paths as Record<string, object>)
    .flatMap(([path, item]) =>
      Object.keys(item).map((method) => ({ method: method as Operation['method'], path })),
    )
    .filter(({ path }) => !path.includes('/demo/') && path !== '/api/v1/session');
}, 60_000);
afterAll(() => world.close());

/** Real ids half the time, so that the fields behind them are reached; otherwise anything. */
const address = (path: string, junk: readonly string[], real: boolean): string => {
  let next = 0;
  return path.replace(/\/(\w[\w-]*)\/\{(\w+)\}|\{(\w+)\}/g, (_all, kind: string | undefined) => {
    const id = real && kind && ids[kind] ? ids[kind] : encodeURIComponent(junk[next++ % junk.length]!);
    return kind ? `/${kind}/${id}` : id;
  });
};

const junkText = fc.oneof(
  fc.string({ maxLength: 60, unit: 'binary' }),
  fc.constant('x'.repeat(100_000)),
  fc.constant("'; drop table children; --"),
  fc.constant('a\u0000b'),
  fc.constant('2026-02-30'),
  fc.constant('01a20081-4767-7483-8517-69c4e54bd0ce'),
  fc.constant('<script>alert(1)</script>'),
  fc.constant('-1'),
  fc.constant(''),
);
const junkValue = fc.oneof(
  junkText,
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.array(junkText, { maxLength: 3 }),
  fc.dictionary(fc.constantFrom('id', 'name', '__proto__', 'answer'), junkText, { maxKeys: 2 }),
);

test('the description of the API lists its operations, with the fields of their bodies', async () => {
  expect(operations.length).toBeGreaterThan(60);
  const { body } = await request(world.server).get('/api/v1/openapi.json');
  expect(body.openapi).toBe('3.1.0');
  expect(body.components.schemas.ConsentBody.properties.agencies.items.$ref).toContain('AgreedAgencyBody');
  expect(Object.keys(body.components.schemas.ChildBody.properties)).toEqual(
    expect.arrayContaining(['givenNames', 'dateOfBirth', 'details']),
  );
  for (const path of Object.keys(body.paths as object)) expect(path).toMatch(/^\/api\/v1\//);
});

test('whatever is sent, wherever, the answer is in words and never a fault', async () => {
  const fields = Object.keys(
    fieldsOfEveryBody(
      (
        (await request(world.server).get('/api/v1/openapi.json')).body as {
          components: { schemas: Record<string, { properties?: object }> };
        }
      ).components.schemas,
    ),
  );
  const body = fc.oneof(
    fc.dictionary(fc.constantFrom(...fields), junkValue, { maxKeys: 8 }),
    fc.array(junkValue, { maxLength: 2 }),
    fc.constant({}),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.nat(),
      fc.array(
        junkText.filter((text) => text.length > 0 && text.length < 200),
        { minLength: 1, maxLength: 3 },
      ),
      fc.boolean(),
      fc.nat(),
      body,
      async (which, junk, real, who, sent) => {
        const { method, path } = operations[which % operations.length]!;
        const asked = request(world.server)
          [method](address(path, junk, real))
          .set('Authorization', `Bearer ${tokens[who % tokens.length]}`)
          .set('If-Match', '"v1"');
        const answer = await (method === 'get' || method === 'delete'
          ? asked.query({ [fields[which % fields.length]!]: junk[0]! })
          : asked.send(sent as object));
        if (answer.status >= 500)
          throw new Error(`${method} ${path}: ${answer.status} to ${JSON.stringify(sent).slice(0, 300)}`);
        if (answer.status >= 400) {
          if (answer.type !== 'application/problem+json')
            throw new Error(`${method} ${path}: ${answer.status} is ${answer.type}`);
          if (/node_modules|\.ts:|select |insert into|duplicate key/i.test(answer.text))
            throw new Error(`${method} ${path}: tells of its insides: ${answer.text}`);
        }
      },
    ),
    { numRuns: bySize(200, 600), seed: 20060401 },
  );
}, 180_000);

test.each([
  ['PUT', 'put'],
  ['PATCH', 'patch'],
] as const)(
  '%s without If-Match is asked for it, and with a stale one is refused with what is there now',
  async (_name, verb) => {
    const visitor = await world.as('healthVisitor');
    const path = verb === 'put' ? `/episodes/${ids['episodes']}/checklist` : `/children/${ids['children']}`;
    const body = verb === 'put' ? { answers: {} } : { alsoKnownAs: 'Wren' };
    expect((await visitor[verb](path, body)).status).toBe(428);
    const stale = await visitor[verb](path, body, { ifMatch: '"v99"' });
    expect(stale.status).toBe(412);
    expect(stale.body.detail).toContain('Someone else');
  },
);

function fieldsOfEveryBody(schemas: Record<string, { properties?: object }>): object {
  return Object.assign({}, ...Object.values(schemas).map((schema) => schema.properties ?? {})) as object;
}
