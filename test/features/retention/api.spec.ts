import { keptUntil, type RetentionFacts, type RetentionRule } from '#libs/casework/retention';
import { dayFromNow, deliveringEpisode } from '../../support/delivering.js';
import { atStatus, openedEpisode, type Scenario } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 60_000);
afterAll(async () => {
  await testApp.moveClock();
  await testApp.close();
}, 60_000);
const NOWHERE = '01a20081-4767-7483-8517-69c4e54bd0ce';

async function closed(scenario: Scenario, reason = 'NEEDS_MET'): Promise<Scenario> {
  const { practitionerId } = await testApp.actor('healthVisitor');
  await atStatus(testApp, scenario.episodeId, 'delivering');
  await testApp.asOwner(
    `insert into closures (id, episode_id, closed_on, reason, summary, family_told, recorded_by, closed_at)
     values (gen_random_uuid(), $1, current_date, $3, 'Invented', true, $2, now())`,
    [scenario.episodeId, practitionerId, reason],
  );
  return scenario;
}
const retention = ({ episodeId }: Scenario): string => `/episodes/${episodeId}/retention`;

it('the destruction date of a record is shown as soon as it closes, with the reason', async () => {
  const episode = await deliveringEpisode(testApp, 'schoolTeacher');
  const teacher = await testApp.as('schoolTeacher');
  expect((await teacher.get(retention(episode))).body).toEqual({ keptUntil: null });
  await teacher.post(`/episodes/${episode.episodeId}/closure`, {
    reason: 'NEEDS_MET',
    summary: 'Enough.',
    outcomes: [{ outcomeId: episode.outcomeId, result: 'achieved' }],
    familyTold: true,
  });
  const { keptUntil: kept } = (await teacher.get(retention(episode))).body;
  const [{ born }] = (await testApp.asOwner<{ born: string }>(
    'select date_of_birth::text as born from children where id = $1',
    [episode.childId],
  )) as [{ born: string }];
  expect(kept).toMatchObject({
    class: 'early_help',
    trigger: 'date_of_birth',
    action: 'destroy',
    held: false,
    dueOn: `${Number(born.slice(0, 4)) + 25}${born.slice(4)}`,
  });
  expect(kept.lines.map((line: { action: string }) => line.action)).toContain('archive');
}, 60_000);

it('a person who does not reach the record does not learn its date', async () => {
  const scenario = await closed(await openedEpisode(testApp, 'healthVisitor'));
  for (const persona of ['schoolTeacher', 'outsider', 'coordinatorCharnwood']) {
    const client = await testApp.as(persona);
    const [hidden, absent] = [
      await client.get(retention(scenario)),
      await client.get(retention({ ...scenario, episodeId: NOWHERE })),
    ];
    expect([persona, hidden.status, absent.status]).toEqual([persona, 404, 404]);
    expect(await testApp.sql(persona, 'select * from access.retention_of($1)', [scenario.episodeId])).toEqual(
      [],
    );
  }
  expect((await (await testApp.as('healthVisitor')).get('/retention')).status).toBe(403);
}, 60_000);

it('the database and the rule work out the same date', async () => {
  const scenario = await closed(await openedEpisode(testApp, 'healthVisitor'));
  const governance = await testApp.as('governance');
  const rules = (await governance.get('/retention-classes')).body.items as RetentionRule[];
  expect(rules.length).toBeGreaterThan(10);
  const kinds: Record<string, string[]> = {
    STEP_UP_CIN: ['child_in_need'],
    STEP_UP_CP: ['child_protection'],
    STEP_UP_CLA: ['looked_after'],
  };
  for (const reason of ['NEEDS_MET', 'DIED', 'STEP_UP_CIN', 'STEP_UP_CP', 'STEP_UP_CLA'])
    for (const born of ['2004-02-29', '2012-08-31', '2025-12-31', '1999-01-01'])
      for (const contact of [null, '2025-02-28', '2026-06-30']) {
        await testApp.asOwner('update closures set reason = $2 where episode_id = $1', [
          scenario.episodeId,
          reason,
        ]);
        await testApp.asOwner('update children set date_of_birth = $2 where id = $1', [
          scenario.childId,
          born,
        ]);
        await testApp.asOwner('update episode_records set last_contact_on = $2 where episode_id = $1', [
          scenario.episodeId,
          contact,
        ]);
        const [{ day }] = (await testApp.asOwner<{ day: string }>(
          'select closed_on::text as day from closures where episode_id = $1',
          [scenario.episodeId],
        )) as [{ day: string }];
        const facts: RetentionFacts = {
          closedOn: day,
          youngestBornOn: born,
          diedOn: reason === 'DIED' ? day : null,
          lastContactOn: contact ?? day,
          kinds: ['every_episode', ...(kinds[reason] ?? [])],
        };
        const expected = keptUntil(facts, rules)!;
        const { keptUntil: kept } = (await governance.get(retention(scenario))).body;
        expect([reason, born, contact, kept.dueOn, kept.class, kept.trigger]).toEqual([
          reason,
          born,
          contact,
          expected.dueOn,
          expected.class,
          expected.trigger,
        ]);
      }
}, 60_000);

it('a record is destroyed by two people once its date has come, and is then not found', async () => {
  const scenario = await closed(await openedEpisode(testApp, 'healthVisitor'));
  const { episodeId, childId } = scenario;
  const governance = await testApp.as('governance');
  const second = await testApp.as('coordinatorNwl');
  const propose = () =>
    governance.post(`/episodes/${episodeId}/destruction`, { reason: 'Its time has come' });
  expect([(await propose()).status, (await propose()).body.detail]).toEqual([
    409,
    'This record has not reached its retention date, so it is kept.',
  ]);
  const { dueOn } = (await governance.get(retention(scenario))).body.keptUntil as { dueOn: string };
  const hold = await governance.post(`${retention(scenario)}/holds`, { reason: 'An inquiry' });
  expect(hold.status).toBe(201);

  await testApp.moveClock(`${dueOn}T12:00:00Z`);
  expect(
    (await governance.post(`/episodes/${episodeId}/destruction`, { reason: 'x' })).body.detail,
  ).toContain('This record is on hold');
  expect(
    (await governance.get('/retention?state=held')).body.items.map((row: { id: string }) => row.id),
  ).toContain(episodeId);
  expect(
    (await governance.post(`/retention-holds/${hold.body.id}/lifting`, { because: 'It ended' })).status,
  ).toBe(200);
  expect((await governance.get('/retention')).body.items.map((row: { id: string }) => row.id)).toContain(
    episodeId,
  );
  const proposal = await governance.post(`/episodes/${episodeId}/destruction`, {
    reason: 'Its time has come',
  });
  expect(proposal.status).toBe(201);
  const answer = `/destruction-proposals/${proposal.body.id}/answer`;
  const alone = await governance.post(answer, { answer: 'approved' });
  expect([alone.status, alone.body.detail]).toEqual([
    409,
    'You proposed this. Someone else must approve or decline it.',
  ]);
  expect((await (await testApp.as('healthManager')).post(answer, { answer: 'approved' })).status).toBe(403);
  const waiting = (await second.get('/retention?state=proposed')).body.items as {
    id: string;
    proposedBy: string;
  }[];
  expect(waiting.find(({ id }) => id === episodeId)?.proposedBy).toBe(
    (await testApp.actor('governance')).name,
  );
  const approved = await second.post(answer, { answer: 'approved' });
  expect([approved.status, approved.body]).toEqual([
    200,
    { answer: 'approved', tombstone: { id: episodeId } },
  ]);

  for (const persona of ['governance', 'coordinatorNwl', 'healthVisitor', 'healthManager']) {
    const someone = await testApp.as(persona);
    expect([persona, (await someone.get(`/episodes/${episodeId}`)).status]).toEqual([persona, 404]);
    expect([persona, (await someone.get(`/children/${childId}`)).status]).toEqual([persona, 404]);
  }
  const stones = (await governance.get('/retention?state=destroyed')).body.items as {
    id: string;
    approvedBy: string;
  }[];
  expect(stones.find(({ id }) => id === episodeId)?.approvedBy).toBe(
    (await testApp.actor('coordinatorNwl')).name,
  );
  expect(
    await testApp.asOwner("select 1 from audit.entries where act = 'destroy episode' and episode_id = $1", [
      episodeId,
    ]),
  ).toHaveLength(1);
  await testApp.moveClock();
}, 60_000);

it('the second person may decline, with a reason, and the record stays', async () => {
  const scenario = await closed(await openedEpisode(testApp, 'healthVisitor'));
  const { dueOn } = (await (await testApp.as('governance')).get(retention(scenario))).body.keptUntil as {
    dueOn: string;
  };
  await testApp.moveClock(`${dueOn}T12:00:00Z`);
  const first = await testApp.as('governance');
  const second = await testApp.as('coordinatorNwl');
  const { id } = (await first.post(`/episodes/${scenario.episodeId}/destruction`, { reason: 'x' })).body as {
    id: string;
  };
  expect((await second.post(`/destruction-proposals/${id}/answer`, { answer: 'declined' })).status).toBe(422);
  const declined = await second.post(`/destruction-proposals/${id}/answer`, {
    answer: 'declined',
    reason: 'A brother asks',
  });
  expect(declined.status).toBe(200);
  expect((await second.post(`/destruction-proposals/${id}/answer`, { answer: 'approved' })).status).toBe(409);
  expect((await first.get(`/episodes/${scenario.episodeId}`)).status).toBe(200);
  expect((await first.post(`/episodes/${scenario.episodeId}/destruction`, { reason: 'again' })).status).toBe(
    201,
  );
  await testApp.moveClock();
}, 60_000);

it('the queue comes page by page, the earliest date first', async () => {
  const governance = await testApp.as('governance');
  for (let count = 0; count < 3; count++) await closed(await openedEpisode(testApp, 'healthVisitor'));
  const seen: { id: string; dueOn: string }[] = [];
  let cursor = '';
  do {
    const { body } = await governance.get(`/retention?state=coming&limit=2${cursor}`);
    seen.push(...body.items);
    cursor = body.next ? `&cursor=${body.next}` : '';
  } while (cursor);
  expect(seen.length).toBeGreaterThanOrEqual(3);
  expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
  expect(seen.map(({ dueOn }) => dueOn)).toEqual(seen.map(({ dueOn }) => dueOn).sort());
  expect(seen.every(({ dueOn }) => dueOn > dayFromNow(0))).toBe(true);
}, 60_000);
