import { isId, newId } from './ids.js';

describe('a new id', () => {
  it('is a UUID of version 7 that sorts by the time it was made', () => {
    const [early, late] = [newId(1_000_000_000_000), newId(1_000_000_000_001)];
    expect(early).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(early < late).toBe(true);
    expect(newId(1)).not.toBe(newId(1));
  });
});

describe('a text that is not an id', () => {
  it.each(['', 'x', '1', "' or 1=1 --", '00000000-0000-0000-0000-000000000000', null, 5, ['a']])(
    '%p is not taken for one',
    (text) => expect(isId(text)).toBe(false),
  );
});
