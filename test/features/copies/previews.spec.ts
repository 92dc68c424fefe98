import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CopiesService } from '#libs/oversight/copies';
import { type Actor, projectRoot, db, UnitOfWork } from '#libs/platform';
import { deliveringEpisode } from '../../support/delivering.js';
import { agrees } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
let episodeId: string;
let childId: string;
let carerId: string;
const NOWHERE = '00000000-0000-7000-8000-000000000000';

interface Copy {
  sections: { key: string; title: string; passages: { key: string; text: string; topic: string }[] }[];
}
const passages = (copy: Copy | null) => (copy?.sections ?? []).flatMap((section) => section.passages);
const practitioner = async (persona: string) => (await testApp.actor(persona)).practitionerId;
const agency = async (persona: string) => (await testApp.actor(persona)).agencyId;
const previewed = async (query: string, by = 'schoolTeacher') =>
  (await testApp.as(by)).get(`/episodes/${episodeId}/preview?${query}`);
const note = async (by: string, what: string, topic = '') =>
  (await testApp.as(by)).post(`/episodes/${episodeId}/chronology`, {
    happenedOn: '2026-01-05',
    category: 'health',
    what,
    topic,
  });

/** The family consents to health again: the latest decision about an agency counts. */
const agreesHealth = (tiers: string[], topics: string[] = [], more: object = {}) =>
  agency('schoolNurse').then((agencyId) =>
    agrees(testApp, episodeId, 'schoolTeacher', [], [], { agencies: [{ agencyId, tiers, topics }], ...more }),
  );

beforeAll(async () => {
  testApp = await openTestApp();
  ({ episodeId, childId } = await deliveringEpisode(testApp, 'schoolTeacher', [
    'schoolNurse',
    'housingOfficer',
  ]));
  const teacher = await testApp.as('schoolTeacher');
  const carer = await teacher.post(`/children/${childId}/carers`, {
    name: 'Invented Mother',
    relationship: 'mother',
    parentalResponsibility: 'yes',
    livesWithChild: true,
    telephone: '07700 900111',
  });
  carerId = carer.body.carers[0].id as string;
  await teacher.post(`/episodes/${episodeId}/team`, {
    practitionerId: await practitioner('schoolNurse'),
    teamRole: 'member',
  });
  await note('schoolTeacher', 'Came to breakfast club.');
  await note('schoolTeacher', 'Spoke of feeling low.', 'mental_health');
  await note('schoolTeacher', 'Spoke of the police.', 'offending');
  await testApp.asOwner(
    `insert into assessments (id, episode_id, number, assessor_id, started_at, version) values ($1, $2, 1, $3, platform.now(), 1)`,
    ['00000000-0000-7000-8000-00000000a001', episodeId, await practitioner('schoolTeacher')],
  );
  for (const [element, topic] of [
    ['A1a', ''],
    ['B1', ''],
    ['A1a', 'mental_health'],
  ])
    await testApp.asOwner(
      `insert into assessment_elements (id, assessment_id, episode_id, element, topic, strengths, written_by, saved_by, saved_at)
       values (gen_random_uuid(), $1, $2, $3, $4, 'Words about ' || $3, $5, $5, platform.now())`,
      [
        '00000000-0000-7000-8000-00000000a001',
        episodeId,
        element,
        topic,
        await practitioner('schoolTeacher'),
      ],
    );
}, 120_000);
afterAll(() => testApp.close());

/** Readers with each kind of reach, readers without any, and roles that see no case. */
const READERS = [
  'schoolTeacher',
  'schoolNurse',
  'healthVisitor',
  'healthManager',
  'housingOfficer',
  'schoolManager',
  'coordinatorNwl',
  'coordinatorCharnwood',
  'frontDoor',
  'governance',
  'outsider',
  'analyst',
];
/** For each reader: the preview shown to the sender equals, byte for byte, what the reader gets after signing in. */
async function everyoneGetsWhatIsShown(): Promise<Record<string, number>> {
  const sender = passages(
    (await (await testApp.as('schoolTeacher')).get(`/episodes/${episodeId}/copy`)).body as Copy,
  );
  const got: Record<string, number> = {};
  for (const key of READERS) {
    const own = await (await testApp.as(key)).get(`/episodes/${episodeId}/copy`);
    const { status, body } = await previewed(`practitionerId=${await practitioner(key)}`);
    expect({ key, status }).toEqual({ key, status: 200 });
    if (own.status !== 200) {
      expect({ key, document: body.document }).toEqual({ key, document: null });
      expect(body.withheld).toHaveLength(sender.length);
      continue;
    }
    const beyond = passages(own.body as Copy).filter((one) => !sender.some((mine) => mine.key === one.key));
    if (beyond.length === 0) expect(JSON.stringify(body.document)).toBe(own.text);
    for (const { text } of beyond) expect(JSON.stringify(body)).not.toContain(text);
    const visiblePassages = passages(body.document as Copy);
    expect(visiblePassages).toEqual(passages(own.body as Copy).filter((one) => !beyond.includes(one)));
    expect(visiblePassages.length + (body.withheld as object[]).length).toBe(sender.length);
    got[key] = visiblePassages.length;
  }
  return got;
}

test('the preview equals what each reader gets, whatever the family agreed', async () => {
  await agreesHealth(['T0', 'T1', 'T2']);
  const first = await everyoneGetsWhatIsShown();
  expect(Object.keys(first)).toEqual(
    expect.arrayContaining(['schoolTeacher', 'schoolNurse', 'schoolManager', 'coordinatorNwl', 'governance']),
  );
  expect(first['outsider']).toBeUndefined();

  await agreesHealth(['T0', 'T1', 'T2', 'T3'], ['mental_health']);
  const second = await everyoneGetsWhatIsShown();
  // One element, one note, and the renewed consent.
  expect(second['schoolNurse']).toBe(first['schoolNurse']! + 3);

  // The nurse writes what the teacher may not know: the preview does not mention it.
  await agreesHealth(['T0', 'T1', 'T2', 'T3'], ['mental_health', 'sexual_health']);
  await note('schoolNurse', 'A confidence that the school may not know.', 'sexual_health');
  await everyoneGetsWhatIsShown();

  await agreesHealth(['T0']);
  const third = await everyoneGetsWhatIsShown();
  expect(third['schoolNurse']).toBeLessThan(5);
}, 300_000);

test('what is withheld is marked with its cause', async () => {
  await agreesHealth(['T0', 'T1', 'T2']);
  const nurse = `practitionerId=${await practitioner('schoolNurse')}`;
  const causes = async (query: string) =>
    ((await previewed(query)).body.withheld as { because: string }[]).map(({ because }) => because);
  const health = (await testApp.actor('schoolNurse')).agencyName;
  expect(await causes(nurse)).toContain(`sensitive, mental health: no consent to share with ${health}`);
  await agreesHealth(['T0', 'T1']);
  expect(await causes(nurse)).toContain(`assessment and plan: no consent to share with ${health}`);
  await agreesHealth(['T0', 'T1', 'T2'], [], { excludedPeople: [await practitioner('schoolNurse')] });
  expect([...new Set(await causes(nurse))]).toEqual(['the family asked that they cannot see anything']);
  await agreesHealth(['T0', 'T1', 'T2'], [], { readmittedPeople: [await practitioner('schoolNurse')] });
});

test('any practitioner of an agency represents a reader who does not work with the family', async () => {
  await agreesHealth(['T0', 'T1', 'T2', 'T3'], ['mental_health']);
  const { body } = await previewed(`agencyId=${await agency('schoolNurse')}`);
  expect(body.reader.name).toMatch(/^A practitioner at .+ who does not work with the family$/);
  expect(body.document.sections.map((section: { key: string }) => section.key)).toEqual(['who', 'basic']);
  const unknownAgency = await previewed(`agencyId=${NOWHERE}`);
  expect(unknownAgency.status).toBe(422);
  const stranger = await previewed(`agencyId=${await agency('outsider')}`);
  expect(stranger.body.document).toBeNull();
});

test('a parent’s preview equals the copy under the family’s claim, without anything sensitive', async () => {
  const { body, status } = await previewed(`carerId=${carerId}`);
  expect(status).toBe(200);
  const mother: Actor = {
    ...(await testApp.actor('schoolTeacher')),
    practitionerId: carerId,
    role: 'family',
  };
  const copy = await testApp.app
    .get(UnitOfWork)
    .run(mother, () => testApp.app.get(CopiesService).copyOf(episodeId));
  expect(JSON.stringify(body.document)).toBe(JSON.stringify(copy));
  expect(passages(body.document as Copy).filter(({ topic }) => topic)).toEqual([]);
  const child = await previewed(`childId=${childId}`);
  expect(passages(child.body.document as Copy).length).toBe(passages(copy as unknown as Copy).length);
  expect((await previewed(`carerId=${NOWHERE}`)).status).toBe(422);
  expect((await previewed(`childId=${carerId}`)).status).toBe(422);
});

test('a preview is logged with its reader, and leaves nothing else behind', async () => {
  const before = await testApp.asOwner<{ n: number }>('select count(*)::int as n from audit.entries');
  await previewed(`practitionerId=${await practitioner('schoolNurse')}`);
  const after = await testApp.asOwner<{ act: string; practitioner_id: string; subject_id: string }>(
    `select act, practitioner_id, subject_id from audit.entries order by at desc, id desc limit 1`,
  );
  expect(after[0]).toEqual({
    act: 'preview as',
    practitioner_id: await practitioner('schoolTeacher'),
    subject_id: await practitioner('schoolNurse'),
  });
  const [{ n }] = (await testApp.asOwner<{ n: number }>('select count(*)::int as n from audit.entries')) as [
    { n: number },
  ];
  expect(n).toBe(before[0]!.n + 1);
});

test('only a practitioner who reads the record and may send from it can preview it as another person', async () => {
  const query = `practitionerId=${await practitioner('schoolTeacher')}`;
  for (const persona of ['outsider', 'governance', 'housingOfficer', 'frontDoor']) {
    const client = await testApp.as(persona);
    const hidden = await client.get(`/episodes/${episodeId}/preview?${query}`);
    const absent = await client.get(`/episodes/${NOWHERE}/preview?${query}`);
    expect({ persona, ...answerOf(hidden) }).toEqual({ persona, ...answerOf(absent) });
    expect(hidden.status).toBeGreaterThanOrEqual(403);
  }
  await agreesHealth(['T0', 'T1', 'T2']);
  expect((await previewed(query, 'schoolNurse')).status).toBe(403);
});
const answerOf = ({ status, body }: { status: number; body: { title: string; detail: string } }) => ({
  status,
  title: body.title,
  detail: body.detail,
});

test('the read-only unit of work as another person never writes, and runs only within the sender’s own unit of work', async () => {
  const unitOfWork = testApp.app.get(UnitOfWork);
  const teacher = await testApp.actor('schoolTeacher');
  const nurse = await testApp.actor('schoolNurse');
  await expect(unitOfWork.runReadOnlyAs(nurse, () => Promise.resolve(1))).rejects.toThrow('no unit of work');
  const write = (): Promise<unknown> =>
    db().query(
      `insert into messages (id, recipient_id, subject, body, sent_at) values (gen_random_uuid(), $1, 'a', 'b', now())`,
      [nurse.practitionerId],
    );
  await expect(unitOfWork.run(teacher, () => unitOfWork.runReadOnlyAs(nurse, write))).rejects.toThrow(
    'read-only',
  );
  const who = (): Promise<{ me: string }[]> => db().query('select access.me() as me');
  const seen = await unitOfWork.run(teacher, async () => [
    (await unitOfWork.runReadOnlyAs(nurse, who))[0]!.me,
    (await who())[0]!.me,
  ]);
  expect(seen).toEqual([nurse.practitionerId, teacher.practitionerId]);
});

test('only previews run as another person', () => {
  const sources = (folder: string): string[] =>
    readdirSync(folder).flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? sources(path) : path.endsWith('.ts') ? [path] : [];
    });
  const callers = ['libs', 'apps']
    .flatMap((folder) => sources(join(projectRoot, folder)))
    .filter((path) => readFileSync(path, 'utf8').includes('.runReadOnlyAs('))
    .map((path) => path.slice(projectRoot.length + 1));
  expect(callers).toEqual(['libs/oversight/copies/previews.service.ts']);
});

test('the pages mark what is withheld, and hand over only the reader’s copy', async () => {
  await agreesHealth(['T0', 'T1', 'T2']);
  const browser = await testApp.browse('schoolTeacher');
  expect((await browser.get(`/episodes/${episodeId}/preview`)).text).toContain('Who is it for?');
  const nurse = `practitioner:${await practitioner('schoolNurse')}`;
  const preview = await browser.get(`/episodes/${episodeId}/preview?for=${nurse}`);
  expect(preview.text).toContain('Withheld from');
  expect(preview.text).not.toContain('Spoke of feeling low.');
  const copy = await browser.get(`/episodes/${episodeId}/copy?for=${nurse}`);
  expect(copy.text).toContain('Came to breakfast club.');
  expect(copy.text).not.toMatch(/Withheld|Spoke of feeling low|mental health/i);
  const nothing = await browser.get(
    `/episodes/${episodeId}/preview?for=practitioner:${await practitioner('outsider')}`,
  );
  expect(nothing.text).toContain('They cannot see anything in this record.');
  expect((await browser.get(`/episodes/${episodeId}/preview?for=unknown`)).status).toBe(422);
  const outsider = await testApp.browse('outsider');
  expect((await outsider.get(`/episodes/${episodeId}/preview?for=${nurse}`)).status).toBe(404);
});
