import fc from 'fast-check';
import { escapeText, lines } from './text.js';

describe('plain text on a page', () => {
  it('keeps paragraphs and line breaks', () => {
    expect(lines('Dear Nana,\nthank you\r\n\r\nChloe')).toBe(
      '<p class="govuk-body">Dear Nana,<br>thank you</p>\n<p class="govuk-body">Chloe</p>',
    );
  });

  it('is empty when there is nothing', () => {
    expect(lines(null)).toBe('');
    expect(lines(' \n\n ')).toBe('');
  });

  it('never becomes markup', () => {
    fc.assert(fc.property(fc.string(), (text) => !/[<>"']/.test(escapeText(text))));
    fc.assert(
      fc.property(
        fc.string(),
        (text) => !/[<>]/.test(lines(text).replace(/<\/?p( class="govuk-body")?>|<br>/g, '')),
      ),
    );
  });
});
