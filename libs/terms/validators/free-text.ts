// Postgres refuses NUL and lone surrogates; the other control characters are never typed by a person; the marks that
// turn writing round (bidirectional embeddings, overrides, isolates) make a text read as another.
const UNSTORABLE =
  /[\p{Surrogate}\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u;
// The Braille blank and the fillers of Hangul count as symbols and letters, yet show nothing.
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\u2800]/gu;
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** Whether text can be stored and shown again as it was typed. Pages and API ask this of every text they take. */
export function isStorable(text: string): boolean {
  return !UNSTORABLE.test(text);
}

/** Whether there is anything to see in a text; spaces and zero-width marks alone are nothing. */
export function hasVisibleText(text: string): boolean {
  return VISIBLE.test(text.replace(INVISIBLE, ''));
}

/** Text as it should be kept: composed letters, one kind of line break, no space around; '' when nothing is to be seen. */
export function tidyText(text: string, multiline: boolean): string {
  const composed = text.normalize('NFC').replace(/\r\n?/g, '\n');
  const tidied = (multiline ? composed : composed.replace(/\s+/g, ' ')).trim();
  return hasVisibleText(tidied) ? tidied : '';
}

/** What was typed, as far as it can stand on a page again. */
export function showable(text: string): string {
  return text.replace(new RegExp(UNSTORABLE, 'gu'), '');
}

/** Length in characters as Postgres counts them (code points). */
export function lengthOf(text: string): number {
  return [...text].length;
}
