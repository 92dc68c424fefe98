import { validValue, invalidValue, type Checked } from './checked.js';
import { hasVisibleText, isStorable, lengthOf, normaliseText } from './free-text.js';

// Line breaks and tabs, which a longer text may hold, break exports and letters.
const BREAKS = /[\t\n\r\u2028\u2029]/;

/** A hyphen or a dot that stands for a missing name is none. */
const LETTER = /[\p{L}\p{N}]/u;

/**
 * A person's name of 1 to 100 characters, spaces normalised and letters composed (NFC); or a message. The shape is
 * free: one-word names, apostrophes and every alphabet are names.
 */
export function checkPersonName(input: string): Checked {
  if (!isStorable(input) || BREAKS.test(input))
    return invalidValue('Name must not include hidden characters: type it again');
  const name = normaliseText(input, false);
  if (!hasVisibleText(name)) return invalidValue('Enter a name');
  if (!LETTER.test(name))
    return invalidValue('Name must include a letter. Leave it blank if there is no such name');
  if (lengthOf(name) > 100) return invalidValue('Name must be 100 characters or fewer');
  return validValue(name);
}
