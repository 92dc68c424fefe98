import { validValue, invalidValue, type Checked } from './checked.js';

/** The number of a child in another system: up to 20 letters and digits in upper case, without spaces; or a message. */
export function checkLocalReference(input: string): Checked {
  const number = input.replace(/[\s-]/g, '').toUpperCase();
  if (number === '') return invalidValue('Enter the number in the other system');
  return /^[A-Z0-9]{1,20}$/.test(number)
    ? validValue(number)
    : invalidValue('The number must be 20 letters and digits or fewer, like LC204418');
}
