import { randomUUID } from 'node:crypto';
import { runJob } from '../../support/jobs.js';
import {
  agreedEpisode,
  agrees,
  openedEpisode,
  recordedChild,
  type Scenario,
} from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
  await testApp.moveClock(tuesdayNoon());
}, 120_000);
afterAll(() => testApp.close());

const UNKNOWN_ID = '018f0000-0000-7000-8000-00000000dead';
/** The clock is set to noon on a Tuesday, so that the real hour of the test run never looks odd. */
const WORKING_HOUR = `(platform.now() - interval '2 hours')`;
const NIGHT = `(platform.now() - interval '6 hours')`;
function tuesdayNoon(): string {
  const day = new Date();
  day.setUTCDate(day.getUTCDate() + ((9 - day.getUTCDay()) % 7 || 7));
  return `${day.toISOString().slice(0, 10)}T12:00:00Z`;
}

interface Concern {
  id: string;
  rule: string;
  practitioner: { id: string };
  state: string;
  times: number;
  subjects: number;
  episodes: { id: string; names: string | null }[];
  why: string | null;
}
/** The guardian's queue as it stands; and after the watch has run. */
const standing = async (who = 'governance'): Promise<Concern[]> =>
  (await (await testApp.as(who)).get('/access-concerns')).body.items as Concern[];
const queue = async (who?: string): Promise<Concern[]> => {
  await runJob(testApp, 'access-watch');
  return standing(who);
};
const about = async (persona: string, who?: string): Promise<Concern[]> => {
  const { practitionerId } = await testApp.actor(persona);
  return (await queue(who)).filter(({ practitioner }) => practitioner.id === practitionerId);
};
const rulesAbout = async (persona: string): Promise<string[]> =>
  [...new Set((await about(persona)).map(({ rule }) => rule))].sort();

/** An episode of a child with this family name, for which these agencies have consent. */
async function family(
  familyName: string,
  agreedWith: readonly string[],
  by = 'healthVisitor',
  more: object = {},
): Promise<Scenario> {
  const childId = await recordedChild(testApp, by, { familyName, ...more });
  const { body } = await (
    await testApp.as(by)
  ).post('/episodes', { childIds: [childId], reason: 'Invented: asks for help.' });
  const episodeId = body.id as string;
  if (agreedWith.length > 0) await agrees(testApp, episodeId, by, agreedWith, ['T0', 'T1']);
  return { childId, episodeId };
}

/** Log entries as if a person had read these episodes at this hour. */
async function read(persona: string, episodeIds: readonly string[], at = WORKING_HOUR, reaches = '{agency}') {
  const { practitionerId, agencyId, role } = await testApp.actor(persona);
  await testApp.asOwner(
    `insert into audit.entries (id, at, practitioner_id, agency_id, role, act, subject_kind, episode_id, reaches)
     select gen_random_uuid(), ${at} + n * interval '1 second', $1, $2, $3, 'read episode', 'episode', id, $5::text[]
     from unnest($4::uuid[]) with ordinality e (id, n)`,
    [practitionerId, agencyId, role, episodeIds, reaches],
  );
}
const episodes = async (many: number, by: string, agreedWith: readonly string[]): Promise<string[]> => {
  const ids = [];
  for (let each = 0; each < many; each++)
    ids.push((await agreedEpisode(testApp, by, agreedWith, ['T0', 'T1'])).episodeId);
  return ids;
};
async function joins(persona: string, episodeIds: readonly string[]): Promise<void> {
  const { practitionerId, agencyId } = await testApp.actor(persona);
  await testApp.asOwner(
    `insert into team_members (id, episode_id, practitioner_id, agency_id, team_role, joined_at, added_by)
     select gen_random_uuid(), id, $2, $3, 'school', platform.now() - interval '60 days', $2 from unnest($1::uuid[]) id`,
    [episodeIds, practitionerId, agencyId],
  );
}

describe('odd access', () => {
  it('to the record of a namesake is flagged at the next run of the watch; access by those who work with the family is not', async () => {
    // Marjorie Keystone of the housing office, and a child with the family name Keystone.
    const odd = await family('Keystone', ['housingOfficer']);
    const own = await family('Keystone-Vale', ['housingOfficer']);
    await joins('housingOfficer', [own.episodeId]);
    const officer = await testApp.as('housingOfficer');
    expect((await officer.get(`/episodes/${odd.episodeId}`)).status).toBe(200);
    expect((await officer.get(`/episodes/${own.episodeId}`)).status).toBe(200);
    const [concern, ...others] = await about('housingOfficer');
    expect(others).toEqual([]);
    expect(concern).toMatchObject({
      rule: 'same_surname',
      state: 'open',
      subjects: 1,
      episodes: [{ id: odd.episodeId }],
    });
  }, 60_000);

  it('is flagged once per record and day, however often the watch runs', async () => {
    const before = await testApp.asOwner('select id from access_concerns order by id');
    expect(before).toHaveLength(1);
    await queue();
    expect(await runJob(testApp, 'access-watch', { days: 7 })).toBe(0);
    expect(await testApp.asOwner('select id from access_concerns order by id')).toEqual(before);
  }, 60_000);

  it('is flagged by the scheduled job alone, for the guardian to find: reading the queue runs no watch', async () => {
    const odd = await family('Goodacre-Windermoor', ['outreachWorker']);
    await (await testApp.as('outreachWorker')).get(`/episodes/${odd.episodeId}`);
    const { practitionerId } = await testApp.actor('outreachWorker');
    const worker = expect.objectContaining({ practitioner: expect.objectContaining({ id: practitionerId }) });
    expect(await standing()).not.toContainEqual(worker);
    expect(await runJob(testApp, 'access-watch')).toBe(1);
    expect(await standing()).toContainEqual(worker);
    const [concern] = await testApp.asOwner<{ rule: string; episode_id: string }>(
      'select rule, episode_id from access_concerns where practitioner_id = $1',
      [practitionerId],
    );
    expect(concern).toEqual({ rule: 'same_surname', episode_id: odd.episodeId });
  }, 60_000);

  it('to a record with the surname of a carer, a colleague’s relative or the postcode of an own relative is flagged', async () => {
    const carers = await family('Elsewhere', ['connexionsAdviser'], 'healthVisitor', {
      carers: [{ name: 'Invented Lightwood', relationship: 'mother', parentalResponsibility: 'yes' }],
    });
    const relative = await family('Otherwise', ['castleRockAssistant']);
    await testApp.asOwner("insert into declared_relatives values ($1, $2, 'cousin', platform.now())", [
      (await testApp.actor('schoolManager')).practitionerId,
      relative.childId,
    ]);
    const near = await family('Nextdoor', ['yispWorker'], 'healthVisitor', {
      details: { postcode: 'LE67 3ZZ' },
    });
    const mine = await recordedChild(testApp, 'healthVisitor', { details: { postcode: 'LE67 3ZZ' } });
    await testApp.asOwner("insert into declared_relatives values ($1, $2, 'cousin', platform.now())", [
      (await testApp.actor('yispWorker')).practitionerId,
      mine,
    ]);
    await (await testApp.as('connexionsAdviser')).get(`/episodes/${carers.episodeId}`);
    await (await testApp.as('castleRockAssistant')).get(`/episodes/${relative.episodeId}`);
    await (await testApp.as('yispWorker')).get(`/episodes/${near.episodeId}`);
    expect(await rulesAbout('connexionsAdviser')).toEqual(['carers_surname']);
    expect(await rulesAbout('castleRockAssistant')).toEqual(['colleagues_relative']);
    expect(await rulesAbout('yispWorker')).toEqual(['relatives_postcode']);
  }, 60_000);

  it('to many records of other practitioners’ families, or to many at night, is flagged for the day', async () => {
    await testApp.asOwner(
      "update watch_rules set threshold = 6 where rule in ('many_records', 'out_of_hours')",
    );
    const ids = await episodes(7, 'healthVisitor', ['counsellor', 'schoolNurse']);
    await read('counsellor', ids);
    await read('schoolNurse', ids.slice(0, 6), NIGHT, '{team}');
    const [many] = await about('counsellor');
    expect(many).toMatchObject({ rule: 'many_records', subjects: 7 });
    expect(many!.episodes).toHaveLength(7);
    expect(await rulesAbout('schoolNurse')).toEqual(['out_of_hours']);
    await testApp.asOwner("update watch_rules set threshold = 40 where rule = 'many_records'");
    await testApp.asOwner("update watch_rules set threshold = 10 where rule = 'out_of_hours'");
  }, 60_000);

  it('after a refusal, in another way, is flagged; access after consent or joining the team is not', async () => {
    const [another, agreed, joined] = [
      await family('Refused', []),
      await family('Refused', []),
      await family('Refused', []),
    ];
    const worker = await testApp.as('girlsGroupWorker');
    for (const { episodeId } of [another, agreed, joined])
      expect((await worker.get(`/episodes/${episodeId}`)).status).toBe(404);
    await agrees(testApp, agreed.episodeId, 'healthVisitor', ['girlsGroupWorker'], ['T0']);
    await joins('girlsGroupWorker', [joined.episodeId]);
    await read('girlsGroupWorker', [another.episodeId, agreed.episodeId], 'platform.now()', '{emergency}');
    await read('girlsGroupWorker', [joined.episodeId], 'platform.now()', '{team}');
    const concerns = await about('girlsGroupWorker');
    expect(concerns.map(({ rule, episodes: [first] }) => [rule, first!.id])).toEqual([
      ['opened_after_refusal', another.episodeId],
    ]);
  }, 60_000);

  it('to one record after another by emergency access is flagged', async () => {
    await read(
      'frontDoor',
      await episodes(3, 'healthVisitor', ['healthVisitor']),
      WORKING_HOUR,
      '{emergency}',
    );
    expect(await rulesAbout('frontDoor')).toEqual(['emergency_runs']);
  }, 60_000);
});

describe('ordinary work', () => {
  it('the school clerk who opens every record that the school works on, namesakes included, is not flagged', async () => {
    // In the team of each, all day long, two of them with the clerk's own surname.
    const clerk = 'collegeTutor';
    const [{ surname }] = (await testApp.asOwner<{ surname: string }>(
      "select split_part(name, ' ', 2) as surname from practitioners where id = $1",
      [(await testApp.actor(clerk)).practitionerId],
    )) as [{ surname: string }];
    const ids = await episodes(30, 'healthVisitor', [clerk]);
    for (let each = 0; each < 2; each++) ids.push((await family(surname, [clerk])).episodeId);
    await joins(clerk, ids);
    for (const id of ids.slice(-4))
      expect((await (await testApp.as(clerk)).get(`/episodes/${id}`)).status).toBe(200);
    for (let hour = 1; hour < 5; hour++)
      await read(clerk, ids, `platform.now() - interval '${hour} hours'`, '{team,agency}');
    expect(await about(clerk)).toEqual([]);
  }, 60_000);

  it('a manager among the agency’s own records, and a practitioner among their own, are not flagged', async () => {
    await testApp.asOwner("update watch_rules set threshold = 3 where rule = 'many_records'");
    const ids = await episodes(4, 'healthVisitor', ['healthVisitor']);
    await read('healthManager', ids, WORKING_HOUR, '{}');
    await read('healthVisitor', ids, WORKING_HOUR, '{author}');
    expect(await about('healthManager')).toEqual([]);
    expect(await about('healthVisitor')).toEqual([]);
    await testApp.asOwner("update watch_rules set threshold = 40 where rule = 'many_records'");
  }, 60_000);
});

describe('the practitioner', () => {
  it('is asked why without learning the rule or the child, and answers once, in one line', async () => {
    const { practitionerId } = await testApp.actor('housingOfficer');
    const [message] = await testApp.asOwner<{ body: string; href: string }>(
      "select body, href from messages where recipient_id = $1 and subject like 'Please give a reason%'",
      [practitionerId],
    );
    expect(message!.body).not.toMatch(/surname|Keystone/i);
    const officer = await testApp.as('housingOfficer');
    const id = message!.href.split('/').at(-1)!;
    const [mine] = (await officer.get('/access-concerns/mine')).body.items;
    expect(mine).toMatchObject({ id, kind: 'records', state: 'open', times: 1, subjects: 1 });
    expect(Object.keys(mine)).not.toContain('rule');
    expect((await officer.post(`/access-concerns/${id}/explanation`, { why: ' ' })).status).toBe(422);
    const explanation = await officer.post(`/access-concerns/${id}/explanation`, {
      why: 'Her landlord rang and I looked up whom to tell.',
    });
    expect([explanation.status, explanation.body.state]).toEqual([201, 'explained']);
    expect((await officer.post(`/access-concerns/${id}/explanation`, { why: 'Again.' })).status).toBe(409);
    expect((await about('housingOfficer'))[0]).toMatchObject({
      state: 'explained',
      why: 'Her landlord rang and I looked up whom to tell.',
    });
  }, 60_000);

  it('alone may answer; a question to another practitioner gets 404', async () => {
    const [concern] = await about('counsellor');
    for (const persona of ['housingOfficer', 'governance']) {
      const client = await testApp.as(persona);
      const existing = await client.post(`/access-concerns/${concern!.id}/explanation`, { why: 'Invented.' });
      const absent = await client.post(`/access-concerns/${UNKNOWN_ID}/explanation`, { why: 'Invented.' });
      expect(existing.status).toBe(404);
      expect({ ...existing.body, instance: '' }).toEqual({ ...absent.body, instance: '' });
    }
  }, 60_000);
});

describe('the guardian', () => {
  it('decides with a note, which closes the concern', async () => {
    const [concern] = await about('housingOfficer');
    const governance = await testApp.as('governance');
    expect(
      (
        await governance.post(`/access-concerns/${concern!.id}/decision`, {
          outcome: 'good_reason',
          note: ' ',
        })
      ).status,
    ).toBe(422);
    const decided = await governance.post(`/access-concerns/${concern!.id}/decision`, {
      outcome: 'good_reason',
      note: 'Rang the landlord: it is so.',
    });
    expect([decided.status, decided.body.state, decided.body.decision.outcome]).toEqual([
      201,
      'closed',
      'good_reason',
    ]);
    expect(
      (
        await governance.post(`/access-concerns/${concern!.id}/decision`, {
          outcome: 'reminded',
          note: 'Again.',
        })
      ).status,
    ).toBe(409);
    expect(
      (await governance.get('/access-concerns?state=closed')).body.items.map((one: Concern) => one.id),
    ).toEqual([concern!.id]);
    // The guardian's note is not for the practitioner.
    const mine = await (await testApp.as('housingOfficer')).get('/access-concerns/mine');
    expect(mine.text).not.toContain('Rang the landlord');
  }, 60_000);

  it('is the only reader: every other person gets 404, in the queue, for one concern and in raw SQL', async () => {
    const [concern] = await about('counsellor');
    for (const persona of ['outsider', 'counsellor', 'coordinatorNwl', 'frontDoor', 'agencyAdministrator']) {
      const client = await testApp.as(persona);
      expect([persona, (await client.get('/access-concerns')).status]).toEqual([persona, 404]);
      const existing = await client.get(`/access-concerns/${concern!.id}`);
      const absent = await client.get(`/access-concerns/${UNKNOWN_ID}`);
      expect(existing.status).toBe(404);
      expect({ ...existing.body, instance: '' }).toEqual({ ...absent.body, instance: '' });
      expect(await testApp.sql(persona, 'select id from access_concerns')).toEqual([]);
      expect(await testApp.sql(persona, 'select access.watch_last_ran() as at')).toEqual([{ at: null }]);
    }
    const [lastRun] = await testApp.sql<{ at: Date }>('governance', 'select access.watch_last_ran() as at');
    expect(lastRun!.at.toISOString().slice(0, 13)).toBe(tuesdayNoon().slice(0, 13));
    for (const statement of [
      "update access_concerns set state = 'closed'",
      'delete from access_concerns',
      'select access.raise_access_concerns()',
      'select * from access.watch_runs',
    ])
      await expect(testApp.sql('governance', statement)).rejects.toThrow(/permission denied/);
    await expect(
      testApp.sql(
        'counsellor',
        `insert into guardians (id, agency_id, practitioner_id, named_by, named_at)
         select gen_random_uuid(), a.agency_id, a.practitioner_id, a.practitioner_id, now() from access.actor() a`,
      ),
    ).rejects.toThrow(/row-level security/);
    await expect(
      testApp.sql(
        'counsellor',
        `insert into access_concern_decisions values ('${concern!.id}', access.me(), 'good_reason', 'mine', now())`,
      ),
    ).rejects.toThrow(/row-level security/);
    expect(await testApp.sql('governance', 'select * from audit.refusals')).toEqual([]);
  }, 60_000);

  it('named by an agency’s administrator reviews its people instead of the governance lead, sees no child out of reach, and never reviews themselves', async () => {
    const administrator = await testApp.as('agencyAdministrator');
    const guardian = await testApp.actor('healthManager');
    expect(
      (await administrator.put('/guardian', { practitionerId: guardian.practitionerId })).body.guardian,
    ).toMatchObject({
      id: guardian.practitionerId,
    });
    expect(
      (
        await administrator.put('/guardian', {
          practitionerId: (await testApp.actor('outsider')).practitionerId,
        })
      ).status,
    ).toBe(422);
    const away = await family('Adebright', ['schoolNurse'], 'schoolTeacher');
    await (await testApp.as('schoolNurse')).get(`/episodes/${away.episodeId}`);
    // The child is out of the guardian's reach: a declared relative.
    await testApp.asOwner("insert into declared_relatives values ($1, $2, 'cousin', platform.now())", [
      guardian.practitionerId,
      away.childId,
    ]);
    const own = await family('Stonecrop', ['healthManager'], 'schoolTeacher');
    await (await testApp.as('healthManager')).get(`/episodes/${own.episodeId}`);
    const seen = await queue('healthManager');
    expect(seen.map(({ rule }) => rule).sort()).toEqual([
      'colleagues_relative',
      'out_of_hours',
      'same_surname',
    ]);
    const [nurse] = seen.filter(({ rule }) => rule === 'same_surname');
    expect(nurse!.practitioner.id).toBe((await testApp.actor('schoolNurse')).practitionerId);
    expect(nurse!.episodes).toEqual([{ id: away.episodeId, names: null }]);
    // The governance lead now reviews the guardian's own concern, and no longer the others of that agency.
    expect((await about('healthManager')).map(({ rule }) => rule)).toEqual(['same_surname']);
    expect(await about('schoolNurse')).toEqual([]);
    await administrator.put('/guardian', {});
    expect(await rulesAbout('schoolNurse')).toEqual(['colleagues_relative', 'out_of_hours', 'same_surname']);
    expect((await (await testApp.as('healthManager')).get('/access-concerns')).status).toBe(404);
  }, 60_000);

  it('who is the governance lead is reviewed by the front door for their own access', async () => {
    const namesake = await family('Lockhart', ['healthVisitor']);
    await read('governance', [namesake.episodeId], WORKING_HOUR, '{governance}');
    expect(await about('governance')).toEqual([]);
    expect((await queue('frontDoor')).map(({ rule }) => rule)).toEqual(['same_surname']);
  }, 60_000);

  it('sets the limits and turns rules off, based on what they saw', async () => {
    const governance = await testApp.as('governance');
    const { etag, body } = await governance.get('/watch-rules/same_surname');
    expect(body).toMatchObject({ threshold: 1, active: true });
    expect(
      (await governance.patch('/watch-rules/same_surname', { active: false }, { ifMatch: etag! })).body
        .active,
    ).toBe(false);
    expect(
      (await governance.patch('/watch-rules/same_surname', { active: true }, { ifMatch: etag! })).status,
    ).toBe(412);
    const namesake = await family('Goalby', ['positiveFuturesWorker']);
    await (await testApp.as('positiveFuturesWorker')).get(`/episodes/${namesake.episodeId}`);
    expect(await about('positiveFuturesWorker')).toEqual([]);
    await governance.patch('/watch-rules/same_surname', { active: true }, { ifMatch: '"v2"' });
    expect(await rulesAbout('positiveFuturesWorker')).toEqual(['same_surname']);
    expect((await (await testApp.as('coordinatorNwl')).get('/watch-rules')).status).toBe(403);
  }, 60_000);
});

test('a refusal is logged with the requested id, whether or not a record has it', async () => {
  const { episodeId } = await openedEpisode(testApp, 'healthVisitor');
  const absent = randomUUID();
  const outsider = await testApp.as('outsider');
  for (const id of [episodeId, absent]) await outsider.get(`/episodes/${id}/plan`);
  const refusals = await testApp.asOwner<{ subject_id: string; status: number; subject_kind: string }>(
    'select subject_id, status, subject_kind from audit.refusals where practitioner_id = $1 order by at',
    [(await testApp.actor('outsider')).practitionerId],
  );
  expect(refusals.slice(-2)).toEqual([
    { subject_id: episodeId, status: 404, subject_kind: 'episodes' },
    { subject_id: absent, status: 404, subject_kind: 'episodes' },
  ]);
});
