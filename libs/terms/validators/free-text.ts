// Postgres rejects NUL and lone surrogates; people never type the other control characters.
const UNSTORABLE = /[\p{Surrogate}\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/u;
// Pasted along without being seen: marks of direction (which make a text read as another), spaces of no width, soft
// hyphens, fillers, tags. Two texts that look alike are then alike.
const UNSEEN =
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\u{e0000}-\u{e007f}]/gu;
// Persian, Urdu and the scripts of India are spelt with joiners between letters, and families of emoji are joined.
const STRAY_JOINER =
  /(?<![\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{M}\p{Extended_Pictographic}])[\u200c\u200d]/gu;
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

/**
 * Text in stored form, the one rule for every text: Unicode form NFC, no invisible characters, one kind of line break, trimmed,
 * single spaces within a line of its own; '' when nothing is visible.
 */
export function normaliseText(text: string, multiline: boolean): string {
  const seen = text.replace(UNSEEN, '').replace(STRAY_JOINER, '');
  const composed = seen.normalize('NFC').replace(/\r\n?/g, '\n');
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
