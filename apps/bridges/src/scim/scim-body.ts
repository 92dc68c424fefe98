import { ENTERPRISE, KEPT, ScimError, USER, UserSchema } from './scim-library.js';

type Json = Readonly<Record<string, unknown>>;
export interface Operation {
  readonly op?: unknown;
  readonly path?: unknown;
  readonly value?: unknown;
}

const LONGEST_PATH = 300;
const MOST_OPERATIONS = 200;
const KEPT_NAMES = new Set(KEPT.map((name) => name.toLowerCase()));
/** Of the schema, but not kept. What no schema knows is refused by the library. */
const LEFT_OUT = new Set(
  [...UserSchema.definition.attributes]
    .map(({ name }) => name.toLowerCase())
    .filter((name) => !KEPT_NAMES.has(name) && !['schemas', 'id', 'meta', 'groups'].includes(name)),
);

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Throws 400 unless the body is an object. */
export function assertJson(body: unknown): asserts body is Json {
  if (!isJson(body)) throw new ScimError(400, 'invalidSyntax', 'Send one JSON object.');
}

/** Microsoft Entra sends "True" and "False" as text. */
const toBoolean = (value: unknown): unknown =>
  typeof value === 'string' && /^(?:true|false)$/i.test(value) ? value.toLowerCase() === 'true' : value;

const withoutSchema = (path: string): string =>
  path.toLowerCase().startsWith(`${USER.toLowerCase()}:`) ? path.slice(USER.length + 1) : path;
/** "name" of "name.givenName", of "emails[type eq "work"].value" and of "NAME". */
const attributeOf = (path: string): string => /^[^.[]*/.exec(withoutSchema(path))![0].toLowerCase();
/** Whether any of these operations sets whether the person is active. */
export const setsActive = (operations: readonly Operation[]): boolean =>
  operations.some(({ path }) => typeof path === 'string' && attributeOf(path) === 'active');
const isLeftOut = (path: string): boolean =>
  path.toLowerCase().startsWith(ENTERPRISE.toLowerCase()) || LEFT_OUT.has(attributeOf(path));
const valueAt = (path: string, value: unknown): unknown =>
  attributeOf(path) === 'active' ? toBoolean(value) : value;

/** A whole user as a provider sends it, with what is not kept left out. */
export function normaliseUser(body: unknown): Json {
  assertJson(body);
  const kept = Object.entries(body)
    .filter(([name]) => !isLeftOut(name))
    .map(([name, value]) => [withoutSchema(name), valueAt(name, value)]);
  return { ...(Object.fromEntries(kept) as Json), schemas: schemasOf(body) };
}

function schemasOf({ schemas }: Json): string[] {
  if (!Array.isArray(schemas) || !schemas.includes(USER))
    throw new ScimError(400, 'invalidSyntax', `schemas must include ${USER}.`);
  return [USER];
}

/** A PatchOp as a provider sends it, in the form of the RFC, with operations on what is not kept left out. */
export function normalisePatch(body: unknown): Json & { readonly Operations: readonly Operation[] } {
  assertJson(body);
  const operations = body['Operations'];
  if (!Array.isArray(operations) || operations.length === 0 || !operations.every(isJson))
    throw new ScimError(400, 'invalidSyntax', 'Operations must be a list of one operation or more.');
  const normal = operations.flatMap(normaliseOperation);
  if (normal.length > MOST_OPERATIONS)
    throw new ScimError(400, 'invalidValue', `Send ${MOST_OPERATIONS} operations or fewer.`);
  return { ...body, Operations: normal };
}

/**
 * One operation for each attribute, or part of a name: the library replaces a whole name where only a part was sent, and
 * RFC 7644, 3.5.2.3 leaves the other parts as they are.
 */
function normaliseOperation(operation: Operation): Operation[] {
  const { op, path, value } = operation;
  if (typeof path === 'string' && path !== '') return atPath(op, withoutSchema(path), value);
  if (!isJson(value)) return [operation];
  return Object.entries(value).flatMap(([name, inner]) => atPath(op, withoutSchema(name), inner));
}

function atPath(op: unknown, path: string, value: unknown): Operation[] {
  // The library takes the square of a path's length.
  if (path.length > LONGEST_PATH) throw new ScimError(400, 'invalidPath', 'This path is too long.');
  if (isLeftOut(path)) return [];
  if (path.toLowerCase() === 'name' && isJson(value))
    return Object.entries(value).map(([part, inner]) => ({ op, path: `name.${part}`, value: inner }));
  return [value === undefined ? { op, path } : { op, path, value: valueAt(path, value) }];
}
