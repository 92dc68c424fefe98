import { wordDifferences } from './word-differences.js';

const shown = (before: string, after: string): string =>
  wordDifferences(before, after)
    .map(({ kind, text }) => ({ same: text, removed: `[-${text}-]`, added: `[+${text}+]` })[kind])
    .join('');

const words = (text: string): string[] => text.split(/\s+/).filter(Boolean);

describe('the differences between two texts', () => {
  it.each([
    ['He sleeps badly at night', 'He sleeps well at night', 'He sleeps [-badly -][+well +]at night'],
    ['One two three', 'One three', 'One [-two -]three'],
    ['It ends later', 'It ends', 'It ends [-later-]'],
    ['It ends', 'It ends later', 'It ends [+later+]'],
    ['', 'New', '[+New+]'],
    ['Old', '', '[-Old-]'],
    ['Same\r\nlines', 'Same\nlines', 'Same\nlines'],
    ['', '', ''],
  ])('of “%s” and “%s” are marked by the word', (before, after, marked) => {
    expect(shown(before, after)).toBe(marked);
  });

  it('give both texts back but for spaces, whatever they hold', () => {
    const texts = ['a b a b c', 'b a  b\n\nc a', '<script>', '👩‍👧 x', ' y ', 'a'.repeat(50)];
    for (const before of texts)
      for (const after of texts) {
        const parts = wordDifferences(before, after);
        const without = (kind: string) =>
          parts
            .filter((part) => part.kind !== kind)
            .map(({ text }) => text)
            .join('');
        expect(words(without('removed'))).toEqual(words(after));
        expect(words(without('added'))).toEqual(words(before));
      }
  });

  it('of very long texts without a common word are the two texts', () => {
    const text = (word: string): string => Array.from({ length: 3000 }, (_, n) => `${word}${n}`).join(' ');
    const parts = wordDifferences(text('a'), text('b'));
    expect(parts).toEqual([
      { kind: 'removed', text: text('a') },
      { kind: 'added', text: text('b') },
    ]);
  });
});
