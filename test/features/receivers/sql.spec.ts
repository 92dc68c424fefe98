import { newId } from '#libs/platform';
import { deliveringEpisode } from '../../support/delivering.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

/**
 * "Nobody is given work on a record they may not reach." Every column that names a practitioner on an episode is listed here
 * as assigning work or not; each that does is tried with raw SQL, by a person who may write there.
 */
let testApp: TestApp;
let episodeId: string;
let outcomeId: string;
let meetingId: string;
const ids: Record<string, { practitionerId: string; agencyId: string }> = {};

/** Of another agency and in the team (T2), of an agency with consent (T1), managing, coordinating. */
const IN_TEAM = 'housingOfficer';
const AGREED = 'healthVisitor';
const COLLEAGUE = 'castleRockAssistant';
const KEPT_OUT = 'schoolNurse';
const NEVER = ['outsider', 'analyst', 'frontDoor', 'coordinatorCharnwood', KEPT_OUT] as const;
const PEOPLE = [
  ...['schoolTeacher', 'schoolManager', 'coordinatorNwl', 'governance', 'healthManager'],
  ...[IN_TEAM, AGREED, COLLEAGUE, ...NEVER],
];

beforeAll(async () => {
  testApp = await openTestApp();
  for (const persona of PEOPLE) ids[persona] = await testApp.actor(persona);
  ({ episodeId, outcomeId } = await deliveringEpisode(testApp, 'schoolTeacher', [AGREED]));
  const teacher = await testApp.as('schoolTeacher');
  const done = async (path: string, body: object = {}): Promise<{ id: string }> => {
    const answer = await teacher.post(`/episodes/${episodeId}${path}`, body);
    if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${answer.text}`);
    return answer.body as { id: string };
  };
  const agencies = [AGREED, IN_TEAM].map((persona) => ({
    agencyId: ids[persona]!.agencyId,
    tiers: ['T0', 'T1', 'T2'],
    topics: [],
  }));
  await done('/consents', {
    ...{
      purpose: 'share_plan',
      decision: 'given',
      agencies,
      excludedPeople: [ids[KEPT_OUT]!.practitionerId],
    },
    ...{
      decidedBy: 'Invented Mother',
      capacity: 'parental_responsibility',
      limitsExplained: true,
      form: 'written',
    },
  });
  await done('/team', { practitionerId: ids[IN_TEAM]!.practitionerId, teamRole: 'member' });
  const meeting = {
    kind: 'review',
    startsAt: '2026-01-12T15:30:00Z',
    place: 'The school',
    purpose: 'Invented.',
  };
  ({ id: meetingId } = await done('/meetings', meeting));
  const me = { practitionerId: ids['schoolTeacher']!.practitionerId, familyPreference: 'x', reason: 'x' };
  const proposal = await done('/lead-professional/proposals', me);
  await done(`/lead-professional/proposals/${proposal.id}/acceptance`);
  const emergency = {
    reasonCode: 'missing',
    reason: 'Invented: did not come home.',
    lawfulBasis: 'vital_interests',
  };
  const asked = await (
    await testApp.as('coordinatorNwl')
  ).post(`/episodes/${episodeId}/emergency-access`, {
    ...{ ...emergency, tier: 'T3', topics: ['mental_health'], hours: 4 },
  });
  if (asked.status !== 201) throw new Error(asked.text);
}, 180_000);
afterAll(() => testApp.close());

interface Giving {
  readonly by?: string;
  /** Inserts a row; $1 is a new id, $2 the episode, $3 the named practitioner, $4 their agency, $5 the writer. */
  readonly sql: () => string;
  readonly may: readonly string[];
  readonly mayNot: readonly string[];
}
const KNOW_PLAN = ['schoolTeacher', IN_TEAM];
const KNOW_BASICS = [...KNOW_PLAN, AGREED, 'schoolManager', 'coordinatorNwl'];
const MAY_JOIN = [COLLEAGUE, AGREED];
const now = 'platform.now()';

const GIVING: Readonly<Record<string, Giving>> = {
  'authorships.practitioner_id': {
    sql: () => `insert into authorships (id, episode_id, practitioner_id, agency_id, kind, began_at)
      select $1, $2, $3, $4, 'assessor', ${now} where $5::uuid is not null`,
    may: MAY_JOIN,
    mayNot: NEVER,
  },
  'team_members.practitioner_id': {
    sql: () => `insert into team_members (id, episode_id, practitioner_id, agency_id, team_role, added_by, joined_at)
      values ($1, $2, $3, $4, 'member', $5, ${now})`,
    may: MAY_JOIN,
    mayNot: NEVER,
  },
  'lead_professional_deputies.practitioner_id': {
    sql: () => `insert into lead_professional_deputies
        (id, appointment_id, episode_id, practitioner_id, agency_id, begins_on, ends_on, named_by, named_at)
      select $1, a.id, $2, $3, $4, platform.london_date(${now}), platform.london_date(${now}), $5, ${now}
      from lead_professional_appointments a where a.episode_id = $2 and a.ended_at is null`,
    may: MAY_JOIN,
    mayNot: NEVER,
  },
  'lead_professional_proposals.practitioner_id': {
    sql: () => `insert into lead_professional_proposals
        (id, episode_id, practitioner_id, agency_id, family_preference, reason, proposed_by, proposed_at)
      values ($1, $2, $3, $4, 'x', 'x', $5, ${now})`,
    may: [AGREED],
    mayNot: [COLLEAGUE, ...NEVER],
  },
  // A lead cannot be appointed by another person: they accept a proposal.
  'lead_professional_appointments.practitioner_id': {
    sql: () => `insert into lead_professional_appointments (id, episode_id, practitioner_id, agency_id, began_at)
      select $1, $2, $3, $4, ${now} where $5::uuid is not null`,
    may: [],
    mayNot: [IN_TEAM, AGREED, COLLEAGUE, ...NEVER],
  },
  'assessments.assessor_id': {
    sql: () => `insert into assessments (id, episode_id, number, assessor_id, started_at)
      select $1, $2, 99, $3, ${now} where $4::uuid is not null and $5::uuid is not null`,
    may: [IN_TEAM],
    mayNot: [AGREED, COLLEAGUE, ...NEVER],
  },
  'tac_meetings.chair_id': {
    sql: () => `insert into tac_meetings (id, episode_id, kind, starts_at, chair_id, purpose, status, recorded_by, recorded_at)
      select $1, $2, 'review', ${now}, $3, 'x', 'planned', $5, ${now} where $4::uuid is not null`,
    may: KNOW_BASICS,
    mayNot: [COLLEAGUE, ...NEVER],
  },
  'tac_meetings.note_taker_id': {
    sql: () => `update tac_meetings set note_taker_id = $3
      where id = '${meetingId}' and episode_id = $2 and $1::uuid is not null and $4::uuid is not null and $5::uuid is not null`,
    may: KNOW_BASICS,
    mayNot: [COLLEAGUE, ...NEVER],
  },
  'tac_attendances.practitioner_id': {
    sql: () => `insert into tac_attendances (id, meeting_id, episode_id, practitioner_id, name, attendance)
      select $1, '${meetingId}', $2, $3, 'x', 'invited' where $4::uuid is not null and $5::uuid is not null`,
    may: KNOW_BASICS,
    mayNot: [COLLEAGUE, ...NEVER],
  },
  'plan_actions.doer_practitioner_id': {
    sql: () => `insert into plan_actions (id, outcome_id, episode_id, description, doer_practitioner_id, due_on, status,
        family_agreement, written_by, written_at, changed_at)
      select $1, '${outcomeId}', $2, 'x', $3, date '2030-01-01', 'not_started', 'yes', $5, ${now}, ${now}
      where $4::uuid is not null`,
    may: KNOW_PLAN,
    mayNot: [AGREED, COLLEAGUE, ...NEVER],
  },
  'emergency_accesses.reviewer_id': {
    by: 'governance',
    sql: () => `update emergency_accesses set reviewer_id = $3, reviewer_agency_id = $4
      where episode_id = $2 and $1::uuid is not null and $5::uuid is not null`,
    may: ['healthManager'],
    mayNot: ['coordinatorNwl', ...NEVER],
  },
};

/** Columns for the person who wrote, decided or ended something: their own act, which their own permission allows. */
const isByWhoseHand = (column: string): boolean => column.endsWith('_by');
/** Columns about past events, a person's own rows, and columns that only the database writes. None assigns work. */
const NO_WORK: Readonly<Record<string, string>> = {
  'access_concerns.practitioner_id': 'who is asked why they looked; written by the database',
  'audit.entries.practitioner_id': 'who did it; only in one’s own name',
  'chronology_notes.entered_for': 'for whom support wrote; written by the database',
  'closure_proposals.manager_id':
    'who is asked to approve; only one of access.closure_approvers_all, by trigger and policy (test/features/reviews)',
  'consent_people.practitioner_id': 'whom the family keeps out, or lets in again',
  'consent_warnings.recipient_id': 'who was warned; written by the database',
  'disclosures.asked_by_practitioner_id': 'who asked to be told',
  'disclosures.to_practitioner_id': 'who was told, or not, and on what basis',
  'drafts.practitioner_id': 'who typed it; only one’s own',
  'emergency_accesses.practitioner_id': 'who asked for it; written by the database',
  'episode_visits.practitioner_id': 'who looked last when; only one’s own',
  'idempotent_answers.practitioner_id': 'whose request it answered; only one’s own',
  'rights_request_events.practitioner_id': 'who changed it; written by the database',
  'tac_meetings.entered_for': 'for whom support wrote; written by the database',
};

test('every column that names a practitioner on an episode is listed as assigning work or not', async () => {
  const columns = await testApp.asOwner<{ name: string; column: string }>(`
    select c.conrelid::regclass || '.' || a.attname as name, a.attname as column
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
    where c.contype = 'f' and c.confrelid = 'practitioners'::regclass and cardinality(c.conkey) = 1
      and exists (select from pg_attribute e where e.attrelid = c.conrelid and e.attname = 'episode_id')
    order by 1`);
  expect(columns.length).toBeGreaterThan(40);
  const unsaid = columns.filter(
    ({ name, column }) => !GIVING[name] && !NO_WORK[name] && !isByWhoseHand(column),
  );
  expect(unsaid.map(({ name }) => name)).toEqual([]);
});

const writes = async (column: string, named: string): Promise<string> => {
  const { by = 'schoolTeacher', sql } = GIVING[column]!;
  const { practitionerId, agencyId } = ids[named]!;
  const values = [newId(), episodeId, practitionerId, agencyId, ids[by]!.practitionerId];
  try {
    const rows = await testApp.sql(by, `with done as (${sql()} returning 1) select * from done`, values);
    return rows.length === 1 ? 'written' : 'nothing written';
  } catch (error) {
    return (error as { constraint?: string; code: string }).constraint ?? (error as { code: string }).code;
  }
};
const REFUSED = /^(receiver_may_know|deputy_agreed|deputy_post|42501)$/;

test.each(Object.entries(GIVING))(
  '%s cannot name a practitioner without access, by raw SQL',
  async (column, { mayNot }) => {
    const answers = [];
    for (const named of mayNot) answers.push([named, await writes(column, named)]);
    expect(answers).toEqual(mayNot.map((named) => [named, expect.stringMatching(REFUSED)]));
  },
);

test.each(Object.entries(GIVING))('%s can name practitioners with access', async (column, { may }) => {
  const answers = [];
  for (const named of may) answers.push([named, await writes(column, named)]);
  expect(answers).toEqual(may.map((named) => [named, 'written']));
});
