import * as terms from './index.js';
import { isKeyOf, keysOf, labelOf, optionsOf, REFERRAL_SOURCES, SEXES, type CodeList } from './index.js';

// Among the exports in capitals, a plain record of labels is a code list.
const lists = Object.entries(terms).filter(
  (entry): entry is [string, CodeList] =>
    /^[A-Z]/.test(entry[0]) &&
    typeof entry[1] === 'object' &&
    !Array.isArray(entry[1]) &&
    Object.values(entry[1]).every((label) => typeof label === 'string'),
);
const NUMBERED_ON_PURPOSE = ['LOCAL_AUTHORITIES', 'CONCLUDED_LEVELS'];

describe('a code list', () => {
  it('gives the label of a key', () => expect(labelOf(SEXES, 'U')).toBe('Not known'));

  it('has no label for an unknown value, and the compiler says so', () => {
    // @ts-expect-error X is not a key of the list
    expect(labelOf(SEXES, 'X')).toBeUndefined();
  });

  it('keeps its order', () => expect(keysOf(SEXES)).toEqual(['F', 'M', 'U']));

  it('distinguishes a key from any other value', () => {
    expect(isKeyOf(SEXES, 'F')).toBe(true);
    expect(
      ['f', '', 'toString', '__proto__', null, undefined, 1].filter((value) => isKeyOf(SEXES, value)),
    ).toEqual([]);
  });

  it('offers its values as choices', () => {
    expect(optionsOf(SEXES)[0]).toEqual({ value: 'F', text: 'Female' });
    expect(optionsOf(REFERRAL_SOURCES)[0]?.value).toBe('family');
  });
});

describe.each(lists)('%s', (name, list) => {
  it('has a label for every value', () => {
    expect(Object.entries(list).filter(([, label]) => label.trim() === '')).toEqual([]);
  });

  it('keeps its written order, which numeric keys would not', () => {
    if (!NUMBERED_ON_PURPOSE.includes(name))
      expect(Object.keys(list).filter((key) => /^\d+$/.test(key))).toEqual([]);
  });
});

it('every list is checked', () => expect(lists.length).toBeGreaterThan(45));
