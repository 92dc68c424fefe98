import { agreedEpisode } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 60_000);
afterAll(() => testApp.close());

const PATHS = [
  '',
  '/checklist',
  '/assessment',
  '/consents',
  '/team',
  '/plan',
  '/reviews',
  '/chronology',
  '/access',
  '/level',
  '/closure',
];
const COMPLETE = {
  healthy: 'yes',
  safe_from_harm: 'no',
  'safe_from_harm-note': 'Bruises on both arms',
  learning_and_developing: 'yes',
  positive_impact: 'yes',
  free_from_poverty: 'yes',
  extraHelp: 'Protection',
  assessmentWouldHelp: 'no',
  existingAssessment: 'none',
  discussedWithChild: 'yes',
  discussedWithParent: 'no',
  reasonNotDiscussed: 'It would put the child at risk',
  decision: 'safeguarding',
  'decidedOn-day': '1',
  'decidedOn-month': '2',
  'decidedOn-year': '2026',
  complete: 'yes',
};

async function unsafeEpisode() {
  const scenario = await agreedEpisode(
    testApp,
    'schoolTeacher',
    ['schoolTeacher', 'housingOfficer'],
    ['T0', 'T1'],
  );
  const teacher = await testApp.browse('schoolTeacher');
  const saved = await teacher.submit(`/episodes/${scenario.episodeId}/checklist`, COMPLETE);
  expect(saved.status).toBe(303);
  return { ...scenario, teacher };
}
const answerPath = (text: string): string => /href="([^"]+\/safety-concerns\/[0-9a-f-]+)"/.exec(text)![1]!;
const TODAY = (() => {
  const [year, month, day] = new Date().toISOString().slice(0, 10).split('-') as [string, string, string];
  return { 'actionOn-day': day, 'actionOn-month': month, 'actionOn-year': year };
})();

it('a safety concern is on every page of the episode, with telephone links, until what was done is recorded', async () => {
  const { episodeId, teacher } = await unsafeEpisode();
  for (const path of PATHS) {
    const page = await teacher.get(`/episodes/${episodeId}${path}`);
    expect([path, page.status, page.text.includes('may not be safe')]).toEqual([path, 200, true]);
    expect(page.text).toContain('href="tel:01632960200"');
    expect(page.text).toContain('href="tel:01632960201"');
    expect(page.text).toContain('href="tel:999"');
  }
  const overview = await teacher.get(`/episodes/${episodeId}`);
  expect(overview.text).not.toContain('Complete the checklist');
  const path = answerPath(overview.text);
  expect((await teacher.get(path)).status).toBe(200);
  const bare = await teacher.submit(path, { ...TODAY, actionTaken: 'Rang the front door', spokenTo: '' });
  expect(bare.status).toBe(422);
  expect(bare.text).toContain('Enter who was spoken to');
  expect(bare.text).toContain('Rang the front door');
  const done = await teacher.submit(path, {
    ...TODAY,
    actionTaken: 'Rang the front door',
    spokenTo: 'Duty social worker',
    actionTime: '0:01',
    reference: '',
  });
  expect([done.status, done.location]).toEqual([303, `/episodes/${episodeId}`]);
  const again = await teacher.submit(path, { ...TODAY, actionTaken: 'x', spokenTo: 'x', actionTime: '0:01' });
  expect([again.status, again.text.includes('has already been recorded')]).toEqual([422, true]);
  const saved = await teacher.get(`/episodes/${episodeId}`);
  expect(saved.text).not.toContain('may not be safe');
  expect(saved.text).toContain('Raise a step-up to social care');
  const all = await teacher.get(`/episodes/${episodeId}/safety-concerns`);
  expect(all.text).toContain('Duty social worker');
  expect((await teacher.get(`/episodes/${episodeId}/chronology`)).text).toContain('Safety concern answered');
});

it('a safety concern asks what was done when the checklist says that the child is safe again', async () => {
  const { episodeId, teacher } = await unsafeEpisode();
  const { text } = await teacher.get(`/episodes/${episodeId}/checklist`);
  const version = /name="version" value="(\d+)"/.exec(text)![1]!;
  const saved = await teacher.submit(`/episodes/${episodeId}/checklist`, {
    ...COMPLETE,
    version,
    safe_from_harm: 'yes',
    decision: 'none',
  });
  expect([saved.status, saved.location]).toEqual([303, answerPath(text)]);
  expect((await teacher.get(saved.location!)).text).toContain('What was done?');
  expect((await teacher.get(`/episodes/${episodeId}`)).text).toContain('may not be safe');
});

it('a safety concern is on no page of a person who knows less than the record', async () => {
  const { episodeId } = await unsafeEpisode();
  const housing = await testApp.browse('housingOfficer');
  for (const path of ['', '/access']) {
    const page = await housing.get(`/episodes/${episodeId}${path}`);
    expect([path, page.text.includes('may not be safe')]).toEqual([path, false]);
  }
  expect((await housing.get(`/episodes/${episodeId}/safety-concerns`)).status).toBe(404);
  expect((await housing.get('/')).text).not.toContain('a child may not be safe');
});

it('a safety concern is on the home of the author, the manager, the coordinator and the front door, who can record what was done', async () => {
  const { episodeId } = await unsafeEpisode();
  for (const persona of ['schoolTeacher', 'schoolManager', 'coordinatorNwl', 'frontDoor']) {
    const browser = await testApp.browse(persona);
    const home = await browser.get('/');
    expect([persona, home.text.includes('Act now: a child may not be safe')]).toEqual([persona, true]);
    expect(home.text).toContain(`/episodes/${episodeId}/safety-concerns/`);
    const overview = await browser.get(`/episodes/${episodeId}`);
    expect([persona, overview.text.includes('may not be safe')]).toEqual([persona, true]);
  }
  const door = await testApp.browse('frontDoor');
  const path = answerPath((await door.get(`/episodes/${episodeId}`)).text);
  const done = await door.submit(path, {
    ...TODAY,
    actionTaken: 'Visited',
    spokenTo: 'Mother',
    actionTime: '0:01',
  });
  expect(done.status).toBe(303);
  expect((await door.get(done.location!)).text).not.toContain('may not be safe');
});

it('an incomplete checklist with a safety concern says who to contact, though nothing is saved', async () => {
  const { episodeId } = await agreedEpisode(testApp, 'schoolTeacher', ['schoolTeacher']);
  const teacher = await testApp.browse('schoolTeacher');
  const again = await teacher.submit(`/episodes/${episodeId}/checklist`, {
    safe_from_harm: 'no',
    complete: 'yes',
  });
  expect(again.status).toBe(422);
  expect(again.text).toContain('href="tel:01632960200"');
  expect(again.text).toContain('Your answers are not saved yet');
});

it('a safety concern links to the numbers that the system administrator sets for the area and its localities', async () => {
  const { episodeId, teacher } = await unsafeEpisode();
  const admin = await testApp.browse('systemAdministrator');
  const { text } = await admin.get('/settings');
  const locality = /value="([0-9a-f-]{36})"[^>]*>North West Leicestershire/.exec(text)![1]!;
  const numbers = {
    localityId: locality,
    name: 'Coalville office',
    telephone: '01632 960333',
    hours: 'Weekdays, 9am to 5pm',
    outOfHoursTelephone: '01632 960444',
  };
  const bad = await admin.submit('/settings/front-doors', { ...numbers, telephone: 'ask Joan' });
  expect(bad.status).toBe(422);
  expect(bad.text).toContain('Enter the daytime telephone number');
  expect(bad.text).toContain('ask Joan');
  const version = { [`version-${locality}`]: '0' };
  expect((await admin.submit('/settings/front-doors', { ...numbers, ...version })).status).toBe(303);
  expect((await teacher.get(`/episodes/${episodeId}`)).text).toContain('href="tel:01632960333"');
  expect((await teacher.submit('/settings/front-doors', numbers)).status).toBe(403);
});

it('two administrators who change the same numbers do not overwrite each other unseen', async () => {
  const admin = await testApp.browse('systemAdministrator');
  const versionsOn = (text: string) =>
    Object.fromEntries(
      [...text.matchAll(/name="(version-[\w-]+)" value="(\d+)"/g)].map(([, name, value]) => [name!, value!]),
    );
  const opened = versionsOn((await admin.get('/settings')).text);
  expect(Object.keys(opened).length).toBeGreaterThan(5);
  const change = (versions: Record<string, string>, telephone: string) =>
    admin.submit('/settings/front-doors', {
      ...versions,
      localityId: '',
      name: 'County front door',
      telephone,
      hours: 'Weekdays, 9am to 5pm',
      outOfHoursTelephone: '01632 960222',
    });
  expect((await change(opened, '01632 960501')).status).toBe(303);
  // The second administrator opened the form before the first saved; a typing error in between changes nothing of that.
  const mistyped = await change(opened, 'ask Joan');
  expect([mistyped.status, versionsOn(mistyped.text)]).toEqual([422, opened]);
  const late = await change(versionsOn(mistyped.text), '01632 960502');
  expect(late.status).toBe(422);
  expect(late.text).toContain('Someone else has changed this since you opened it.');
  for (const shown of ['01632 960501', 'value="01632 960502"']) expect(late.text).toContain(shown);
  expect((await admin.get('/settings')).text).toContain('01632 960501');
  expect((await change(versionsOn(late.text), '01632 960502')).status).toBe(303);
  const saved = (await admin.get('/settings')).text;
  expect(saved).toContain('01632 960502');
  expect(saved).not.toContain('01632 960501');
  // Without a version, numbers that exist are not replaced.
  expect((await change({}, '01632 960503')).status).toBe(422);
});
