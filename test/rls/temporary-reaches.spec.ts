import { agreedEpisode, agrees, openedEpisode } from '../support/scenarios.js';
import { openTestApp, type TestApp } from '../support/test-app.js';

/** Reaches that are temporary or on another person's behalf: each opens the episode, and each ends by itself. */
let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 60_000);
afterEach(() => testApp.moveClock());
afterAll(() => testApp.close());

const idOf = async (persona: string): Promise<string> => (await testApp.actor(persona)).practitionerId;
const agencyOf = async (persona: string): Promise<string> => (await testApp.actor(persona)).agencyId;
const newId = async (): Promise<string> =>
  (await testApp.asOwner<{ id: string }>('select gen_random_uuid() as id'))[0]!.id;

/** The highest tier of the episode that a person reads with any SQL; -1 for none. */
async function tierOf(persona: string, episodeId: string): Promise<number> {
  const [row] = await testApp.sql<{ t0: boolean; t1: boolean; t2: boolean }>(
    persona,
    `select exists (select from episodes where id = $1) as t0,
       exists (select from child_details d join episode_children f on f.child_id = d.child_id where f.episode_id = $1) as t1,
       exists (select from episode_records where episode_id = $1) as t2`,
    [episodeId],
  );
  return Number(row!.t0) + Number(row!.t1) + Number(row!.t2) - 1;
}
const reachesOf = async (persona: string, episodeId: string): Promise<string[]> =>
  (
    await testApp.sql<{ reach: string }>(
      persona,
      'select distinct reach from access.abilities($1) order by 1',
      [episodeId],
    )
  ).map((row) => row.reach);
const later = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();
const day = (days: number): string => later(24 * days).slice(0, 10);

describe('emergency access', () => {
  const ask = (persona: string, episodeId: string, more: Record<string, unknown> = {}) => {
    const row = {
      reason_code: 'immediate_risk',
      reason: 'Invented: must be found tonight.',
      lawful_basis: 'vital_interests',
      tier: 2,
      topics: [] as string[],
      hours: 4,
      protected_details: false,
      ...more,
    };
    return testApp.sql(
      persona,
      `insert into emergency_accesses (id, episode_id, practitioner_id, agency_id, role, reason_code, reason, lawful_basis,
         tier, topics, protected_details, hours, asked_at, needs_second, review_due_on)
       select gen_random_uuid(), $1, a.practitioner_id, a.agency_id, a.role, $2, $3, $4, $5, $6, $7, $8, now(), false, current_date
       from (select $9::uuid as practitioner_id, $10::uuid as agency_id, 'x' as role) a`,
      [
        episodeId,
        row.reason_code,
        row.reason,
        row.lawful_basis,
        row.tier,
        row.topics,
        row.protected_details,
        row.hours,
        ...[null, null],
      ],
    );
  };

  test('opens no more than the tier asked for, reads only, and ends by itself', async () => {
    const { episodeId } = await openedEpisode(testApp, 'healthVisitor');
    expect(await tierOf('frontDoor', episodeId)).toBe(1);
    await ask('frontDoor', episodeId);
    expect(await tierOf('frontDoor', episodeId)).toBe(2);
    expect(await reachesOf('frontDoor', episodeId)).toContain('emergency');
    const changed = await testApp.sql(
      'frontDoor',
      "update episode_records set reason = 'x' where episode_id = $1 returning 1",
      [episodeId],
    );
    expect(changed).toEqual([]);
    await testApp.moveClock(later(4.1));
    expect(await tierOf('frontDoor', episodeId)).toBe(1);
  });

  test('is announced to the lead, the agency’s managers and information governance', async () => {
    const { episodeId } = await openedEpisode(testApp, 'healthVisitor');
    await ask('coordinatorNwl', episodeId, { tier: 3, topics: ['domestic_abuse'] });
    const messages = await testApp.asOwner<{ recipient_id: string }>(
      'select recipient_id from messages where href = $1',
      [`/episodes/${episodeId}/access`],
    );
    const recipients = messages.map((row) => row.recipient_id);
    for (const persona of ['healthVisitor', 'healthManager', 'governance'])
      expect(recipients).toContain(await idOf(persona));
    expect(recipients).not.toContain(await idOf('outsider'));
    expect(
      await testApp.sql('coordinatorNwl', 'select t from access.topics() t where starts_with(t, $1)', [
        episodeId,
      ]),
    ).toEqual([{ t: `${episodeId} domestic_abuse` }]);
  });

  test('is refused to people who may not ask: a colleague, an outsider, an excluded practitioner, a relative', async () => {
    const { episodeId, childId } = await agreedEpisode(testApp, 'healthVisitor', ['housingOfficer']);
    for (const persona of ['housingOfficer', 'outsider', 'analyst', 'qualityAuditor', 'systemAdministrator'])
      await expect(ask(persona, episodeId)).rejects.toThrow(/row-level security/);
    await (
      await testApp.as('frontDoor')
    ).post(`/children/${childId}/relatives`, { relationship: 'aunt_or_uncle' });
    await expect(ask('frontDoor', episodeId)).rejects.toThrow(/row-level security/);
    await agrees(testApp, episodeId, 'healthVisitor', ['housingOfficer'], ['T0'], {
      excludedPeople: [await idOf('coordinatorNwl')],
    });
    await expect(ask('coordinatorNwl', episodeId)).rejects.toThrow(/row-level security/);
    expect(await tierOf('coordinatorNwl', episodeId)).toBe(-1);
  });

  test('on a shielded record waits for a second person, who is not the requester', async () => {
    const { episodeId, childId } = await openedEpisode(testApp, 'healthVisitor');
    await shield('healthVisitor', childId);
    await ask('coordinatorNwl', episodeId, { tier: 1, protected_details: true });
    const contact = () =>
      testApp.sql('coordinatorNwl', 'select c from access.may_contact() c where c = $1', [childId]);
    expect(await contact()).toEqual([]);
    const second = (persona: string) =>
      idOf(persona).then((id) =>
        testApp.sql(persona, 'update emergency_accesses set seconded_by = $2 where episode_id = $1', [
          episodeId,
          id,
        ]),
      );
    await expect(second('coordinatorNwl')).rejects.toThrow(/check constraint/);
    await second('governance');
    expect(await contact()).toHaveLength(1);
    await testApp.moveClock(later(5));
    expect(await contact()).toEqual([]);
  });

  test('is reviewed by a person of another agency, assigned by information governance', async () => {
    const { episodeId } = await openedEpisode(testApp, 'healthVisitor');
    await ask('frontDoor', episodeId);
    const name = async (persona: string, by: string) =>
      testApp.sql(
        by,
        'update emergency_accesses set reviewer_id = $2, reviewer_agency_id = $3 where episode_id = $1',
        [episodeId, await idOf(persona), await agencyOf(persona)],
      );
    await expect(name('schoolManager', 'frontDoor')).rejects.toThrow(/not for their own access/);
    await expect(name('cypsManager', 'governance')).rejects.toThrow(/another agency/);
    await name('schoolManager', 'governance');
    await testApp.moveClock(later(4.1));
    const review = (persona: string) =>
      testApp.sql(
        persona,
        "update emergency_accesses set review_outcome = 'justified', review_note = 'Invented.' where episode_id = $1 returning 1",
        [episodeId],
      );
    await expect(review('frontDoor')).rejects.toThrow(/Only its reviewer can record the review/);
    expect(await review('schoolManager')).toHaveLength(1);
    expect(await tierOf('schoolManager', episodeId)).toBe(-1);
  });
});

async function shield(by: string, childId: string): Promise<string> {
  const id = await newId();
  await testApp.sql(
    by,
    `insert into shields (id, child_id, grounds, requested_by, requester_capacity, recorded_by, requested_at, decide_by)
     values ($1, $2, 'domestic_abuse', 'Invented Mother', 'parental_responsibility', $3, now(), current_date)`,
    [id, childId, await idOf(by)],
  );
  return id;
}

describe('a shield', () => {
  const contact = async (persona: string, childId: string): Promise<boolean> =>
    (await testApp.sql(persona, 'select c from access.may_contact() c where c = $1', [childId])).length > 0;

  test('hides contact details from the moment it is requested, from all but those named, and only while it is in force', async () => {
    const { childId } = await agreedEpisode(testApp, 'healthVisitor', ['schoolTeacher']);
    expect(await contact('schoolTeacher', childId)).toBe(true);
    const id = await shield('schoolTeacher', childId);
    for (const persona of ['schoolTeacher', 'healthVisitor', 'coordinatorNwl', 'frontDoor', 'healthManager'])
      expect({ persona, sees: await contact(persona, childId) }).toEqual({ persona, sees: false });
    await testApp.sql(
      'schoolTeacher',
      `insert into shield_names (id, shield_id, child_id, practitioner_id, named_by, named_at)
       values (gen_random_uuid(), $1, $2, $3, $4, now())`,
      [id, childId, await idOf('healthVisitor'), await idOf('schoolTeacher')],
    );
    expect(await contact('healthVisitor', childId)).toBe(true);
    expect(await contact('schoolTeacher', childId)).toBe(false);
    await testApp.sql(
      'governance',
      "update shields set decision = 'declined', decision_reason = 'Invented.' where id = $1",
      [id],
    );
    expect(await contact('schoolTeacher', childId)).toBe(true);
  });

  test('is decided by information governance, and not by the requester', async () => {
    const { childId } = await openedEpisode(testApp, 'healthVisitor');
    const id = await shield('healthVisitor', childId);
    const decide = (by: string) =>
      testApp.sql(
        by,
        "update shields set decision = 'confirmed', decision_reason = 'Invented.', review_on = current_date + 90 where id = $1 returning 1",
        [id],
      );
    expect(await decide('healthVisitor')).toEqual([]);
    expect(await decide('coordinatorNwl')).toEqual([]);
    expect(await decide('governance')).toHaveLength(1);
  });
});

test('a panel reads what the family agreed for panels, from the agenda until ten working days after the meeting', async () => {
  const { episodeId } = await openedEpisode(testApp, 'healthVisitor');
  const [panel, meeting] = [await newId(), await newId()];
  const put = async () =>
    testApp.sql(
      'healthVisitor',
      `insert into panel_items (id, meeting_id, episode_id, question, put_by, put_at) values (gen_random_uuid(), $1, $2, 'Invented', $3, now())`,
      [meeting, episodeId, await idOf('healthVisitor')],
    );
  await testApp.sql(
    'panelChair',
    `insert into panels (id, authority_id, name, purpose)
     select $1, g.authority_id, $3, 'Invented' from agencies g where g.id = $2`,
    [panel, await agencyOf('panelChair'), `Invented panel ${panel}`],
  );
  await testApp.sql(
    'panelChair',
    `insert into panel_members (id, panel_id, practitioner_id, agency_id, joined_at) values (gen_random_uuid(), $1, $2, $3, now())`,
    [panel, await idOf('panelMember'), await agencyOf('panelMember')],
  );
  await testApp.sql('panelChair', 'insert into panel_meetings (id, panel_id, held_on) values ($1, $2, $3)', [
    meeting,
    panel,
    day(7),
  ]);
  // A case goes before a panel only with the family's consent for panels.
  await expect(put()).rejects.toThrow(/row-level security/);
  await agrees(testApp, episodeId, 'healthVisitor', ['panelMember'], ['T0', 'T1', 'T2'], {
    purpose: 'panel_referral',
  });
  expect(await tierOf('panelMember', episodeId)).toBe(-1);
  await put();
  expect(await tierOf('panelMember', episodeId)).toBe(2);
  expect(await reachesOf('panelMember', episodeId)).toEqual(['panel']);
  expect(await tierOf('housingOfficer', episodeId)).toBe(-1);
  await testApp.moveClock(later(24 * 7));
  expect(await tierOf('panelMember', episodeId)).toBe(2);
  await testApp.moveClock(later(24 * 30));
  expect(await tierOf('panelMember', episodeId)).toBe(-1);
});

test('business support reaches what the practitioner of their team who named them reaches, and nothing sensitive', async () => {
  const { episodeId } = await openedEpisode(testApp, 'familySupportWorker');
  expect(await tierOf('businessSupport', episodeId)).toBe(-1);
  const name = async (by: string) => {
    const { practitionerId } = await testApp.actor(by);
    await testApp.sql(
      by,
      `insert into support_namings (id, practitioner_id, supporter_id, team_id, named_at) values (gen_random_uuid(), $1, $2, $3, now())`,
      [practitionerId, await idOf('businessSupport'), (await testApp.actor('businessSupport')).teamId],
    );
  };
  await expect(name('youthWorker')).rejects.toThrow(/row-level security/);
  await name('familySupportWorker');
  expect(await tierOf('businessSupport', episodeId)).toBe(2);
  expect(await reachesOf('businessSupport', episodeId)).toEqual(['support']);
  await agrees(testApp, episodeId, 'cypsManager', ['housingOfficer'], ['T0'], {
    excludedPeople: [await idOf('familySupportWorker')],
  });
  expect(await tierOf('businessSupport', episodeId)).toBe(-1);
});

test('an auditor reads the drawn episodes, none of their own agency, and none after the audit', async () => {
  const { episodeId } = await openedEpisode(testApp, 'healthVisitor');
  const own = await openedEpisode(testApp, 'familySupportWorker');
  const audit = await newId();
  await testApp.sql(
    'governance',
    `insert into case_audits (id, authority_id, auditor_id, auditor_agency_id, question, commissioned_by, commissioned_at, ends_on)
     select $1, g.authority_id, $2, g.id, 'Invented', $3, now(), $5 from agencies g where g.id = $4`,
    [
      audit,
      await idOf('qualityAuditor'),
      await idOf('governance'),
      await agencyOf('qualityAuditor'),
      day(14),
    ],
  );
  await expect(
    testApp.sql('qualityAuditor', 'select access.sample_cases($1, 50, null)', [audit]),
  ).rejects.toThrow(/commissioned/);
  await testApp.sql('governance', 'select access.sample_cases($1, 50, null)', [audit]);
  expect(await tierOf('qualityAuditor', episodeId)).toBe(2);
  expect(await tierOf('qualityAuditor', own.episodeId)).toBe(-1);
  await testApp.moveClock(later(24 * 16));
  expect(await tierOf('qualityAuditor', episodeId)).toBe(-1);
});

test('a deputy has the lead’s reach on their dates only', async () => {
  const { episodeId } = await agreedEpisode(testApp, 'healthVisitor', ['schoolTeacher']);
  const lead = await newId();
  await testApp.asOwner(
    `insert into lead_professional_appointments (id, episode_id, practitioner_id, agency_id, began_at)
     values ($1, $2, $3, $4, now())`,
    [lead, episodeId, await idOf('healthVisitor'), await agencyOf('healthVisitor')],
  );
  await testApp.sql(
    'healthVisitor',
    `insert into lead_professional_deputies (id, appointment_id, episode_id, practitioner_id, agency_id, begins_on, ends_on, named_by, named_at)
     values (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7, now())`,
    [
      lead,
      episodeId,
      await idOf('schoolTeacher'),
      await agencyOf('schoolTeacher'),
      day(3),
      day(5),
      await idOf('healthVisitor'),
    ],
  );
  expect(await reachesOf('schoolTeacher', episodeId)).toEqual(['agency']);
  await testApp.moveClock(later(24 * 4));
  expect(await reachesOf('schoolTeacher', episodeId)).toEqual(['agency', 'lead']);
  await testApp.moveClock(later(24 * 7));
  expect(await reachesOf('schoolTeacher', episodeId)).toEqual(['agency']);
});

test('the stored grants equal the rules they are derived from, for these reaches too', async () => {
  const [row] = await testApp.asOwner<{ differences: string; hidings: string }>(
    `select (select count(*) from ((table access.grants except table access.derived_grants)
         union all (table access.derived_grants except table access.grants)) d) as differences,
       (select count(*) from ((table access.concealments except table access.derived_concealments)
         union all (table access.derived_concealments except table access.concealments)) h) as hidings`,
  );
  expect(row).toEqual({ differences: '0', hidings: '0' });
});
