import { splitFamilies } from './home.page.js';

const families = (mine: number, shared: number) =>
  Array.from({ length: mine + shared }, (_item, n) => ({ id: n, isMine: n < mine }));

describe('the families on a home page', () => {
  it('are all of the practitioner’s own, and the first of those shared', () => {
    const { mine, shared, hasMore } = splitFamilies(families(30, 21), false, 20);
    expect([mine.length, shared.map(({ id }) => id), hasMore]).toEqual([
      30,
      Array.from({ length: 20 }, (_item, n) => 30 + n),
      true,
    ]);
  });

  it('are complete when all fit', () => {
    expect(splitFamilies(families(2, 20), false, 20)).toMatchObject({ hasMore: false });
    expect(splitFamilies([], false, 20)).toEqual({ mine: [], shared: [], hasMore: false });
  });

  it('have more when the list itself was cut off', () => {
    expect(splitFamilies(families(120, 0), true, 20)).toMatchObject({ shared: [], hasMore: true });
  });
});
