import { agreedEpisode, openedEpisode } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 120_000);
afterAll(() => testApp.close());

type Browser = Awaited<ReturnType<TestApp['browse']>>;
/** The page after a form that was carried out. */
async function sent(browser: Browser, path: string, fields: object): Promise<string> {
  const answer = await browser.submit(path, fields as Record<string, string>);
  expect([answer.status, answer.text]).toEqual([303, '']);
  return (await browser.get(answer.location!)).text;
}

it('a school, a number and a status are recorded from the page of the child, with errors beside their fields', async () => {
  const { childId } = await openedEpisode(testApp, 'healthVisitor');
  const visitor = await testApp.browse('healthVisitor');
  const at = `/children/${childId}`;
  const wrong = await visitor.submit(`${at}/schools/new`, {
    ...{ setting: 'Invented Primary', attendance: 'on_roll', 'untilOn-day': '31', 'untilOn-month': '2' },
    'untilOn-year': '2020',
  });
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('The last day must be a real date');
  expect(wrong.text).toContain('value="Invented Primary"');
  const school = await sent(visitor, `${at}/schools/new`, {
    ...{ setting: 'Invented Primary', attendance: 'on_roll', yearGroup: 'Y3' },
  });
  expect(school).toContain('On roll, Year 3');

  const noNumber = await visitor.submit(`${at}/references/new`, { system: 'Early help', number: 'EH/1' });
  expect(noNumber.text).toContain('The number must be 20 letters and digits or fewer');
  const number = await sent(visitor, `${at}/references/new`, { system: 'Early help', number: 'EH 1' });
  expect(number).toContain('EH1');

  const noStatus = await visitor.submit(`${at}/immigration-statuses/new`, { note: 'Until June' });
  expect(noStatus.text).toContain('Select the immigration status');
  expect(noStatus.text).toContain('Until June');
  const status = await sent(visitor, `${at}/immigration-statuses/new`, { status: 'refugee' });
  expect(status).toContain('Refugee or humanitarian protection');
});

it('the needs of a child say which are arranged', async () => {
  const { childId } = await agreedEpisode(testApp, 'healthVisitor', ['schoolTeacher']);
  const visitor = await testApp.browse('healthVisitor');
  const { version, ...stored } = (await (await testApp.as('healthVisitor')).get(`/children/${childId}`)).body;
  const [year, month, day] = stored.dateOfBirth.split('-').map((part: string) => String(Number(part)));
  const typed = {
    ...{ version: String(version), givenNames: stored.givenNames, familyName: stored.familyName, sex: 'F' },
    ...{ birthKind: 'exact', 'dateOfBirth-day': day, 'dateOfBirth-month': month, 'dateOfBirth-year': year },
    ...{ localityId: stored.localityId, accessNeeds: ['large_print', 'transport'], youngCarer: 'not_known' },
  };
  const wrong = await visitor.submit(`/children/${childId}/change`, {
    ...typed,
    accessNeedsArranged: ['braille'],
  });
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('Select only needs that are among the child’s access needs');
  await visitor.submit(`/children/${childId}/change`, { ...typed, accessNeedsArranged: ['transport'] });
  const seen = (await (await testApp.browse('schoolTeacher')).get(`/children/${childId}`)).text;
  expect(seen).toContain('Large print (not arranged yet), Transport (arranged)');
  expect(seen).toContain('Asked, not known');
});

it('the pages of another’s child are not found', async () => {
  const { childId } = await openedEpisode(testApp, 'healthVisitor');
  const teacher = await testApp.browse('schoolTeacher');
  for (const path of ['schools/new', 'references/new', 'immigration-statuses/new', 'changes'])
    expect((await teacher.get(`/children/${childId}/${path}`)).status).toBe(404);
});
