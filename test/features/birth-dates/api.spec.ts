import { randomBytes } from 'node:crypto';
import { agrees, recordedChild } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 120_000);
afterAll(() => testApp.close());

/** A name that is like no other. */
const anyName = (): string => {
  const letters = Array.from(randomBytes(9), (byte) => 'bcdfghjklmnpqrstvwxz'[byte % 20]);
  return `N${letters.join('')}`;
};
/** A child with a name of their own, and nothing known of the birth yet. */
async function unborn(): Promise<Record<string, unknown>> {
  const localities = (await (await testApp.as('schoolTeacher')).get('/localities')).body.items;
  return {
    givenNames: anyName(),
    familyName: anyName(),
    sex: 'F',
    localityId: localities[0].id,
  };
}
const record = async (more: object) =>
  (await testApp.as('schoolTeacher')).post('/children', { ...(await unborn()), ...more });
const day = async (days: number): Promise<string> =>
  (
    await testApp.asOwner<{ day: string }>(
      'select (platform.london_date(platform.now()) + $1::int)::text as day',
      [days],
    )
  )[0]!.day;
const NONE = {
  dateOfBirth: null,
  birthPeriod: null,
  estimatedAge: null,
  estimatedOn: null,
  expectedDate: null,
};

describe('a birth as it is known', () => {
  it.each([
    { dateOfBirth: '2012-03-09' },
    { birthPeriod: '2012-03' },
    { birthPeriod: '2012' },
    { estimatedAge: 14, estimatedOn: '2026-03-03' },
  ])('is kept as it was told: %j', async (birth) => {
    const answer = await record(birth);
    expect([answer.status, answer.body]).toMatchObject([201, { ...NONE, ...birth }]);
  });

  it.each([
    [{ birthPeriod: '2012-13' }, 'birthPeriod'],
    [{ birthPeriod: 2012 }, 'birthPeriod'],
    [{ birthPeriod: '2012', dateOfBirth: '2012-03-09' }, 'birthPeriod'],
    [{ estimatedAge: 14 }, 'estimatedOn'],
    [{ estimatedOn: '2026-03-03' }, 'estimatedAge'],
    [{ estimatedAge: 0, estimatedOn: '2026-03-03' }, 'estimatedAge'],
    [{ estimatedAge: 14, estimatedOn: '2090-03-03' }, 'estimatedOn'],
    [{ birthPeriod: '2090' }, 'dateOfBirth'],
    [{ birthPeriod: '1980' }, 'dateOfBirth'],
  ])('shows what is wrong with %j beside %s', async (birth, field) => {
    const { status, body } = await record(birth);
    expect([status, body.errors?.[0].field]).toEqual([422, field]);
  });

  it('is replaced whole by what is known later', async () => {
    const teacher = await testApp.as('schoolTeacher');
    const { body } = await record({ birthPeriod: '2012' });
    const changed = await teacher.patch(
      `/children/${body.id}`,
      { dateOfBirth: '2012-03-09' },
      { ifMatch: `"v${body.version}"` },
    );
    expect([changed.status, changed.body]).toMatchObject([200, { ...NONE, dateOfBirth: '2012-03-09' }]);
  });

  it('stays when something else is changed', async () => {
    const teacher = await testApp.as('schoolTeacher');
    const { body } = await record({ estimatedAge: 14, estimatedOn: '2026-03-03' });
    const changed = await teacher.patch(
      `/children/${body.id}`,
      { sex: 'M' },
      { ifMatch: `"v${body.version}"` },
    );
    expect(changed.body).toMatchObject({ ...NONE, estimatedAge: 14, estimatedOn: '2026-03-03', sex: 'M' });
  });
});

describe('an expected date', () => {
  it('long past asks whether the baby has been born, and is taken once confirmed', async () => {
    const expectedDate = await day(-40);
    const asked = await record({ expectedDate });
    expect([asked.status, asked.body.errors[0]]).toEqual([
      422,
      { field: 'expectedDateConfirmed', message: expect.stringContaining('If the baby has been born') },
    ]);
    const confirmed = await record({ expectedDate, expectedDateConfirmed: true });
    expect(confirmed.status).toBe(201);
    // An unchanged date is not asked about again.
    const changed = await (
      await testApp.as('schoolTeacher')
    ).patch(
      `/children/${confirmed.body.id}`,
      { expectedDate, sex: 'M' },
      { ifMatch: `"v${confirmed.body.version}"` },
    );
    expect(changed.status).toBe(200);
  });

  it('far off asks, and further than a pregnancy lasts is refused', async () => {
    const far = { expectedDate: await day(290) };
    expect((await record(far)).body.errors[0].field).toBe('expectedDateConfirmed');
    expect((await record({ ...far, expectedDateConfirmed: true })).status).toBe(201);
    const further = await record({ expectedDate: await day(301), expectedDateConfirmed: true });
    expect([further.status, further.body.errors[0].field]).toEqual([422, 'expectedDate']);
  });
});

describe('a search by a date of birth', () => {
  const found = async (name: string, born: string): Promise<{ id: string; likeness: number }[]> =>
    (
      await (
        await testApp.as('schoolTeacher')
      ).get(
        `/children?${new URLSearchParams({ name, dateOfBirth: born, reason: 'invented: asks for help' })}`,
      )
    ).body.items;

  it('finds a child whose birth may be of that day, and ranks them as one of that day', async () => {
    const { body } = await record({ birthPeriod: '2012' });
    const name = `${body.givenNames} ${body.familyName}`;
    const within = (await found(name, '2012-07-01')).find(({ id }) => id === body.id);
    const outside = (await found(name, '2013-07-01')).find(({ id }) => id === body.id);
    expect([within!.likeness, outside!.likeness]).toEqual([2, 1]);
  });

  it('finds them by the date alone', async () => {
    const { body } = await record({ estimatedAge: 14, estimatedOn: '2026-03-03' });
    expect((await found('Xylophone', '2011-11-05')).map(({ id }) => id)).toContain(body.id);
    expect((await found('Xylophone', '2009-11-05')).map(({ id }) => id)).not.toContain(body.id);
  });
});

it('asks whether a child of an overlapping birth is the same', async () => {
  const { body: first } = await record({ birthPeriod: '2012-03' });
  const { givenNames, familyName, sex, localityId } = first;
  const same = { givenNames, familyName, sex, localityId };
  const teacher = await testApp.as('schoolTeacher');
  const asked = await teacher.post('/children', { ...same, birthPeriod: '2012' });
  expect([asked.status, asked.body.current?.possibleDuplicates.map((one: { id: string }) => one.id)]).toEqual(
    [409, [first.id]],
  );
  expect((await teacher.post('/children', { ...same, birthPeriod: '2013' })).status).toBe(201);
});

describe('who may decide, where the day of birth is not known', () => {
  const yearsAgo = async (years: number, days = 0): Promise<string> =>
    (
      await testApp.asOwner<{ day: string }>(
        `select (platform.london_date(platform.now()) - make_interval(years => $1, days => $2))::date::text as day`,
        [years, days],
      )
    )[0]!.day;
  async function episodeOf(birth: object): Promise<{ episodeId: string; childId: string }> {
    const childId = await recordedChild(testApp, 'healthVisitor', {
      ...{ givenNames: anyName(), familyName: anyName(), dateOfBirth: null },
      ...birth,
    });
    const { body } = await (
      await testApp.as('healthVisitor')
    ).post('/episodes', { childIds: [childId], reason: 'Invented.' });
    return { episodeId: body.id, childId };
  }
  const decides = async (episodeId: string, more: object) =>
    (await testApp.as('healthVisitor')).post(`/episodes/${episodeId}/consents`, {
      ...{ purpose: 'share_plan', decision: 'given', decidedBy: 'Invented Mother', form: 'written' },
      ...{ capacity: 'parental_responsibility', limitsExplained: true },
      agencies: [
        { agencyId: (await testApp.actor('schoolTeacher')).agencyId, tiers: ['T0', 'T1'], topics: [] },
      ],
      ...more,
    });
  const fields = (answer: { body: { errors?: { field: string }[] } }) =>
    (answer.body.errors ?? []).map(({ field }) => field);

  it('a young person who may be 16 counts as 16 when a parent decides', async () => {
    // About 15: from 14 to not yet 17.
    const { episodeId } = await episodeOf({ estimatedAge: 15, estimatedOn: await day(0) });
    expect(fields(await decides(episodeId, {}))).toEqual(['reasonNotYoungPerson']);
    expect((await decides(episodeId, { reasonNotYoungPerson: 'Invented.' })).status).toBe(201);
  });

  it('a child who may be under 16 decides only if competent', async () => {
    const { episodeId, childId } = await episodeOf({ estimatedAge: 16, estimatedOn: await day(0) });
    const own = { capacity: 'child', decidedBy: 'The child', decidedByChildId: childId };
    expect(fields(await decides(episodeId, own))).toEqual(['competence']);
    expect((await decides(episodeId, { ...own, competence: 'competent' })).status).toBe(201);
  });

  it('a parent does not decide for a person who may be 18', async () => {
    const { episodeId } = await episodeOf({ estimatedAge: 17, estimatedOn: await day(0) });
    expect(fields(await decides(episodeId, { reasonNotYoungPerson: 'Invented.' }))).toEqual(['capacity']);
  });

  it('the database enforces the same against any SQL', async () => {
    const { episodeId } = await episodeOf({ estimatedAge: 15, estimatedOn: await day(0) });
    const insert = `insert into consents (id, episode_id, purpose, decision, decided_by, capacity, decided_on, valid_until,
        recorded_by, recorded_at, limits_explained)
      values (gen_random_uuid(), $1, 'share_plan', 'given', 'x', 'parental_responsibility', platform.london_date(platform.now()),
        platform.london_date(platform.now()) + 30, access.me(), now(), true)`;
    await expect(testApp.sql('healthVisitor', insert, [episodeId])).rejects.toThrow(/At 16/);
  });

  it('says that a child may have turned 12, and that the exact date is not known', async () => {
    const born = (await yearsAgo(12, 1)).slice(0, 7);
    const { episodeId } = await episodeOf({ birthPeriod: born });
    await agrees(testApp, episodeId, 'healthVisitor', ['schoolTeacher'], undefined, {
      decidedOn: await yearsAgo(0, 60),
    });
    const { body } = await (await testApp.as('healthVisitor')).get(`/episodes/${episodeId}/consents`);
    expect(body.prompts).toMatchObject([{ cause: 'age', age: 12 }]);
  });
});
