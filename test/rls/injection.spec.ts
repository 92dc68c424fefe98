import { agreedEpisode, openedEpisode } from '../support/scenarios.js';
import { openTestApp, type TestApp } from '../support/test-app.js';

/** An attacker who can run any SQL as the serving role, with their own claim, can do no more than the person may. */
let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 60_000);
afterAll(() => testApp.close());

const refused = /row-level security|permission denied|violates foreign key|cannot see this record/;

test('a practitioner cannot attach a consent for another episode to one of their own', async () => {
  const mine = await agreedEpisode(testApp, 'schoolTeacher', ['housingOfficer']);
  const theirs = await agreedEpisode(testApp, 'healthVisitor', ['housingOfficer']);
  const { agencyId } = await testApp.actor('schoolTeacher');
  await expect(
    testApp.sql(
      'schoolTeacher',
      `insert into consent_agencies (consent_id, episode_id, agency_id, standing, tiers) values ($1, $2, $3, 'included', '{0,1,2}')`,
      [theirs.consentId, mine.episodeId, agencyId],
    ),
  ).rejects.toThrow(refused);
  expect((await (await testApp.as('schoolTeacher')).get(`/episodes/${theirs.episodeId}`)).status).toBe(404);
});

test('a practitioner who knows the basics cannot make themselves the lead, nor end another’s lead', async () => {
  const { episodeId } = await agreedEpisode(testApp, 'healthVisitor', ['schoolTeacher', 'housingOfficer']);
  const visitor = await testApp.as('healthVisitor');
  const lead = await testApp.actor('schoolTeacher');
  const proposal = await visitor.post(`/episodes/${episodeId}/lead-professional/proposals`, {
    practitionerId: lead.practitionerId,
    familyPreference: 'Invented.',
    reason: 'Invented.',
  });
  const path = `/episodes/${episodeId}/lead-professional/proposals/${proposal.body.id}/acceptance`;
  expect((await (await testApp.as('schoolTeacher')).post(path)).status).toBeLessThan(300);
  await testApp.sql(
    'housingOfficer',
    'update lead_professional_appointments set ended_at = now() where episode_id = $1',
    [episodeId],
  );
  expect(
    await testApp.asOwner(
      'select 1 from lead_professional_appointments where episode_id = $1 and ended_at is not null',
      [episodeId],
    ),
  ).toEqual([]);
  const me = await testApp.actor('housingOfficer');
  const { agencyId: opening } = await testApp.actor('healthVisitor');
  for (const agency of [me.agencyId, opening])
    await expect(
      testApp.sql(
        'housingOfficer',
        `insert into lead_professional_appointments (id, episode_id, practitioner_id, agency_id, began_at, ended_at)
        values (gen_random_uuid(), $1, $2, $3, now() - interval '9 days', now() - interval '8 days')`,
        [episodeId, me.practitionerId, agency],
      ),
    ).rejects.toThrow(refused);
});

test('a person cannot be added to a team in the name of an agency they do not work for', async () => {
  const { episodeId } = await openedEpisode(testApp, 'healthVisitor');
  const outsider = await testApp.actor('outsider');
  const { agencyId } = await testApp.actor('healthVisitor');
  await expect(
    testApp.sql(
      'healthVisitor',
      `insert into team_members (id, episode_id, practitioner_id, agency_id, team_role, added_by, joined_at)
      values (gen_random_uuid(), $1, $2, $3, 'member', $4, now())`,
      [episodeId, outsider.practitionerId, agencyId, (await testApp.actor('healthVisitor')).practitionerId],
    ),
  ).rejects.toThrow(refused);
});

test('a practitioner cannot write into the access log as another person, or open an episode as another agency', async () => {
  const [me, other] = [await testApp.actor('outsider'), await testApp.actor('frontDoor')];
  await expect(
    testApp.sql(
      'outsider',
      `insert into audit.entries (id, at, practitioner_id, agency_id, role, act, subject_kind)
      values (gen_random_uuid(), now(), $1, $2, 'front_door', 'read episode', 'episode')`,
      [other.practitionerId, other.agencyId],
    ),
  ).rejects.toThrow(refused);
  await expect(
    testApp.sql(
      'outsider',
      `insert into episodes (id, opened_at, authority_id, opened_by, opening_agency_id)
      select gen_random_uuid(), now(), authority_id, $1, $2 from agencies where id = $2`,
      [me.practitionerId, other.agencyId],
    ),
  ).rejects.toThrow(refused);
});
