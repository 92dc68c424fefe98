import { right, wrong, type Checked } from './checked.js';

const LETTERS_ALLOWED = /^[0-9+() ]{7,20}$/;

/**
 * A telephone number as the family gave it, runs of space made one and hyphens made spaces; or a message.
 * Lenient on purpose: 7 to 20 digits, spaces, + and brackets, since numbers abroad and helplines are real too.
 */
export function checkTelephone(input: string): Checked {
  const number = input.replace(/[\s-]+/g, ' ').trim();
  if (number === '') return wrong('Enter a telephone number');
  const digits = number.replace(/\D/g, '').length;
  if (!LETTERS_ALLOWED.test(number) || digits < 6) {
    return wrong('Enter a telephone number, like 01632 960 001, 07700 900 982 or +44 808 157 0192');
  }
  return right(number);
}
