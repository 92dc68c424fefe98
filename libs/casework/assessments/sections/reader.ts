import type { FieldError } from '#libs/platform';
import { type CodeList, isKeyOf, isStorable, keysOf, lengthOf, normaliseText } from '#libs/terms';

/** A valid value, or what is wrong with it. */
type Reading = { readonly value: unknown } | { readonly fault: string };
export type PartReader = (input: unknown) => Reading;
export interface SectionRead {
  readonly answers: Record<string, unknown>;
  readonly faults: FieldError[];
}
/** Validates some parts of a section over the stored ones; `at` names the section in errors. */
export type SectionReader = (input: unknown, before: Record<string, unknown>, at: string) => SectionRead;

/** A section of these parts; any other part is an error. Null or blank text removes a part. */
export function sectionOf(parts: Record<string, PartReader>): SectionReader {
  return (input, before, at) => {
    if (!isRecord(input))
      return {
        answers: before,
        faults: [{ field: at, message: 'This section must be an object' }],
      };
    const answers = { ...before };
    const faults: FieldError[] = [];
    for (const [part, value] of Object.entries(input)) {
      const field = `${at}.${part}`;
      const reader = Object.hasOwn(parts, part) ? parts[part] : undefined;
      if (!reader) faults.push({ field, message: 'There is no such part of this section' });
      else if (isNothing(value)) delete answers[part];
      else {
        const read = reader(value);
        if ('fault' in read) faults.push({ field, message: read.fault });
        else answers[part] = read.value;
      }
    }
    return { answers, faults };
  };
}

/** Text of at most `max` characters, trimmed. */
export function words(max = 10_000): PartReader {
  return (input) => {
    if (typeof input !== 'string') return { fault: 'This must be text' };
    if (!isStorable(input)) return { fault: 'This must not include hidden characters' };
    const text = normaliseText(input, true);
    return lengthOf(text) > max
      ? { fault: `This must be ${max.toLocaleString('en-GB')} characters or fewer` }
      : { value: text };
  };
}

export function oneOf(list: CodeList): PartReader {
  return (input) =>
    isKeyOf(list, input) ? { value: input } : { fault: `This must be one of ${keysOf(list).join(', ')}` };
}

/** Rows of named columns; each row must have the column `name`. */
export function rowsOf(columns: Record<string, PartReader>, max = 40): PartReader {
  return (input) => {
    if (!Array.isArray(input)) return { fault: 'This must be a list' };
    if (input.length > max) return { fault: `This must be ${max} rows or fewer` };
    const rows = input.map((row) => readRow(columns, row));
    const faulty = rows.find((row) => 'fault' in row);
    return faulty ?? { value: rows.map((row) => ('value' in row ? row.value : null)) };
  };
}

function readRow(columns: Record<string, PartReader>, input: unknown): Reading {
  const { answers, faults } = sectionOf(columns)(input, {}, 'row');
  if (faults[0])
    return { fault: `${faults[0].field.replace(/^row\.?/, '') || 'Each row'}: ${faults[0].message}` };
  return answers['name'] === undefined ? { fault: 'Each row must have a name' } : { value: answers };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isNothing = (value: unknown): boolean =>
  value === null || (typeof value === 'string' && normaliseText(value, true) === '' && isStorable(value));
