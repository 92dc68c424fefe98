import { RequestMethod } from '@nestjs/common';
import fc from 'fast-check';
import type { Browser } from '../../support/browser.js';
import { pageRoutes } from '../../support/routes.js';
import { agreedEpisode } from '../../support/scenarios.js';
import { bySize } from '../../support/size.js';
import { openWorld, type World } from '../../support/world.js';

const routes = pageRoutes.filter(({ path }) => path !== '/sign-out');
let world: World;
let browsers: Browser[];
let ids: Record<string, string>;

beforeAll(async () => {
  world = await openWorld();
  const { episodeId, childId, consentId } = await agreedEpisode(world, 'healthVisitor', ['schoolTeacher']);
  ids = { episodes: episodeId, children: childId, consents: consentId };
  browsers = [];
  for (const persona of ['healthVisitor', 'schoolTeacher', 'coordinatorNwl', 'directoryEditor'])
    browsers.push(await world.browse(persona));
}, 60_000);
afterAll(() => world.close());

const address = (path: string, real: boolean, junk: string): string =>
  path.replace(
    /\/([\w-]+)\/:(\w+)/g,
    (_all, kind: string) => `/${kind}/${real && ids[kind] ? ids[kind] : encodeURIComponent(junk)}`,
  );

const FIELDS = [
  'name',
  'reason',
  'givenNames',
  'familyName',
  'sex',
  'dateOfBirth-day',
  'dateOfBirth-month',
  'dateOfBirth-year',
  'localityId',
  'nhsNumber',
  'postcode',
  'decision',
  'agency',
  'decidedBy',
  'capacity',
  'level',
  'familyView',
  'version',
  'strengths',
  'topic',
  'description',
  'startingScore',
  'dueOn-day',
  'dueOn-month',
  'dueOn-year',
  'outcomeId',
  'practitionerId',
  'teamRole',
  'heldOn-day',
  'kind',
  'next',
  'summary',
  'what',
  'category',
  'child',
  'siblings',
  'withdrawnBy',
  'status',
];
const junkText = fc.oneof(
  fc.string({ maxLength: 40, unit: 'binary' }),
  fc.constant('x'.repeat(100_000)),
  fc.constant('a\u0000b'),
  fc.constant('31'),
  fc.constant('2026'),
  fc.constant('<script>alert(1)</script>'),
  fc.constant('01a20081-4767-7483-8517-69c4e54bd0ce'),
  fc.constant(''),
);

test('there are pages to try', () => {
  expect(routes.length).toBeGreaterThan(70);
});

test('whatever is typed into a page, it answers with a page, never with a fault, and never gives markup back as markup', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(),
      fc.nat(),
      fc.boolean(),
      junkText,
      fc.dictionary(fc.constantFrom(...FIELDS), fc.oneof(junkText, fc.array(junkText, { maxLength: 2 })), {
        maxKeys: 10,
      }),
      async (which, who, real, junk, fields) => {
        const { method, path } = routes[which % routes.length]!;
        const browser = browsers[who % browsers.length]!;
        const where = address(path, real, junk.slice(0, 100) || 'x');
        const answer =
          method === RequestMethod.GET
            ? await browser.get(`${where}?name=${encodeURIComponent(junk.slice(0, 500))}`)
            : await browser.submit(where, fields);
        if (answer.status >= 500)
          throw new Error(`${path}: ${answer.status} to ${JSON.stringify(fields).slice(0, 400)}`);
        if (answer.text.includes('<script>alert')) throw new Error(`${path} gives markup back`);
      },
    ),
    { numRuns: bySize(150, 400), seed: 20060401 },
  );
}, 240_000);
