import { importDemoReference } from '../../../apps/console/src/import-reference.js';
import type { Browser } from '../../support/browser.js';
import { formsIn, shownValues } from '../../support/forms.js';
import { recordedChild } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
  await importDemoReference(testApp.adminUrl);
}, 300_000);
afterAll(() => testApp.close());

const BORN = { sex: 'F', 'dateOfBirth-day': '1', 'dateOfBirth-month': '3', 'dateOfBirth-year': '2015' };
const localityId = async (): Promise<string> => (await testApp.actor('coordinatorNwl')).localityId!;

/** Answers the step at this address, and gives where it leads. */
async function answered(browser: Browser, at: string, fields: Record<string, string>): Promise<string> {
  const { status, location, text } = await browser.submit(at, fields);
  expect([status, status === 303 ? '' : text]).toEqual([303, '']);
  return location!;
}
/** The steps up to the check of the answers. */
async function answeredAll(browser: Browser, givenNames: string, familyName: string): Promise<string> {
  const birth = await answered(browser, '/children/new/name', { givenNames, familyName });
  const home = await answered(browser, birth, BORN);
  const carers = await answered(browser, home, { localityId: await localityId(), postcode: '' });
  return answered(browser, carers, {
    carerName: 'Invented Mother',
    carerRelationship: 'mother',
    carerParentalResponsibility: 'yes',
  });
}
/** Sends the answers as the page of the check shows them. */
async function added(browser: Browser, check: string) {
  const { text } = await browser.get(check);
  const form = formsIn(text, check).find(({ action }) => action === '/children/new')!;
  const { _csrf: _token, ...fields } = shownValues(form);
  return browser.sendForm('/children/new', fields, check);
}

describe('a new child in steps', () => {
  it('asks for one thing on a page, keeps it out of the address, and records after the check', async () => {
    const teacher = await testApp.browse('schoolTeacher');
    const check = await answeredAll(teacher, 'Nonpareil', 'Stepwise');
    expect(check).toMatch(/^\/children\/new\/[0-9a-f-]{36}\/check$/);
    const { text } = await teacher.get(check);
    for (const answer of [
      'Nonpareil Stepwise',
      'Female',
      '1 3 2015',
      'North West Leicestershire',
      'Invented Mother, mother, has parental responsibility',
    ])
      expect(text).toContain(answer);
    expect(await testApp.asOwner("select 1 from children where family_name = 'Stepwise'")).toEqual([]);
    const first = await added(teacher, check);
    expect([first.status, first.location]).toEqual([
      303,
      expect.stringMatching(/^\/children\/[0-9a-f-]{36}$/),
    ]);
    const child = await teacher.get(first.location!);
    expect(child.text).toContain('Invented Mother');
    // The rest is a list of tasks.
    expect(child.text).toContain('Complete this record');
    expect(child.text).toMatch(/href="\/children\/[0-9a-f-]{36}\/change\?part=school"/);
  }, 180_000);

  it('records one child however often the button is pressed', async () => {
    const teacher = await testApp.browse('schoolTeacher');
    const check = await answeredAll(teacher, 'Quintilian', 'Twicepressed');
    const form = formsIn((await teacher.get(check)).text, check).find(
      ({ action }) => action === '/children/new',
    )!;
    const { _csrf: _token, ...fields } = shownValues(form);
    const pressed = await Promise.all([
      teacher.sendForm('/children/new', fields, check),
      teacher.sendForm('/children/new', fields, check),
    ]);
    pressed.push(await teacher.sendForm('/children/new', fields, check));
    // The second waits for the first; on a busy machine it is asked to try again.
    const answered303 = pressed.filter(({ status }) => status === 303);
    expect(pressed.filter(({ status }) => status !== 303 && status !== 503)).toEqual([]);
    expect(pressed.at(-1)!.status).toBe(303);
    expect(new Set(answered303.map(({ location }) => location)).size).toBe(1);
    expect(await testApp.asOwner("select 1 from children where family_name = 'Twicepressed'")).toHaveLength(
      1,
    );
    expect((await teacher.get(check)).location).toBe(pressed.at(-1)!.location);
  }, 180_000);

  it('shows an error of its own step beside the field, and keeps what was typed', async () => {
    const teacher = await testApp.browse('schoolTeacher');
    const name = await teacher.submit('/children/new/name', { givenNames: 'Only', familyName: '-' });
    expect(name.status).toBe(422);
    expect(name.text).toContain('Leave it blank if there is no such name');
    expect(name.text).toContain('value="Only"');
    expect(name.text).not.toContain('date of birth');
    const birth = await answered(teacher, '/children/new/name', { givenNames: 'Only', familyName: 'Once' });
    const wrong = await teacher.submit(birth, { ...BORN, 'dateOfBirth-day': '31', 'dateOfBirth-month': '2' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('must be a real date');
    expect(wrong.text).toContain('value="31"');
  }, 180_000);

  it('is kept for its author alone, who can change an answer, go on later and delete it', async () => {
    const teacher = await testApp.browse('schoolTeacher');
    const check = await answeredAll(teacher, 'Ozymandias', 'Laterfinished');
    const name = check.replace(/check$/, 'name');
    expect(
      await answered(teacher, name, { givenNames: 'Changed', familyName: 'Laterfinished', then: 'check' }),
    ).toBe(check);
    // In another session of the same person.
    const again = await testApp.browse('schoolTeacher');
    expect((await again.get('/children')).text).toContain('Changed Laterfinished');
    expect((await again.get(check)).text).toContain('Changed Laterfinished');
    for (const other of ['outsider', 'healthVisitor']) {
      const browser = await testApp.browse(other);
      expect([other, (await browser.get(check)).status]).toEqual([other, 404]);
      expect([other, (await browser.submit(name, { givenNames: 'x', familyName: 'y' })).status]).toEqual([
        other,
        404,
      ]);
    }
    expect((await again.submit(check.replace(/check$/, 'deletion'), {})).status).toBe(303);
    expect((await again.get(check)).status).toBe(404);
  }, 180_000);
});

describe('a brother or sister', () => {
  it('begins with the family’s name, home and carers, and asks about parental responsibility', async () => {
    const first = await recordedChild(testApp, 'schoolTeacher', {
      givenNames: 'Primus',
      familyName: 'Samehome',
      details: { address: '1 Invented Row', postcode: 'LE99 1AA' },
      carers: [{ name: 'Invented Father', relationship: 'father', parentalResponsibility: 'yes' }],
    });
    const teacher = await testApp.browse('schoolTeacher');
    const child = await teacher.get(`/children/${first}`);
    expect(child.text).toContain(`/children/new/name?sibling=${first}`);
    const start = await teacher.get(`/children/new/name?sibling=${first}`);
    expect(start.text).toContain('Brother or sister of Primus Samehome');
    expect(start.text).toContain('value="Samehome"');
    const birth = await answered(teacher, '/children/new/name', {
      sibling: first,
      givenNames: 'Secundus',
      familyName: 'Samehome',
    });
    const home = await answered(teacher, birth, { ...BORN, 'dateOfBirth-year': '2017' });
    const shown = await teacher.get(home);
    expect(shown.text).toContain('1 Invented Row');
    expect(shown.text).toContain('value="LE99 1AA"');
    const carers = await answered(teacher, home, { localityId: await localityId() });
    const unanswered = await teacher.submit(carers, {});
    expect(unanswered.status).toBe(422);
    expect(unanswered.text).toContain('Select whether Invented Father has parental responsibility');
    const [carer] = await testApp.asOwner<{ id: string }>(
      'select carer_id as id from child_carers where child_id = $1',
      [first],
    );
    const check = await answered(teacher, carers, { [`shared-${carer!.id}-responsibility`]: 'not_known' });
    const recorded = await added(teacher, check);
    expect(recorded.status).toBe(303);
    expect(await testApp.asOwner('select 1 from child_carers where carer_id = $1', [carer!.id])).toHaveLength(
      2,
    );
    expect((await teacher.get(`/children/${first}`)).text).toContain('Secundus Samehome');
  }, 180_000);

  it('out of reach is not found', async () => {
    const hidden = await recordedChild(testApp, 'schoolTeacher', { givenNames: 'Tertius' });
    const outsider = await testApp.browse('outsider');
    expect((await outsider.get(`/children/new/name?sibling=${hidden}`)).status).toBe(404);
  }, 180_000);
});

describe('a place on the form', () => {
  it('is chosen from the list of schools, without JavaScript, or kept as typed', async () => {
    const id = await recordedChild(testApp, 'schoolTeacher', { givenNames: 'Quill' });
    const teacher = await testApp.browse('schoolTeacher');
    const at = `/children/${id}/change`;
    expect((await teacher.get(`${at}?part=school`)).text).not.toContain('Family name');
    const part = { part: 'school', version: '1', educationSetting: 'bramble', gp: '' };
    const found = await teacher.submit(at, { ...part, find: 'educationSetting' });
    const choice = 'Bramble Hill Primary School (demo), Coalville (URN 900001)';
    expect(found.status).toBe(200);
    expect(found.text).toContain(`value="${choice}"`);
    expect(found.text).toContain('None of these: keep what I typed');
    const saved = await teacher.submit(at, { ...part, educationSettingChoice: choice });
    expect(saved.status).toBe(303);
    const stored = () =>
      testApp.asOwner('select education_setting, gp from child_contacts where child_id = $1', [id]);
    expect(await stored()).toEqual([{ education_setting: choice, gp: null }]);
    const none = await teacher.submit(at, { ...part, version: '2', gp: 'xyzzy', find: 'gp' });
    expect(none.text).toContain('No open GP practice in the list matches. What you typed is kept.');
    const typed = await teacher.submit(at, {
      ...part,
      version: '2',
      educationSetting: choice,
      gp: 'A practice abroad',
    });
    expect(typed.status).toBe(303);
    expect(await stored()).toEqual([{ education_setting: choice, gp: 'A practice abroad' }]);
    // What was not on the page has stayed.
    expect(await testApp.asOwner('select given_names from children where id = $1', [id])).toEqual([
      { given_names: 'Quill' },
    ]);
  }, 180_000);

  it('is suggested while it is typed, out of the address and to those who record children', async () => {
    const teacher = await testApp.browse('schoolTeacher');
    const { status, text } = await teacher.submit('/place-suggestions', {
      field: 'educationSetting',
      text: 'wigston',
    });
    expect([status, JSON.parse(text)]).toEqual([
      200,
      { choices: ['Wigston Mead High School (demo), Wigston (URN 900003)'] },
    ]);
    expect((await teacher.submit('/place-suggestions', { field: 'postcode', text: 'LE99' })).text).toBe(
      '{"choices":[]}',
    );
    const editor = await testApp.browse('directoryEditor');
    expect((await editor.submit('/place-suggestions', { field: 'gp', text: 'mead' })).status).toBe(403);
  }, 180_000);

  it('gives the district of a postcode, and the locality where none was chosen', async () => {
    const teacher = await testApp.browse('schoolTeacher');
    const birth = await answered(teacher, '/children/new/name', {
      givenNames: 'Ripple',
      familyName: 'Located',
    });
    const home = await answered(teacher, birth, BORN);
    const says = await teacher.submit(home, { postcode: 'le991aa', localityId: '', find: 'postcode' });
    expect(says.text).toContain('LE99 1AA is in Invented Coalville East, North West Leicestershire.');
    expect(says.text).toContain(`<option value="${await localityId()}" selected>`);
    const outside = await teacher.submit(home, { postcode: 'LE99 9ZZ', localityId: '', find: 'postcode' });
    expect(outside.text).toContain('outside this area. Choose the locality yourself.');
    const unknown = await teacher.submit(home, { postcode: 'AB1 1AA', localityId: '', find: 'postcode' });
    expect(unknown.text).toContain('This postcode is not in the list.');
    const next = await answered(teacher, home, { postcode: 'LE99 1AA', localityId: '' });
    expect(next).toMatch(/carers$/);
    expect((await teacher.get(next.replace(/carers$/, 'check'))).text).toContain('North West Leicestershire');
  }, 180_000);
});
