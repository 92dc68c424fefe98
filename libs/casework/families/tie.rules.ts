import { compareDates, type FieldError } from '#libs/platform';

/** Kinds that read otherwise from the other side. */
const OTHER_SIDE: Readonly<Record<string, string>> = { parent_of: 'child_of', child_of: 'parent_of' };

/** The two ids in the order of the table, and the kind as the first of them says it. */
export function ordered(
  one: string,
  other: string,
  kind: string,
): [first: string, second: string, kind: string] {
  const [first, second] = [one.toLowerCase(), other.toLowerCase()].sort() as [string, string];
  return [first, second, first === one.toLowerCase() ? kind : (OTHER_SIDE[kind] ?? kind)];
}

/** The kind as this person says it: "is the … of the other". */
export const kindSeenBy = (me: string, first: string, kind: string): string =>
  me === first ? kind : (OTHER_SIDE[kind] ?? kind);

/** A beginning is a day that has come. */
export const validateBeginning = (
  beganOn: string | null | undefined,
  today: string,
  field = 'beganOn',
): FieldError[] =>
  beganOn && compareDates(beganOn, today) > 0
    ? [{ field, message: 'The start date must be today or in the past' }]
    : [];
