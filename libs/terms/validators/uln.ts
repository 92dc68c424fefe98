import { validValue, invalidValue, type Checked } from './checked.js';

/**
 * A unique learner number, ten digits without spaces; or a message. Source: the Learning Records Service: weights 10 to 2
 * on the first nine digits; the last is ten less the remainder by 11, and a remainder of 0 is never issued.
 */
export function checkUln(input: string): Checked {
  const digits = input.replace(/[\s-]/g, '');
  if (digits === '') return invalidValue('Enter a unique learner number');
  if (!/^[1-9]\d{9}$/.test(digits))
    return invalidValue('Unique learner number must be 10 digits and not begin with 0, like 1000000043');
  const sum = [...digits.slice(0, 9)].reduce(
    (total, digit, place) => total + Number(digit) * (10 - place),
    0,
  );
  const remainder = sum % 11;
  if (remainder === 0 || 10 - remainder !== Number(digits[9]))
    return invalidValue('Enter a real unique learner number: check the digits, one of them is wrong');
  return validValue(digits);
}
