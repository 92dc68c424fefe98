import fc from 'fast-check';
import { checkUln } from '../index.js';

describe('a unique learner number', () => {
  it.each(['1000000043', '1000 0000 43', '1000000051'])('%s is real', (typed) =>
    expect(checkUln(typed)).toEqual({ ok: true, value: typed.replaceAll(' ', '') }),
  );

  it.each([
    ['', 'Enter a unique learner number'],
    ['123', 'must be 10 digits'],
    ['0000000043', 'not begin with 0'],
    ['1000000044', 'one of them is wrong'],
    // The nine digits come to a remainder of 0, for which no number is issued.
    ['1000000010', 'one of them is wrong'],
  ])('%s is refused', (typed, message) =>
    expect(checkUln(typed)).toMatchObject({ ok: false, message: expect.stringContaining(message) }),
  );

  it('finds every single wrong digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), (place, more) => {
        const wrong = [...'1000000043'];
        wrong[place] = String((Number(wrong[place]) + more) % 10);
        expect(checkUln(wrong.join('')).ok).toBe(false);
      }),
    );
  });
});
