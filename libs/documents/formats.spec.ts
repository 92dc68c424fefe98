import { NAUGHTY_STRINGS } from '../../test/support/naughty-strings.js';
import { PdfDocument, textOf } from '../../test/support/pdf-document.js';
import { zipEntries } from '../../test/support/zip-entries.js';
import {
  asWritten,
  DOCUMENT_LANGUAGES,
  type DocumentBlock,
  type DocumentLanguage,
  phrase,
  type PrintedDocument,
  statement,
  STATEMENTS,
  toAudioText,
  toBrailleText,
  toWord,
  TypesetterService,
} from './index.js';

const typesetter = new TypesetterService();
afterAll(() => typesetter.onApplicationShutdown());

const passage = (heading: string, text: string, tag: string | null = null): DocumentBlock => ({
  ...{ kind: 'passage', heading: asWritten(heading), text: asWritten(text) },
  tag: tag === null ? null : phrase(tag, 'en'),
});
const table: DocumentBlock = {
  kind: 'table',
  caption: phrase('Who does what', 'en'),
  head: ['What', 'Who', 'When'].map((text) => phrase(text, 'en')),
  rows: [['Visit the nursery', 'Ms Invented', '3 March 2030'].map(asWritten)],
};
const documentOf = (blocks: DocumentBlock[], more: Partial<PrintedDocument> = {}): PrintedDocument => ({
  ...{ title: phrase('Copy for a school nurse', 'en'), language: 'en', layout: 'standard' },
  made: phrase('Made 1 December 2026.', 'en'),
  sections: [
    { heading: phrase('Assessment', 'en'), blocks },
    { heading: phrase('Plan', 'en'), blocks: [table, { kind: 'note', text: phrase('A note.', 'en') }] },
  ],
  ...more,
});
const pdfOf = async (document: PrintedDocument) => new PdfDocument(await typesetter.pdf(document));
const wordXml = async (document: PrintedDocument) => zipEntries(await toWord(document));
const ordinary = documentOf([passage('Health', 'Sleeps well.\nEats well.\n\nLikes football.', 'Sensitive')]);

describe('a PDF', () => {
  test('has a title, a language, tags, and says that it meets PDF/UA-1', async () => {
    const pdf = await pdfOf(ordinary);
    expect(pdf.catalog).toMatch(/\/Lang \(en-GB\)/);
    expect(pdf.catalog).toMatch(/\/Marked true/);
    expect(pdf.catalog).toMatch(/\/DisplayDocTitle true/);
    expect(pdf.metadata).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(pdf.metadata).toContain('Copy for a school nurse');
  });

  test('has one first heading, no heading that skips a level, and every text in reading order', async () => {
    const pdf = await pdfOf(ordinary);
    const headings = pdf.all('H1', 'H2', 'H3');
    expect(headings.map((tag) => [tag.kind, textOf(tag)])).toEqual([
      ['H1', 'Copy for a school nurse'],
      ['H2', 'Assessment'],
      ['H3', 'Health'],
      ['H2', 'Plan'],
      ['H3', 'Who does what'],
    ]);
    expect(pdf.text.replace(/\s+/g, '')).toBe(
      [
        'CopyforaschoolnurseMade1December2026.AssessmentHealthSensitiveSleepswell.Eatswell.Likesfootball.',
        'PlanWhodoeswhatWhatWhoWhenVisitthenurseryMsInvented3March2030Anote.',
      ].join(''),
    );
    expect(pdf.untagged).toEqual([]);
  });

  test('has a table with a header cell for each column, which each cell names', async () => {
    const pdf = await pdfOf(ordinary);
    expect(pdf.all('TH').map(textOf)).toEqual(['What', 'Who', 'When']);
    for (const { dictionary } of pdf.all('TH')) expect(dictionary).toContain('/Scope /Column');
    for (const { dictionary } of pdf.all('TD')) expect(dictionary).toMatch(/\/Headers \[\(/);
    expect(pdf.all('THead')).toHaveLength(1);
  });

  test('in large print and in Easy Read has type of at least 18 points', async () => {
    const smallest = async (layout: PrintedDocument['layout']) =>
      (await pdfOf({ ...ordinary, layout })).sizes.sort((one, other) => one - other)[0]!;
    expect(await smallest('large')).toBeGreaterThanOrEqual(18);
    expect(await smallest('easy')).toBeGreaterThanOrEqual(18);
    expect(await smallest('standard')).toBeGreaterThanOrEqual(11);
  });

  test('holds every language of the statements beside English, each marked with its language', async () => {
    const languages = Object.keys(DOCUMENT_LANGUAGES) as DocumentLanguage[];
    const pdf = await pdfOf(
      documentOf(
        languages.map((language) => ({ kind: 'statement', text: statement('promiseTogether', language) })),
      ),
    );
    for (const language of languages)
      expect(squeezed(pdf.text)).toContain(squeezed(STATEMENTS[language].promiseTogether));
    const marked = new Set(pdf.languages);
    for (const language of languages.filter((one) => one !== 'en' && one !== 'pl'))
      expect(marked).toContain(language);
  });

  test('starts Punjabi at the left and Urdu at the right', async () => {
    const atTheRight = async (language: DocumentLanguage) => {
      const sections = [
        { heading: null, blocks: [{ kind: 'statement' as const, text: statement('who', language) }] },
      ];
      return (await pdfOf(documentOf([], { sections }))).starts.some((left) => left > 400);
    };
    expect([await atTheRight('pa'), await atTheRight('ur')]).toEqual([false, true]);
  });

  test('is refused, and the next is made, when one takes too long', async () => {
    const own = new TypesetterService();
    await expect(own.pdf(ordinary, 1)).rejects.toMatchObject({ status: 503 });
    expect((await own.pdf(ordinary)).subarray(0, 5).toString()).toBe('%PDF-');
    own.onApplicationShutdown();
  });

  test('of 50,000 characters does not hold up the program while it is made', async () => {
    const long = documentOf([passage('Long', 'A sentence of the record. '.repeat(2000))]);
    let longest = 0;
    let last = performance.now();
    const watch = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    const pdf = await typesetter.pdf(long);
    clearInterval(watch);
    expect(pdf.length).toBeGreaterThan(20_000);
    expect(longest).toBeLessThan(1000);
  });
});

describe('a Word file', () => {
  test('has a title, a language, heading styles and header rows that are repeated', async () => {
    const files = await wordXml(ordinary);
    expect(files.get('docProps/core.xml')).toContain('<dc:title>Copy for a school nurse</dc:title>');
    expect(files.get('word/styles.xml')).toMatch(/<w:lang w:val="en-GB"/);
    const body = files.get('word/document.xml')!;
    const headings = [...body.matchAll(/<w:pStyle w:val="(Heading\d)"\/>/g)].map(([, style]) => style);
    expect(headings).toEqual(['Heading1', 'Heading2', 'Heading3', 'Heading2', 'Heading3']);
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(1);
  });

  test('sets Urdu from right to left, and large print in 20 points', async () => {
    const files = await wordXml(
      documentOf([{ kind: 'statement', text: statement('about', 'ur') }], { layout: 'large' }),
    );
    const body = files.get('word/document.xml')!;
    expect(body).toContain('<w:bidi/>');
    expect(body).toContain('<w:rtl/>');
    expect(body).toContain('w:bidi="ur-PK"');
    expect(files.get('word/styles.xml')).toContain('<w:sz w:val="40"/>');
  });
});

describe('text', () => {
  const long = documentOf([
    passage('A heading', `Words that go on and on, and a word of ${'x'.repeat(90)} letters.`),
  ]);

  test('for Braille has no line over 40 characters, no mark, and every word', () => {
    const text = toBrailleText(long);
    for (const line of text.split('\n')) expect([...line].length).toBeLessThanOrEqual(40);
    expect(text).not.toMatch(/[|*_#=]/);
    expect(squeezed(text)).toContain(squeezed(`a word of ${'x'.repeat(90)} letters.`));
    expect(text).toContain('What: Visit the nursery\nWho: Ms Invented\nWhen: 3 March 2030');
  });

  test('to be read aloud writes dates and abbreviations out, and ends a heading with a pause', () => {
    const text = toAudioText(
      documentOf([
        passage(
          'GP',
          'Seen 03/04/2026 by Dr Invented, e.g. at the TAC on 2026-05-06 and 7 Jun 2026. DOB 31/02/2020.',
        ),
      ]),
    );
    expect(text).toContain(
      'Seen 3 April 2026 by Doctor Invented, for example at the team around the child on 6 May 2026 and 7 June 2026. date of birth 31/02/2020.',
    );
    expect(text).toContain('Assessment.\n\nG P.\n\n');
  });
});

/** Characters that no stored text has, and no document can hold. */
const IMPOSSIBLE = /[\p{Surrogate}\p{Cc}\ufeff]/gu;
const squeezed = (text: string): string => text.replace(/\s+/g, '');
const kept = (text: string): string =>
  squeezed(text.replace(/[\u2028\u2029\t]/g, ' ').replace(IMPOSSIBLE, ''));

test('every naughty string goes through every format unchanged', async () => {
  const document = documentOf(NAUGHTY_STRINGS.map((text, index) => passage(`String ${index}`, `<${text}>`)));
  const [pdf, files] = [await pdfOf(document), await wordXml(document)];
  const word = [...files.get('word/document.xml')!.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)]
    .map(([, text]) => unescapedXml(text!))
    .join('');
  const texts = { pdf: pdf.text, word, braille: toBrailleText(document), audio: toAudioText(document) };
  for (const [format, text] of Object.entries(texts))
    for (const naughty of NAUGHTY_STRINGS)
      expect([format, naughty, kept(text).includes(kept(`<${naughty}>`))]).toEqual([format, naughty, true]);
});
const unescapedXml = (text: string): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');

test('each language says every statement with the same blanks', () => {
  const blanks = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
  for (const [language, statements] of Object.entries(STATEMENTS))
    for (const [key, text] of Object.entries(statements)) {
      expect([language, key, text.trim() === text && text !== '']).toEqual([language, key, true]);
      expect([language, key, blanks(text)]).toEqual([
        language,
        key,
        blanks(STATEMENTS.en[key as keyof typeof STATEMENTS.en]),
      ]);
    }
});
