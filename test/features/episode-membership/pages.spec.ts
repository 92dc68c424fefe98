import { recordsConsent } from '../../support/consenting.js';
import { agreedEpisode, agrees, recordedChild } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 120_000);
afterAll(() => testApp.close());

const on = (date: Date): Record<string, string> => ({
  'happenedOn-day': String(date.getUTCDate()),
  'happenedOn-month': String(date.getUTCMonth() + 1),
  'happenedOn-year': String(date.getUTCFullYear()),
});
const nameOf = async (id: string): Promise<string> =>
  (
    await testApp.asOwner<{ name: string }>('select given_names as name from children where id = $1', [id])
  )[0]!.name;

async function family() {
  const one = await agreedEpisode(testApp, 'schoolTeacher', ['schoolNurse'], ['T0', 'T1', 'T2']);
  const laterId = await recordedChild(testApp, 'schoolTeacher');
  const teacher = await testApp.browse('schoolTeacher');
  return { ...one, laterId, teacher, place: `/episodes/${one.episodeId}/children` };
}

it('a child found by search is added, and the page goes straight to the question of consent', async () => {
  const { episodeId, laterId, teacher, place } = await family();
  const name = await nameOf(laterId);
  const form = await teacher.get(`${place}/new?child=${laterId}`);
  expect(form.status).toBe(200);
  expect(form.text).toContain(`${name} Invented`);
  expect(form.text).toContain('does not include this child');
  const added = await teacher.submit(place, { childId: laterId, reason: 'moved_in', ...on(new Date()) });
  expect([added.status, added.location]).toEqual([303, `/episodes/${episodeId}/consents/new`]);
  const list = await teacher.get(place);
  expect(list.text).toContain('Not in the family’s consent');
  expect(list.text).toContain(`${name} Invented joined`);
  expect((await teacher.get('/')).text).toContain(`${name} has joined this episode`);
  const nurse = await testApp.browse('schoolNurse');
  for (const page of [place, `/episodes/${episodeId}`, `/episodes/${episodeId}/chronology`, '/'])
    expect((await nurse.get(page)).text).not.toContain(name);
});

it('the conversation about consent asks of each child who joined later, and keeps the answer', async () => {
  const { episodeId, laterId, teacher, place } = await family();
  const name = await nameOf(laterId);
  await teacher.submit(place, { childId: laterId, reason: 'moved_in', ...on(new Date()) });
  const { agencyId } = await testApp.actor('schoolNurse');
  const form = `/episodes/${episodeId}/consents/new?agency=${agencyId}`;
  expect((await teacher.get(form)).text).toContain(
    'Does this decision include the children who joined later?',
  );
  const recorded = await recordsConsent(
    teacher,
    episodeId,
    {
      decision: 'given',
      purpose: 'share_plan',
      agency: agencyId,
      [`standing-${agencyId}`]: 'agreed',
      [`tiers-${agencyId}`]: ['T0', 'T1'],
      childIds: laterId,
      decidedBy: 'Invented Mother',
      capacity: 'parental_responsibility',
      limitsExplained: 'yes',
      form: 'written',
    },
    form,
  );
  expect(recorded.status).toBe(303);
  expect((await (await testApp.browse('schoolNurse')).get(`/episodes/${episodeId}`)).text).toContain(name);
  const again = await teacher.get(form);
  expect(again.text).toMatch(new RegExp(`value="${laterId}"[^>]*checked`));
});

it('what was typed stays on a bad form, with the error beside its field', async () => {
  const { laterId, teacher, place } = await family();
  const bad = await teacher.submit(place, { childId: laterId, reason: 'other', note: '', ...on(new Date()) });
  expect(bad.status).toBe(422);
  expect(bad.text).toContain('Enter the reason');
  expect(bad.text).toMatch(new RegExp(`value="${laterId}"[^>]*checked`));
});

it('a child is taken out on a page that says what ends, and the last one is not offered', async () => {
  const { episodeId, childId, laterId, teacher, place } = await family();
  await teacher.submit(place, { childId: laterId, reason: 'moved_in', ...on(new Date()) });
  await agrees(testApp, episodeId, 'schoolTeacher', ['schoolNurse'], ['T0', 'T1'], { childIds: [laterId] });
  const removal = `${place}/${laterId}/removal`;
  expect((await teacher.get(removal)).text).toContain('The episode goes on for the other children');
  const done = await teacher.submit(removal, { reason: 'moved_out', ...on(new Date()) }, removal);
  expect([done.status, done.location]).toEqual([303, place]);
  const list = (await teacher.get(place)).text;
  expect(list).toContain('No longer part of this episode');
  expect(list).not.toContain('/removal');
  expect((await teacher.get(`${place}/${childId}/removal`)).text).toContain(
    'is the only child in this episode',
  );
});

it('the pages are not found by a stranger, and refused to a reader who is neither author nor lead', async () => {
  const { childId, place } = await family();
  for (const page of [place, `${place}/new`, `${place}/${childId}/removal`])
    expect([page, (await (await testApp.browse('outsider')).get(page)).status]).toEqual([page, 404]);
  const nurse = await testApp.browse('schoolNurse');
  expect((await nurse.get(place)).status).toBe(200);
  expect([
    (await nurse.get(`${place}/new`)).status,
    (await nurse.get(`${place}/${childId}/removal`)).status,
  ]).toEqual([403, 403]);
});
