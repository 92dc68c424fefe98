import { deliveringEpisode, dayFromNow } from '../../support/delivering.js';
import { agreedEpisode, agrees, openedEpisode, recordedChild } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 120_000);
afterAll(() => testApp.close());
afterEach(() => testApp.moveClock());

const death = (more: object = {}) => ({
  diedOn: dayFromNow(-1),
  dateKnown: 'exact',
  source: 'family',
  note: 'The funeral is next week.',
  ...more,
});
const subjectsOf = async (persona: string, episodeId: string): Promise<string[]> =>
  (
    await testApp.asOwner<{ subject: string }>(
      'select subject from messages where recipient_id = $1 and href = $2 order by sent_at, id',
      [(await testApp.actor(persona)).practitionerId, `/episodes/${episodeId}`],
    )
  ).map(({ subject }) => subject);

it('is said on the record by every reader’s own policies, once, and told once to the people who work with the family', async () => {
  const { episodeId, childId } = await agreedEpisode(
    testApp,
    'schoolTeacher',
    ['schoolNurse'],
    ['T0', 'T1', 'T2'],
  );
  const teacher = await testApp.as('schoolTeacher');
  const { practitionerId, agencyId } = await testApp.actor('schoolNurse');
  await teacher.post(`/episodes/${episodeId}/team`, { practitionerId, agencyId, teamRole: 'member' });
  expect((await teacher.post(`/children/${childId}/death`, death())).status).toBe(201);
  expect((await teacher.post(`/children/${childId}/death`, death())).status).toBe(409);
  const nurse = await testApp.as('schoolNurse');
  expect((await nurse.get(`/children/${childId}/death`)).body).toMatchObject({
    diedOn: dayFromNow(-1),
    dateKnown: 'exact',
    beforeBirth: false,
    recordedBy: 'Maureen Oakleaf',
  });
  expect((await nurse.get(`/episodes/${episodeId}`)).body.children[0].hasDied).toBe(true);
  const outsider = await testApp.as('outsider');
  expect((await outsider.get(`/children/${childId}/death`)).status).toBe(404);
  expect(
    (await subjectsOf('schoolNurse', episodeId)).filter((one) => one.startsWith('Please read this')),
  ).toHaveLength(1);
});

it('ends the prompts at 12, 16 and 18 and the reminders of an ending agreement', async () => {
  const teacher = await testApp.as('schoolTeacher');
  const childId = await recordedChild(testApp, 'schoolTeacher', {
    dateOfBirth: dayFromNow(-12 * 365.25 + 20),
  });
  const opened = await teacher.post('/episodes', { childIds: [childId], reason: 'Invented: asks for help.' });
  const episodeId = opened.body.id as string;
  await agrees(testApp, episodeId, 'schoolTeacher', ['schoolNurse'], ['T0'], { validUntil: dayFromNow(60) });
  await testApp.moveClock(new Date(Date.now() + 40 * 86_400_000).toISOString());
  const due = async () => {
    const { body } = await teacher.get(`/episodes/${episodeId}/consents`);
    return [body.prompts.length, body.endings.length];
  };
  const warned = async () =>
    (
      await testApp.asOwner<{ sent: number }>(
        'select access.send_expiry_reminders(array[$1::uuid]) as sent',
        [episodeId],
      )
    )[0]!.sent;
  expect(await due()).toEqual([1, 1]);
  expect((await teacher.post(`/children/${childId}/death`, death())).status).toBe(201);
  expect(await due()).toEqual([0, 0]);
  expect(await warned()).toBe(0);
  await testApp.asOwner(
    'update child_deaths set undone_by = recorded_by, undone_at = now(), undone_because = $1 where child_id = $2',
    ['Invented', childId],
  );
  expect(await due()).toEqual([1, 1]);
  expect(await warned()).toBe(1);
});

it('ends what is late: no list, caseload or home counts a family whose children have all died, until it is undone', async () => {
  const { episodeId, childId } = await deliveringEpisode(testApp, 'schoolTeacher');
  const teacher = await testApp.as('schoolTeacher');
  const { practitionerId, agencyId } = await testApp.actor('schoolTeacher');
  await testApp.asOwner(
    `insert into lead_professional_appointments (id, episode_id, practitioner_id, agency_id, began_at)
     values (gen_random_uuid(), $1, $2, $3, now() - interval '1 minute')`,
    [episodeId, practitionerId, agencyId],
  );
  await testApp.asOwner("update episodes set opened_at = now() - interval '90 days' where id = $1", [
    episodeId,
  ]);
  const sisterId = await recordedChild(testApp, 'schoolTeacher');
  await teacher.post(`/episodes/${episodeId}/children`, {
    childId: sisterId,
    reason: 'moved_in',
    happenedOn: dayFromNow(0),
  });
  const nextReview = (day: string | null) =>
    testApp.asOwner(
      "update episode_records set next_review_on = $2, last_contact_on = current_date - 60, status = 'delivering' where episode_id = $1",
      [episodeId, day],
    );
  /** Under which exceptions the family is listed, and what their caseload counts under each. */
  const counted = async (persona: string) => {
    const reader = await testApp.as(persona);
    const { body } = await reader.get('/caseload');
    const under: Record<string, readonly [boolean, number]> = {};
    for (const exception of ['review_late', 'no_next_date', 'no_contact']) {
      const { items } = (
        await reader.get(`/episodes?scope=${body.filter.scope}&status=open&exception=${exception}&limit=200`)
      ).body;
      under[exception] = [
        items.some(({ id }: { id: string }) => id === episodeId),
        body.exceptions[exception] - items.length,
      ];
    }
    return under;
  };
  const home = async (): Promise<boolean> =>
    (await (await testApp.browse('schoolTeacher')).get('/')).text.includes(`/episodes/${episodeId}/reviews`);
  const AGREES = { review_late: [true, 0], no_next_date: [false, 0], no_contact: [true, 0] };
  const NONE = { review_late: [false, 0], no_next_date: [false, 0], no_contact: [false, 0] };
  await nextReview(dayFromNow(-5));
  const expectAll = async (under: object) => {
    for (const persona of ['schoolManager', 'coordinatorNwl'])
      expect([persona, await counted(persona)]).toEqual([persona, under]);
  };
  await expectAll(AGREES);
  expect(await home()).toBe(true);
  expect((await teacher.post(`/children/${childId}/death`, death())).status).toBe(201);
  await expectAll(AGREES);
  expect((await teacher.post(`/children/${sisterId}/death`, death())).status).toBe(201);
  await expectAll(NONE);
  expect(await home()).toBe(false);
  await nextReview(null);
  await expectAll(NONE);
  expect(
    (await teacher.post(`/children/${sisterId}/death/undoing`, { reason: 'The wrong child.' })).status,
  ).toBe(200);
  await expectAll({ ...AGREES, review_late: [false, 0], no_next_date: [true, 0] });
  await nextReview(dayFromNow(-5));
  await expectAll(AGREES);
  expect(await home()).toBe(true);
});

it('makes a new episode ask why, and is never silent about it', async () => {
  const childId = await recordedChild(testApp, 'schoolTeacher');
  const teacher = await testApp.as('schoolTeacher');
  await teacher.post(`/children/${childId}/death`, death());
  const opening = (more: object = {}) =>
    teacher.post('/episodes', { childIds: [childId], reason: 'Invented: help for the family.', ...more });
  const asked = await opening();
  expect([asked.status, asked.body.errors[0].field]).toEqual([422, 'afterDeathBecause']);
  const answer = await opening({ afterDeathBecause: 'The record of the death is of another child.' });
  expect(answer.status).toBe(201);
  expect(
    await testApp.asOwner('select after_death_because from episode_children where child_id = $1', [childId]),
  ).toEqual([{ after_death_because: 'The record of the death is of another child.' }]);
  const other = await openedEpisode(testApp, 'schoolTeacher');
  const second = await recordedChild(testApp, 'schoolTeacher');
  await teacher.post(`/children/${second}/death`, death());
  const joining = await teacher.post(`/episodes/${other.episodeId}/children`, {
    childId: second,
    reason: 'missed',
    happenedOn: dayFromNow(0),
  });
  expect([joining.status, joining.body.errors[0].field]).toEqual([422, 'afterDeathBecause']);
});

it('is undone by its recorder within 28 days, with a reason, and by no other person', async () => {
  const { episodeId, childId } = await openedEpisode(testApp, 'schoolTeacher');
  const teacher = await testApp.as('schoolTeacher');
  await teacher.post(`/children/${childId}/death`, death());
  const undo = async (persona: string, reason = 'The wrong child.') =>
    (await (await testApp.as(persona)).post(`/children/${childId}/death/undoing`, { reason })).status;
  expect([await undo('schoolManager'), await undo('outsider'), await undo('schoolTeacher', '  ')]).toEqual([
    403, 404, 422,
  ]);
  await testApp.moveClock(new Date(Date.now() + 28 * 86_400_000 + 60_000).toISOString());
  expect(await undo('schoolTeacher')).toBe(403);
  testApp.moveClock();
  expect(await undo('schoolTeacher')).toBe(200);
  expect((await teacher.get(`/children/${childId}/death`)).status).toBe(404);
  expect((await teacher.get(`/episodes/${episodeId}`)).body.children[0].hasDied).toBe(false);
  expect(await subjectsOf('schoolManager', episodeId)).toEqual(
    expect.arrayContaining(['Please read this before you contact a family', 'A record has been corrected']),
  );
});

it('refuses a date to come or before the birth, and one that is said to be unknown', async () => {
  const childId = await recordedChild(testApp, 'schoolTeacher');
  const teacher = await testApp.as('schoolTeacher');
  for (const wrong of [
    { diedOn: dayFromNow(1) },
    { diedOn: '2001-01-01' },
    { diedOn: null },
    { dateKnown: 'not_known' },
  ]) {
    const { status, body } = await teacher.post(`/children/${childId}/death`, death(wrong));
    expect([status, body.errors[0].field]).toEqual([422, 'diedOn']);
  }
  const known = await teacher.post(
    `/children/${childId}/death`,
    death({ diedOn: null, dateKnown: 'not_known' }),
  );
  expect(known.status).toBe(201);
});

it('records that a pregnancy has ended, and the birth is not asked for any more', async () => {
  const teacher = await testApp.as('schoolTeacher');
  const childId = await recordedChild(testApp, 'schoolTeacher', {
    dateOfBirth: null,
    expectedDate: dayFromNow(20),
  });
  await teacher.post('/episodes', { childIds: [childId], reason: 'Invented: a baby is expected.' });
  expect((await teacher.post(`/children/${childId}/death`, death())).status).toBe(201);
  expect((await teacher.get(`/children/${childId}/death`)).body.beforeBirth).toBe(true);
  const birth = await teacher.post(`/children/${childId}/birth`, {
    bornOn: dayFromNow(0),
    babies: [{ givenNames: 'Baby', familyName: 'Invented', sex: 'U' }],
  });
  expect([birth.status, birth.body.detail]).toEqual([409, 'The record says that this pregnancy has ended.']);
});

it('is recorded when the episode closes for this reason, also of one of several children', async () => {
  const { episodeId, childId, outcomeId } = await deliveringEpisode(testApp, 'schoolTeacher');
  const teacher = await testApp.as('schoolTeacher');
  const sisterId = await recordedChild(testApp, 'schoolTeacher');
  await teacher.post(`/episodes/${episodeId}/children`, {
    childId: sisterId,
    reason: 'moved_in',
    happenedOn: dayFromNow(0),
  });
  const close = (more: object) =>
    teacher.post(`/episodes/${episodeId}/closure`, {
      reason: 'DIED',
      summary: 'The help has ended.',
      outcomes: [{ outcomeId, result: 'no_longer_relevant' }],
      familyTold: true,
      ...more,
    });
  const asked = await close({});
  expect([asked.status, asked.body.errors[0].field]).toEqual([422, 'deaths']);
  const { note: _note, ...known } = death();
  expect((await close({ deaths: [{ childId: sisterId, ...known }] })).status).toBe(201);
  expect((await teacher.get(`/children/${sisterId}/death`)).status).toBe(200);
  expect((await teacher.get(`/children/${childId}/death`)).status).toBe(404);
});

it('counts how long a record is kept from the last death of its children', async () => {
  const { episodeId, childId } = await openedEpisode(testApp, 'schoolTeacher');
  await testApp.asOwner(
    `insert into child_deaths (id, child_id, before_birth, died_on, date_known, source, recorded_by, recorded_at)
     select gen_random_uuid(), $1, false, date '2026-06-01', 'exact', 'family', opened_by, now() from episodes where id = $2`,
    [childId, episodeId],
  );
  await testApp.asOwner('update episodes set closed_at = now() where id = $1', [episodeId]);
  expect(
    await testApp.asOwner('select died_on::text from access.retention_facts where episode_id = $1', [
      episodeId,
    ]),
  ).toEqual([{ died_on: '2026-06-01' }]);
});

it('is for author, lead, manager and coordinator: a reader is refused, a stranger finds no child', async () => {
  const { childId } = await agreedEpisode(testApp, 'schoolTeacher', ['schoolNurse'], ['T0', 'T1']);
  const record = async (persona: string) =>
    (await (await testApp.as(persona)).post(`/children/${childId}/death`, death())).status;
  expect([await record('outsider'), await record('schoolNurse'), await record('schoolManager')]).toEqual([
    404, 403, 201,
  ]);
});

it('is kept by the database, whatever the program says', async () => {
  const { childId } = await agreedEpisode(testApp, 'schoolTeacher', ['schoolNurse'], ['T0', 'T1']);
  const insert = (persona: string, day: string, child = childId) =>
    testApp.sql(
      persona,
      `insert into child_deaths (id, child_id, before_birth, died_on, date_known, source, recorded_by, recorded_at)
       values (gen_random_uuid(), $1, false, $2, 'exact', 'family', access.me(), now())`,
      [child, day],
    );
  await expect(insert('schoolNurse', dayFromNow(-1))).rejects.toThrow('This role cannot record this');
  await expect(insert('outsider', dayFromNow(-1))).rejects.toThrow('This role cannot record this');
  await expect(insert('schoolTeacher', dayFromNow(2))).rejects.toThrow('The date must be today');
});
