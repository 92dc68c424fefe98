import fc from 'fast-check';
import { keysOf } from '../code-list.js';
import { LOCAL_AUTHORITIES } from './local-authorities.js';
import { checkUpn } from './upn.js';

const letters = [...'ABCDEFGHJKLMNPQRTUVWXYZ'];
const endings = fc.constantFrom(...letters, ...'0123456789');
const rest = fc
  .tuple(fc.constantFrom(...keysOf(LOCAL_AUTHORITIES)), fc.stringMatching(/^\d{8}$/), endings)
  .map((parts) => parts.join(''));
const lettersThatPass = (numbers: string) => letters.filter((letter) => checkUpn(letter + numbers).ok);

describe('a unique pupil number', () => {
  it.each(['E855200106001', 'R855203407012', 'C856210023045', 'e855 2001 06001'])('%s is right', (upn) => {
    expect(checkUpn(upn)).toEqual({ ok: true, value: upn.replace(/\s/g, '').toUpperCase() });
  });

  it('with the wrong first letter is rejected', () => {
    expect(checkUpn('E855203407012')).toMatchObject({
      ok: false,
      message: expect.stringContaining('one of them is wrong'),
    });
  });

  it('from an unknown authority is rejected', () => {
    expect(checkUpn('A999200106001')).toMatchObject({
      message: expect.stringContaining('not a local authority'),
    });
  });

  it.each([
    'E85520010600',
    'E8552001060011',
    'I855200106001',
    'S855200106001',
    'E85520010600O',
    '1855200106001',
  ])('%s has the wrong shape', (upn) =>
    expect(checkUpn(upn)).toMatchObject({ message: expect.stringContaining('like E855200106001') }),
  );

  it('is asked for when it is missing', () => {
    expect(checkUpn('')).toEqual({ ok: false, message: 'Enter a unique pupil number' });
  });

  it('may be issued in Wales, or in an abolished authority', () => {
    expect(lettersThatPass('660200106001')).toHaveLength(1);
    expect(lettersThatPass('928200106001')).toHaveLength(1);
  });

  it('has exactly one first letter for what follows', () => {
    fc.assert(fc.property(rest, (numbers) => expect(lettersThatPass(numbers)).toHaveLength(1)));
  });

  it('with one digit mistyped is always rejected', () => {
    fc.assert(
      fc.property(
        rest,
        fc.integer({ min: 4, max: 11 }),
        fc.integer({ min: 1, max: 9 }),
        (numbers, place, by) => {
          const mistyped = [...((lettersThatPass(numbers)[0] ?? '') + numbers)];
          mistyped[place] = String((Number(mistyped[place]) + by) % 10);
          expect(checkUpn(mistyped.join('')).ok).toBe(false);
        },
      ),
    );
  });
});

it('authorities in England, present and past, are named', () => {
  expect(LOCAL_AUTHORITIES['855']).toBe('Leicestershire');
  expect(LOCAL_AUTHORITIES['856']).toBe('Leicester');
  expect(LOCAL_AUTHORITIES['857']).toBe('Rutland');
  const present = Object.values(LOCAL_AUTHORITIES).filter((name) => !name.includes('(until'));
  expect(present).toHaveLength(153);
  expect(new Set(present).size).toBe(153);
});
