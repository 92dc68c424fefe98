import { validValue, invalidValue, type Checked } from './checked.js';
import { hasIssuedPupilNumbers } from './upn-issuers.js';

// Twenty-three letters for a modulus of 23: I, O and S are left out because they look like 1, 0 and 5.
const ALPHABET = 'ABCDEFGHJKLMNPQRTUVWXYZ';
const SHAPE = new RegExp(`^[${ALPHABET}]\\d{11}[\\d${ALPHABET}]$`);

/**
 * A unique pupil number, 13 characters in upper case with no spaces; or a message.
 * Source: the Department for Education's guide to UPNs: weights 2 to 13, modulus 23, the result is the first letter.
 */
export function checkUpn(input: string): Checked {
  const upn = input.replace(/\s/g, '').toUpperCase();
  if (upn === '') return invalidValue('Enter a unique pupil number');
  if (!SHAPE.test(upn)) {
    return invalidValue(
      'Unique pupil number must be a letter, 11 digits and then a digit or letter, like E855200106001',
    );
  }
  if (!hasIssuedPupilNumbers(upn.slice(1, 4))) {
    return invalidValue(
      'Enter a real unique pupil number: its second to fourth characters are not a local authority',
    );
  }
  if (checkLetter(upn) !== upn[0]) {
    return invalidValue('Enter a real unique pupil number: check the characters, one of them is wrong');
  }
  return validValue(upn);
}

function checkLetter(upn: string): string | undefined {
  const sum = [...upn.slice(1)].reduce(
    (total, character, place) => total + worth(character) * (place + 2),
    0,
  );
  return ALPHABET[sum % ALPHABET.length];
}

function worth(character: string): number {
  return /\d/.test(character) ? Number(character) : ALPHABET.indexOf(character);
}
