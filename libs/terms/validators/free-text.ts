// Postgres rejects NUL and lone surrogates; people never type the other control characters; the marks that
// reverse writing (bidirectional embeddings, overrides, isolates) make a text read as another.
const UNSTORABLE =
  /[\p{Surrogate}\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u;
// The Braille blank and the fillers of Hangul count as symbols and letters, yet are invisible.
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\u2800]/gu;
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** Whether text can be stored and displayed again exactly as typed. Pages and API check this for every text. */
export function isStorable(text: string): boolean {
  return !UNSTORABLE.test(text);
}

/** Whether a text has a visible character; spaces and zero-width marks alone do not count. */
export function hasVisibleText(text: string): boolean {
  return VISIBLE.test(text.replace(INVISIBLE, ''));
}

/** Text in stored form: composed letters, one kind of line break, trimmed; '' when nothing is visible. */
export function normaliseText(text: string, multiline: boolean): string {
  const composed = text.normalize('NFC').replace(/\r\n?/g, '\n');
  const tidied = (multiline ? composed : composed.replace(/\s+/g, ' ')).trim();
  return hasVisibleText(tidied) ? tidied : '';
}

/** The raw input, as far as a page can show it again. */
export function withoutUnstorable(text: string): string {
  return text.replace(new RegExp(UNSTORABLE, 'gu'), '');
}

/** Length in characters as Postgres counts them (code points). */
export function lengthOf(text: string): number {
  return [...text].length;
}
