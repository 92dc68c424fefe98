import { recordedChild } from '../../support/scenarios.js';
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

async function home(): Promise<string> {
  const [row] = await testApp.asOwner<{ id: string }>(
    "select id from localities where name = 'North West Leicestershire'",
  );
  return row!.id;
}
const child = async (givenNames: string, more: object) => ({
  ...{ givenNames, familyName: 'Partlyknown', sex: 'F', localityId: await home() },
  ...more,
});

it('a child is added by the month of birth, and the record says what is known', async () => {
  const teacher = await testApp.browse('schoolTeacher');
  const added = await sent(
    teacher,
    '/children/new',
    await child('Thomasina', { birthKind: 'month', 'birthMonth-month': '3', 'birthMonth-year': '2015' }),
  );
  expect(added).toContain('Child added.');
  expect(added).toContain('Month of birth');
  expect(added).toMatch(/March 2015 \(\d+( or \d+)? years\)/);
});

it('without script the kind is the one that is filled in, and nothing typed is lost', async () => {
  const teacher = await testApp.browse('schoolTeacher');
  const typed = await child('Wilhelmina', { familyName: 'Yearonly', birthYear: '15' });
  const refused = await teacher.submit('/children/new', typed);
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('The year of birth must be a year of 4 numbers');
  expect(refused.text).toContain('href="#birthYear"');
  expect(refused.text).toContain('value="Wilhelmina"');
  expect(refused.text).toMatch(/value="year"[^>]*checked/);
  const added = await sent(teacher, '/children/new', { ...typed, birthYear: '2015' });
  expect(added).toContain('Year of birth');
});

it('asks what is known where nothing is', async () => {
  const refused = await (
    await testApp.browse('schoolTeacher')
  ).submit('/children/new', await child('Ethelreda', {}));
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('Select what you know about the date of birth');
});

it('asks about an expected date long past, and takes it once confirmed', async () => {
  const teacher = await testApp.browse('schoolTeacher');
  const late = new Date(Date.now() - 40 * 86_400_000);
  const typed = await child('Unborn', {
    ...{ birthKind: 'expected', 'expectedDate-day': String(late.getUTCDate()) },
    ...{
      'expectedDate-month': String(late.getUTCMonth() + 1),
      'expectedDate-year': String(late.getUTCFullYear()),
    },
  });
  const asked = await teacher.submit('/children/new', typed);
  expect(asked.status).toBe(422);
  expect(asked.text).toContain('The expected date is more than 3 weeks ago');
  expect(asked.text).toContain('Is the expected date right?');
  const added = await sent(teacher, '/children/new', { ...typed, expectedDateConfirmed: 'yes' });
  expect(added).toContain('Expected date');
});

it('fills the form with what is known, to change it', async () => {
  const id = await recordedChild(testApp, 'schoolTeacher', {
    ...{ givenNames: 'Philippa', familyName: 'Guessed', dateOfBirth: null },
    ...{ estimatedAge: 14, estimatedOn: '2026-03-03' },
  });
  const teacher = await testApp.browse('schoolTeacher');
  const { text } = await teacher.get(`/children/${id}/change`);
  expect(text).toMatch(/value="about"[^>]*checked/);
  expect(text).toMatch(/name="estimatedAge"[^>]*value="14"/);
  expect((await teacher.get(`/children/${id}`)).text).toContain('About 14 on 3 March 2026');
});
