import SCIMMY from 'scimmy';
import type { Response } from 'supertest';

/** RFC 7643, 7: the characteristics of an attribute, with those of its parts. */
interface Attribute {
  readonly name: string;
  readonly type: string;
  readonly multiValued: boolean;
  readonly required: boolean;
  readonly canonicalValues?: readonly string[];
  readonly subAttributes?: readonly Attribute[];
}
type Json = Readonly<Record<string, unknown>>;

const MESSAGE = 'urn:ietf:params:scim:api:messages:2.0:';
const SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:';
/** RFC 7644, table 9, with the status that each keyword belongs to. */
const KEYWORDS: Readonly<Record<string, number>> = {
  ...{ invalidFilter: 400, tooMany: 400, mutability: 400, invalidSyntax: 400, invalidPath: 400 },
  ...{ noTarget: 400, invalidValue: 400, invalidVers: 400, sensitive: 403, uniqueness: 409 },
};
const TYPES: Readonly<Record<string, string>> = { string: 'string', boolean: 'boolean', reference: 'string' };
/** RFC 7643, 3.1: of every resource. */
const COMMON: readonly Attribute[] = [
  { name: 'schemas', type: 'string', multiValued: true, required: true },
  { name: 'id', type: 'string', multiValued: false, required: true },
  { name: 'externalId', type: 'string', multiValued: false, required: false },
  {
    ...{ name: 'meta', type: 'complex', multiValued: false, required: true },
    subAttributes: ['resourceType', 'location', 'version'].map((name) => ({
      ...{ name, type: 'string', multiValued: false, required: true },
    })),
  },
];
/** The schema of the RFC, as the library has it in JSON. */
const SCHEMA_OF_USER = JSON.parse(JSON.stringify(SCIMMY.Schemas.User.definition.describe())) as {
  readonly attributes: readonly Attribute[];
};
const OF_USER = [...COMMON, ...SCHEMA_OF_USER.attributes];

/** Why an answer is not one of RFC 7643 and 7644, or null. */
export function scimMismatch(verb: string, path: string, answer: Response): string | null {
  const { status, headers, text } = answer;
  if (status === 204) return text === '' ? null : '204 has no body';
  if (!/^application\/scim\+json\b/.test(headers['content-type'] ?? '')) return 'the type is not scim+json';
  const body = answer.body as Json;
  if (status >= 400) return errorMismatch(status, body);
  if (!path.startsWith('/Users')) return null;
  if (verb === 'get' && !/^\/Users\/./.test(path)) return listMismatch(body);
  if (headers['etag'] !== (body['meta'] as Json)['version']) return 'ETag and meta.version differ';
  if (status === 201 && headers['location'] !== (body['meta'] as Json)['location'])
    return 'Location and meta.location differ';
  return userMismatch(body);
}

function errorMismatch(status: number, body: Json): string | null {
  if (String(body['schemas']) !== `${MESSAGE}Error`) return 'an error has the schema of errors';
  if (body['status'] !== String(status)) return 'an error repeats its status as text';
  if (typeof body['detail'] !== 'string' || body['detail'] === '') return 'an error says what was wrong';
  const keyword = body['scimType'];
  if (status === 400 && keyword === undefined) return '400 has a scimType';
  return keyword === undefined || KEYWORDS[keyword as string] === status
    ? null
    : `${String(keyword)} is no keyword of ${status}`;
}

function listMismatch(body: Json): string | null {
  if (String(body['schemas']) !== `${MESSAGE}ListResponse`) return 'a list has the schema of lists';
  const { totalResults, startIndex, itemsPerPage, Resources } = body;
  if (![totalResults, startIndex, itemsPerPage].every((value) => Number.isInteger(value)))
    return 'totalResults, startIndex and itemsPerPage are whole numbers';
  const resources = Resources as Json[];
  if (resources.length !== itemsPerPage) return 'itemsPerPage is the number of resources in the page';
  return resources.map(userMismatch).find((mismatch) => mismatch !== null) ?? null;
}

function userMismatch(user: Json): string | null {
  if (!(user['schemas'] as string[]).includes(`${SCHEMA}User`)) return 'a user has the schema of users';
  return partsMismatch(OF_USER, user, 'User');
}

function partsMismatch(known: readonly Attribute[], value: Json, where: string): string | null {
  const unknown = Object.keys(value).find((name) => !known.some((one) => one.name === name));
  if (unknown) return `${where}.${unknown} is in no schema`;
  for (const attribute of known) {
    const mismatch = attributeMismatch(attribute, value[attribute.name], `${where}.${attribute.name}`);
    if (mismatch) return mismatch;
  }
  return null;
}

function attributeMismatch(attribute: Attribute, value: unknown, where: string): string | null {
  if (value === undefined) return attribute.required ? `${where} is required` : null;
  if (Array.isArray(value) !== attribute.multiValued) return `${where} is multi-valued, or is not`;
  for (const one of [value].flat()) {
    const mismatch =
      attribute.type === 'complex'
        ? partsMismatch(attribute.subAttributes ?? [], one as Json, where)
        : valueMismatch(attribute, one, where);
    if (mismatch) return mismatch;
  }
  return null;
}

function valueMismatch({ type, canonicalValues }: Attribute, value: unknown, where: string): string | null {
  if (typeof value !== TYPES[type]) return `${where} is not of type ${type}`;
  return !canonicalValues?.length || canonicalValues.includes(value as string)
    ? null
    : `${where} has no value of the list`;
}
