import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { projectRoot } from '#libs/platform';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly body: unknown;
}
interface Response {
  readonly $ref?: string;
  readonly headers?: Readonly<Record<string, { readonly $ref: string }>>;
  readonly content?: Readonly<Record<string, unknown>>;
}
interface Description {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly responses: Readonly<Record<string, Response>> }>>>
  >;
  readonly components: {
    readonly headers: Readonly<Record<string, { readonly required?: boolean }>>;
  };
}

const text = readFileSync(join(projectRoot, 'docs/openapi.json'), 'utf8');
const description = closed(JSON.parse(text)) as Description;
const ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false });
(addFormats as unknown as (to: Ajv2020) => void)(ajv);
ajv.addSchema(description as object, 'openapi');
const checks = new Map<string, ValidateFunction>();

/** The addresses in the description, those with the fewest ids first: /access-concerns/mine before /access-concerns/{id}. */
const addresses = Object.keys(description.paths)
  .map((path) => ({
    path,
    holes: path.split('{').length,
    // eslint-disable-next-line security/detect-non-literal-regexp -- of the committed description
    fits: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`),
  }))
  .sort((one, other) => one.holes - other.holes);

/** How an answer differs from the API description, or null. What the description does not mention is not checked. */
export function describeMismatch(verb: string, address: string, answer: Answer): string | null {
  const path = addresses.find(({ fits }) => fits.test(address.replace(/\?.*/s, '')))?.path;
  const responses = path && description.paths[path]?.[verb]?.responses;
  if (!responses) return null;
  const { status } = answer;
  const mismatch = responses[status]
    ? mismatchOf(pointer('paths', path, verb, 'responses', String(status)), responses[status], answer)
    : `is not described: ${answer.text.slice(0, 300)}`;
  return mismatch && `${verb.toUpperCase()} ${path} answered ${status}, which ${mismatch}`;
}

function mismatchOf(at: string, response: Response, answer: Answer): string | null {
  if (response.$ref) return mismatchOf(response.$ref, resolved(response.$ref) as Response, answer);
  const missing = headersMissing(response, answer.headers);
  if (missing) return missing;
  const type = (answer.headers['content-type'] ?? '').split(';')[0]!;
  if (!response.content) return answer.text === '' ? null : 'should have no body';
  if (!response.content[type]) return `should not be ${type || 'empty'}`;
  if (!type.endsWith('json') || type.endsWith('ndjson')) return null;
  const check = checkAt(`${at}${pointer('content', type, 'schema').slice(1)}`);
  return check(answer.body)
    ? null
    : `is not as described: ${ajv.errorsText(check.errors, { dataVar: 'body' }).slice(0, 600)}\n${answer.text.slice(0, 600)}`;
}

function headersMissing({ headers = {} }: Response, given: Answer['headers']): string | null {
  const missing = Object.entries(headers)
    .filter(([, { $ref }]) => (resolved($ref) as { required?: boolean }).required)
    .filter(([name]) => given[name.toLowerCase()] === undefined);
  if (missing.length > 0) return `should say ${missing.map(([name]) => name).join(', ')}`;
  const unsaid = ['ETag', 'Location', 'Retry-After'].filter(
    (name) => given[name.toLowerCase()] && !headers[name],
  );
  return unsaid.length > 0 ? `says ${unsaid.join(', ')}, which is not described` : null;
}

function checkAt(at: string): ValidateFunction {
  const known = checks.get(at) ?? ajv.compile({ $ref: `openapi${at}` });
  checks.set(at, known);
  return known;
}

const pointer = (...steps: string[]): string =>
  `#/${steps.map((step) => encodeURIComponent(step.replace(/~/g, '~0').replace(/\//g, '~1'))).join('/')}`;

const resolved = (ref: string): unknown =>
  ref
    .slice(2)
    .split('/')
    .reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], description);

/** Closed here: no further fields. Clients are not told so, which allows fields to be added later. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (value === null || typeof value !== 'object') return value;
  const within = Object.fromEntries(Object.entries(value).map(([name, one]) => [name, closed(one)]));
  const isShape = within['properties'] && [within['type']].flat().includes('object');
  return isShape && within['additionalProperties'] === undefined
    ? { ...within, additionalProperties: false }
    : within;
}
