import type { ProvisionedSearch } from '#libs/directory';
import { Filter, ScimError, USER } from './scim-library.js';

export const MOST_RESULTS = 200;
const USUAL_RESULTS = 100;
const SUPPORTED = 'Filter by userName eq "…", externalId eq "…" or id eq "…", joined by and.';

type Criteria = Pick<ProvisionedSearch, 'id' | 'email' | 'externalId'>;
const FIELDS: ReadonlyMap<string, keyof Criteria> = new Map([
  ['username', 'email'],
  ['externalid', 'externalId'],
  ['id', 'id'],
]);

const invalidFilter = (): Error => new ScimError(400, 'invalidFilter', SUPPORTED);

/** What is searched for, from the query of a list. Throws 400 for what is not supported: a filter is never ignored. */
export function toSearch(asked: Readonly<Record<string, unknown>>): ProvisionedSearch {
  if (asked['sortBy'] !== undefined)
    throw new ScimError(400, 'invalidValue', 'Lists cannot be sorted: leave out sortBy.');
  const start = wholeNumber('startIndex', asked['startIndex'], 1);
  const count = wholeNumber('count', asked['count'], USUAL_RESULTS);
  return {
    ...toCriteria(asked['filter']),
    offset: Math.max(start, 1) - 1,
    limit: Math.min(Math.max(count, 0), MOST_RESULTS),
  };
}

function toCriteria(filter: unknown): Criteria {
  if (filter === undefined) return {};
  if (typeof filter !== 'string' || filter.length > 1_000) throw invalidFilter();
  const branches = parse(filter);
  if (branches.length !== 1) throw invalidFilter();
  const criteria: { -readonly [name in keyof Criteria]?: string } = {};
  for (const [name, condition] of Object.entries(branches[0]!)) {
    const field = FIELDS.get(withoutSchema(name).toLowerCase());
    const [operator, value, ...more] = Array.isArray(condition) ? (condition as unknown[]) : [];
    if (!field || operator !== 'eq' || typeof value !== 'string' || more.length > 0) throw invalidFilter();
    if (criteria[field] !== undefined) throw invalidFilter();
    criteria[field] = value;
  }
  return criteria;
}

/** One object of conditions for each branch of an "or". The library throws other errors too on text that is no filter. */
function parse(filter: string): readonly Readonly<Record<string, unknown>>[] {
  try {
    return [...new Filter(filter)] as Record<string, unknown>[];
  } catch {
    throw invalidFilter();
  }
}

const withoutSchema = (name: string): string =>
  name.toLowerCase().startsWith(`${USER.toLowerCase()}:`) ? name.slice(USER.length + 1) : name;

function wholeNumber(name: string, typed: unknown, usual: number): number {
  if (typed === undefined) return usual;
  if (typeof typed !== 'string' || !/^-?\d{1,9}$/.test(typed))
    throw new ScimError(400, 'invalidValue', `${name} must be a whole number.`);
  return Number(typed);
}
