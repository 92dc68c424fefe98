import { type Actor, newId, UnitOfWork } from '#libs/platform';
import { AccessExplanationService } from '#libs/oversight/access';
import { agrees, openedEpisode, recordedChild } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
let episodeId: string;
let childId: string;
beforeAll(async () => {
  testApp = await openTestApp();
  ({ episodeId, childId } = await openedEpisode(testApp, 'familySupportWorker'));
}, 60_000);
afterAll(() => testApp.close());

const NOWHERE = '00000000-0000-7000-8000-000000000000';
const person = async (persona: string) => (await testApp.actor(persona)).practitionerId;
const agency = async (persona: string) => (await testApp.actor(persona)).agencyId;

/** Whether the API, the page and the page header give the reason; null when there is no page. */
async function whyOf(
  persona: string,
  sentence: RegExp,
  id = episodeId,
): Promise<{ api: boolean; page: boolean; head: boolean } | null> {
  const answer = await (await testApp.as(persona)).get(`/episodes/${id}/access`);
  const page = await (await testApp.browse(persona)).get(`/episodes/${id}/access`);
  expect(page.status).toBe(answer.status);
  if (answer.status !== 200) return null;
  const text = page.text.replace(/&#39;/g, "'").replace(/&amp;/g, '&');
  const [head = ''] = /app-identity__why">.*?<\/p>/s.exec(text) ?? [];
  return {
    api: (answer.body.why as string[]).some((one) => sentence.test(one)),
    page: sentence.test(text.replace(head, '')),
    head: sentence.test(head),
  };
}
const SAID = { api: true, page: true, head: true };

test('a deputy reads for whom they act and until when, and nothing once it ends', async () => {
  await agrees(testApp, episodeId, 'familySupportWorker', ['schoolNurse']);
  const appointment = newId();
  await testApp.asOwner(
    `insert into lead_professional_appointments (id, episode_id, practitioner_id, agency_id, began_at)
     values ($1, $2, $3, $4, platform.now())`,
    [appointment, episodeId, await person('healthVisitor'), await agency('healthVisitor')],
  );
  await testApp.asOwner(
    `insert into lead_professional_deputies (id, appointment_id, episode_id, practitioner_id, agency_id, begins_on, ends_on, named_by, named_at)
     values ($1, $2, $3, $4, $5, platform.london_date(platform.now()), platform.london_date(platform.now()) + 6, $6, platform.now())`,
    [
      newId(),
      appointment,
      episodeId,
      await person('schoolNurse'),
      await agency('schoolNurse'),
      await person('healthVisitor'),
    ],
  );
  const sentence = /you are the deputy for .+, the lead professional, until \d+ \w+ 20\d\d/;
  expect(await whyOf('schoolNurse', sentence)).toEqual(SAID);
  await testApp.asOwner('update lead_professional_deputies set ended_at = platform.now()');
  expect((await whyOf('schoolNurse', sentence))?.api).not.toBe(true);
}, 60_000);

test('a panel member reads which panel, which meeting and until when, until ten working days after it', async () => {
  const [panel, meeting] = [newId(), newId()];
  await testApp.asOwner(
    `insert into panels (id, authority_id, name, purpose) select $1, authority_id, 'Test panel', 'Test' from episodes where id = $2`,
    [panel, episodeId],
  );
  await testApp.asOwner(
    `insert into panel_members (id, panel_id, practitioner_id, agency_id, joined_at) values ($1, $2, $3, $4, platform.now())`,
    [newId(), panel, await person('panelMember'), await agency('panelMember')],
  );
  await testApp.asOwner(
    'insert into panel_meetings (id, panel_id, held_on) values ($1, $2, platform.london_date(platform.now()) + 7)',
    [meeting, panel],
  );
  await testApp.asOwner(
    `insert into panel_items (id, meeting_id, episode_id, question, put_by, put_at) values ($1, $2, $3, 'What next?', $4, platform.now())`,
    [newId(), meeting, episodeId, await person('familySupportWorker')],
  );
  await agrees(testApp, episodeId, 'familySupportWorker', ['panelMember'], ['T0', 'T1', 'T2'], {
    purpose: 'panel_referral',
  });
  const sentence =
    /on the agenda of one of your panels: Test panel \(meeting of .+\).*this ends \d+ \w+ 20\d\d/;
  expect(await whyOf('panelMember', sentence)).toEqual(SAID);
  await testApp.asOwner('update panel_meetings set cancelled_at = platform.now() where id = $1', [meeting]);
  expect(await whyOf('panelMember', sentence)).toBeNull();
}, 60_000);

test('emergency access says to the minute when it ends, and shows nothing once it has ended', async () => {
  await testApp.sql(
    'coordinatorNwl',
    `insert into emergency_accesses (id, episode_id, reason_code, reason, lawful_basis, tier, hours, practitioner_id, agency_id, role, asked_at, needs_second, review_due_on)
     values ($1, $2, 'risk', 'Invented: a risk today', 'public_task', 1, 4, $3, $4, 'coordinator', now(), false, current_date)`,
    [newId(), episodeId, await person('coordinatorNwl'), await agency('coordinatorNwl')],
  );
  const sentence =
    /emergency access, which others are told about and review; this ends .+ at .+, in (4 hours|3 hours \d+ minutes?)/;
  expect(await whyOf('coordinatorNwl', sentence)).toEqual(SAID);
  await testApp.sql('coordinatorNwl', 'update emergency_accesses set ended_at = now()');
  expect(await whyOf('coordinatorNwl', sentence)).toEqual({ api: false, page: false, head: false });
}, 60_000);

test('business support reads whom they support, until that ends', async () => {
  const [{ team }] = (await testApp.asOwner<{ team: string }>(
    'select team_id as team from posts where practitioner_id = $1 and team_id is not null',
    [await person('businessSupport')],
  )) as [{ team: string }];
  await testApp.asOwner('update posts set team_id = $2 where practitioner_id = $1', [
    await person('familySupportWorker'),
    team,
  ]);
  await testApp.asOwner(
    `insert into support_namings (id, practitioner_id, supporter_id, team_id, named_at) values ($1, $2, $3, $4, platform.now())`,
    [newId(), await person('familySupportWorker'), await person('businessSupport'), team],
  );
  const name = (await testApp.actor('familySupportWorker')).name;
  const sentence = new RegExp(`you are business support for ${name}, who named you`);
  expect(await whyOf('businessSupport', sentence)).toEqual(SAID);
  await testApp.asOwner('update support_namings set ended_at = platform.now()');
  expect(await whyOf('businessSupport', sentence)).toBeNull();
}, 60_000);

test('an auditor reads which audit the episode was drawn for, until the audit ends', async () => {
  const { episodeId: schools } = await openedEpisode(testApp, 'schoolTeacher');
  const audit = newId();
  await testApp.asOwner(
    `insert into case_audits (id, authority_id, auditor_id, auditor_agency_id, question, commissioned_by, commissioned_at, ends_on)
     select $1, authority_id, $2, $3, 'Are plans clear?', $4, platform.now(), platform.london_date(platform.now()) + 14 from episodes where id = $5`,
    [
      audit,
      await person('qualityAuditor'),
      await agency('qualityAuditor'),
      await person('governance'),
      schools,
    ],
  );
  await testApp.asOwner('insert into case_audit_draws values ($1, $2, platform.now())', [audit, schools]);
  const sentence = /picked for an audit that you were asked to do: Are plans clear; this ends \d+ \w+ 20\d\d/;
  expect(await whyOf('qualityAuditor', sentence, schools)).toEqual(SAID);
  await testApp.asOwner('update case_audits set ended_at = platform.now()');
  expect(await whyOf('qualityAuditor', sentence, schools)).toBeNull();
}, 60_000);

test('a family member reads that it is their own record', async () => {
  const child: Actor = {
    ...(await testApp.actor('familySupportWorker')),
    practitionerId: childId,
    role: 'family',
  };
  const answer = await testApp.app
    .get(UnitOfWork)
    .run(child, () => testApp.app.get(AccessExplanationService).why(episodeId));
  expect(answer.why.join(' ')).toContain('it is your own family’s record');
}, 60_000);

const withoutWhatDiffers = (text: string, id: string) =>
  text
    .replaceAll(id, '')
    .replace(/value="[0-9a-f]{64,}"|name="_csrf" value="[^"]+"/g, '')
    .replace(/nonce="[^"]+"/g, '');

test('the refusal is one page for hidden and unknown records, and offers to ask the coordinator', async () => {
  for (const persona of ['outsider', 'panelChair', 'analyst']) {
    const browser = await testApp.browse(persona);
    for (const path of ['/episodes/ID', '/episodes/ID/access', '/children/ID']) {
      const id = path.startsWith('/children') ? childId : episodeId;
      const hidden = await browser.get(path.replace('ID', id));
      const absent = await browser.get(path.replace('ID', NOWHERE));
      expect([persona, path, hidden.status]).toEqual([persona, path, absent.status]);
      expect(withoutWhatDiffers(hidden.text, id)).toBe(withoutWhatDiffers(absent.text, NOWHERE));
    }
  }
  const outsider = await testApp.browse('outsider');
  const page = await outsider.get(`/episodes/${episodeId}`);
  expect(page.text).toContain('Page not available');
  expect(page.text).toContain('Ask the coordinator');
}, 60_000);

test('a question reaches the coordinator of the locality, and tells the person asking nothing', async () => {
  const outsider = await testApp.browse('outsider');
  const ask = (id: string, reason: string) =>
    outsider.submit('/access-questions', { about: `/episodes/${id}`, reason });
  const short = await ask(episodeId, 'please');
  expect(short.status).toBe(422);
  expect(short.text).toContain('Enter why you need access');
  const hidden = await ask(episodeId, 'Invented: the family asks us about housing.');
  const absent = await ask(NOWHERE, 'Invented: a family asks us about housing.');
  expect([hidden.status, hidden.location]).toEqual([absent.status, absent.location]);
  expect(await testApp.sql('outsider', 'select * from access_questions')).toEqual([]);
  const [entries] = (await testApp.asOwner<{ n: number; episodes: number }>(
    `select count(*)::int as n, count(episode_id)::int as episodes from audit.entries where act = 'ask for help'`,
  )) as [{ n: number; episodes: number }];
  expect(entries).toEqual({ n: 2, episodes: 0 });

  const coordinator = await testApp.as('coordinatorNwl');
  const { items } = (await coordinator.get('/access-questions')).body as {
    items: { id: string; episodeId: string | null }[];
  };
  expect(items.filter((one) => one.episodeId === episodeId)).toHaveLength(1);
  const elsewhere = await (await testApp.as('coordinatorCharnwood')).get('/access-questions');
  expect((elsewhere.body.items as { episodeId: string }[]).some((one) => one.episodeId === episodeId)).toBe(
    false,
  );
  expect((await (await testApp.as('outsider')).get('/access-questions')).status).toBe(403);

  const question = items.find((one) => one.episodeId === episodeId)!;
  expect(
    (await coordinator.post(`/access-questions/${question.id}/answer`, { answer: 'Ring me.' })).status,
  ).toBe(200);
  expect(
    (await coordinator.post(`/access-questions/${question.id}/answer`, { answer: 'Again' })).status,
  ).toBe(409);
  expect((await coordinator.post(`/access-questions/${NOWHERE}/answer`, { answer: 'x' })).status).toBe(404);
  expect((await outsider.get('/messages')).text).toContain('The coordinator answered your question');
  const page = await (await testApp.browse('coordinatorNwl')).get('/access-questions');
  expect(page.text).toContain('Invented: the family asks us about housing.');
}, 60_000);

test('the eleventh question in one day is refused', async () => {
  const client = await testApp.as('counsellor');
  const statuses = [];
  for (let n = 0; n < 11; n++)
    statuses.push(
      (await client.post('/access-questions', { about: NOWHERE, reason: 'Invented: may I know?' })).status,
    );
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 202), 429]);
}, 60_000);

test('a coordinator excluded from a record does not read a question about it', async () => {
  const relative = await recordedChild(testApp, 'schoolTeacher');
  await testApp.asOwner(
    `insert into declared_relatives (practitioner_id, child_id, relationship, declared_at) values ($1, $2, 'cousin', platform.now())`,
    [await person('coordinatorNwl'), relative],
  );
  await (
    await testApp.as('housingOfficer')
  ).post('/access-questions', { about: relative, reason: 'Invented: who helps them?' });
  const answer = await (await testApp.as('coordinatorNwl')).get('/access-questions');
  expect(answer.text).not.toContain('who helps them');
  expect(
    await testApp.sql(
      'coordinatorNwl',
      "select 1 from access_questions where reason like '%who helps them%'",
    ),
  ).toEqual([]);
}, 60_000);
