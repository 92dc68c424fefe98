import { right, wrong, type Checked } from './checked.js';

// Control characters break letters and exports (and NUL the database); half characters cannot be stored; the marks
// that turn writing round can make one name look like another.
const UNSAFE = /[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

/**
 * A person's name of 1 to 100 characters, spaces tidied and letters composed (NFC); or a message.
 * Nothing is asked of the shape: one-word names, apostrophes and every alphabet are names.
 */
export function checkPersonName(input: string): Checked {
  if (UNSAFE.test(input)) return wrong('Name must not include hidden characters: type it again');
  const name = input
    .normalize('NFC')
    .replace(/\p{Zs}+/gu, ' ')
    .trim();
  if (!VISIBLE.test(name)) return wrong('Enter a name');
  if ([...name].length > 100) return wrong('Name must be 100 characters or fewer');
  return right(name);
}
