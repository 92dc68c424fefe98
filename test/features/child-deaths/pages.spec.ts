import { date } from '#libs/page-kit';
import { dayFromNow } from '../../support/delivering.js';
import { openedEpisode, recordedChild } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 120_000);
afterAll(() => testApp.close());

const dateFields = (name: string, iso: string): Record<string, string> => {
  const [year, month, day] = iso.split('-').map((part) => String(Number(part)));
  return { [`${name}-day`]: day!, [`${name}-month`]: month!, [`${name}-year`]: year! };
};

it('a death recorded on the child’s page is said there, and no age is shown any more', async () => {
  const { childId, episodeId } = await openedEpisode(testApp, 'schoolTeacher');
  const teacher = await testApp.browse('schoolTeacher');
  expect((await teacher.get(`/children/${childId}`)).text).toMatch(/\(1\d years\)/);
  const form = `/children/${childId}/death`;
  const bad = await teacher.submit(
    form,
    { dateKnown: 'exact', source: 'health', note: 'Invented note.' },
    form,
  );
  expect([bad.status, bad.text]).toEqual([
    422,
    expect.stringContaining('Enter the date, or select that it is not known'),
  ]);
  expect(bad.text).toContain('Invented note.');
  const done = await teacher.submit(
    form,
    { dateKnown: 'about', source: 'health', note: 'Invented note.', ...dateFields('diedOn', dayFromNow(-2)) },
    form,
  );
  expect([done.status, done.location]).toEqual([303, `/children/${childId}`]);
  const { text } = await teacher.get(`/children/${childId}`);
  expect(text).toContain('has died');
  expect(text).toContain('about ');
  expect(text).not.toMatch(/\(1\d years\)/);
  expect((await teacher.get(`/episodes/${episodeId}`)).text).toContain('has died');
  expect((await teacher.get('/episodes')).text).toContain('has died');
});

it('an episode started for a child who died asks why, and keeps what was typed', async () => {
  const childId = await recordedChild(testApp, 'schoolTeacher');
  await (
    await testApp.as('schoolTeacher')
  ).post(`/children/${childId}/death`, {
    dateKnown: 'not_known',
    source: 'family',
  });
  const teacher = await testApp.browse('schoolTeacher');
  expect((await teacher.get(`/episodes/new?child=${childId}`)).text).toContain('has died');
  const asked = await teacher.submit('/episodes/new', { child: childId, reason: 'Invented reason typed.' });
  expect(asked.status).toBe(422);
  expect(asked.text).toContain('Enter why you are starting help for them');
  expect(asked.text).toContain('Invented reason typed.');
  const opened = await teacher.submit('/episodes/new', {
    child: childId,
    reason: 'Invented reason typed.',
    afterDeathBecause: 'The wrong child was marked.',
  });
  expect(opened.status).toBe(303);
});

it('what was recorded in error is undone from the same page', async () => {
  const { childId } = await openedEpisode(testApp, 'schoolTeacher');
  await (
    await testApp.as('schoolTeacher')
  ).post(`/children/${childId}/death`, {
    dateKnown: 'not_known',
    source: 'family',
  });
  const teacher = await testApp.browse('schoolTeacher');
  expect((await teacher.get(`/children/${childId}`)).text).toContain('This was recorded in error');
  const form = `/children/${childId}/death/undoing`;
  expect((await teacher.submit(form, { reason: '' }, form)).status).toBe(422);
  expect((await teacher.submit(form, { reason: 'The wrong child.' }, form)).status).toBe(303);
  expect((await teacher.get(`/children/${childId}`)).text).not.toContain('has died</strong>');
});

it('two weeks after the expected date the page asks, and the birth is recorded there', async () => {
  const childId = await recordedChild(testApp, 'schoolTeacher', {
    givenNames: 'Baby',
    familyName: 'Overdue',
    dateOfBirth: null,
    expectedDate: dayFromNow(-15),
  });
  const teacher = await testApp.browse('schoolTeacher');
  expect((await teacher.get(`/children/${childId}`)).text).toContain('The baby was expected on');
  const form = `/children/${childId}/birth`;
  const born = await teacher.submit(
    form,
    {
      ...dateFields('bornOn', dayFromNow(-12)),
      'givenNames-0': 'Olive',
      'familyName-0': 'Overdue',
      'sex-0': 'F',
    },
    form,
  );
  expect([born.status, born.location]).toEqual([303, `/children/${childId}`]);
  const { text } = await teacher.get(`/children/${childId}`);
  expect(text).toContain('Olive Overdue');
  expect(text).not.toContain('The baby was expected on');
});

it('of triplets each likely duplicate is asked about once, and what was answered is kept', async () => {
  const born = dayFromNow(-12);
  for (const givenNames of ['Marigold', 'Primrose'])
    await recordedChild(testApp, 'schoolTeacher', { givenNames, familyName: 'Tripleton', dateOfBirth: born });
  const childId = await recordedChild(testApp, 'schoolTeacher', {
    givenNames: 'Baby',
    familyName: 'Tripleton',
    dateOfBirth: null,
    expectedDate: dayFromNow(-15),
  });
  const teacher = await testApp.browse('schoolTeacher');
  const form = `/children/${childId}/birth`;
  const fields = {
    ...dateFields('bornOn', born),
    ...Object.fromEntries(
      ['Bartholomew', 'Marigold', 'Primrose'].flatMap((name, index) => [
        [`givenNames-${index}`, name],
        [`familyName-${index}`, 'Tripleton'],
        [`sex-${index}`, 'F'],
      ]),
    ),
  };
  const answered: string[] = [];
  let rounds = 0;
  for (; rounds < 5; rounds += 1) {
    const answer = await teacher.submit(form, { ...fields, notTheSameAs: answered }, form);
    if (answer.status === 303) break;
    const asked = [...answer.text.matchAll(/type="checkbox" value="([0-9a-f-]{36})"/g)].map(([, id]) => id!);
    const kept = [...answer.text.matchAll(/type="hidden" name="notTheSameAs" value="([0-9a-f-]{36})"/g)];
    expect(kept.map(([, id]) => id)).toEqual(answered);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((id) => answered.includes(id))).toEqual([]);
    expect(answer.text).toContain(`Tripleton, born ${date(born)}`);
    answered.push(...asked);
  }
  expect(rounds).toBe(2);
});

it('a pregnancy that ended is said kindly, and the birth is not asked for any more', async () => {
  const childId = await recordedChild(testApp, 'schoolTeacher', {
    givenNames: 'Baby',
    familyName: 'Gently',
    dateOfBirth: null,
    expectedDate: dayFromNow(-15),
  });
  const teacher = await testApp.browse('schoolTeacher');
  const form = `/children/${childId}/death`;
  expect((await teacher.get(form)).text).toContain('Record that the pregnancy has ended');
  expect((await teacher.submit(form, { dateKnown: 'not_known', source: 'family' }, form)).status).toBe(303);
  const { text } = await teacher.get(`/children/${childId}`);
  expect(text).toContain('This pregnancy has ended');
  expect(text).not.toContain('The baby was expected on');
  expect(text).not.toContain('Record the birth');
});

it('a stranger finds no such page, a reader who may not record it is refused', async () => {
  const { childId } = await openedEpisode(testApp, 'schoolTeacher');
  for (const page of [`/children/${childId}/death`, `/children/${childId}/birth`])
    expect((await (await testApp.browse('outsider')).get(page)).status).toBe(404);
});
