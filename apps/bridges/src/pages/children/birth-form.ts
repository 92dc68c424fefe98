import { validateBirth } from '#libs/casework/children';
import type { FormReader } from '#libs/page-kit';
import { type Birth, type BirthKind, birthKind, isBirthPeriod, NO_BIRTH } from '#libs/platform';

export const BIRTH_KINDS = [
  'exact',
  'month',
  'year',
  'about',
  'expected',
] as const satisfies readonly BirthKind[];

/** The fields of each kind, of which the first shows what is wrong with a date or a period. */
const FIELDS: Record<BirthKind, readonly string[]> = {
  exact: ['dateOfBirth-day', 'dateOfBirth-month', 'dateOfBirth-year'],
  month: ['birthMonth-month', 'birthMonth-year'],
  year: ['birthYear'],
  about: ['estimatedAge'],
  expected: ['expectedDate-day', 'expectedDate-month', 'expectedDate-year'],
};
const FIELD_OF_DATE: Partial<Record<BirthKind, string>> = { month: 'birthMonth', year: 'birthYear' };

/**
 * What is known of the birth, of the kind that was chosen. Without a choice the kind is the one whose fields are filled
 * in: what a person typed counts, also without script.
 */
export function readBirth(form: FormReader, today: string, stored: Birth = NO_BIRTH): Birth {
  const before = form.errors.length;
  const kinds = kindsOf(form);
  if (kinds.length === 0 && form.errors.length === before)
    form.reject('birthKind', 'Select what you know about the date of birth');
  const birth = kinds.reduce<Birth>((known, kind) => ({ ...known, ...read(form, kind) }), NO_BIRTH);
  if (form.errors.length > before) return birth;
  const isConfirmed =
    form.typed['expectedDateConfirmed'] === 'yes' || birth.expectedDate === stored.expectedDate;
  for (const { field, message } of validateBirth(birth, today, isConfirmed))
    reject(form, kinds.length === 1 ? kinds[0]! : null, field, message);
  return birth;
}

/** The kind that was chosen, or those whose fields are filled in; the form is shown again with it chosen. */
function kindsOf(form: FormReader): readonly BirthKind[] {
  const chosen = form.optionalChoice('birthKind', BIRTH_KINDS, {
    label: 'what you know about the date of birth',
  });
  if (chosen) return [chosen];
  const filled = BIRTH_KINDS.filter((kind) => FIELDS[kind].some((name) => isFilled(form, name)));
  if (filled.length > 0) form.typed['birthKind'] = filled[0];
  return filled;
}

/** The form's values for a stored birth. */
export function birthValues(birth: Birth): Record<string, unknown> {
  const kind = birthKind(birth);
  const [year, month] = (birth.birthPeriod ?? '').split('-');
  return {
    ...(kind && { birthKind: kind }),
    ...dateParts('dateOfBirth', birth.dateOfBirth),
    ...dateParts('expectedDate', birth.expectedDate),
    ...dateParts('estimatedOn', birth.estimatedOn),
    ...(kind === 'about' && { estimatedAge: String(birth.estimatedAge) }),
    ...(kind === 'year' && { birthYear: year }),
    ...(kind === 'month' && { 'birthMonth-month': String(Number(month)), 'birthMonth-year': year }),
  };
}

function read(form: FormReader, kind: BirthKind): Birth {
  switch (kind) {
    case 'exact':
      return { dateOfBirth: form.optionalDate('dateOfBirth', { label: 'the date of birth' }) };
    case 'month':
      return { birthPeriod: form.optionalMonth('birthMonth', { label: 'the month of birth' }) };
    case 'year':
      return { birthPeriod: readYear(form) };
    case 'about':
      return {
        estimatedAge: form.integer('estimatedAge', { label: 'the estimated age', min: 1, max: 25 }),
        estimatedOn: form.date('estimatedOn', { label: 'the day on which the age was estimated' }),
      };
    case 'expected':
      return { expectedDate: form.optionalDate('expectedDate', { label: 'the expected date' }) };
  }
}

function readYear(form: FormReader): string | null {
  const typed = form.optionalText('birthYear', { label: 'the year of birth', max: 10 });
  if (typed === null || (/^\d{4}$/.test(typed) && isBirthPeriod(typed))) return typed;
  form.reject('birthYear', 'The year of birth must be a year of 4 numbers');
  return null;
}

const MISSING: Record<BirthKind, string> = {
  exact: 'Enter the date of birth',
  month: 'Enter the month and year of birth',
  year: 'Enter the year of birth',
  about: 'Enter the estimated age',
  expected: 'Enter the expected date',
};

function reject(form: FormReader, kind: BirthKind | null, field: string, message: string): void {
  const isMissing = message.startsWith('Enter the date of birth, or');
  if (kind === null) form.reject('birthKind', message);
  else if (isMissing) form.reject(fieldOf(kind), MISSING[kind]);
  else form.reject(field === 'dateOfBirth' ? (FIELD_OF_DATE[kind] ?? field) : field, message);
}

const fieldOf = (kind: BirthKind): string => FIELD_OF_DATE[kind] ?? FIELDS[kind][0]!.replace(/-day$/, '');
const isFilled = (form: FormReader, name: string): boolean => {
  const typed = form.typed[name];
  return typeof typed === 'string' && typed.trim() !== '';
};

/** The three boxes of a date field. */
export function dateParts(name: string, iso: string | null | undefined): Record<string, string> {
  if (!iso) return {};
  const [year, month, day] = iso.split('-').map((part) => String(Number(part)));
  return { [`${name}-day`]: day!, [`${name}-month`]: month!, [`${name}-year`]: year! };
}
