import { type Difference, wordDifferences } from '#libs/page-kit';

/** A field in which what a colleague saved differs from what was typed. */
export interface ClashView {
  readonly field: string;
  readonly label: string;
  readonly theirs: string;
  readonly mine: string;
  readonly differences: readonly Difference[];
  /** The texts are both kept by putting one behind the other. */
  readonly canKeepBoth: boolean;
}
type Fields = Readonly<Record<string, unknown>>;

/** Which of the two to save, as a form answers it: `keep-needs`. */
export const keepName = (field: string): string => `keep-${field}`;

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : '';

/** The fields in which the saved and the typed text differ; `asText` says what a value is called on the page. */
export function toClashView(
  labels: Readonly<Record<string, string>>,
  saved: Fields,
  typed: Fields,
  asText: Readonly<Record<string, (value: string) => string>> = {},
): ClashView[] {
  return Object.entries(labels)
    .map(([field, label]) => {
      const say = asText[field] ?? ((value: string) => value);
      const [theirs, mine] = [saved, typed].map((fields) => say(textOf(fields[field])));
      return {
        ...{ field, label, theirs: theirs!, mine: mine! },
        differences: wordDifferences(theirs!, mine!),
        canKeepBoth: asText[field] === undefined && theirs !== '' && mine !== '',
      };
    })
    .filter(({ theirs, mine }) => theirs !== mine);
}

/** Whether the form says which text to keep, after a clash was shown. */
export const isAnswerToClash = (body: unknown): boolean =>
  Object.keys((body ?? {}) as object).some((name) => name.startsWith(keepName('')));

/** What was typed, with the saved text in its place or before it where the answer says so. */
export function withKept(body: unknown, saved: Fields): Record<string, unknown> {
  const fields = { ...(body as Record<string, unknown>) };
  for (const [name, answer] of Object.entries(fields)) {
    const field = name.startsWith(keepName('')) ? name.slice(keepName('').length) : null;
    if (field === null || !Object.hasOwn(fields, field)) continue;
    const [theirs, mine] = [textOf(saved[field]), textOf(fields[field])];
    if (answer === 'theirs') fields[field] = theirs;
    if (answer === 'both' && theirs !== mine) fields[field] = [theirs, mine].filter(Boolean).join('\n\n');
  }
  return fields;
}
