import fc from 'fast-check';
import {
  agesOn,
  type Birth,
  birthKind,
  birthsOverlap,
  bornBetween,
  estimatedAgeOn,
  isBirthPeriod,
  mayBeBornOn,
} from './index.js';

const about14: Birth = { estimatedAge: 14, estimatedOn: '2026-03-03' };

describe('a birth as it is known', () => {
  it.each<[Birth, string | null]>([
    [{ dateOfBirth: '2012-03-09' }, 'exact'],
    [{ birthPeriod: '2012-03' }, 'month'],
    [{ birthPeriod: '2012' }, 'year'],
    [about14, 'about'],
    [{ expectedDate: '2026-05-01' }, 'expected'],
    [{}, null],
  ])('%j is known by its %s', (birth, kind) => expect(birthKind(birth)).toBe(kind));

  it.each<[Birth, string, string]>([
    [{ dateOfBirth: '2012-03-09' }, '2012-03-09', '2012-03-09'],
    [{ birthPeriod: '2012-02' }, '2012-02-01', '2012-02-29'],
    [{ birthPeriod: '2011-12' }, '2011-12-01', '2011-12-31'],
    [{ birthPeriod: '2012' }, '2012-01-01', '2012-12-31'],
    // 14, give or take a year: at least 13, and not yet 16.
    [about14, '2010-03-04', '2013-03-03'],
    [{ estimatedAge: 1, estimatedOn: '2026-03-03' }, '2023-03-04', '2026-03-03'],
  ])('%j lies between %s and %s', (birth, earliest, latest) =>
    expect(bornBetween(birth)).toEqual({ earliest, latest }),
  );

  it('has no days for a child who is expected', () =>
    expect(bornBetween({ expectedDate: '2026-05-01' })).toBeNull());
});

describe('an age', () => {
  it.each<[Birth, string, number, number]>([
    [{ dateOfBirth: '2012-03-09' }, '2026-03-08', 13, 13],
    [{ dateOfBirth: '2012-03-09' }, '2026-03-09', 14, 14],
    [{ birthPeriod: '2012-03' }, '2026-03-15', 13, 14],
    [{ birthPeriod: '2012-03' }, '2026-04-01', 14, 14],
    [{ birthPeriod: '2012' }, '2026-03-03', 13, 14],
    [about14, '2026-03-03', 13, 15],
    [about14, '2027-03-03', 14, 16],
    [{ birthPeriod: '2026' }, '2026-03-03', 0, 0],
  ])('of %j on %s lies between %i and %i', (birth, on, least, most) =>
    expect(agesOn(birth, on)).toEqual({ least, most }),
  );

  it('is nothing before birth', () => {
    expect(agesOn({ expectedDate: '2026-05-01' }, '2026-06-01')).toBeNull();
    expect(agesOn({ birthPeriod: '2027' }, '2026-06-01')).toBeNull();
  });

  it('that was estimated is counted on from the day it was told', () => {
    expect([estimatedAgeOn(about14, '2027-03-02'), estimatedAgeOn(about14, '2027-03-03')]).toEqual([14, 15]);
  });
});

describe('whether two births may be the same', () => {
  it('compares a day with each kind', () => {
    expect(mayBeBornOn({ birthPeriod: '2012-03' }, '2012-03-31')).toBe(true);
    expect(mayBeBornOn({ birthPeriod: '2012-03' }, '2012-04-01')).toBe(false);
    expect(mayBeBornOn(about14, '2011-07-01')).toBe(true);
    expect(mayBeBornOn(about14, '2009-07-01')).toBe(false);
    expect(mayBeBornOn({ expectedDate: '2026-05-01' }, '2026-05-01')).toBe(true);
  });

  it('compares two periods', () => {
    expect(birthsOverlap({ birthPeriod: '2012' }, { birthPeriod: '2012-12' })).toBe(true);
    expect(birthsOverlap({ birthPeriod: '2012' }, { birthPeriod: '2013-01' })).toBe(false);
    expect(birthsOverlap({ birthPeriod: '2012' }, about14)).toBe(true);
    expect(birthsOverlap({ birthPeriod: '2012' }, { expectedDate: '2012-05-01' })).toBe(false);
  });

  it('says the same whichever comes first', () => {
    const births = fc.oneof(
      fc.integer({ min: 2005, max: 2015 }).map((year): Birth => ({ birthPeriod: String(year) })),
      fc.integer({ min: 1, max: 18 }).map((age): Birth => ({ estimatedAge: age, estimatedOn: '2026-02-28' })),
    );
    fc.assert(
      fc.property(births, births, (one, other) =>
        expect(birthsOverlap(one, other)).toBe(birthsOverlap(other, one)),
      ),
    );
  });
});

test.each([
  ['2012', true],
  ['2012-03', true],
  ['2012-13', false],
  ['2012-3', false],
  ['1812', false],
  ['2012-03-09', false],
  [2012, false],
])('%s is a month or a year: %s', (value, is) => expect(isBirthPeriod(value)).toBe(is));
