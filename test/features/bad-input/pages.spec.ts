import { jest } from '@jest/globals';
import { Logger, RequestMethod } from '@nestjs/common';
import fc from 'fast-check';
import { describedOperations } from '../../support/api-description.js';
import { BAD_VALUES } from '../../support/bad-values.js';
import type { Browser } from '../../support/browser.js';
import { pageRoutes } from '../../support/routes.js';
import { agreedEpisode } from '../../support/scenarios.js';
import { bySize } from '../../support/size.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

const routes = pageRoutes.filter(({ path }) => path !== '/sign-out');
let testApp: TestApp;
let browsers: Browser[];
let ids: Record<string, string>;

beforeAll(async () => {
  testApp = await openTestApp();
  const { episodeId, childId, consentId } = await agreedEpisode(testApp, 'healthVisitor', ['schoolTeacher']);
  ids = { episodes: episodeId, children: childId, consents: consentId };
  browsers = [];
  for (const persona of ['healthVisitor', 'schoolTeacher', 'coordinatorNwl', 'directoryEditor'])
    browsers.push(await testApp.browse(persona));
}, 60_000);
afterAll(() => testApp.close());

const address = (path: string, real: boolean, junk: string): string =>
  path.replace(
    /\/([\w-]+)\/:(\w+)/g,
    (_all, kind: string) => `/${kind}/${real && ids[kind] ? ids[kind] : encodeURIComponent(junk)}`,
  );

/** Field names that only forms have. */
const FORM_FIELDS = [
  'agency',
  'version',
  'next',
  'child',
  'siblings',
  'carerName',
  'carerRelationship',
  'step',
  'on-day',
];
/** Every field that the API describes, and the three inputs of a date in a form. */
async function fieldNames(): Promise<string[]> {
  const names = new Set(FORM_FIELDS);
  for (const { body } of await describedOperations(testApp))
    for (const [name, { format }] of Object.entries(body?.properties ?? {}))
      for (const one of format === 'date' ? ['day', 'month', 'year'].map((box) => `${name}-${box}`) : [name])
        names.add(one);
  return [...names].sort();
}
const junkText = fc.oneof(
  fc.string({ maxLength: 40, unit: 'binary' }),
  fc.constantFrom('31', '2', '2026', '10000', 'x'.repeat(100_000)),
  fc.constantFrom(...Object.values(BAD_VALUES).filter((value) => typeof value === 'string')),
);

test('the list of pages is not empty', () => {
  expect(routes.length).toBeGreaterThan(70);
});

test('any text typed into a page gets a page, without a server error and without unescaped markup', async () => {
  const fields = await fieldNames();
  const defects: unknown[] = [];
  jest.spyOn(Logger.prototype, 'error').mockImplementation((...error: unknown[]) => void defects.push(error));
  await fc.assert(
    fc.asyncProperty(
      fc.nat(),
      fc.nat(),
      fc.boolean(),
      junkText,
      fc.dictionary(fc.constantFrom(...fields), fc.oneof(junkText, fc.array(junkText, { maxLength: 2 })), {
        maxKeys: 10,
      }),
      async (which, who, real, junk, typed) => {
        const { method, path } = routes[which % routes.length]!;
        const browser = browsers[who % browsers.length]!;
        // A lone surrogate cannot be encoded in a URL.
        const written = junk.replace(/\p{Surrogate}/gu, '');
        const where = address(path, real, [...written].slice(0, 100).join('') || 'x');
        const answer =
          method === RequestMethod.GET
            ? await browser.get(`${where}?name=${encodeURIComponent([...written].slice(0, 500).join(''))}`)
            : await browser.submit(where, typed);
        if (answer.status >= 500)
          throw new Error(`${path}: ${answer.status} to ${JSON.stringify(typed).slice(0, 400)}`);
        if (answer.text.includes('<script>alert')) throw new Error(`${path} gives markup back`);
      },
    ),
    { numRuns: bySize(150, 4000), seed: 20060401 },
  );
  jest.restoreAllMocks();
  expect(defects).toEqual([]);
}, 900_000);

test('a search for a character that cannot be stored is a search for the rest', async () => {
  const error = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
  for (const path of [
    `/episodes/${ids['episodes']}/disclosures/new`,
    `/episodes/${ids['episodes']}/consents/new`,
    '/directory/people',
  ])
    expect([path, (await browsers[0]!.get(`${path}?name=Cast%00le`)).status]).toEqual([path, 200]);
  expect(error).not.toHaveBeenCalled();
  jest.restoreAllMocks();
});
