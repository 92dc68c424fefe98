import { deliveringEpisode } from '../../support/delivering.js';
import { agreedEpisode, openedEpisode } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
  await openedEpisode(testApp, 'schoolTeacher');
  const { episodeId } = await deliveringEpisode(testApp, 'schoolTeacher');
  await (
    await testApp.as('schoolTeacher')
  ).post(`/episodes/${episodeId}/level-decisions`, {
    level: 2,
    reason: 'Two services.',
    familyView: 'Agrees',
  });
  await agreedEpisode(testApp, 'schoolTeacher', ['schoolTeacher']);
}, 60_000);
afterAll(() => testApp.close());

/** Numbers that are links, with their addresses. */
function linkedNumbers(html: string): { count: number; href: string }[] {
  return [...html.matchAll(/href="(\/episodes\?[^"]+)"[^>]*>(?:<strong>)?(\d+)</g)].map(
    ([, href, count]) => ({
      href: href!.replaceAll('&amp;', '&'),
      count: Number(count),
    }),
  );
}

describe.each(['schoolManager', 'coordinatorNwl', 'frontDoor'])('the caseload page of %s', (persona) => {
  it.each(['level', 'practitioner', 'agency'])(
    'by %s: every number links to exactly those rows',
    async (by) => {
      const browser = await testApp.browse(persona);
      const { status, text } = await browser.get(`/caseload?by=${by}`);
      expect(status).toBe(200);
      const numbers = linkedNumbers(text);
      expect(numbers.length).toBeGreaterThan(persona === 'frontDoor' ? 1 : 5);
      const client = await testApp.as(persona);
      for (const { href, count } of numbers) {
        const rows = (await client.get(`${href}&limit=200`)).body.items as unknown[];
        expect([href, rows.length]).toEqual([href, count]);
      }
    },
  );
});

it('the caseload page shows the triangle with the county and England for comparison, and the same as a table', async () => {
  const { text } = await (await testApp.browse('schoolManager')).get('/caseload');
  expect(text).toContain('Families by level of need');
  expect(text).toContain('county 30% · England 36.4%');
  expect(text).toContain('Level 2, Targeted: 1 family');
});

it('the caseload page says which column it is sorted by, and keeps the filter when sorting', async () => {
  const { text } = await (
    await testApp.browse('schoolManager')
  ).get('/caseload?by=practitioner&scope=agency&sort=count&order=descending');
  expect(text).toMatch(
    /aria-sort="descending"><a class="govuk-link" href="\/caseload\?[^"]*scope=agency[^"]*sort=count/,
  );
});

it('the front door’s caseload page says what is not shared, and opens exactly those families', async () => {
  const browser = await testApp.browse('frontDoor');
  const { text } = await browser.get('/caseload');
  expect(text).toContain('review late: not shared with you');
  expect(text).toMatch(/<td class="app-table__number"><span[^>]*>–<\/span><span[^>]*>Not shared with you/);
  expect(text).toContain('The level of need of these families is not shared with you.');
  expect(text).not.toContain('Level 2, Targeted: 0 families');
  const [, href] = /app-numbers__not-shared" href="([^"]+notShared=review_late)"/.exec(text)!;
  const list = await browser.get(href!.replaceAll('&amp;', '&'));
  expect([...list.text.matchAll(/<th scope="row"/g)]).toHaveLength(3);
  expect(list.text).not.toMatch(/None set|None recorded|Not yet decided<\/span>/);
  const late = await browser.get('/episodes?scope=all&status=open&exception=review_late');
  expect(late.text).toContain('This is not shared with you for');
  expect(late.text).toContain('3 other episodes');
  const file = await browser.get('/caseload.csv?by=level');
  expect(file.text).toContain(
    'Level not shared with you,,3,3,Not shared with you,Not shared with you,Not shared with you,Not shared with you,Not shared with you,3,3,3,3,3',
  );
});

it('the caseload page exports the same numbers as a file, and logs the export', async () => {
  const answer = await (await testApp.browse('schoolManager')).get('/caseload.csv?by=practitioner');
  expect([answer.status, answer.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
  expect(answer.headers['content-disposition']).toBe('attachment; filename=caseload-by-practitioner.csv');
  const teacher = await testApp.actor('schoolTeacher');
  expect(answer.text).toContain(`${teacher.name},"${teacher.agencyName}",3,0,1,0,0,2`);
  const entries = await testApp.asOwner(
    `select detail from audit.entries where act = 'export caseload' and detail ->> 'by' = 'practitioner'`,
  );
  expect(entries).toEqual([{ detail: { by: 'practitioner', rows: 1 } }]);
});

it('the caseload page is not for a practitioner, who has no caseload', async () => {
  const browser = await testApp.browse('schoolTeacher');
  expect((await browser.get('/caseload')).status).toBe(403);
  expect((await browser.get('/caseload.csv')).status).toBe(403);
});

it('the caseload page says what will appear when there is nothing yet', async () => {
  const { status, text } = await (await testApp.browse('coordinatorCharnwood')).get('/caseload');
  expect([status, text.includes('No families yet.')]).toEqual([200, true]);
});
