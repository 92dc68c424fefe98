import type { Schema } from './api-description.js';

/** Values that people, programs and attackers send in place of the expected ones. */
export const BAD_VALUES: Readonly<Record<string, unknown>> = {
  null: null,
  'an empty text': '',
  space: '   ',
  'a text': 'Invented words',
  'a number': 5,
  'a number as text': '5',
  'a number below zero': -1,
  'a fraction': 1.5,
  'a huge number': 1e308,
  'a number beyond 32 bits': 2147483648,
  true: true,
  'an empty list': [],
  'a list of null': [null],
  'a list of lists': [[]],
  'a list of an empty object': [{}],
  'the same twice': ['x', 'x'],
  'a list of 500': Array.from({ length: 500 }, (_, index) => `item ${index}`),
  'an empty object': {},
  'an object of nonsense': { nonsense: { nonsense: [1, { nonsense: null }] } },
  'an object with odd keys': JSON.parse('{"__proto__": {"id": 1}, "constructor": 1}') as unknown,
  'a week date': '2026-W50-4',
  'an ordinal date': '2026-345',
  '30 February': '2026-02-30',
  'the year 0': '0000-01-01',
  'the year 1066': '1066-10-14',
  'the year 10000': '10000-01-01',
  'the year 10000 with its sign': '+010000-01-01',
  'a date with an offset': '2026-03-03+01:00',
  'a week instant': '2026-W50-4T10:00:00Z',
  'an ordinal instant': '2026-345T10:00:00Z',
  'an instant of 30 February': '2026-02-30T10:00:00Z',
  'an instant of the year 0': '0000-01-01T10:00:00Z',
  'an instant without offset': '2026-03-03T10:00:00',
  'an instant with an impossible offset': '2026-03-03T10:00:00+25:00',
  'a leap second': '2026-06-30T23:59:60Z',
  infinity: 'infinity',
  NUL: 'a\u0000b',
  'a lone surrogate': 'a\ud800b',
  'a control character': 'a\u001b[31mb',
  'a mark that turns writing round': '\u202egnp',
  'nothing to see': '\u200b\u200f',
  'the id of nothing': '01a20081-4767-7483-8517-69c4e54bd0ce',
  'nearly an id': '01a20081-4767-7483-8517-69c4e54bd0cg',
  markup: '<script>alert(1)</script>',
  'a statement': "'; drop table children; --",
  'a long text': 'x'.repeat(11_000),
};

const DATE = /^(19|20|21)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const INSTANT =
  /^(19|[2-9]\d)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
// Written independently of the program's own rule, one character class at a time.
const UNFIT = /[\u0000-\u0008\u000b-\u000c\u000e-\u001f\u007f]|[\ud800-\udbff](?![\udc00-\udfff])/;

/** Whether the API description allows this value here. With `query`, values are text and empty means absent. */
export function fits(schema: Schema, value: unknown, query = false): boolean {
  const types = [schema.type ?? 'object'].flat();
  if (value === null) return types.includes('null');
  // Empty means no value, where the field may have none.
  if (value === '' && (types.includes('null') || (query && !schema.format && !types.includes('integer'))))
    return true;
  if (schema.enum) return schema.enum.includes(value);
  if (types.includes('string')) return typeof value === 'string' && textFits(schema, value, types, query);
  if (types.includes('integer')) {
    const number = query && typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;
    const { minimum = -Infinity, maximum = Infinity } = schema;
    return Number.isInteger(number) && (number as number) >= minimum && (number as number) <= maximum;
  }
  if (types.includes('boolean')) return typeof value === 'boolean';
  if (types.includes('array')) return Array.isArray(value) && listFits(schema, value);
  return typeof value === 'object' && !Array.isArray(value) && objectFits(schema, value);
}

function textFits(schema: Schema, value: string, types: readonly string[], query: boolean): boolean {
  if (schema.format === 'date') return DATE.test(value) && isDay(value);
  if (schema.format === 'date-time') return INSTANT.test(value) && isDay(value.slice(0, 10));
  if (schema.format === 'uuid') return UUID.test(value);
  if (UNFIT.test(value)) return false;
  const visible = value.replace(/[\s\u200b\u200f]/g, '');
  if (visible === '') return types.includes('null') || query;
  return [...value].length <= (schema.maxLength ?? Infinity);
}

const isDay = (day: string): boolean => new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) === day;

function listFits(schema: Schema, value: readonly unknown[]): boolean {
  const { minItems = 0, maxItems = Infinity, uniqueItems, items = {} } = schema;
  if (value.length < minItems || value.length > maxItems) return false;
  if (uniqueItems && new Set(value).size !== value.length) return false;
  return value.every((one) => fits(items, one));
}

function objectFits(schema: Schema, value: object): boolean {
  if (schema.additionalProperties) return true;
  const { properties = {}, required = [] } = schema;
  return (
    required.every((name) => Object.hasOwn(value, name)) &&
    Object.entries(value)
      // These two are never read from a body.
      .filter(([name]) => name !== '__proto__' && name !== 'constructor')
      .every(([name, one]) => properties[name] !== undefined && fits(properties[name], one))
  );
}

/** A value that the API description allows; `known` gives real ids and matching values by field name. */
export function sample(schema: Schema, name: string, known: Readonly<Record<string, unknown>>): unknown {
  if (Object.hasOwn(known, name)) return known[name];
  const type = [schema.type ?? 'object'].flat()[0];
  if (schema.enum) return schema.enum[0];
  if (type === 'string') {
    if (schema.format === 'date') return known['today'];
    if (schema.format === 'date-time') return `${String(known['today'])}T10:00:00Z`;
    if (schema.format === 'uuid') return '01a20081-4767-7483-8517-69c4e54bd0ce';
    return 'Invented words that say enough';
  }
  if (type === 'integer') return schema.minimum ?? 1;
  if (type === 'boolean') return true;
  if (type === 'array') return [sample(schema.items ?? {}, name.replace(/s$/, ''), known)];
  return bodyOf(schema, known, Object.keys(schema.properties ?? {}));
}

/** A body with these fields; by default the required ones. */
export function bodyOf(
  schema: Schema,
  known: Readonly<Record<string, unknown>>,
  names: readonly string[] = schema.required ?? [],
): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, sample(schema.properties![name]!, name, known)]));
}

/** Bodies with one bad value in every field at once, at the top level or in nested parts, and the fields that must be refused. */
export function spoiled(
  schema: Schema,
  bad: unknown,
  within: boolean,
  known: Readonly<Record<string, unknown>>,
): { body: Record<string, unknown>; refused: string[] } {
  const refused: string[] = [];
  const body = spoil(schema, bad, within, known, '', refused);
  return { body, refused };
}

function spoil(
  schema: Schema,
  bad: unknown,
  within: boolean,
  known: Readonly<Record<string, unknown>>,
  at: string,
  refused: string[],
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([name, of]) => {
      if (within && of.properties) return [name, spoil(of, bad, true, known, `${at}${name}.`, refused)];
      if (within && of.items?.properties)
        return [name, [spoil(of.items, bad, true, known, `${at}${name}.0.`, refused)]];
      if (!fits(of, bad)) refused.push(`${at}${name}`);
      return [name, bad];
    }),
  );
}
