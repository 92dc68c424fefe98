import { withoutFurtherOthers } from './own-first.js';

const families = (mine: number, others: number) =>
  Array.from({ length: mine + others }, (_item, n) => ({ id: n, isMine: n < mine }));

describe('a list with a practitioner’s own families first', () => {
  it('has all of their own, and the first of the others', () => {
    const listed = withoutFurtherOthers(families(30, 21), 20);
    expect(listed.map(({ id }) => id)).toEqual(Array.from({ length: 50 }, (_item, n) => n));
  });

  it('has all of them when they fit', () => {
    expect(withoutFurtherOthers(families(2, 20), 20)).toHaveLength(22);
    expect(withoutFurtherOthers(families(120, 0), 20)).toHaveLength(120);
    expect(withoutFurtherOthers([], 20)).toEqual([]);
  });

  it('has all of them when the others are not limited', () => {
    expect(withoutFurtherOthers(families(1, 60))).toHaveLength(61);
  });
});
