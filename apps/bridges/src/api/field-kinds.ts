import type { ApiPropertyOptions } from '@nestjs/swagger';
import { instantOf, isBirthPeriod, isDateOfPractice, isId } from '#libs/platform';
import { hasVisibleText, isStorable, lengthOf, normaliseText } from '#libs/terms';

/**
 * A kind of field: its description, normalisation and check. `faultOf` returns an error that completes "<field> …", or
 * null.
 */
export interface Described {
  readonly schema: ApiPropertyOptions;
  readonly faultOf: (value: unknown) => string | null;
  /** Normalises a value to the form that is stored; returns a value that it cannot parse unchanged. */
  readonly read?: (value: unknown) => unknown;
  /** The class of a nested object with fields of its own. */
  readonly nested?: () => Body;
}
export type Kind<Options extends unknown[]> = (...options: Options) => Described;
export type Body = new () => object;
type Choices = object | readonly string[];

const SHORT = 200;
const LONG = 10_000;
const MANY = 50;
const HIDDEN = 'must not include hidden characters';

export const shortText: Kind<[max?: number]> = (max = SHORT) => text(max, false);
export const longText: Kind<[max?: number]> = (max = LONG) => text(max, true);

function text(max: number, multiline: boolean): Described {
  return {
    schema: { type: 'string', minLength: 1, maxLength: max },
    read: (value) => (typeof value === 'string' ? normaliseText(value, multiline) : value),
    faultOf: (value) => {
      if (typeof value !== 'string') return 'must be text';
      if (!isStorable(value)) return HIDDEN;
      if (!hasVisibleText(value)) return 'must not be empty';
      return lengthOf(value) > max ? `must be ${max.toLocaleString('en-GB')} characters or fewer` : null;
    },
  };
}

/** Text that is kept exactly as typed, including spaces. */
export const secret: Kind<[max?: number]> = (max = SHORT) => ({
  schema: { type: 'string', format: 'password', minLength: 1, maxLength: max },
  faultOf: (value) =>
    typeof value === 'string' && value !== '' && lengthOf(value) <= max
      ? null
      : `must be 1 to ${max} characters`,
});

export const id: Kind<[]> = () => ({
  schema: { type: 'string', format: 'uuid' },
  faultOf: (value) => (isId(value) ? null : 'must be an id (a UUID)'),
});

export const ids: Kind<[least?: number, most?: number]> = (least = 0, most = MANY) => ({
  schema: {
    type: 'array',
    items: { type: 'string', format: 'uuid' },
    ...(least > 0 ? { minItems: least } : {}),
    maxItems: most,
    uniqueItems: true,
  },
  faultOf: (value) =>
    listFault(value, least, most) ??
    ((value as unknown[]).every(isId) ? null : 'must be a list of ids (UUIDs)'),
});

export const yesNo: Kind<[]> = () => ({
  schema: { type: 'boolean' },
  faultOf: (value) => (typeof value === 'boolean' ? null : 'must be true or false'),
});

export const onlyTrue: Kind<[]> = () => ({
  schema: { type: 'boolean', enum: [true] },
  faultOf: (value) => (value === true ? null : 'must be true, or left out'),
});

export const integer: Kind<[min: number, max: number]> = (min, max) => ({
  schema: { type: 'integer', minimum: min, maximum: max },
  faultOf: (value) =>
    Number.isInteger(value) && (value as number) >= min && (value as number) <= max
      ? null
      : `must be a whole number from ${min} to ${max}`,
});

export const isoDate: Kind<[]> = () => ({
  schema: { type: 'string', format: 'date' },
  faultOf: (value) => (isDateOfPractice(value) ? null : 'must be a real date, such as 2026-03-03'),
});

export const birthPeriod: Kind<[]> = () => ({
  schema: { type: 'string', pattern: '^(19|20|21)[0-9]{2}(-(0[1-9]|1[0-2]))?$' },
  faultOf: (value) => (isBirthPeriod(value) ? null : 'must be a month or a year, such as 2012-03 or 2012'),
});

export const instant: Kind<[]> = () => ({
  schema: { type: 'string', format: 'date-time' },
  faultOf: (value) => (instantOf(value) ? null : 'must be an instant, such as 2026-03-03T15:30:00Z'),
});

export const oneOf: Kind<[of: Choices]> = (of) => ({
  schema: { type: 'string', enum: namesOf(of) },
  faultOf: (value) => (namesOf(of).includes(value as string) ? null : `must be one of ${wordsOf(of)}`),
});

export const enumArray: Kind<[of: Choices, least?: number]> = (of, least = 0) => ({
  schema: {
    type: 'array',
    items: { type: 'string', enum: namesOf(of) },
    ...(least > 0 ? { minItems: least } : {}),
    maxItems: MANY,
    uniqueItems: true,
  },
  faultOf: (value) =>
    listFault(value, least, MANY) ??
    ((value as unknown[]).every((one) => namesOf(of).includes(one as string))
      ? null
      : `must be a list of ${wordsOf(of)}`),
});

export const part: Kind<[of: () => Body]> = (of) => ({
  schema: { type: () => of() } as ApiPropertyOptions,
  nested: of,
  faultOf: (value) => (isRecord(value) ? null : 'must be an object'),
});

export const nestedArray: Kind<[of: () => Body, max?: number, least?: number]> = (
  of,
  max = MANY,
  least = 0,
) => ({
  schema: {
    type: () => [of()],
    ...(least > 0 ? { minItems: least } : {}),
    maxItems: max,
  } as unknown as ApiPropertyOptions,
  nested: of,
  faultOf: (value) =>
    listFault(value, least, max, false) ??
    ((value as unknown[]).every(isRecord) ? null : 'must be a list of objects'),
});

export const record: Kind<[]> = () => ({
  schema: { type: 'object', additionalProperties: true },
  faultOf: (value) => (isRecord(value) ? null : 'must be an object'),
});

export const queryText: Kind<[max?: number]> = (max = SHORT) => ({
  ...shortText(max),
  schema: { type: 'string', maxLength: max },
  read: (value) => (typeof value === 'string' ? normaliseText(value, false) || undefined : value),
});

export const queryOneOf: Kind<[of: Choices]> = (of) => ({
  ...oneOf(of),
  read: (value) => (value === '' ? undefined : value),
});

export const limit: Kind<[max?: number]> = (max = SHORT) => ({
  ...integer(1, max),
  read: (value) => (typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value),
});

export const cursor: Kind<[]> = () => ({
  schema: { type: 'string', format: 'uuid' },
  faultOf: (value) => (isId(value) ? null : 'must be one that a list gave'),
});

export const integerCursor: Kind<[]> = () => ({
  schema: { type: 'integer', minimum: 0 },
  read: (value) => (typeof value === 'string' && /^\d{1,12}$/.test(value) ? Number(value) : value),
  faultOf: (value) => (Number.isInteger(value) ? null : 'must be one that a list gave'),
});

function listFault(value: unknown, least: number, most: number, once = true): string | null {
  if (!Array.isArray(value)) return 'must be a list';
  if (value.length < least || value.length > most)
    return least > 0 ? `must be a list of ${least} to ${most}` : `must be a list of at most ${most}`;
  return once && new Set(value).size !== value.length ? 'must name each once' : null;
}

const namesOf = (of: Choices): string[] => (Array.isArray(of) ? [...(of as string[])] : Object.keys(of));
const wordsOf = (of: Choices): string =>
  namesOf(of)
    .filter((name) => name !== '')
    .join(', ');
const isRecord = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
