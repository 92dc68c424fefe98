import { validValue, invalidValue, type Checked } from './checked.js';

// Every run of one digit passes the check digit, and people type such a run when they do not know the number.
const ONE_DIGIT_REPEATED = /^(\d)\1{9}$/;

/**
 * An NHS number as ten digits, without spaces and hyphens; or a message. Source: NHS Data Dictionary: weights 10 to 2,
 * modulus 11; a check of 10 is never issued.
 */
export function checkNhsNumber(input: string): Checked {
  const digits = input.replace(/[\s-]/g, '');
  if (digits === '') return invalidValue('Enter an NHS number');
  if (!/^\d{10}$/.test(digits)) return invalidValue('NHS number must be 10 digits, like 999 012 3454');
  if (ONE_DIGIT_REPEATED.test(digits) || checkDigit(digits) !== Number(digits[9])) {
    return invalidValue('Enter a real NHS number: check the digits, one of them is wrong');
  }
  return validValue(digits);
}

/** The number as people read it, 3-3-4: '999 012 3454'. */
export function formatNhsNumber(digits: string): string {
  return `${digits.slice(0, 3)} ${digits.slice(3, 6)} ${digits.slice(6)}`;
}

/** 0 to 9, or 10 where the first nine digits can have no check digit. */
function checkDigit(digits: string): number {
  const sum = [...digits.slice(0, 9)].reduce(
    (total, digit, place) => total + Number(digit) * (10 - place),
    0,
  );
  const check = 11 - (sum % 11);
  return check === 11 ? 0 : check;
}
