import { runJob } from '../../support/jobs.js';
import { agrees, recordedChild } from '../../support/scenarios.js';
import { searchFor } from '../../support/searching.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 120_000);
afterAll(() => testApp.close());

const UNKNOWN_ID = '018f0000-0000-7000-8000-00000000dead';
const withoutTokens = (text: string) =>
  text
    .replaceAll(/name="_csrf" value="[^"]+"/g, '')
    .replaceAll(/nonce="[^"]+"/g, '')
    .replaceAll(/nonce-[\w+/=]+/g, '');
const born = (year: number) => ({
  'dateOfBirth-day': '2',
  'dateOfBirth-month': '7',
  'dateOfBirth-year': String(year),
});

async function hidden(givenNames: string, familyName: string, year: number): Promise<string> {
  const childId = await recordedChild(testApp, 'schoolTeacher', {
    givenNames,
    familyName,
    dateOfBirth: `${year}-07-02`,
  });
  const { body } = await (
    await testApp.as('schoolTeacher')
  ).post('/episodes', { childIds: [childId], reason: 'Invented: asks for help.' });
  const { practitionerId, agencyId } = await testApp.actor('schoolTeacher');
  await testApp.asOwner(
    `insert into lead_professional_appointments (id, episode_id, practitioner_id, agency_id, began_at)
     values (gen_random_uuid(), $1, $2, $3, now() - interval '1 minute')`,
    [body.id, practitionerId, agencyId],
  );
  return body.id as string;
}

describe('searching for a child', () => {
  it('puts no name into an address, and offers to ask whether or not a child exists, in the same page', async () => {
    await hidden('Lucasta', 'Brambleworth', 2012);
    const outsider = await testApp.browse('outsider');
    const look = (name: string) => searchFor(outsider, { name, ...born(2012) });
    const existing = await look('Lucasta Brambleworth');
    const absent = await look('Peverell Underhallow');
    expect([existing.status, absent.status]).toEqual([200, 200]);
    const bare = (text: string) =>
      withoutTokens(text).replaceAll('Lucasta Brambleworth', 'x').replaceAll('Peverell Underhallow', 'x');
    expect(bare(existing.text)).toBe(bare(absent.text));
    expect(existing.text).toContain('Someone may already be working with this child. You can ask.');
    for (const href of existing.text.matchAll(/(?:href|action)="([^"]+)"/g))
      expect(href[1]).not.toMatch(/Lucasta|Brambleworth/);
  }, 60_000);

  it('requires name and date together before it offers to ask', async () => {
    const { text } = await searchFor(await testApp.browse('outsider'), { name: 'Lucasta' });
    expect(text).not.toContain('action="/index-questions/new"');
    expect(text).toContain('Search by name and date of birth together');
  }, 60_000);
});

describe('asking', () => {
  it('starts from the search, keeps the typed text, and says the same whether or not a child exists', async () => {
    await hidden('Ottoline', 'Cragside', 2011);
    const outsider = await testApp.browse('outsider');
    const form = await outsider.submit('/index-questions/new', { name: 'Ottoline Cragside', ...born(2011) });
    for (const typed of ['value="Ottoline"', 'value="Cragside"', 'value="2011"'])
      expect(form.text).toContain(typed);
    const rejected = await outsider.submit('/index-questions', {
      givenNames: '',
      familyName: '',
      ...born(2011),
      reason: 'invented: her school asks',
    });
    expect(rejected.status).toBe(422);
    expect(rejected.text).toMatch(/id="givenNames-error"[^]*Enter the given names, the family name, or both/);
    expect(rejected.text).toContain('value="invented: her school asks"');
    const future = await outsider.submit('/index-questions', {
      givenNames: 'Ottoline',
      familyName: 'Cragside',
      ...born(2090),
      reason: 'invented',
    });
    expect([future.status, future.text]).toEqual([422, expect.stringContaining('today or in the past')]);
    const asked = [];
    for (const [givenNames, familyName] of [
      ['Ottoline', 'Cragside'],
      ['Barnabus', 'Nevermore'],
    ] as const) {
      const { status, location } = await outsider.submit('/index-questions', {
        givenNames,
        familyName,
        ...born(2011),
        reason: 'invented: her school asks',
      });
      expect([status, location]).toEqual([303, '/index-questions/asked']);
      asked.push((await outsider.get('/index-questions/asked')).text);
    }
    expect(asked[0]).toContain('Your question has been sent');
    const rows = [...asked[1]!.matchAll(/data-label="Status"><span>([^<]+)/g)].map((match) => match[1]);
    expect(rows).toHaveLength(2);
    expect(new Set(rows).size).toBe(1);
  }, 60_000);

  it('appears on the lead professional’s home, who answers, and then the asker reads who to contact', async () => {
    const teacher = await testApp.browse('schoolTeacher');
    expect((await teacher.get('/')).text).toContain(
      'Graham Pendleberry of Melton Borough Council asks about Ottoline',
    );
    const queue = await teacher.get('/index-questions');
    const match = /action="\/index-questions\/([0-9a-f-]{36})\/answer"/.exec(queue.text)![1]!;
    expect(queue.text).toContain('invented: her school asks');
    expect((await teacher.submit(`/index-questions/${match}/answer`, {})).text).toContain(
      'Select your answer',
    );
    const outsider = await testApp.browse('outsider');
    const existing = await outsider.submit(`/index-questions/${match}/answer`, {
      [`answer-${match}`]: 'share',
    });
    expect(existing.status).toBe(404);
    const answerResponse = await teacher.submit(`/index-questions/${match}/answer`, {
      [`answer-${match}`]: 'share',
    });
    expect(answerResponse.status).toBe(303);
    expect((await teacher.get('/index-questions')).text).toContain(
      'You shared your name and telephone number',
    );
    expect((await outsider.get('/index-questions/asked')).text).toContain('Phone Maureen Oakleaf');
    expect((await outsider.get('/messages')).text).toContain('Your question about a child has an answer');
  }, 60_000);

  it('too often is refused with a page, and the refusal is logged', async () => {
    await testApp.asOwner("update index_limits set most = 1 where kind = 'names'");
    const officer = await testApp.browse('housingOfficer');
    const look = (name: string) => searchFor(officer, { name });
    expect((await look('First Looked')).status).toBe(200);
    const refused = await look('Second Looked');
    expect([refused.status, refused.text]).toEqual([429, expect.stringContaining('Too many attempts')]);
    expect(
      await testApp.asOwner(
        "select 1 from audit.entries where act = 'refuse search' and practitioner_id = $1",
        [(await testApp.actor('housingOfficer')).practitionerId],
      ),
    ).toHaveLength(1);
    await testApp.asOwner("update index_limits set most = 20 where kind = 'names'");
  }, 60_000);
});

describe('odd access', () => {
  it('is explained by the practitioner and decided by the guardian, each on their own page', async () => {
    const episodeId = await hidden('Wenna', 'Calmwater', 2014);
    await agrees(testApp, episodeId, 'schoolTeacher', ['counsellor'], ['T0', 'T1']);
    const counsellor = await testApp.browse('counsellor');
    expect((await counsellor.get(`/episodes/${episodeId}`)).status).toBe(200);
    const governance = await testApp.browse('governance');
    const unchecked = await governance.get('/access-concerns');
    expect(unchecked.text).toContain('The access log has not been checked yet. It is checked every hour.');
    expect(unchecked.text).not.toContain('Opened the record of a child of the same surname');
    await runJob(testApp, 'access-watch');
    const concerns = await governance.get('/access-concerns');
    expect(concerns.text).toMatch(/The access log was last checked on \d+ \w+ \d{4} at [\d:]+[ap]m\./);
    expect(concerns.text).toContain('Opened the record of a child of the same surname');
    expect(concerns.text).toContain('They have been asked and have not answered yet.');
    const home = await counsellor.get('/');
    const mine = /\/access-concerns\/mine\/[0-9a-f-]{36}/.exec(home.text)![0];
    const asked = await counsellor.get(mine);
    expect(asked.text).not.toMatch(/surname|Calmwater, /);
    expect((await counsellor.submit(mine, { why: '' })).text).toContain('Enter your reason, in one line');
    expect((await counsellor.submit(mine, { why: 'The school asked me to ring her mother.' })).location).toBe(
      '/access-concerns/mine',
    );
    expect((await counsellor.get('/access-concerns/mine')).text).toContain('Reason given');
    const id = mine.split('/').at(-1)!;
    const waiting = await governance.get('/access-concerns');
    expect(waiting.text).toContain('The school asked me to ring her mother.');
    const rejected = await governance.submit(`/access-concerns/${id}/decision`, {
      [`outcome-${id}`]: 'reminded',
    });
    expect([rejected.status, rejected.text]).toEqual([
      422,
      expect.stringContaining('Enter the reason for the decision'),
    ]);
    const decided = await governance.submit(`/access-concerns/${id}/decision`, {
      [`outcome-${id}`]: 'good_reason',
      [`note-${id}`]: 'The school says so too.',
    });
    expect(decided.status).toBe(303);
    expect((await governance.get('/access-concerns')).text).toContain('There was a good reason');
  }, 60_000);

  it('gives the page for an unknown record to a person who is not a guardian, and for another person’s question', async () => {
    const outsider = await testApp.browse('outsider');
    const unknownRecord = await outsider.get(`/access-concerns/mine/${UNKNOWN_ID}`);
    const queue = await outsider.get('/access-concerns');
    expect(queue.status).toBe(404);
    const [{ id }] = (await testApp.asOwner<{ id: string }>('select id from access_concerns limit 1')) as [
      { id: string },
    ];
    const other = await outsider.get(`/access-concerns/mine/${id}`);
    expect(other.status).toBe(404);
    expect(withoutTokens(other.text)).toBe(withoutTokens(unknownRecord.text));
  }, 60_000);

  it('is limited by rules that the governance lead sets, and reviewed by guardians that agencies name', async () => {
    const governance = await testApp.browse('governance');
    expect((await governance.get('/access-concerns/rules')).text).toContain('Opened many records in a day');
    const rejected = await governance.submit('/access-concerns/rules/many_records', {
      version: '1',
      'threshold-many_records': 'lots',
      'active-many_records': 'yes',
    });
    expect([rejected.status, rejected.text]).toEqual([422, expect.stringContaining('value="lots"')]);
    const changed = await governance.submit('/access-concerns/rules/many_records', {
      version: '1',
      'threshold-many_records': '25',
      'active-many_records': 'yes',
    });
    expect(changed.status).toBe(303);
    expect((await governance.get('/access-concerns/rules')).text).toContain('value="25"');
    const administrator = await testApp.browse('agencyAdministrator');
    const { practitionerId } = await testApp.actor('healthManager');
    expect((await administrator.submit('/access-concerns/guardian', { practitionerId })).status).toBe(303);
    expect((await administrator.get('/access-concerns/guardian')).text).toContain(
      'Winifred Stonecrop, since',
    );
    expect((await (await testApp.browse('healthManager')).get('/access-concerns')).text).toContain(
      'No alerts to review',
    );
  }, 60_000);
});
