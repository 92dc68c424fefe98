import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import type { Browser } from '../../support/browser.js';
import { dayFromNow } from '../../support/delivering.js';
import { type Fields, formsIn, type HtmlForm, shownValues } from '../../support/forms.js';
import { NAUGHTY_STRINGS } from '../../support/naughty-strings.js';
import { openedEpisode, recordedChild } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
let teacher: Browser;
let child: string;
let carer: string;
let home: string;
beforeAll(async () => {
  testApp = await openTestApp();
  teacher = await testApp.browse('schoolTeacher');
  child = (await openedEpisode(testApp, 'schoolTeacher')).childId;
  const api = await testApp.as('schoolTeacher');
  for (const name of ['Mother Oddly', 'Father Oddly'])
    expect(
      (
        await api.post(`/children/${child}/carers`, {
          name,
          relationship: 'mother',
          parentalResponsibility: 'yes',
        })
      ).status,
    ).toBe(201);
  [{ id: carer }] = (await testApp.asOwner('select carer_id as id from child_carers where child_id = $1', [
    child,
  ])) as [{ id: string }];
  await recordedChild(testApp, 'schoolTeacher', { givenNames: 'Other', familyName: 'Oddly' });
  expect(
    (await teacher.submit(`/children/${child}/homes/new`, { ...HOME, [`lives-${child}`]: 'main' })).status,
  ).toBe(303);
  [{ id: home }] = (await testApp.asOwner('select household_id as id from child_stays where child_id = $1', [
    child,
  ])) as [{ id: string }];
  jest.spyOn(Logger.prototype, 'error').mockImplementation((...error: unknown[]) => void defects.push(error));
}, 120_000);
afterAll(async () => {
  jest.restoreAllMocks();
  await testApp.close();
});
const defects: unknown[] = [];

const HOME = { kind: 'family', address: '1 Oddly Street' };
/** Fields with a rule of their own, which a name breaks: left blank, so that the name itself reaches the record. */
const OWN_RULE = /postcode|telephone|number|nhs|uln|upn|email|Order|year|age/i;

/** The form of a page filled in with one text wherever a person may type, as a browser would send it. */
function filledWith(text: string, { controls }: HtmlForm, answers: Record<string, string>): Fields {
  const fields: Fields = {};
  for (const { name, kind, value, chosen, options } of controls) {
    if (name in answers) fields[name] = [answers[name]!];
    else if (name.startsWith('lives-')) fields[name] = [''];
    else if (kind === 'hidden') (fields[name] ??= []).push(value);
    else if (kind === 'checkbox' && chosen) (fields[name] ??= []).push(value);
    else if (kind === 'radio') fields[name] = chosen ? [value] : (fields[name] ?? [value]);
    else if (kind === 'select') fields[name] = [options.find((one) => one !== '') ?? ''];
    else if (/-(day|month|year)$/.test(name)) fields[name] = [value];
    else if (kind === 'text' || kind === 'textarea') fields[name] = [OWN_RULE.test(name) ? '' : text];
  }
  delete fields['_csrf'];
  return fields;
}

/** Sends the form of this page; what came of it, and an error of the page where it is not as it should be. */
async function outcomeOf(
  text: string,
  path: string,
  answers: Record<string, string>,
): Promise<number | string> {
  const shown = await teacher.get(path);
  if (shown.status !== 200) return `the form is ${shown.status}`;
  const form = formsIn(shown.text, path).find(({ action }) => action === path);
  if (!form) return 'the form is not on its page';
  const fields = filledWith(text, form, answers);
  const sent = await teacher.sendForm(path, fields, path);
  if (sent.status === 303) {
    const { status, text: after } = await teacher.get(sent.location!);
    return status === 200 && !after.includes('<b>x</b>') ? 303 : `leads to ${status}`;
  }
  // A changed name is asked about on a step of its own.
  const step = formsIn(sent.text, path).find(({ controls }) =>
    controls.some(({ value }) => value === 'former name'),
  );
  if (sent.status === 200 && step) {
    const last = await teacher.sendForm(path, { ...shownValues(step), formerName: ['correct'] }, path);
    return last.status === 303 ? 303 : `the step answered ${last.status}`;
  }
  if (sent.status !== 422) return `answered ${sent.status}`;
  if (sent.text.includes('<b>x</b>')) return 'gives markup back';
  const again = formsIn(sent.text, path).find(({ action }) => action === path)?.controls ?? [];
  const lost = Object.entries(fields).filter(
    ([name, [value]]) =>
      value === text && isShownAsTyped(text) && !again.some((one) => one.name === name && one.value === text),
  );
  if (lost.length > 0) return `loses ${lost.map(([name]) => name).join(', ')}`;
  const unexplained = [...sent.text.matchAll(/href="#([\w-]+)"/g)].filter(
    ([, id]) => /error-summary/.test(sent.text) && !sent.text.includes(`id="${id}"`),
  );
  return unexplained.length > 0 ? `points to no field: ${unexplained.map(([, id]) => id).join(', ')}` : 422;
}
/** Characters that cannot be stored are taken out of what is shown again; a browser alters others itself. */
const isShownAsTyped = (text: string): boolean => !/[\p{Cc}\p{Cs}\p{Cf}\u2028\u00a0]/u.test(text);

interface Form {
  readonly what: string;
  readonly path: () => string;
  /** Fixed answers of the nth text. */
  readonly answers?: (n: number) => Record<string, string>;
  /** Only each of so many texts, where a form takes long. */
  readonly every?: number;
}
const FORMS: readonly Form[] = [
  { what: 'another name', path: () => `/children/${child}/other-names/new` },
  {
    what: 'the name of the child',
    path: () => `/children/${child}/change`,
    answers: () => ({ address: HOME.address, accommodation: '' }),
  },
  { what: 'a parent or carer', path: () => `/children/${child}/carers/new` },
  { what: 'a carer’s own record', path: () => `/children/${child}/carers/${carer}/change` },
  { what: 'contact with a carer', path: () => `/children/${child}/carers/${carer}/contact` },
  {
    what: 'a home',
    path: () => `/children/${child}/homes/new`,
    answers: () => ({ [`lives-${child}`]: 'shared' }),
    every: 6,
  },
  { what: 'the address of a home', path: () => `/children/${child}/homes/${home}/change` },
  { what: 'a school', path: () => `/children/${child}/schools/new` },
  {
    what: 'a number in another system',
    path: () => `/children/${child}/references/new`,
    answers: (n) => ({ number: `A${n}` }),
  },
  { what: 'immigration status', path: () => `/children/${child}/immigration-statuses/new` },
];

test.each(FORMS)(
  '$what: every odd text is stored, or refused beside its field with nothing lost',
  async ({ path, answers = () => ({}), every = 1 }) => {
    const outcomes: [string, number | string][] = [];
    const texts = NAUGHTY_STRINGS.filter((_, n) => n % every === 0);
    for (const [n, text] of texts.entries()) outcomes.push([text, await outcomeOf(text, path(), answers(n))]);
    expect(outcomes.filter(([, outcome]) => outcome !== 303 && outcome !== 422)).toEqual([]);
    // Enough of them reach the record for the test to say something.
    expect(outcomes.filter(([, outcome]) => outcome === 303).length).toBeGreaterThan(15 / every);
    expect(defects).toEqual([]);
  },
  300_000,
);

test('a birth: every odd name of a baby is stored as it reads, or refused beside its field', async () => {
  const baby = await recordedChild(testApp, 'schoolTeacher', {
    ...{ givenNames: 'Baby', familyName: 'Oddly', sex: 'U', dateOfBirth: null, expectedDate: dayFromNow(5) },
  });
  const at = `/children/${baby}/birth`;
  const bornOn = { 'bornOn-day': '2', 'bornOn-month': '3', 'bornOn-year': '2020' };
  for (const text of NAUGHTY_STRINGS) {
    // The sex is missing, so that none of them is recorded and the next can be tried.
    const { status, text: html } = await teacher.submit(at, {
      ...bornOn,
      'givenNames-0': text,
      'familyName-0': text,
    });
    expect([text, status]).toEqual([text, 422]);
    expect(html).not.toContain('<b>x</b>');
    expect(html).toContain('id="sex-0-error"');
  }
  const stored = await teacher.submit(at, {
    ...bornOn,
    'givenNames-0': " Zoe\u0308 '; drop",
    'familyName-0': '<b>x</b>',
    'sex-0': 'F',
  });
  expect([303, 422]).toContain(stored.status);
  expect(defects).toEqual([]);
}, 120_000);

test('an imported list: odd cells are stored as they read, or their line is told, and nothing is half imported', async () => {
  const editor = await testApp.browse('directoryEditor');
  const head =
    'URN,EstablishmentName,EstablishmentStatus (name),OpenDate,CloseDate,Postcode,Town,DistrictAdministrative (code)';
  const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  for (const [n, text] of NAUGHTY_STRINGS.entries()) {
    const file = {
      name: 'schools.csv',
      content: [
        head,
        `${200_000 + n},Kept School,Open,,,,,`,
        `${300_000 + n},${cell(text)},Open,,,,${cell(text)},`,
        '',
      ].join('\n'),
    };
    const before = await countOf(n);
    const { status, text: html } = await editor.upload(
      '/reference-data/imports',
      { kind: 'schools' },
      file,
      '/reference-data',
    );
    expect([text, [303, 422].includes(status)]).toEqual([text, true]);
    expect([text, (await countOf(n)) - before]).toEqual([text, status === 303 ? 2 : 0]);
    if (status === 422) expect(html).toMatch(/id="file-error"[^]*(?:[Ll]ine \d|file)/);
  }
  expect((await editor.get('/reference-data')).text).not.toContain('<b>x</b>');
  expect(defects).toEqual([]);
}, 120_000);

const countOf = async (n: number): Promise<number> =>
  (
    await testApp.asOwner('select 1 from reference_schools where code = any($1)', [
      [`${200_000 + n}`, `${300_000 + n}`],
    ])
  ).length;
