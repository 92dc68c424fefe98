/** The widths of letters, as parts of the size of the type: the server has no font to measure with. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[\p{M}\u200c\u200d]/u, 0],
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}]/u, 1.05],
  [/[mwMW@]/u, 0.88],
  [/[\p{Lu}]/u, 0.7],
  [/[ijl.,:;'’| ]/u, 0.32],
];
const ORDINARY = 0.58;

const widthOf = (text: string): number =>
  [...text].reduce(
    (sum, letter) => sum + (WIDTHS.find(([letters]) => letters.test(letter))?.[1] ?? ORDINARY),
    0,
  );

/** The lines of a text that is no wider than `width`, broken between words, and within a word that is longer. */
export function wrapLabel(text: string, width: number, size: number): string[] {
  const most = width / size;
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean))
    broken(word, most).forEach((piece, index) => {
      const last = lines.at(-1);
      const joined = last === undefined ? piece : `${last}${index === 0 ? ' ' : ''}${piece}`;
      if (last !== undefined && widthOf(joined) <= most) lines[lines.length - 1] = joined;
      else lines.push(piece);
    });
  return lines;
}

/** After a hyphen where there is one, otherwise where it is full; a mark stays with its letter. */
function broken(word: string, most: number): string[] {
  if (widthOf(word) <= most) return [word];
  const pieces: string[] = [];
  for (const part of word.split(/(?<=[-‐–])/u)) {
    let piece = '';
    for (const { segment } of SEGMENTS.segment(part)) {
      if (piece !== '' && widthOf(piece + segment) > most) {
        pieces.push(piece);
        piece = '';
      }
      piece += segment;
    }
    pieces.push(piece);
  }
  return pieces;
}
const SEGMENTS = new Intl.Segmenter('en', { granularity: 'grapheme' });
