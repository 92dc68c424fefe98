import { DataSource } from 'typeorm';
import type { Answer } from '../../support/api-client.js';
import { agrees, recordedChild } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 120_000);
afterAll(() => testApp.close());

const UNKNOWN_ID = '018f0000-0000-7000-8000-00000000dead';
const SYLLABLES = ['bra', 'dun', 'kel', 'mor', 'pha', 'qui', 'sto', 'tre', 'vex', 'wil', 'yar', 'zof'];
let count = 0;
/** A unique name and birthday. */
function named(): { givenNames: string; familyName: string; dateOfBirth: string } {
  const at = (step: number): string => SYLLABLES[(count * step + step) % SYLLABLES.length]!;
  const month = String((count % 4) + 6).padStart(2, '0');
  const name = {
    givenNames: `${at(1)}${at(5)}${at(7)}`,
    familyName: `${at(7)}${at(1)}${at(11)}${at(5)}`,
    dateOfBirth: `${2005 + Math.floor(count / 4)}-${month}-02`,
  };
  count++;
  return name;
}
type Name = ReturnType<typeof named>;

async function hidden(name: Name, lead: string | null = 'schoolTeacher', by = 'schoolTeacher') {
  const childId = await recordedChild(testApp, by, { ...name });
  const opened = await (
    await testApp.as(by)
  ).post('/episodes', { childIds: [childId], reason: 'Invented: asks for help.' });
  const episodeId = opened.body.id as string;
  if (lead) {
    const { practitionerId, agencyId } = await testApp.actor(lead);
    await testApp.asOwner(
      `insert into lead_professional_appointments (id, episode_id, practitioner_id, agency_id, began_at)
       values (gen_random_uuid(), $1, $2, $3, now() - interval '1 minute')`,
      [episodeId, practitionerId, agencyId],
    );
  }
  return { childId, episodeId };
}

const question = (name: Name, more: object = {}) => ({
  ...name,
  reason: 'Invented: her mother came to the housing office.',
  ...more,
});
const ask = async (who: string, name: Name, more: object = {}): Promise<Answer> =>
  (await testApp.as(who)).post('/index-questions', question(name, more));
const matches = (questionId: string) =>
  testApp.asOwner<{ id: string; place: number; episode_id: string | null }>(
    'select id, place, episode_id from index_question_matches where question_id = $1 order by place',
    [questionId],
  );
const matchFor = async (questionId: string): Promise<string> =>
  (await matches(questionId)).find((row) => row.episode_id)!.id;
/** Everything except what belongs to one question: its id, its instant and the typed text. */
const bare = (answer: Answer): string =>
  `${answer.status} ${answer.headers['content-type']} ${answer.text}`
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')
    .replaceAll(/"(askedAt|givenNames|familyName|dateOfBirth)":"[^"]+"/g, '$1');
const limits = (text: string): Promise<unknown> => testApp.asOwner(text);

beforeEach(async () => {
  // Each test starts with fresh daily limits.
  await limits('truncate index_searches');
  await limits("update index_questions set asked_at = asked_at - interval '2 days'");
});

describe('searching', () => {
  const look = (name: Name, more: object = {}) =>
    `/children?${new URLSearchParams({
      name: `${name.givenNames} ${name.familyName}`,
      reason: 'invented: she asks for help',
      ...more,
    })}`;

  it('is answered with the same line and the same bytes whether a hidden child exists or not', async () => {
    const [known, unknown] = [named(), named()];
    await hidden(known);
    const outsider = await testApp.as('outsider');
    const existing = await outsider.get(look(known, { dateOfBirth: known.dateOfBirth }));
    const unknownAnswer = await outsider.get(look(unknown, { dateOfBirth: unknown.dateOfBirth }));
    expect(existing.body.ask).toBe('Someone may already be working with this child. You can ask.');
    expect(bare(existing)).toBe(bare(unknownAnswer));
    expect((await outsider.get(look(unknown))).body.ask).toBeNull();
  }, 60_000);

  it('runs the same statements for a hidden child as for none', async () => {
    const [known, unknown] = [named(), named()];
    await hidden(known);
    const outsider = await testApp.as('outsider');
    const seen: string[][] = [];
    const runner = testApp.app.get(DataSource).createQueryRunner();
    const prototype = Object.getPrototypeOf(runner) as { query(text: string, ...rest: unknown[]): unknown };
    await runner.release();
    const query = prototype.query;
    for (const name of [known, unknown]) {
      const texts: string[] = [];
      prototype.query = function (text, ...rest) {
        texts.push(text);
        return query.call(this, text, ...rest);
      };
      await outsider.get(look(name, { dateOfBirth: name.dateOfBirth }));
      await outsider.post('/index-questions', question(name));
      prototype.query = query;
      seen.push(texts);
    }
    expect(seen[0]!.length).toBeGreaterThan(6);
    expect(seen[0]).toEqual(seen[1]);
  }, 60_000);

  it('too often in an hour is refused, in the same words whether or not a child exists, and the guardian is told', async () => {
    const known = named();
    await hidden(known);
    await limits("update index_limits set most = 4 where kind = 'names'");
    const housing = await testApp.as('housingOfficer');
    for (let each = 0; each < 4; each++) expect((await housing.get(look(named()))).status).toBe(200);
    const existing = await housing.get(look(known));
    const unknownAnswer = await housing.get(look(named()));
    expect([existing.status, unknownAnswer.status]).toEqual([429, 429]);
    expect({ ...existing.body, instance: '' }).toEqual({ ...unknownAnswer.body, instance: '' });
    expect(existing.body.detail).toContain('Ask the coordinator');
    const { practitionerId } = await testApp.actor('housingOfficer');
    const entries = await testApp.asOwner<{ act: string }>(
      "select act from audit.entries where practitioner_id = $1 and act = 'refuse search'",
      [practitionerId],
    );
    expect(entries).toHaveLength(2);
    const queue = (await (await testApp.as('governance')).get('/access-concerns')).body.items;
    expect(queue).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          rule: 'index_probing',
          practitioner: expect.objectContaining({ id: practitionerId }),
        }),
      ]),
    );
    await limits("update index_limits set most = 20 where kind = 'names'");
  }, 60_000);

  it('starts a fresh count when the person opens the record they were searching for', async () => {
    await limits("update index_limits set most = 3 where kind = 'names'");
    const teacher = await testApp.as('schoolTeacher');
    const childId = await recordedChild(testApp, 'schoolTeacher', named());
    for (let each = 0; each < 3; each++) expect((await teacher.get(look(named()))).status).toBe(200);
    expect((await teacher.get(look(named()))).status).toBe(429);
    expect((await teacher.get(`/children/${childId}`)).status).toBe(200);
    expect((await teacher.get(look(named()))).status).toBe(200);
    await limits("update index_limits set most = 20 where kind = 'names'");
  }, 60_000);

  it('is counted across all programs, and by the hour too', async () => {
    await limits("update index_limits set most = 2 where kind = 'searches'");
    const outsider = await testApp.as('outsider');
    const name = named();
    const statuses = await Promise.all(
      Array.from({ length: 5 }, async () => (await outsider.get(look(name))).status),
    );
    expect(statuses.sort()).toEqual([200, 200, 429, 429, 429]);
    await limits("update index_limits set most = 60 where kind = 'searches'");
  }, 60_000);

  it('stores no name of a child searched for', async () => {
    const name = named();
    await (await testApp.as('outsider')).get(look(name));
    const rows = await testApp.asOwner<{ row: string }>(
      'select index_searches::text as row from index_searches',
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { row } of rows) expect(row.toLowerCase()).not.toContain(name.familyName.toLowerCase());
  }, 60_000);
});

describe('asking', () => {
  it('always says that the question is passed on, in the same bytes, and stores the same number of rows', async () => {
    const [known, unknown] = [named(), named()];
    await hidden(known);
    const existing = await ask('outsider', known);
    const unknownAnswer = await ask('outsider', unknown);
    expect(existing.status).toBe(201);
    expect(existing.body.message).toContain('you’ll hear within 2 working days if they choose to reply');
    expect(bare(existing)).toBe(bare(unknownAnswer));
    const [some, none] = [await matches(existing.body.id), await matches(unknownAnswer.body.id)];
    expect([some.length, none.length]).toEqual([3, 3]);
    expect(some.map((row) => row.episode_id !== null)).toEqual([true, false, false]);
    expect(none.map((row) => row.episode_id !== null)).toEqual([false, false, false]);
  }, 60_000);

  it('tolerates a misspelling, and a day and month exchanged', async () => {
    const name = named();
    await hidden(name);
    const misspelt = { ...name, givenNames: `${name.givenNames}e` };
    const first = await ask('outsider', misspelt);
    const [year, month, day] = name.dateOfBirth.split('-');
    const second = await ask('outsider', name, { dateOfBirth: `${year}-${day}-${month}` });
    for (const { body } of [first, second])
      expect((await matches(body.id)).filter((row) => row.episode_id)).toHaveLength(1);
  }, 60_000);

  it('shows each error beside its field', async () => {
    const { status, body } = await (
      await testApp.as('outsider')
    ).post('/index-questions', {
      ...question(named()),
      dateOfBirth: '2093-01-01',
    });
    expect([status, body.errors[0].field]).toEqual([422, 'dateOfBirth']);
  }, 60_000);

  it('is not for roles that hold no families', async () => {
    expect((await ask('directoryEditor', named())).status).toBe(403);
    await expect(
      testApp.sql(
        'directoryEditor',
        "select access.ask_index($1, 'a', 'b', '2013-01-01', 'c', '2030-01-01')",
        [UNKNOWN_ID],
      ),
    ).rejects.toThrow('This role cannot do this');
  }, 60_000);

  it('reads the same after a “no”, after silence and when no one matched, the day after and a week after', async () => {
    const [refused, silent, absent] = [named(), named(), named()];
    await hidden(refused);
    await hidden(silent);
    const ids: string[] = [];
    for (const name of [refused, silent, absent]) ids.push((await ask('outsider', name)).body.id as string);
    const teacher = await testApp.as('schoolTeacher');
    expect(
      (await teacher.post(`/index-matches/${await matchFor(ids[0]!)}/answer`, { answer: 'no' })).status,
    ).toBe(201);
    const outsider = await testApp.as('outsider');
    const readings = async (): Promise<string[]> => {
      const answers = [];
      for (const id of ids) answers.push(bare(await outsider.get(`/index-questions/${id}`)));
      return answers;
    };
    const before = await readings();
    expect(new Set(before).size).toBe(1);
    expect(before[0]).toContain('Your question has been sent');
    await testApp.moveClock(new Date(Date.now() + 8 * 86_400_000).toISOString());
    const after = await readings();
    await testApp.moveClock();
    expect(new Set(after).size).toBe(1);
    expect(after[0]).toContain('no one is working with a child like this, or that someone is');
    expect(
      await testApp.asOwner('select 1 from messages where href = $1', ['/index-questions/asked']),
    ).toEqual([]);
  }, 60_000);

  it('more than ten times in a day is refused, and nothing further is asked', async () => {
    const nurse = 'schoolNurse';
    for (let each = 0; each < 10; each++) expect((await ask(nurse, named())).status).toBe(201);
    const refused = await ask(nurse, named());
    expect([refused.status, refused.body.detail]).toEqual([
      429,
      expect.stringContaining('many questions today'),
    ]);
    const { practitionerId } = await testApp.actor(nurse);
    expect(
      await testApp.asOwner('select 1 from index_questions where asked_by = $1', [practitionerId]),
    ).toHaveLength(10);
    expect(
      await testApp.asOwner(
        "select 1 from access_concerns where practitioner_id = $1 and rule = 'index_probing'",
        [practitionerId],
      ),
    ).toHaveLength(1);
  }, 60_000);

  it('matches nothing for a person excluded by the family, a relative, or a person who already reaches the child', async () => {
    const [byName, byAgency, relative, reached] = [named(), named(), named(), named()];
    const one = await hidden(byName);
    const consentId = await agrees(testApp, one.episodeId, 'schoolTeacher', ['schoolNurse']);
    const { practitionerId, agencyId } = await testApp.actor('outsider');
    await testApp.asOwner(
      "insert into consent_people (consent_id, episode_id, practitioner_id, standing) values ($1, $2, $3, 'excluded')",
      [consentId, one.episodeId, practitionerId],
    );
    const two = await hidden(byAgency);
    const second = await agrees(testApp, two.episodeId, 'schoolTeacher', ['schoolNurse']);
    await testApp.asOwner(
      "insert into consent_agencies (consent_id, episode_id, agency_id, standing) values ($1, $2, $3, 'excluded')",
      [second, two.episodeId, agencyId],
    );
    const three = await hidden(relative);
    await testApp.asOwner('insert into declared_relatives values ($1, $2, $3, now())', [
      practitionerId,
      three.childId,
      'cousin',
    ]);
    const four = await hidden(reached);
    await agrees(testApp, four.episodeId, 'schoolTeacher', ['outsider'], ['T0']);
    for (const name of [byName, byAgency, relative, reached]) {
      const { status, body } = await ask('outsider', name);
      expect([status, (await matches(body.id)).filter((row) => row.episode_id)]).toEqual([201, []]);
    }
    // Other people's questions still match.
    const { body } = await ask('connexionsAdviser', byName);
    expect((await matches(body.id)).filter((row) => row.episode_id)).toHaveLength(1);
  }, 60_000);
});

describe('answering', () => {
  it('is for the lead professional, who sees who asks and why; for others there is no such question', async () => {
    const name = named();
    await hidden(name);
    const { body } = await ask('outsider', name);
    const match = await matchFor(body.id);
    const mine = (await (await testApp.as('schoolTeacher')).get('/index-matches')).body.items.find(
      (item: { id: string }) => item.id === match,
    );
    expect(mine).toMatchObject({
      asked: { ...name, reason: 'Invented: her mother came to the housing office.' },
      by: { name: 'Graham Pendleberry', agency: 'Melton Borough Council' },
      answer: null,
    });
    for (const persona of [
      'coordinatorNwl',
      'schoolManager',
      'schoolNurse',
      'outsider',
      'castleRockAssistant',
    ]) {
      const client = await testApp.as(persona);
      expect(
        ((await client.get('/index-matches')).body.items as { id: string }[]).map((item) => item.id),
      ).not.toContain(match);
      const existing = await client.post(`/index-matches/${match}/answer`, { answer: 'share' });
      const unknownAnswer = await client.post(`/index-matches/${UNKNOWN_ID}/answer`, { answer: 'share' });
      expect(existing.status).toBe(404);
      expect({ ...existing.body, instance: '' }).toEqual({ ...unknownAnswer.body, instance: '' });
    }
  }, 60_000);

  it('“share” gives the asker a name and a telephone number, and opens nothing', async () => {
    const name = named();
    const { childId, episodeId } = await hidden(name);
    const { body } = await ask('outsider', name);
    await testApp.asOwner(
      "update practitioners set telephone = '0116 496 0001' where name = 'Maureen Oakleaf'",
    );
    const teacher = await testApp.as('schoolTeacher');
    const match = await matchFor(body.id);
    expect((await teacher.post(`/index-matches/${match}/answer`, { answer: 'share' })).status).toBe(201);
    expect((await teacher.post(`/index-matches/${match}/answer`, { answer: 'no' })).status).toBe(409);
    const outsider = await testApp.as('outsider');
    const read = await outsider.get(`/index-questions/${body.id}`);
    expect(read.body).toMatchObject({
      shared: [{ name: 'Maureen Oakleaf', telephone: '0116 496 0001' }],
      talk: false,
      standing: ['Phone Maureen Oakleaf, 0116 496 0001.'],
    });
    expect(read.text).not.toContain(episodeId);
    expect((await outsider.get(`/children/${childId}`)).status).toBe(404);
    expect((await outsider.get(`/episodes/${episodeId}`)).status).toBe(404);
    const log = (await teacher.get(`/episodes/${episodeId}/access`)).body.whoLooked;
    expect(log.map((entry: { act: string }) => entry.act)).toContain('answer index question');
  }, 60_000);

  it('“talk” tells the asker only to phone the coordinator, who is told who will phone', async () => {
    const name = named();
    await hidden(name);
    const { body } = await ask('outsider', name);
    await (
      await testApp.as('schoolTeacher')
    ).post(`/index-matches/${await matchFor(body.id)}/answer`, { answer: 'talk' });
    const read = await (await testApp.as('outsider')).get(`/index-questions/${body.id}`);
    expect(read.body).toMatchObject({
      shared: [],
      talk: true,
      standing: ['Phone the coordinator for the locality.'],
    });
    expect(read.text).not.toContain('Oakleaf');
    const messages = await testApp.asOwner<{ body: string }>(
      "select body from messages where subject = 'Someone will phone you about a child' and recipient_id = $1",
      [(await testApp.actor('coordinatorNwl')).practitionerId],
    );
    expect(messages.at(-1)!.body).toContain('Graham Pendleberry');
    expect(messages.at(-1)!.body).not.toContain(name.familyName);
  }, 60_000);

  it('falls to the author’s manager and the coordinator without a lead, and to the coordinator alone if the lead is a sensitive service', async () => {
    const [unled, sensitive] = [named(), named()];
    await hidden(unled, null);
    await hidden(sensitive, 'yispWorker');
    await testApp.asOwner('update agencies set sensitive = true where id = $1', [
      (await testApp.actor('yispWorker')).agencyId,
    ]);
    const holders = async (name: Name): Promise<string[]> => {
      const match = await matchFor((await ask('outsider', name)).body.id);
      const answerers = [];
      for (const persona of [
        'schoolTeacher',
        'schoolManager',
        'yispWorker',
        'coordinatorNwl',
        'coordinatorCharnwood',
      ])
        if (
          ((await (await testApp.as(persona)).get('/index-matches')).body.items as { id: string }[]).some(
            (item) => item.id === match,
          )
        )
          answerers.push(persona);
      return answerers;
    };
    expect(await holders(unled)).toEqual(['schoolManager', 'coordinatorNwl']);
    expect(await holders(sensitive)).toEqual(['coordinatorNwl']);
  }, 60_000);

  it('does not show a question to anyone but its asker', async () => {
    const name = named();
    const { body } = await ask('outsider', name);
    const nurse = await testApp.as('healthVisitor');
    const existing = await nurse.get(`/index-questions/${body.id}`);
    const unknownAnswer = await nurse.get(`/index-questions/${UNKNOWN_ID}`);
    expect(existing.status).toBe(404);
    expect({ ...existing.body, instance: '' }).toEqual({ ...unknownAnswer.body, instance: '' });
  }, 60_000);
});

test('raw SQL under the asker’s claim reads no match, writes none, and finds no question of another person', async () => {
  const name = named();
  await hidden(name);
  const { body } = await ask('outsider', name);
  expect(await testApp.sql('outsider', 'select * from index_question_matches')).toEqual([]);
  expect(
    await testApp.sql('outsider', 'select id from index_questions where id = $1', [body.id]),
  ).toHaveLength(1);
  expect(
    await testApp.sql('healthVisitor', 'select id from index_questions where id = $1', [body.id]),
  ).toEqual([]);
  expect(
    await testApp.sql('schoolTeacher', 'select id from index_questions where id = $1', [body.id]),
  ).toHaveLength(1);
  expect(await testApp.sql('outsider', 'select * from index_searches')).toEqual([]);
  for (const statement of [
    'insert into index_question_matches (id, question_id, place) values (gen_random_uuid(), gen_random_uuid(), 1)',
    "insert into index_questions (id, asked_by, agency_id, given_names, family_name, date_of_birth, reason, asked_at, answer_by) values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'a', 'b', now(), 'c', now(), now())",
    'delete from index_questions',
    'select access.responders_for(gen_random_uuid())',
    'select access.notice_probing(1, 1)',
    'delete from index_searches',
  ])
    await expect(testApp.sql('outsider', statement)).rejects.toThrow(/permission denied/);
  expect(
    await testApp.sql(
      'outsider',
      "update index_question_matches set answer = 'share', answered_by = access.me(), answered_at = now() returning id",
    ),
  ).toEqual([]);
});
