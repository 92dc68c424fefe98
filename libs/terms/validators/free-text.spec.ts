import { hasVisibleText, isStorable, lengthOf, withoutUnstorable, normaliseText } from './free-text.js';

describe('text that people type', () => {
  it.each(['Zoë', 'سارة', 'שרה', 'नमस्ते', '👩‍👧', 'one\ntwo\tthree', "O'Neill-Śmith", 'می‌خواهم'])(
    '%j is kept',
    (text) => {
      expect(isStorable(text)).toBe(true);
      expect(hasVisibleText(text)).toBe(true);
      expect(normaliseText(text, true)).toBe(text.normalize('NFC'));
    },
  );

  it.each([
    ['NUL', 'a\u0000b'],
    ['escape', 'a\u001bb'],
    ['delete', 'a\u007fb'],
    ['a control character of Latin-1', 'a\u0085b'],
    ['half a character', 'a\ud800b'],
    ['the other half', 'a\udc00b'],
  ])('with %s is refused, and shown again without it', (_what, text) => {
    expect(isStorable(text)).toBe(false);
    expect(isStorable(withoutUnstorable(text))).toBe(true);
  });

  it.each([
    '',
    '  ',
    '\n',
    '\u200b',
    '\u180e',
    '\u061c',
    '\u200f',
    '\u200d\u200d',
    '\u3164',
    '\u2800',
    '\ufe0f',
  ])('%j is nothing to see', (text) => {
    expect(hasVisibleText(text)).toBe(false);
    expect(normaliseText(text, true)).toBe('');
  });

  it.each([
    ['an override from right to left', '\u202egnp', 'gnp'],
    ['an embedding', '\u202apng\u202c', 'png'],
    ['an isolate', '\u2068محمد\u2069', 'محمد'],
    ['a mark of direction', 'Pat\u200f', 'Pat'],
    ['a space of no width', 'Pat\u200bExample\ufeff', 'PatExample'],
    ['a soft hyphen', 'Exam\u00adple', 'Example'],
    ['a stray joiner', 'Pat\u200dExample', 'PatExample'],
  ])('is stored without %s', (_what, text, stored) => {
    expect(isStorable(text)).toBe(true);
    expect(normaliseText(text, false)).toBe(stored);
    expect(normaliseText(text, true)).toBe(stored);
  });

  it.each(['می\u200cخواهم', 'ক্\u200dষ', 'শ্রী\u200cমতী', '👩\u200d👧'])(
    '%j keeps the joiner it is spelt with',
    (text) => {
      expect(normaliseText(text, false)).toBe(text.normalize('NFC'));
    },
  );

  it('has one kind of line break, composed letters and no space around', () => {
    expect(normaliseText(' Zoe\u0308\r\nand\rPat ', true)).toBe('Zo\u00eb\nand\nPat');
    expect(normaliseText(' Zoe\u0308 \r\n and Pat ', false)).toBe('Zo\u00eb and Pat');
  });

  it('is counted in characters, not in UTF-16 units', () => {
    expect(lengthOf('𝒳𝒳')).toBe(2);
  });
});
