// Postgres refuses NUL and lone surrogates; the other control characters are never typed by a person.
const UNSTORABLE = /[\p{Surrogate}\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/u;

/** What stands in one place of a request's body: undefined unless it is the body's own property. */
export function fieldOf(body: unknown, name: string): unknown {
  if (typeof body !== 'object' || body === null) return undefined;
  return Object.hasOwn(body, name) ? (body as Record<string, unknown>)[name] : undefined;
}

/** Text as it should be kept: composed letters, one kind of line break, no space around. */
export function tidy(text: string, multiline: boolean): string {
  const composed = text.normalize('NFC').replace(/\r\n?/g, '\n');
  return (multiline ? composed : composed.replace(/\s+/g, ' ')).trim();
}

/** Whether text can be stored and shown again as it was typed. */
export function isStorable(text: string): boolean {
  return !UNSTORABLE.test(text);
}

/** What was typed, as far as it can stand on a page again. */
export function showable(text: string): string {
  return text.replace(new RegExp(UNSTORABLE, 'gu'), '');
}

/** Length in characters as Postgres counts them (code points). */
export function lengthOf(text: string): number {
  return [...text].length;
}

/** "the date of the review" to "The date of the review". */
export function capitalise(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
