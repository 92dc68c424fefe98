import { checkPostcode } from './postcode.js';

describe('a postcode', () => {
  it.each([
    ['le38ra', 'LE3 8RA'],
    [' LE3  8RA ', 'LE3 8RA'],
    ['M1 1AA', 'M1 1AA'],
    ['M60 1NW', 'M60 1NW'],
    ['CR2 6XH', 'CR2 6XH'],
    ['DN55 1PT', 'DN55 1PT'],
    ['W1A 1HQ', 'W1A 1HQ'],
    ['EC1A 1BB', 'EC1A 1BB'],
    ['gir0aa', 'GIR 0AA'],
    ['zz993vz', 'ZZ99 3VZ'],
    ['bfpo 801', 'BFPO 801'],
    ['BFPO57', 'BFPO 57'],
    ['bf1 3ad', 'BF1 3AD'],
  ])('%p is kept as %p', (input, value) => expect(checkPostcode(input)).toEqual({ ok: true, value }));

  it.each([
    'LE3',
    'LE3 8R',
    'QA1 1AA',
    'VA1 1AA',
    'XA1 1AA',
    'AI1 1AA',
    'AJ1 1AA',
    'AZ1 1AA',
    'LE3 8CA',
    'LE3 8AO',
  ])('%s cannot be one', (input) =>
    expect(checkPostcode(input)).toEqual({ ok: false, message: 'Enter a full UK postcode, like LE3 8RA' }),
  );

  it.each(['W1I 1AA', 'EC1C 1AA', 'LE333 8RA', 'L3E3 8RA', 'ZZ99 3VA', 'BFPO', 'BFPO 12345'])(
    'neither can %s',
    (input) => {
      expect(checkPostcode(input).ok).toBe(false);
    },
  );
});
