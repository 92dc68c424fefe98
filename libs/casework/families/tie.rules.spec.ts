import { kindSeenBy, ordered, validateBeginning } from './tie.rules.js';

describe('a tie between two people', () => {
  it('is one row, whichever of them it is told from', () => {
    expect(ordered('a', 'b', 'parent_of')).toEqual(['a', 'b', 'parent_of']);
    expect(ordered('b', 'a', 'parent_of')).toEqual(['a', 'b', 'child_of']);
    expect(ordered('b', 'a', 'partner')).toEqual(['a', 'b', 'partner']);
  });
  it('reads as a parent from one side and as a son or daughter from the other', () => {
    expect(kindSeenBy('a', 'a', 'parent_of')).toBe('parent_of');
    expect(kindSeenBy('b', 'a', 'parent_of')).toBe('child_of');
    expect(kindSeenBy('b', 'a', 'sibling')).toBe('sibling');
  });
  it('does not begin on a day that has not come', () => {
    expect(validateBeginning('2026-03-02', '2026-03-01')).toHaveLength(1);
    expect(validateBeginning('2026-03-01', '2026-03-01')).toEqual([]);
    expect(validateBeginning(null, '2026-03-01')).toEqual([]);
  });
});
