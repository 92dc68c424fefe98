import fc from 'fast-check';
import { checkNhsNumber, formatNhsNumber } from './nhs-number.js';

const digits = '0123456789'.split('');
const real = fc
  .stringMatching(/^\d{9}$/)
  .chain((stem) =>
    fc.constantFrom(...digits.map((digit) => stem + digit).filter((number) => checkNhsNumber(number).ok), ''),
  )
  .filter((number) => number !== '');

describe('an NHS number', () => {
  it.each(['943 476 5919', '401 023 2137', '999 012 3454', '943-476-5919', ' 9434765919 '])(
    '%s is right',
    (number) => {
      expect(checkNhsNumber(number)).toEqual({ ok: true, value: number.replace(/\D/g, '') });
    },
  );

  it.each(['999000000', '999123456'])('that begins %s is rejected whatever its last digit', (stem) => {
    expect(digits.filter((digit) => checkNhsNumber(stem + digit).ok)).toEqual([]);
  });

  it.each(digits)('of nothing but %s is rejected: people type it for an unknown number', (digit) => {
    expect(checkNhsNumber(digit.repeat(10)).ok).toBe(false);
  });

  it('is asked for when it is missing', () => {
    expect(checkNhsNumber('  ')).toEqual({ ok: false, message: 'Enter an NHS number' });
  });

  it.each(['943476591', '94347659190', '943476591A', '٩٤٣٤٧٦٥٩١٩'])('%s has the wrong shape', (number) => {
    const message = 'NHS number must be 10 digits, like 999 012 3454';
    expect(checkNhsNumber(number)).toEqual({ ok: false, message });
  });

  it('has at most one last digit for any nine', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{9}$/), (stem) => {
        expect(digits.filter((digit) => checkNhsNumber(stem + digit).ok).length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('with one digit mistyped is always rejected', () => {
    fc.assert(
      fc.property(real, fc.nat(9), fc.integer({ min: 1, max: 9 }), (number, place, by) => {
        const mistyped = [...number];
        mistyped[place] = String((Number(mistyped[place]) + by) % 10);
        expect(checkNhsNumber(mistyped.join('')).ok).toBe(false);
      }),
    );
  });

  it('with two neighbouring digits swapped is always rejected', () => {
    fc.assert(
      fc.property(real, fc.nat(8), (number, place) => {
        const swapped = number.slice(0, place) + number[place + 1] + number[place] + number.slice(place + 2);
        expect(checkNhsNumber(swapped).ok).toBe(swapped === number);
      }),
    );
  });

  it('reads the same after it is written 3-3-4', () => {
    expect(formatNhsNumber('9434765919')).toBe('943 476 5919');
    fc.assert(
      fc.property(real, (number) => {
        expect(checkNhsNumber(formatNhsNumber(number))).toEqual({ ok: true, value: number });
      }),
    );
  });
});
