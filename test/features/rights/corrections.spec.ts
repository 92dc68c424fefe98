import { agreedEpisode, atStatus, openedEpisode } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
let episodeId: string;
let childId: string;
beforeAll(async () => {
  testApp = await openTestApp();
  ({ episodeId, childId } = await agreedEpisode(testApp, 'healthVisitor', [
    'schoolTeacher',
    'housingOfficer',
  ]));
  await join('schoolTeacher');
  await atStatus(testApp, episodeId, 'registered');
}, 60_000);
afterAll(() => testApp.close());

async function join(persona: string): Promise<void> {
  const { practitionerId } = await testApp.actor(persona);
  const joined = await (
    await testApp.as('healthVisitor')
  ).post(`/episodes/${episodeId}/team`, { practitionerId, teamRole: 'member' });
  expect(joined.status).toBe(201);
}
async function note(persona: string, topic = ''): Promise<string> {
  const created = await (
    await testApp.as(persona)
  ).post(`/episodes/${episodeId}/chronology`, {
    happenedOn: '2026-01-05',
    category: 'contact',
    what: 'Father did not come',
    topic,
  });
  expect(created.status).toBe(201);
  return created.body.id as string;
}
const corrections = (): string => `/episodes/${episodeId}/corrections`;
const wrong = (subjectId: string, changes: object = {}): object => ({
  subjectKind: 'chronology_note',
  subjectId,
  saidWrong: 'He did come',
  shouldSay: 'Father came late',
  askedBy: 'Invented Father',
  askedByCapacity: 'parental_responsibility',
  ...changes,
});
const titles = (persona: string) =>
  testApp.sql<{ subject: string; body: string; href: string }>(
    persona,
    "select subject, body, href from messages where subject = 'A correction to a record'",
  );

it('a correction appears beside the note, which keeps its text, and those who may read it are told', async () => {
  const subject = await note('healthVisitor');
  const response = await (await testApp.as('schoolTeacher')).post(corrections(), wrong(subject));
  expect([response.status, response.body.status]).toEqual([201, 'asked']);
  const decide = `/corrections/${response.body.id}/decision`;
  expect((await (await testApp.as('schoolTeacher')).post(decide, { status: 'accepted' })).status).toBe(403);
  const visitor = await testApp.as('healthVisitor');
  const noteless = await visitor.post(decide, { status: 'disputed' });
  expect([noteless.status, noteless.body.errors[0].field]).toEqual([422, 'note']);
  const done = await visitor.post(decide, {
    status: 'disputed',
    note: 'We saw no one; he says he was there.',
  });
  expect([done.status, done.body.status]).toEqual([200, 'disputed']);
  expect((await visitor.post(decide, { status: 'accepted' })).status).toBe(409);
  const [storedNote] = await testApp.asOwner('select what from chronology_notes where id = $1', [subject]);
  expect(storedNote).toEqual({ what: 'Father did not come' });
  const [title] = await titles('schoolTeacher');
  expect(title!.href).toContain(`/episodes/${episodeId}/chronology`);
  expect(`${title!.subject} ${title!.body}`).not.toMatch(/Test\d|Invented/);
  expect(await titles('schoolManager')).toHaveLength(1);
  // Housing knows the basics, but not the notes, so they are told nothing.
  expect(await titles('housingOfficer')).toEqual([]);
  expect(await titles('outsider')).toEqual([]);
  const seen = (await (await testApp.as('schoolTeacher')).get(corrections())).body.items as { id: string }[];
  expect(seen.map(({ id }) => id)).toContain(response.body.id);
}, 60_000);

it('a person without the record, or an outsider, cannot learn of a correction or ask for one', async () => {
  const subject = await note('healthVisitor');
  await (await testApp.as('healthVisitor')).post(corrections(), wrong(subject));
  for (const persona of ['outsider', 'yispWorker']) {
    const client = await testApp.as(persona);
    expect([persona, (await client.get(corrections())).status]).toEqual([persona, 404]);
    expect([persona, (await client.post(corrections(), wrong(subject))).status]).toEqual([persona, 404]);
    expect(await testApp.sql(persona, 'select * from corrections')).toEqual([]);
  }
  expect((await (await testApp.as('housingOfficer')).get(corrections())).status).toBe(404);
  expect(await testApp.sql('governance', 'select * from corrections')).toEqual([]);
}, 60_000);

it('a correction of a sensitive note is as sensitive as the note', async () => {
  const subject = await note('healthVisitor', 'domestic_abuse');
  const teacher = await testApp.as('schoolTeacher');
  // The teacher reads no sensitive note, so there is nothing for them to correct.
  expect((await teacher.post(corrections(), wrong(subject))).status).toBe(404);
  await expect(
    testApp.sql(
      'schoolTeacher',
      `insert into corrections (id, episode_id, subject_kind, subject_id, said_wrong, should_say, asked_by,
         asked_by_capacity, asked_on, status, recorded_by, recorded_at)
       values (gen_random_uuid(), $1, 'chronology_note', $2, 'x', 'x', 'x', 'other', current_date, 'asked', $3, now())`,
      [episodeId, subject, (await testApp.actor('schoolTeacher')).practitionerId],
    ),
  ).rejects.toThrow(/row-level security/);
  const visitor = await testApp.as('healthVisitor');
  const response = await visitor.post(corrections(), wrong(subject));
  expect([response.status, response.body.topic]).toEqual([201, 'domestic_abuse']);
  const before = (await titles('schoolTeacher')).length;
  expect(
    (await visitor.post(`/corrections/${response.body.id}/decision`, { status: 'accepted' })).status,
  ).toBe(200);
  expect(await titles('schoolTeacher')).toHaveLength(before);
  const seen = await testApp.sql<{ id: string }>('schoolTeacher', 'select id from corrections');
  expect(seen.map(({ id }) => id)).not.toContain(response.body.id);
}, 60_000);

it('a correction of the child’s details reaches those who know the details', async () => {
  const visitor = await testApp.as('healthVisitor');
  const response = await visitor.post(
    corrections(),
    wrong(childId, { subjectKind: 'child_details', shouldSay: 'Our GP is another' }),
  );
  expect(response.status).toBe(201);
  const before = (await titles('schoolManager')).length;
  await visitor.post(`/corrections/${response.body.id}/decision`, { status: 'accepted' });
  expect(await testApp.sql('housingOfficer', 'select subject_kind from corrections')).toEqual([
    { subject_kind: 'child_details' },
  ]);
  expect((await titles('schoolManager')).length).toBe(before + 1);
}, 60_000);

it('an item of another family cannot be corrected, by page or by SQL', async () => {
  const other = await openedEpisode(testApp, 'healthVisitor');
  const subject = await note('healthVisitor');
  const visitor = await testApp.as('healthVisitor');
  expect((await visitor.post(`/episodes/${other.episodeId}/corrections`, wrong(subject))).status).toBe(404);
  await expect(
    testApp.sql(
      'healthVisitor',
      `insert into corrections (id, episode_id, subject_kind, subject_id, said_wrong, should_say, asked_by,
         asked_by_capacity, asked_on, status, recorded_by, recorded_at)
       values (gen_random_uuid(), $1, 'chronology_note', $2, 'x', 'x', 'x', 'other', current_date, 'asked', $3, now())`,
      [other.episodeId, subject, (await testApp.actor('healthVisitor')).practitionerId],
    ),
  ).rejects.toThrow('nothing here to correct');
}, 60_000);

it('what was disputed cannot be changed later, nor a decision withdrawn', async () => {
  for (const statement of [
    "update corrections set said_wrong = 'x'",
    'delete from corrections',
    "update corrections set topic = ''",
  ])
    await expect(testApp.sql('healthVisitor', statement)).rejects.toThrow(/permission denied/);
  await testApp.sql(
    'healthVisitor',
    "update corrections set status = 'declined', decision_note = 'x' where status = 'accepted'",
  );
  expect(await testApp.asOwner("select 1 from corrections where decision_note = 'x'")).toEqual([]);
}, 60_000);
