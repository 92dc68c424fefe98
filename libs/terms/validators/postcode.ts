import { validValue, invalidValue, type Checked } from './checked.js';

// The position rules of the Royal Mail and BS 7666: which letters may come first, second, third and fourth.
const FIRST = '[A-PR-UWYZ]';
const SECOND = '[A-HK-Y]';
const OUTWARD = [
  `${FIRST}\\d`,
  `${FIRST}\\d\\d`,
  `${FIRST}${SECOND}\\d`,
  `${FIRST}${SECOND}\\d\\d`,
  `${FIRST}\\d[A-HJKPSTUW]`,
  `${FIRST}${SECOND}\\d[ABEHMNPRVWXY]`,
];
const ORDINARY = new RegExp(`^(?:${OUTWARD.join('|')})\\d[ABD-HJLNP-UW-Z]{2}$`);
const GIROBANK = 'GIR0AA';
// Forces families abroad have the number of a British Forces Post Office instead of a postcode.
const FORCES = /^BFPO(\d{1,4})$/;
// Pseudo-postcodes of the Office for National Statistics break those rules on purpose.
const PSEUDO = /^ZZ99\d[A-Z]Z$/;

/**
 * A postcode in capitals with one space, 'LE3 8RA' or 'BFPO 801'; or a message. Checks the form, not whether it is in
 * use.
 */
export function checkPostcode(input: string): Checked {
  const packed = input.replace(/\s/g, '').toUpperCase();
  if (packed === '') return invalidValue('Enter a postcode');
  const forces = FORCES.exec(packed)?.[1];
  if (forces) return validValue(`BFPO ${forces}`);
  if (!ORDINARY.test(packed) && !PSEUDO.test(packed) && packed !== GIROBANK) {
    return invalidValue('Enter a full UK postcode, like LE3 8RA');
  }
  return validValue(`${packed.slice(0, -3)} ${packed.slice(-3)}`);
}
