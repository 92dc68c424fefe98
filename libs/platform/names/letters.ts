import anyAscii from 'any-ascii';

/** How one character is compared: without case and accents, and as Latin letters. */
interface Letter {
  readonly letter: string;
  readonly folded: string;
  readonly latin: string;
}

const LAST = 0xffff;
const SURROGATES = { from: 0xd800, to: 0xf8ff };

/** Typed in one way by some and in another, or left out: O'Dowd, O’Dowd, ODowd. */
const APOSTROPHES = /['’‘ʼʻ`´′ʹʾʿ]/u;
// Marks of Latin, Greek, Cyrillic, Arabic and Hebrew can be left out. In the scripts of India they are vowels.
const LEFT_OUT =
  /[\p{Script=Inherited}\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u0640\u0656-\u065f\u06d6-\u06ed\p{Default_Ignorable_Code_Point}]/gu;
/** Letters that carry no separable accent, yet are typed without it; and one letter written in two ways. */
const WRITTEN_AS: Readonly<Record<string, string>> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ħ: 'h', ŋ: 'n', ŧ: 't', ƒ: 'f',
  ə: 'e', ɓ: 'b', ɗ: 'd', ƙ: 'k', ĸ: 'k', ς: 'σ', ة: 'ه', ى: 'ي', ی: 'ي', ک: 'ك', ھ: 'ه', ہ: 'ه', ے: 'ي',
}; // prettier-ignore
const LETTERS_ONLY = /[^a-z0-9]+/g;

/** Every character of the basic plane that is not compared as itself; what is missing stands for itself. */
export function letters(): Letter[] {
  const all: Letter[] = [];
  for (let code = 0x20; code <= LAST; code++) {
    if (within(code, SURROGATES)) continue;
    const letter = String.fromCodePoint(code);
    const { folded, latin } = compared(letter);
    if (folded !== letter || latin !== letter) all.push({ letter, folded, latin });
  }
  return all;
}

/** The same for one character of a text; those beyond the basic plane stand for themselves, without Latin letters. */
export function letterOf(letter: string): Letter {
  const known = seen.get(letter);
  if (known) return known;
  const code = letter.codePointAt(0)!;
  const isCompared = code >= 0x20 && code <= LAST && !within(code, SURROGATES);
  const one = isCompared ? { letter, ...compared(letter) } : { letter, folded: letter, latin: '' };
  seen.set(letter, one);
  return one;
}
const seen = new Map<string, Letter>();

function compared(letter: string): Omit<Letter, 'letter'> {
  const folded = fold(letter);
  return { folded, latin: [...folded].map(toLatin).join('') };
}

function fold(letter: string): string {
  if (APOSTROPHES.test(letter)) return '';
  const bare = letter
    .normalize('NFKD')
    .replace(LEFT_OUT, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(LEFT_OUT, '');
  const written = [...bare].map((part) => WRITTEN_AS[part] ?? part).join('');
  return written.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ');
}

const toLatin = (letter: string): string =>
  letter === ' ' ? ' ' : anyAscii(letter).toLowerCase().replace(LETTERS_ONLY, '');

const within = (code: number, { from, to }: { from: number; to: number }): boolean =>
  code >= from && code <= to;
