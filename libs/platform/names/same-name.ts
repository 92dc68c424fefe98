import { letterOf } from './letters.js';

/**
 * The words of a text as names are compared in the database (`access.same_name`): without case, accents and
 * apostrophes, in Latin letters where a word has them, each Mc as Mac.
 */
export const comparedWords = (text: string): string[] =>
  split(foldedText(text)).flatMap((word) => {
    const latin = split([...word].map((letter) => letterOf(letter).latin).join(''));
    return latin.length > 0 ? latin : [word];
  });

/** What two texts have in common that are the same name: the words in any order. */
export const sameName = (name: string): string => comparedWords(name).sort(byBytes).join(' ');

export const isSameName = (one: string, other: string): boolean => sameName(one) === sameName(other);

/** As the database orders by bytes: not by the locale, and not by UTF-16. */
const byBytes = (one: string, other: string): number => Buffer.compare(Buffer.from(one), Buffer.from(other));

const foldedText = (text: string): string =>
  [...text.normalize('NFKC')].map((letter) => letterOf(letter).folded).join('');

const split = (folded: string): string[] =>
  folded
    .split(/\s+/u)
    .filter((word) => word !== '')
    .map((word) => word.replace(/^mc(?=[a-z]{2})/, 'mac'));
