import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { lengthOf } from '#libs/terms';

/** Length counts for more than kinds of character (ASVS 6.2): no rule asks for digits or symbols. */
export const MIN_PASSWORD_LENGTH = 12;
export const MAX_PASSWORD_LENGTH = 128;
/** Of zxcvbn's scores 0 to 4: at least 10^8 guesses. */
const MIN_SCORE = 3;
/** Words that describe the product; everyone's first idea. */
const PRODUCT_WORDS = ['bridges', 'safeguarding', 'children'];
const MIN_WORD_LENGTH = 3;

let loading: Promise<ZxcvbnFactory> | undefined;

/** Loaded at first use: the list of common passwords takes half a second. */
function strength(): Promise<ZxcvbnFactory> {
  loading ??= Promise.all([import('@zxcvbn-ts/core'), import('@zxcvbn-ts/language-common')]).then(
    ([{ ZxcvbnFactory }, { dictionary, adjacencyGraphs }]) =>
      new ZxcvbnFactory({ dictionary: { ...dictionary }, graphs: adjacencyGraphs }),
  );
  return loading;
}

/**
 * What is wrong with a new password, or null. `ownWords` are texts that others know of the person (name, e-mail address,
 * agency): a password must hold without them.
 */
export async function passwordError(password: string, ownWords: readonly string[]): Promise<string | null> {
  const length = lengthOf(password);
  if (length < MIN_PASSWORD_LENGTH) return `Password must be ${MIN_PASSWORD_LENGTH} characters or more`;
  if (length > MAX_PASSWORD_LENGTH) return `Password must be ${MAX_PASSWORD_LENGTH} characters or fewer`;
  const zxcvbn = await strength();
  const words = wordsOf([...ownWords, ...PRODUCT_WORDS]);
  if (zxcvbn.check(password, words).score < MIN_SCORE)
    return 'Password is too easy to guess. Use three or more words that have nothing to do with each other';
  const rest = withoutWords(password, words);
  if (rest !== password && (lengthOf(rest) < 8 || zxcvbn.check(rest).score < MIN_SCORE))
    return 'Password must not be built on your name, your email address or the name of your agency';
  return null;
}

function wordsOf(texts: readonly string[]): string[] {
  const words = texts.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  return [...new Set(words.filter((word) => word.length >= MIN_WORD_LENGTH))].sort(
    (one, other) => other.length - one.length,
  );
}

function withoutWords(password: string, words: readonly string[]): string {
  const lower = password.toLowerCase();
  if (lower.length !== password.length) return password;
  return words.reduce((rest, word) => rest.replaceAll(word, ''), lower) === lower
    ? password
    : words.reduce((rest, word) => rest.replaceAll(word, ''), lower);
}
