import { validValue, invalidValue, type Checked } from './checked.js';

const NUMBER = /^[0-9+() ]{7,20}$/;
const EXTENSION = / ?(?:extension|ext\.?|x\.?) ?(\d{1,6})$/i;

/**
 * A telephone number as the family gave it, with single spaces and hyphens replaced by spaces; or a message. Lenient on
 * purpose: 7 to 20 digits, spaces, + and brackets, since numbers abroad and helplines are real too, and an extension
 * after them, stored as 'ext 123'.
 */
export function checkTelephone(input: string): Checked {
  const typed = input.replace(/[\s-]+/g, ' ').trim();
  const extension = EXTENSION.exec(typed)?.[1];
  const number = typed.replace(EXTENSION, '');
  if (typed === '') return invalidValue('Enter a telephone number');
  const digits = number.replace(/\D/g, '').length;
  if (!NUMBER.test(number) || digits < 6) {
    return invalidValue('Enter a telephone number, like 01632 960 001, 07700 900 982 or +44 808 157 0192');
  }
  return validValue(extension ? `${number} ext ${extension}` : number);
}
