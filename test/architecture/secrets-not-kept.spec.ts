import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#libs/platform';
import { ANSWER_NOT_KEPT } from '../../apps/bridges/src/http/idempotency.interceptor.js';
import { apiRoutes } from '../support/routes.js';

/** A part of an OpenAPI schema. */
interface Schema {
  readonly $ref?: string;
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}
interface Content {
  readonly content?: Readonly<Record<string, { readonly schema: Schema }>>;
}
interface Operation {
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content>>;
}
const description = JSON.parse(readFileSync(join(projectRoot, 'docs/openapi.json'), 'utf8')) as {
  readonly paths: Readonly<Record<string, { readonly post?: Operation }>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
};

/** Names of fields whose value opens something. */
const SECRET = /secret$|token$|recoveryCodes|(invitation|reset)Path/i;
const POST = 1;

/** Every field of a schema and of those in it, by name. */
function* fieldsOf(schema: Schema, seen = new Set<Schema>()): Generator<[string, Schema]> {
  const whole = schema.$ref ? description.components.schemas[schema.$ref.split('/').at(-1)!]! : schema;
  if (seen.has(whole)) return;
  seen.add(whole);
  for (const [name, field] of Object.entries(whole.properties ?? {})) {
    yield [name, field];
    yield* fieldsOf(field, seen);
  }
  const { items, allOf = [], anyOf = [], oneOf = [] } = whole;
  for (const part of [...(items ? [items] : []), ...allOf, ...anyOf, ...oneOf]) yield* fieldsOf(part, seen);
}
const schemasOf = ({ content }: Content): Schema[] =>
  Object.values(content ?? {}).map(({ schema }) => schema);

function hasSecret({ requestBody = {}, responses }: Operation): boolean {
  const sent = schemasOf(requestBody).flatMap((schema) => [...fieldsOf(schema)]);
  const answered = Object.values(responses)
    .flatMap(schemasOf)
    .flatMap((schema) => [...fieldsOf(schema)]);
  return sent.some(([, { format }]) => format === 'password') || answered.some(([name]) => SECRET.test(name));
}

test('no answer to a repeated request is kept where the body or the answer holds a secret', () => {
  const secret = Object.entries(description.paths)
    .filter(([, { post }]) => post && hasSecret(post))
    .map(([path]) => path.replace(/\{(\w+)\}/g, ':$1'));
  const notKept = apiRoutes
    .filter((route) => route.method === POST && route.metadata(ANSWER_NOT_KEPT) === true)
    .map(({ path }) => path);
  expect(secret.length).toBeGreaterThan(10);
  expect(notKept.sort()).toEqual(secret.sort());
});
