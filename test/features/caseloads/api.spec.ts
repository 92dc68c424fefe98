import { deliveringEpisode } from '../../support/delivering.js';
import { agreedEpisode, openedEpisode } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;

interface Group {
  readonly key: string;
  readonly name: string;
  readonly count: number;
  readonly levels: Record<string, number | null>;
  readonly exceptions: Record<string, number | null>;
  readonly notShared: Record<string, number>;
  readonly href: string;
}

beforeAll(async () => {
  testApp = await openTestApp();
  await openedEpisode(testApp, 'schoolTeacher');
  await openedEpisode(testApp, 'healthVisitor');
  const shared = await deliveringEpisode(testApp, 'schoolTeacher', ['healthVisitor', 'familySupportWorker']);
  const teacher = await testApp.as('schoolTeacher');
  for (const persona of ['healthVisitor', 'familySupportWorker']) {
    const { practitionerId } = await testApp.actor(persona);
    const joined = await teacher.post(`/episodes/${shared.episodeId}/team`, {
      practitionerId,
      teamRole: 'member',
    });
    expect(joined.status).toBe(201);
  }
  await teacher.post(`/episodes/${shared.episodeId}/level-decisions`, {
    level: 2,
    reason: 'Two services.',
    familyView: 'Agrees',
  });
  const pending = await agreedEpisode(testApp, 'schoolTeacher', ['schoolTeacher']);
  await teacher.post(`/episodes/${pending.episodeId}/level-decisions`, {
    level: 3,
    reason: 'High needs.',
    familyView: 'Agrees',
  });
  const raised = await teacher.post(`/episodes/${pending.episodeId}/step-ups`, {
    reason: 'Worse.',
    familyAgreement: 'agreed',
  });
  expect(raised.status).toBe(201);
  const closed = await deliveringEpisode(testApp, 'schoolTeacher');
  const done = await teacher.post(`/episodes/${closed.episodeId}/closure`, {
    reason: 'NEEDS_MET',
    summary: 'Done.',
    familyTold: true,
    outcomes: [{ outcomeId: closed.outcomeId, result: 'achieved' }],
  });
  expect(done.status).toBe(201);
  await testApp.asOwner(
    `update episode_records set next_review_on = current_date - 3 where episode_id = $1`,
    [pending.episodeId],
  );
}, 90_000);
afterAll(() => testApp.close());

const PERSONAS = ['schoolManager', 'healthManager', 'coordinatorNwl', 'frontDoor'];
const BY = ['level', 'practitioner', 'team', 'agency', 'locality'];

async function rowsOf(persona: string, href: string): Promise<string[]> {
  const answer = await (await testApp.as(persona)).get(`${href.replace('/api/v1', '')}&limit=200`);
  expect([href, answer.status]).toEqual([href, 200]);
  return (answer.body.items as { id: string }[]).map((row) => row.id);
}

/** How many rows, or null if the reader may not know for any of this many. */
const toldOf = (rows: readonly string[], notShared: number, among: number): number | null =>
  among > 0 && notShared === among ? null : rows.length;

describe.each(PERSONAS)('the caseload of %s', (persona) => {
  it.each(BY)('by %s counts exactly the rows behind every number', async (by) => {
    const client = await testApp.as(persona);
    const { status, body } = await client.get(`/caseload?by=${by}`);
    expect([persona, status]).toEqual([persona, 200]);
    for (const group of body.groups as Group[]) {
      expect([group.name, group.count]).toEqual([group.name, (await rowsOf(persona, group.href)).length]);
      // Every cell of two tables; a request for each cell of every table would take minutes.
      if (by !== 'practitioner' && by !== 'locality') continue;
      for (const [level, count] of Object.entries(group.levels))
        expect([group.name, level, count]).toEqual([
          group.name,
          level,
          toldOf(
            await rowsOf(persona, `${group.href}&level=${level}`),
            level === 'hidden' ? 0 : group.levels['hidden']!,
            group.count,
          ),
        ]);
      for (const [exception, count] of Object.entries(group.exceptions)) {
        const notShared = await rowsOf(persona, `${group.href}&notShared=${exception}`);
        expect([group.name, exception, group.notShared[exception]]).toEqual([
          group.name,
          exception,
          notShared.length,
        ]);
        expect([group.name, exception, count]).toEqual([
          group.name,
          exception,
          toldOf(
            await rowsOf(persona, `${group.href}&exception=${exception}`),
            notShared.length,
            group.count,
          ),
        ]);
      }
    }
    const all = `/episodes?scope=${body.filter.scope}&status=open`;
    expect(body.total).toBe((await rowsOf(persona, all)).length);
    for (const [exception, count] of Object.entries(body.exceptions)) {
      const rows = await rowsOf(persona, `${all}&exception=${exception}`);
      const notShared = (await rowsOf(persona, `${all}&notShared=${exception}`)).length;
      expect([exception, body.notShared[exception], count]).toEqual([
        exception,
        notShared,
        toldOf(rows, notShared, body.total as number),
      ]);
    }
    for (const share of body.shares as { href: string; count: number }[])
      expect(share.count).toBe((await rowsOf(persona, share.href)).length);
  });

  it('adds its levels up to its total, and each of its rows has a count', async () => {
    const { body } = await (await testApp.as(persona)).get('/caseload');
    const groups = body.groups as Group[];
    expect(groups.reduce((sum, group) => sum + group.count, 0)).toBe(body.total);
    const byPractitioner = (await (await testApp.as(persona)).get('/caseload?by=practitioner')).body
      .groups as Group[];
    expect(byPractitioner.every((group) => group.count > 0)).toBe(true);
  });
});

it('the caseload counts the school’s three open families, one without a level, one with a late review', async () => {
  const { body } = await (await testApp.as('schoolManager')).get('/caseload');
  expect(body.total).toBe(3);
  expect(body.levels).toEqual({ 1: 0, 2: 1, 3: 1, 4: 0, none: 1, hidden: 0 });
  expect(body.exceptions.review_late).toBe(1);
  expect(body.shares.map((share: { here: number }) => share.here)).toEqual([0, 50, 50, 0]);
  expect(body.shares[1]).toMatchObject({ county: 30, national: 36.4 });
});

it('the caseload gives the front door the number of all families, and levels only for those with a step-up', async () => {
  const { body } = await (await testApp.as('frontDoor')).get('/caseload');
  expect(body.filter.scope).toBe('all');
  expect([body.total, body.levels['3'], body.levels.hidden]).toEqual([4, 1, 3]);
});

it('the caseload never shows the front door a zero for what is not shared with it', async () => {
  const frontDoor = await testApp.as('frontDoor');
  const { body } = await frontDoor.get('/caseload');
  // The lead is known for all families; the rest only for the family with a step-up.
  expect(body.notShared).toEqual({
    no_lead: 0,
    no_one_responsible: 3,
    review_late: 3,
    no_next_date: 3,
    no_contact: 3,
    consent_ending: 3,
  });
  expect(body.exceptions).toMatchObject({ no_lead: 4, review_late: 1 });
  const hidden = (body.groups as Group[]).find(({ key }) => key === 'hidden')!;
  expect(hidden.exceptions).toEqual({
    no_lead: 3,
    no_one_responsible: null,
    review_late: null,
    no_next_date: null,
    no_contact: null,
    consent_ending: null,
  });
  const rows = (await frontDoor.get('/episodes?scope=all&status=open')).body.items as {
    level: number | null;
    nextReviewOn: string | null;
    notShared: string[];
  }[];
  expect(rows.filter(({ notShared }) => notShared.length > 0)).toHaveLength(3);
  for (const row of rows.filter(({ notShared }) => notShared.length > 0))
    expect(row).toMatchObject({
      level: null,
      nextReviewOn: null,
      notShared: ['status', 'level', 'nextReviewOn', 'lastContactOn'],
    });
});

it('the caseload tells a manager who reads every record that nothing is left out', async () => {
  const { body } = await (await testApp.as('schoolManager')).get('/caseload');
  expect(Object.values(body.notShared as Record<string, number>)).toEqual([0, 0, 0, 0, 0, 0]);
  const { items } = (await (await testApp.as('schoolManager')).get('/episodes?scope=agency&status=open'))
    .body;
  expect((items as { notShared: string[] }[]).every(({ notShared }) => notShared.length === 0)).toBe(true);
});

it('the caseload sorts rows without known values last', async () => {
  const { body } = await (
    await testApp.as('frontDoor')
  ).get('/caseload?by=practitioner&sort=review_late&order=descending');
  const counts = (body.groups as Group[]).map(({ exceptions }) => exceptions['review_late'] ?? -1);
  expect(counts).toEqual([...counts].sort((a, b) => b - a));
});

it('the caseload shows another coordinator nothing of this locality', async () => {
  expect(
    (await (await testApp.as('coordinatorCharnwood')).get('/caseload?by=practitioner')).body,
  ).toMatchObject({ groups: [], total: 0 });
});

it('the caseload keeps its count when filtered by one practitioner and grouped again', async () => {
  const manager = await testApp.as('schoolManager');
  const { practitionerId } = await testApp.actor('healthVisitor');
  const { body } = await manager.get(`/caseload?by=practitioner&practitionerId=${practitionerId}`);
  expect(body.groups.map((group: Group) => group.key)).toEqual([practitionerId]);
  expect(body.groups[0].count).toBe(body.total);
});

it('the caseload sorts its rows in the database', async () => {
  const manager = await testApp.as('schoolManager');
  const counts = (body: { groups: Group[] }): number[] => body.groups.map((group) => group.count);
  const down = counts((await manager.get('/caseload?by=practitioner&sort=count&order=descending')).body);
  expect(down).toEqual([...down].sort((a, b) => b - a));
  expect(down.length).toBeGreaterThan(1);
});

it('the caseload exists only for a manager, a coordinator and the front door', async () => {
  for (const persona of ['schoolTeacher', 'governance', 'agencyAdministrator'])
    expect([persona, (await (await testApp.as(persona)).get('/caseload')).status]).toEqual([persona, 403]);
});

it('the caseload refuses an unknown grouping and an unknown filter', async () => {
  const manager = await testApp.as('schoolManager');
  for (const query of [
    'by=star_sign',
    'level=7',
    'exception=late',
    'scope=world',
    'teamId=1',
    'notShared=late',
  ])
    expect([query, (await manager.get(`/caseload?${query}`)).status]).toEqual([query, 422]);
});

it('the caseload lists and counts a family for a team member whose agency may know only the basics, and for her manager', async () => {
  const totalOf = async () =>
    (await (await testApp.as('healthManager')).get('/caseload')).body as {
      total: number;
      levels: { hidden: number };
    };
  const { episodeId } = await agreedEpisode(testApp, 'schoolTeacher', ['healthVisitor'], ['T0', 'T1']);
  const before = await totalOf();
  expect(await rowsOf('healthVisitor', '/episodes?scope=mine')).not.toContain(episodeId);
  const { practitionerId } = await testApp.actor('healthVisitor');
  const joined = await (
    await testApp.as('schoolTeacher')
  ).post(`/episodes/${episodeId}/team`, { practitionerId, teamRole: 'member' });
  expect(joined.status).toBe(201);
  expect(await rowsOf('healthVisitor', '/episodes?scope=mine')).toContain(episodeId);
  expect(await rowsOf('healthManager', '/episodes?scope=agency')).toContain(episodeId);
  const after = await totalOf();
  expect([after.total, after.levels.hidden]).toEqual([before.total + 1, before.levels.hidden + 1]);
  // A colleague of hers may see the family by consent, but does not work with it.
  expect(await rowsOf('schoolNurse', '/episodes?scope=all')).toContain(episodeId);
  expect(await rowsOf('schoolNurse', '/episodes?scope=agency')).not.toContain(episodeId);
});
