import { mayUndo, stateOf } from './merge.rules.js';

const merge = {
  decision: 'approved',
  undoneAt: null,
  proposedBy: 'one',
  decidedBy: 'two',
  decidedAt: new Date('2026-03-01T12:00:00Z'),
} as const;
const soon = new Date('2026-03-29T11:59:59Z');

test('a merge is undone by either of the two people, for 28 days', () => {
  expect([mayUndo(merge, 'one', soon), mayUndo(merge, 'two', soon), mayUndo(merge, 'three', soon)]).toEqual([
    true,
    true,
    false,
  ]);
  expect(mayUndo(merge, 'one', new Date('2026-03-29T12:00:00Z'))).toBe(false);
});

test('what is only proposed, or undone already, is not undone', () => {
  expect(mayUndo({ ...merge, decision: null }, 'one', soon)).toBe(false);
  expect(mayUndo({ ...merge, undoneAt: soon }, 'one', soon)).toBe(false);
  expect([stateOf({ decision: null, undoneAt: null }), stateOf({ ...merge, undoneAt: soon })]).toEqual([
    'proposed',
    'undone',
  ]);
});
