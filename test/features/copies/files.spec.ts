import type { Browser } from '../../support/browser.js';
import { recordedChild } from '../../support/scenarios.js';
import { unfitForPaper } from '../../support/printing.js';
import { openBrowser, Person } from '../../support/real-browser.js';
import { PdfDocument } from '../../support/pdf-document.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';
import { zipEntries } from '../../support/zip-entries.js';

/** Each value is invented and stored in one place only. */
const MOTHER = ['07700 900521', '4 Motherfile Row'];
const FATHER = ['07700 900522', '9 Fatherfile Yard'];
const CHILD = ['4 Childfile Row'];
const SENSITIVE = 'Invented: spoke of the police.';
const ORDINARY = 'Invented: came to breakfast club.';
const WORDS = 'Invented: I like my nan.';
const ALL = [...MOTHER, ...FATHER, ...CHILD, SENSITIVE, ORDINARY];

let testApp: TestApp;
let episodeId: string;
let childId: string;
let carers: { id: string; name: string }[];
const carer = (name: string) => `carer:${carers.find((one) => one.name === name)!.id}`;
const practitioner = async (persona: string) =>
  `practitioner:${(await testApp.actor(persona)).practitionerId}`;

beforeAll(async () => {
  testApp = await openTestApp();
  const contact = ([telephone, address]: string[]) => ({ telephone, address, parentalResponsibility: 'yes' });
  childId = await recordedChild(testApp, 'healthVisitor', {
    details: { address: CHILD[0] },
    carers: [
      { ...contact(MOTHER), name: 'Invented Filemother', relationship: 'mother', livesWithChild: true },
      { ...contact(FATHER), name: 'Invented Filefather', relationship: 'father', livesWithChild: false },
    ],
  });
  const worker = await testApp.as('healthVisitor');
  ({ carers } = (await worker.get(`/children/${childId}`)).body as { carers: typeof carers });
  episodeId = (await worker.post('/episodes', { childIds: [childId], reason: 'Invented: asks for help.' }))
    .body.id as string;
  const note = { happenedOn: '2026-01-05', category: 'health' };
  for (const body of [
    { what: ORDINARY, topic: '' },
    { what: SENSITIVE, topic: 'offending' },
  ])
    expect((await worker.post(`/episodes/${episodeId}/chronology`, { ...note, ...body })).status).toBe(201);
  const assessmentId = '00000000-0000-7000-8000-00000000a051';
  const by = (await testApp.actor('healthVisitor')).practitionerId;
  await testApp.asOwner(
    `insert into assessments (id, episode_id, number, assessor_id, started_at, version) values ($1, $2, 1, $3, platform.now(), 1)`,
    [assessmentId, episodeId, by],
  );
  await testApp.asOwner(
    `insert into assessment_elements (id, assessment_id, episode_id, element, topic, strengths, childs_words, written_by, saved_by, saved_at)
     values (gen_random_uuid(), $1, $2, 'A1a', '', 'Invented: grows well.', $4, $3, $3, platform.now())`,
    [assessmentId, episodeId, by, WORDS],
  );
}, 120_000);
afterAll(() => testApp.close());

const browsers = new Map<string, Browser>();
async function visit(part: string, query: string, by = 'healthVisitor') {
  const browser = browsers.get(by) ?? (await testApp.browse(by));
  browsers.set(by, browser);
  return browser.download(`/episodes/${episodeId}/${part}?${query}`);
}
const FORMATS: Record<string, [part: string, layout: string, text: (content: Buffer) => string]> = {
  page: ['copy', 'standard', (content) => unescaped(content.toString())],
  pdf: ['copy.pdf', 'standard', (content) => new PdfDocument(content).text],
  large: ['copy.pdf', 'large', (content) => new PdfDocument(content).text],
  easy: ['copy.pdf', 'easy', (content) => new PdfDocument(content).text],
  word: ['copy.docx', 'standard', (content) => unescaped([...zipEntries(content).values()].join('\n'))],
  braille: ['copy.txt', 'braille', (content) => content.toString()],
  audio: ['copy.txt', 'audio', (content) => content.toString()],
};
const unescaped = (html: string) => html.replaceAll('&#39;', "'").replaceAll('&apos;', "'");
const squeezed = (text: string) => text.replace(/\s+/g, '');
/** Which of the values each format says. */
async function said(query: string, values: readonly string[] = ALL): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const [format, [part, layout, textOf]] of Object.entries(FORMATS)) {
    const { status, content } = await visit(part, `${query}&layout=${layout}`);
    expect([format, status]).toEqual([format, 200]);
    const text = squeezed(textOf(content));
    found[format] = values.filter((value) => text.includes(squeezed(value)));
  }
  return found;
}
const inEveryFormat = (values: readonly string[]) =>
  Object.fromEntries(Object.keys(FORMATS).map((format) => [format, values]));

test('a father’s copy has nothing of the mother’s or the child’s contact details in any format, and a mother’s has her own', async () => {
  expect(await said(`for=${carer('Invented Filefather')}`)).toEqual(inEveryFormat([...FATHER, ORDINARY]));
  expect(await said(`for=${carer('Invented Filemother')}`)).toEqual(
    inEveryFormat([...MOTHER, ...CHILD, ORDINARY]),
  );
});

test('what a family did not agree to share is in no format for that reader, and in the author’s own copy', async () => {
  expect(await said(`for=${await practitioner('coordinatorNwl')}`)).toEqual(
    inEveryFormat(ALL.filter((value) => value !== SENSITIVE)),
  );
  expect(await said('')).toEqual(inEveryFormat(ALL));
});

test('a child’s copy starts with their own words, and leaves out what is written about the adults', async () => {
  const query = `for=child:${childId}`;
  const values = [WORDS, 'Invented: grows well.', ORDINARY, 'What happens next', 'Who you can talk to'];
  expect(await said(query, values)).toEqual(
    inEveryFormat([WORDS, 'What happens next', 'Who you can talk to']),
  );
  expect((await said(`${query}&holds=everything`, values))['pdf']).toEqual([
    WORDS,
    'Invented: grows well.',
    ORDINARY,
  ]);
});

test('a family copy says its statements in the language that the sender chooses, and that they are not checked', async () => {
  const { content } = await visit('copy.pdf', `for=${carer('Invented Filemother')}&language=ur`);
  const pdf = new PdfDocument(content);
  expect(pdf.catalog).toContain('/Lang (ur)');
  expect(pdf.text).toContain('ہم آپ کی بات سنیں گے۔');
  expect(pdf.text).toContain('awaiting a qualified translator’s check');
  const page = (await visit('copy', `for=${carer('Invented Filemother')}&language=ur`)).content.toString();
  expect(page).toContain('lang="ur-PK" dir="rtl"');
  const agency = await visit('copy.pdf', `for=${await practitioner('coordinatorNwl')}&language=ur`);
  expect(new PdfDocument(agency.content).catalog).toContain('/Lang (en-GB)');
});

test('every format is recorded as the page is, kept nowhere, and named without the child', async () => {
  const entries = () =>
    testApp.asOwner<{ act: string; subject_id: string | null; detail: object | null }>(
      `select act, subject_id, detail from audit.entries where episode_id = $1 order by at desc, id desc limit 1`,
      [episodeId],
    );
  const query = `for=${carer('Invented Filefather')}`;
  await visit('copy', query);
  const [expected] = await entries();
  for (const [part, type] of [
    ['copy.pdf', 'application/pdf'],
    ['copy.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['copy.txt', 'text/plain; charset=utf-8'],
  ] as const) {
    await visit('copy', '');
    expect((await entries())[0]!.act).toBe('read copy');
    const { headers } = await visit(part, query);
    expect((await entries())[0]).toEqual(expected);
    expect([headers['content-type'], headers['cache-control']]).toEqual([type, 'no-store']);
    expect(headers['content-disposition']).toMatch(
      /^attachment; filename="?copy-\d{4}-\d\d-\d\d[a-z-]*\.(pdf|docx|txt)"?$/,
    );
    await visit(part, '');
    expect((await entries())[0]!.act).toBe('read copy');
  }
});

test('a format is chosen beside the preview; a copy that cannot be handed over is a page that says so', async () => {
  const query = `for=${carer('Invented Filefather')}`;
  const browser = await testApp.browse('healthVisitor');
  const preview = await browser.get(`/episodes/${episodeId}/preview?${query}`);
  expect(preview.text).toContain('Which format does the reader need?');
  const chosen = await browser.get(`/episodes/${episodeId}/copy?${query}&format=large&language=pl`);
  expect([chosen.status, chosen.location]).toEqual([
    303,
    `/episodes/${episodeId}/copy.pdf?layout=large&for=${encodeURIComponent(carer('Invented Filefather'))}&language=pl`,
  ]);
  const [, motherId] = carer('Invented Filemother').split(':');
  for (const part of ['copy.pdf', 'copy.docx', 'copy.txt']) {
    const outdated = await visit(part, `${query}&share-carer-${motherId}-telephone=outdated`);
    expect([part, outdated.status]).toEqual([part, 422]);
    expect(outdated.content.toString()).toContain('Nothing was included. Check each question again');
    const nothing = await visit(part, `for=${await practitioner('outsider')}`);
    expect(nothing.content.toString()).toContain('They cannot see anything in this record.');
    expect((await visit(part, query, 'outsider')).status).toBe(404);
  }
});

test('a shielded address is in no format for the family, and in the copy of the practitioner who may have it', async () => {
  const shield = await (
    await testApp.as('healthVisitor')
  ).post(`/children/${childId}/shields`, {
    ...{ grounds: 'refuge', requestedBy: 'Invented Refuge', requesterCapacity: 'refuge' },
  });
  expect(shield.status).toBe(201);
  for (const reader of [carer('Invented Filefather'), carer('Invented Filemother'), `child:${childId}`])
    expect(await said(`for=${reader}&holds=everything`, [...MOTHER, ...FATHER, ...CHILD])).toEqual(
      inEveryFormat([]),
    );
  expect(await said('', CHILD)).toEqual(inEveryFormat(CHILD));
});

test('information governance records who checked a language, and its copies no longer say that they await a check', async () => {
  const governance = await testApp.browse('governance');
  const copy = async () =>
    (await visit('copy.txt', `for=${carer('Invented Filemother')}&language=pl`)).content
      .toString()
      .replace(/\s+/g, ' ');
  expect(await copy()).toContain('czekają na sprawdzenie');
  expect((await governance.get('/statements?language=pl')).text).toContain(
    'Awaiting a qualified translator’s check',
  );
  const check = {
    language: 'pl',
    translator: 'Invented Translator',
    qualification: 'Diploma in Translation',
  };
  const empty = await governance.submit(
    '/statements/checks',
    { ...check, translator: '' },
    '/statements?language=pl',
  );
  expect([empty.status, empty.text.includes('Enter the translator’s name')]).toEqual([422, true]);
  expect(empty.text).toContain('value="Diploma in Translation"');
  for (const persona of ['directoryEditor', 'healthVisitor', 'systemAdministrator']) {
    const other = await testApp.browse(persona);
    const { status } = await other.submit('/statements/checks', check);
    expect([persona, status, (await other.get('/statements')).status]).toEqual([persona, 403, 403]);
  }
  expect(await copy()).toContain('czekają na sprawdzenie');
  expect((await governance.submit('/statements/checks', check, '/statements?language=pl')).status).toBe(303);
  expect(await copy()).not.toContain('czekają na sprawdzenie');
  expect((await governance.get('/statements?language=pl')).text).toContain(
    'Checked by Invented Translator, Diploma in Translation.',
  );
  const again = await governance.submit('/statements/checks', check, '/statements?language=bn');
  expect(again.text).toContain('A check of this language has already been recorded');
  await testApp.asOwner(`update statement_checks set wording = repeat('0', 64)`);
  expect(await copy()).toContain('czekają na sprawdzenie');
});

test('what a family or a panel may hold prints without navigation, banners, fields or addresses', async () => {
  const browser = await openBrowser();
  try {
    const { page } = await Person.signIn(browser, testApp.url, 'healthVisitor');
    for (const path of [
      ...['copy', 'plan', 'consents', 'meetings'].map((part) => `/episodes/${episodeId}/${part}`),
      `/children/${childId}/genogram`,
    ]) {
      const answer = await page.goto(testApp.url + path);
      expect([path, answer?.status(), await unfitForPaper(page)]).toEqual([path, 200, []]);
    }
  } finally {
    await browser.close();
  }
}, 120_000);
