import { canonicalJson, type Json } from './canonical-json.js';

test('names are sorted by UTF-16 units at every depth, without spaces', () => {
  // The order of RFC 8785, section 3.2.3: a surrogate pair comes before a later single unit.
  const value = {
    '\u20ac': 1,
    '\r': 2,
    '\ufb33': 3,
    '1': 4,
    '\ud83d\ude00': 5,
    '\u0080': 6,
    '\u00f6': { b: [], a: null },
  };
  expect(canonicalJson(value)).toBe(
    '{"\\r":2,"1":4,"\u0080":6,"\u00f6":{"a":null,"b":[]},"\u20ac":1,"\ud83d\ude00":5,"\ufb33":3}',
  );
});

test('text is escaped as little as JSON allows, by the shortest escape', () => {
  expect(canonicalJson('\u20ac$\u000f\n\'B"\\/\u007f')).toBe('"\u20ac$\\u000f\\n\'B\\"\\\\/\u007f"');
});

test('whole numbers are written plainly', () => {
  expect(canonicalJson([0, -0, -7, 9007199254740991])).toBe('[0,0,-7,9007199254740991]');
});

test.each([
  ['a fraction', 0.5],
  ['a number too long', 2 ** 53],
  ['no number', NaN],
  ['half a character', 'a\ud800'],
  ['nothing', undefined],
])('%s is refused', (_what, value) => {
  expect(() => canonicalJson({ value: value as Json })).toThrow(RangeError);
});
