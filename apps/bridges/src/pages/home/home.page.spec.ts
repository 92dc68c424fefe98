import { splitFamilies } from './home.page.js';

describe('the families on a home page', () => {
  it('are the practitioner’s own apart from those shared, in their order', () => {
    const families = [true, true, false, true, false].map((isMine, id) => ({ id, isMine }));
    const { mine, shared, hasMore } = splitFamilies(families, true);
    expect([mine, shared].map((part) => part.map(({ id }) => id))).toEqual([
      [0, 1, 3],
      [2, 4],
    ]);
    expect(hasMore).toBe(true);
  });

  it('have no more when the list was not cut off', () => {
    expect(splitFamilies([], false)).toEqual({ mine: [], shared: [], hasMore: false });
  });
});
