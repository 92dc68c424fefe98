import { type FieldError, isDateOfPractice } from '#libs/platform';
import { type CodeList, isKeyOf, isStorable, keysOf, lengthOf, normaliseText } from '#libs/terms';

/** A valid value, or what is wrong with it. */
type Reading = { readonly value: unknown } | { readonly error: string };
type PartReader = (input: unknown) => Reading;
interface SectionRead {
  readonly answers: Record<string, unknown>;
  readonly errors: FieldError[];
}
/** Validates some parts of a section over the stored ones; `at` names the section in errors. */
export type SectionReader = (input: unknown, before: Record<string, unknown>, at: string) => SectionRead;

/** A section of these parts; any other part is an error. Null or blank text removes a part. */
export function sectionOf(parts: Record<string, PartReader>): SectionReader {
  return (input, before, at) => {
    if (!isRecord(input))
      return {
        answers: before,
        errors: [{ field: at, message: 'This section must be an object' }],
      };
    const answers = { ...before };
    const errors: FieldError[] = [];
    for (const [part, value] of Object.entries(input)) {
      const field = `${at}.${part}`;
      const reader = Object.hasOwn(parts, part) ? parts[part] : undefined;
      if (!reader) errors.push({ field, message: 'There is no such part of this section' });
      else if (isNothing(value)) delete answers[part];
      else {
        const read = reader(value);
        if ('error' in read) errors.push({ field, message: read.error });
        else answers[part] = read.value;
      }
    }
    return { answers, errors };
  };
}

/** Text of at most `max` characters, trimmed. */
export function words(max = 10_000): PartReader {
  return (input) => {
    if (typeof input !== 'string') return { error: 'This must be text' };
    if (!isStorable(input)) return { error: 'This must not include hidden characters' };
    const text = normaliseText(input, true);
    return lengthOf(text) > max
      ? { error: `This must be ${max.toLocaleString('en-GB')} characters or fewer` }
      : { value: text };
  };
}

export function oneOf(list: CodeList): PartReader {
  return (input) =>
    isKeyOf(list, input) ? { value: input } : { error: `This must be one of ${keysOf(list).join(', ')}` };
}

/** A day, as YYYY-MM-DD. */
export const day: PartReader = (input) =>
  isDateOfPractice(input) ? { value: input } : { error: 'This must be a date, like 2026-12-01' };

/** Rows of named columns; each row must have the column `name`. */
export function rowsOf(columns: Record<string, PartReader>, max = 40): PartReader {
  return (input) => {
    if (!Array.isArray(input)) return { error: 'This must be a list' };
    if (input.length > max) return { error: `This must be ${max} rows or fewer` };
    const rows = input.map((row) => readRow(columns, row));
    const invalid = rows.find((row) => 'error' in row);
    return invalid ?? { value: rows.map((row) => ('value' in row ? row.value : null)) };
  };
}

function readRow(columns: Record<string, PartReader>, input: unknown): Reading {
  const { answers, errors } = sectionOf(columns)(input, {}, 'row');
  if (errors[0])
    return { error: `${errors[0].field.replace(/^row\.?/, '') || 'Each row'}: ${errors[0].message}` };
  return answers['name'] === undefined ? { error: 'Each row must have a name' } : { value: answers };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isNothing = (value: unknown): boolean =>
  value === null || (typeof value === 'string' && normaliseText(value, true) === '' && isStorable(value));
