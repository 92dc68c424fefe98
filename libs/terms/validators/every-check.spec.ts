import fc from 'fast-check';
import {
  checkLocalReference,
  checkPersonName,
  checkPostcode,
  checkTelephone,
  checkUln,
  checkWorkEmail,
} from '../index.js';

const CHECKS = {
  checkLocalReference,
  checkPersonName,
  checkPostcode,
  checkTelephone,
  checkUln,
  checkWorkEmail,
};

describe.each(Object.entries(CHECKS))('%s', (_, check) => {
  it('returns a result for any input, and does not change its own output', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string(),
      fc.emailAddress(),
      fc.stringMatching(/^[0-9+() ]*$/),
    );
    fc.assert(
      fc.property(anything, (input) => {
        const answer = check(input);
        if (answer.ok) expect(check(answer.value)).toEqual(answer);
        else expect(answer.message).toMatch(/^[A-Z][^.]+[^ .]/);
      }),
      { numRuns: 500 },
    );
  });

  it('asks for what is missing', () => {
    expect(check('')).toMatchObject({ ok: false, message: expect.stringMatching(/^Enter (a|the) /) });
  });
});
