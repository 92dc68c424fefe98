import type { Browser } from 'playwright-core';
import { addDays, londonDate } from '#libs/platform';
import { openBrowser, Person } from '../support/real-browser.js';
import { openTestApp, type TestApp } from '../support/test-app.js';

/** From search to closure, by five people of four agencies, each in their own browser. */
let testApp: TestApp;
let browser: Browser;
let base: string;
const people: Person[] = [];
const today = londonDate(new Date());
const on = (days: number): string => addDays(today, days);

let visitor: Person;
let teacher: Person;
let schoolManager: Person;
let housing: Person;
let coordinator: Person;
let episode: string;

beforeAll(async () => {
  testApp = await openTestApp();
  browser = await openBrowser();
  base = testApp.url;
  for (const persona of [
    'healthVisitor',
    'schoolTeacher',
    'schoolManager',
    'housingOfficer',
    'coordinatorNwl',
  ])
    people.push(await Person.signIn(browser, base, persona));
  [visitor, teacher, schoolManager, housing, coordinator] = people as [
    Person,
    Person,
    Person,
    Person,
    Person,
  ];
}, 120_000);
afterAll(async () => {
  await browser.close();
  await testApp.close();
});

const agencyId = async (persona: string): Promise<string> => (await testApp.actor(persona)).agencyId;
const practitionerId = async (persona: string): Promise<string> =>
  (await testApp.actor(persona)).practitionerId;
const ownCount = async (manager: Person): Promise<number> => {
  await manager.goto('/caseload');
  return Number(/(\d+) open episode/.exec(await manager.text())?.[1] ?? 0);
};

test('a health visitor searches first, records a child and opens an episode', async () => {
  await visitor.goto('/children');
  await visitor.fill({ name: 'Wren Journeyman' }, { reason: 'asked' });
  await visitor.press('Search');
  expect(await visitor.text()).toContain('No children listed');
  await visitor.press('Add a new child');
  await visitor.fill({ givenNames: 'Wren', familyName: 'Journeyman' });
  await visitor.press('Continue');
  await visitor.fill({}, { sex: 'F', birthKind: 'exact' });
  await visitor.date('dateOfBirth', '2014-05-04');
  await visitor.press('Continue');
  await visitor.fill({ localityId: (await testApp.actor('coordinatorNwl')).localityId! });
  await visitor.press('Continue');
  await visitor.fill(
    { carerName: 'Ada Journeyman', carerRelationship: 'mother' },
    { carerParentalResponsibility: 'yes' },
  );
  await visitor.press('Continue');
  expect(await visitor.text()).toContain('Ada Journeyman, mother, has parental responsibility');
  await visitor.picture('new-child-check');
  await visitor.press('Add this child');
  await visitor.follow('Start an episode');
  await visitor.fill({ reason: 'She does not sleep, and school is hard.' });
  await visitor.press('Start the episode');
  episode = visitor.path();
  expect(episode).toMatch(/^\/episodes\/[0-9a-f-]{36}/);
  episode = episode.split('/').slice(0, 3).join('/');
  await visitor.picture('episode-opened');
}, 120_000);

test('the school, its manager and housing get 404 before the family agrees; the coordinator can open the episode', async () => {
  for (const person of [teacher, schoolManager, housing]) expect(await person.goto(episode)).toBe(404);
  expect(await coordinator.goto(episode)).toBe(200);
}, 60_000);

test('the checklist leads to a common assessment', async () => {
  await visitor.goto(`${episode}/checklist`);
  const questions = ['healthy', 'safe_from_harm', 'positive_impact', 'free_from_poverty'];
  await visitor.fill(
    { extraHelp: 'Sleep, and help at school.' },
    {
      ...Object.fromEntries(questions.map((question) => [question, 'yes'])),
      learning_and_developing: 'no',
      clearWhatIsNeeded: 'not_sure',
      ownServiceCanProvide: 'no',
      moreThanOneService: 'yes',
      existingAssessment: 'none',
      assessmentWouldHelp: 'yes',
      discussedWithChild: 'yes',
      discussedWithParent: 'yes',
      decision: 'common_assessment',
    },
  );
  await visitor.date('decidedOn', today);
  await visitor.press('Complete the checklist');
  expect(await visitor.text()).not.toContain('There is a problem');
}, 60_000);

test('the family agrees that the school and housing may know, and asks that Connexions does not', async () => {
  const [school, council, connexions] = [
    await agencyId('schoolTeacher'),
    await agencyId('housingOfficer'),
    await agencyId('connexionsAdviser'),
  ];
  await visitor.goto(`${episode}/consents/new`);
  await visitor.fill({}, { agency: [school, council, connexions] });
  await visitor.press('Continue');
  await visitor.fill(
    { decidedBy: 'Ada Journeyman', capacity: 'parental_responsibility' },
    {
      decision: 'given',
      limitsExplained: 'yes',
      form: 'written',
      [`tiers-${school}`]: ['T0', 'T1', 'T2'],
      [`tiers-${council}`]: ['T0', 'T1', 'T2'],
    },
  );
  await visitor.reveal(`#standing-${connexions}`);
  await visitor.fill({}, { [`standing-${connexions}`]: 'excluded' });
  await visitor.picture('consent-conversation');
  await visitor.press('Continue');
  expect(await visitor.text()).toMatch(/Connexions.* must never see the record/);
  await visitor.picture('consent-check');
  await visitor.press('Confirm and save');
  expect(await visitor.text()).toContain('It applies from now.');
  expect(await visitor.text()).toContain('Never share: the family’s wish');
  await visitor.picture('consent');
  await visitor.follow(/^Page for the family/);
  expect(await visitor.text()).toContain('For Ada Journeyman.');
  await visitor.picture('consent-for-the-family');
}, 60_000);

test('the assessment is written section by section, checked, completed and frozen', async () => {
  await visitor.goto(`${episode}/assessment`);
  await visitor.press('Start the assessment');
  const section = async (name: string, fields: Record<string, string>, choices = {}): Promise<void> => {
    await visitor.goto(`${episode}/assessment/sections/${name}`);
    await visitor.fill(fields, choices);
    await visitor.press('Save');
  };
  await section('people_present', {
    'person-1-name': 'Wren',
    'person-1-role': 'Child',
    'person-2-name': 'Ada',
    'person-2-role': 'Mother',
  });
  await section('reason', { what_led: 'Wren is tired at school and cannot say why.' });
  await section(
    'conclusions',
    {
      strengths_summary: 'A close family.',
      needs_summary: 'Sleep.',
      goals: 'Wren sleeps through and goes in smiling.',
    },
    { needs_category: 'additional' },
  );
  await section('comments', {
    child_comment: 'I want to sleep.',
    parent_comment: 'We are glad you asked.',
  });
  for (const element of ['A2', 'B2', 'C1']) {
    await visitor.goto(`${episode}/assessment/elements/${element}`);
    await visitor.fill({ strengths: 'They talk to each other.', needs: 'Nights are hard.' });
    await visitor.press('Save');
  }
  await visitor.goto(`${episode}/assessment/check`);
  await visitor.picture('assessment-check');
  await visitor.press('Complete the assessment');
  await visitor.goto(`${episode}/assessment/versions/1`);
  expect(await visitor.text()).toContain('I want to sleep.');
  await visitor.goto(`${episode}/assessment/sections/reason`);
  expect(await visitor.text()).toContain('can no longer be edited');
}, 180_000);

test('the level of need is decided with reasons and the family’s view', async () => {
  await visitor.goto(`${episode}/level`);
  await visitor.fill({ reason: 'Two agencies are needed.', familyView: 'They agree.' }, { level: '2' });
  await visitor.press('Save level of need');
  expect(await visitor.text()).toContain('2');
  await visitor.picture('level');
}, 60_000);

test('a team forms across agencies, and the practitioner asked to lead accepts', async () => {
  for (const persona of ['schoolTeacher', 'housingOfficer']) {
    await visitor.goto(`${episode}/team?agency=${await agencyId(persona)}`);
    await visitor.fill({ practitionerId: await practitionerId(persona), teamRole: 'member' });
    await visitor.press('Add to team');
  }
  await visitor.goto(`${episode}/lead-professional/proposals/new`);
  await visitor.fill({
    practitionerId: await practitionerId('housingOfficer'),
    familyPreference: 'Ada knows her from the flat.',
    reason: 'She sees them every week.',
  });
  await visitor.press('Send request');
  await housing.goto('/proposals');
  await housing.press('Accept');
  await housing.goto(episode);
  expect(await housing.text()).toContain('lead professional');
  await visitor.goto(`${episode}/team`);
  await visitor.picture('team');
}, 120_000);

test('the lead writes the plan: an outcome, an action for the school and one for the mother', async () => {
  await housing.goto(`${episode}/plan/outcomes/new`);
  await housing.fill(
    { description: 'Wren sleeps through most nights', startingScore: '3', targetScore: '8' },
    { everyChildMatters: 'be_healthy' },
  );
  await housing.press('Add outcome');
  const outcomeId = (
    await testApp.asOwner<{ id: string }>('select id from plan_outcomes where episode_id = $1', [
      episode.slice(10),
    ])
  )[0]!.id;
  const doers: Record<string, string>[] = [
    { doerPractitionerId: await practitionerId('schoolTeacher') },
    { doerName: 'Ada (mother)' },
  ];
  for (const doer of doers) {
    await housing.goto(`${episode}/plan/actions/new?outcome=${outcomeId}`);
    await housing.fill(
      { outcomeId, description: 'Quiet half hour before bed or class', ...doer },
      { familyAgreement: 'yes' },
    );
    await housing.date('dueOn', on(5));
    await housing.press('Add action');
  }
  await housing.picture('plan');
  expect(await housing.text()).toContain('Ada (mother)');
}, 120_000);

test('the teacher finds the action on her home page and does it', async () => {
  await teacher.goto('/');
  expect(await teacher.text()).toContain('Quiet half hour');
  await teacher.picture('home');
  await teacher.goto(`${episode}/plan`);
  await teacher.press(/Mark as done/);
  expect(await teacher.text()).toContain('Done');
}, 60_000);

test('the review scores what changed and sets the next date', async () => {
  await housing.goto(`${episode}/reviews`);
  const score = await housing.page.locator('input[inputmode=numeric]').first().getAttribute('name');
  await housing.fill(
    {
      peoplePresent: 'Wren, child\nAda, mother',
      childComment: 'I slept.',
      parentComment: 'Better.',
      whatHasChanged: 'Nights are calmer.',
      nextSteps: 'Go on.',
      levelReason: 'Still two agencies.',
      [score!]: '6',
    },
    { kind: 'scheduled', leadConfirmed: 'yes', level: '2', consentReaffirmed: 'same' },
  );
  await housing.date('heldOn', today);
  await housing.page.locator('input[name=next]').first().check();
  await housing.date('nextReviewOn', on(42));
  await housing.press('Save review');
  expect(await housing.text()).not.toContain('There is a problem');
  await housing.goto(`${episode}/chronology`);
  await housing.picture('chronology');
}, 60_000);

test('the school’s manager counts the family until the family withdraws the school’s consent', async () => {
  expect(await ownCount(schoolManager)).toBe(1);
  await schoolManager.picture('caseload');
  expect(await teacher.goto(episode)).toBe(200);
  await visitor.goto(`${episode}/consents`);
  await visitor.follow(/Withdraw consent for Castle Rock/);
  expect(await visitor.text()).toContain((await testApp.actor('schoolTeacher')).name);
  await visitor.picture('withdrawal');
  await visitor.fill(
    { withdrawnBy: 'Ada Journeyman', capacity: 'parental_responsibility' },
    { safeguardingConcern: 'no' },
  );
  await visitor.press('Withdraw consent');
  expect(await teacher.goto(`${episode}/plan`)).toBe(404);
  expect(await teacher.goto('/')).toBe(200);
  expect(await teacher.text()).not.toContain('Wren');
  expect(await teacher.text()).toContain('Your access to a record has ended');
  expect(await ownCount(schoolManager)).toBe(0);
  expect(await housing.goto(episode)).toBe(200);
}, 120_000);

test('the lead closes the episode with a result for each outcome', async () => {
  await housing.goto(`${episode}/closure`);
  const result = await housing.page.locator('input[name^="result-"]').first().getAttribute('name');
  await housing.fill(
    { summary: 'Wren sleeps.', [result!.replace('result-', 'score-')]: '8', finalLevel: '1' },
    { reason: 'NEEDS_MET', [result!]: 'achieved', familyTold: 'yes' },
  );
  await housing.date('closedOn', today);
  await housing.press('Close this episode');
  await housing.goto(`${episode}/closure`);
  expect(await housing.text()).toContain('Closed on');
  await coordinator.goto('/caseload');
  await coordinator.goto(`${episode}/access`);
  expect(await coordinator.text()).toContain((await testApp.actor('healthVisitor')).name);
  await coordinator.picture('access');
}, 60_000);

test('no visited page has an accessibility violation that axe can find, or scrolls sideways', () => {
  expect(people.flatMap((person) => person.violations)).toEqual([]);
});
