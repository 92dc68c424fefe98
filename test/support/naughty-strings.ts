/** Names that people have, paste or try: none may break a page, run, or be stored as something else. */
export const NAUGHTY_STRINGS: readonly string[] = [
  'undefined', 'null', 'NaN', 'true', '0', '1e1000', '../../etc/passwd', '%s%n', '{{7*7}}', '${7*7}', '<b>x</b>', "'; drop table children; --",
  'O\u2019Neil\u200d', '\u202eabc\u202c', '\ufeffBOM', 'a\u0300\u0301\u0302\u0303', 'Ṱ̺̺̕o͞ ̷', '田中さん', '𠜎𠜱', '👩‍👧', 'ﷺ', 'İSTANBUL', 'ß', 'ŉ', 'ﬁne', '١٢٣', 'a\tb',
  'Zoe\u0308', ' spaced   out ', '\u00a0nbsp\u00a0', 'می‌خواهم', 'x'.repeat(100), 'x'.repeat(101), '\u0000', 'a\u001b[31m', '\ud800', '\u200b', '-', '\u2028line',
]; // prettier-ignore
