import { agrees, openedEpisode } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 120_000);
afterAll(() => testApp.close());

const TEACHER = 'schoolTeacher';
const OUTSIDER = 'outsider';
const NHS_NUMBER = '943 476 5919';
interface Asked {
  readonly id: string;
  readonly explanation: string;
}

/** A family of the school with these details. Anyone may find the child in the index, and only the school knows more. */
async function family(child: { givenNames: string; familyName: string; dateOfBirth?: string }, details = {}) {
  const { childId, episodeId } = await openedEpisode(testApp, TEACHER);
  await agrees(testApp, episodeId, TEACHER, ['schoolNurse'], ['T0', 'T1', 'T2'], { indexAgreed: true });
  const teacher = await testApp.as(TEACHER);
  const answer = await teacher.patch(
    `/children/${childId}`,
    { ...child, details, formerName: { as: 'correct' } },
    { ifMatch: '"v1"' },
  );
  if (answer.status !== 200) throw new Error(answer.text);
  return { childId, episodeId };
}
const record = async (persona: string, child: object) =>
  (await testApp.as(persona)).post('/children', {
    sex: 'F',
    givenNames: 'Wilhelmina',
    familyName: 'Unheardof',
    dateOfBirth: '2011-02-17',
    localityId: (await (await testApp.as(persona)).get('/localities')).body.items[0].id,
    ...child,
  });
const asked = async (persona: string, child: object): Promise<Asked[]> =>
  ((await record(persona, child)).body.current?.possibleDuplicates ?? []).map(
    ({ id, explanation }: Asked) => ({
      id,
      explanation,
    }),
  );

describe('the question before a child is recorded', () => {
  it('says that day and month are changed over', async () => {
    const { childId } = await family({
      givenNames: 'Aurelia',
      familyName: 'Swapfield',
      dateOfBirth: '2013-04-09',
    });
    expect(
      await asked(OUTSIDER, { givenNames: 'Aurelia', familyName: 'Swapfield', dateOfBirth: '2013-09-04' }),
    ).toEqual([{ id: childId, explanation: 'Same name, day and month of birth changed over' }]);
  });

  it('says that the name is spelt otherwise', async () => {
    const { childId } = await family({
      givenNames: 'Katarzyna',
      familyName: 'Spellmore',
      dateOfBirth: '2013-04-10',
    });
    expect(
      await asked(OUTSIDER, { givenNames: 'Katarzina', familyName: 'Spellmore', dateOfBirth: '2013-04-10' }),
    ).toEqual([{ id: childId, explanation: 'Other spelling of the name, same date of birth' }]);
  });

  it.each([
    ['2014-07-23', true],
    ['2014-07-24', true],
    ['2014-07-26', true],
    ['2013-07-25', true],
    ['2015-08-14', false],
  ])('of the same name and a birth on 25 July 2014 or on %s is asked: %s', async (dateOfBirth, isAsked) => {
    const familyName = `Slipton${dateOfBirth.replaceAll('-', '').replace(/\d/g, (n) => 'abcdefghij'[Number(n)]!)}`;
    const { childId } = await family({ givenNames: 'Isaura', familyName, dateOfBirth: '2014-07-25' });
    expect(await asked(OUTSIDER, { givenNames: 'Isaura', familyName, dateOfBirth })).toEqual(
      isAsked ? [{ id: childId, explanation: 'Same name, date of birth almost the same' }] : [],
    );
  });

  it('names the NHS number to those who may know it, whatever the name and the birth', async () => {
    const { childId } = await family(
      { givenNames: 'Numera', familyName: 'Oneley', dateOfBirth: '2009-03-14' },
      { nhsNumber: NHS_NUMBER },
    );
    const other = { givenNames: 'Otherina', familyName: 'Twoley', details: { nhsNumber: NHS_NUMBER } };
    expect(await asked(TEACHER, other)).toEqual([
      { id: childId, explanation: 'Same NHS number, another name, another date of birth' },
    ]);
    expect((await record(OUTSIDER, other)).status).toBe(201);
  });

  it('names no number to a person who finds the child in the index alone', async () => {
    const { childId } = await family(
      { givenNames: 'Marcelline', familyName: 'Indexley', dateOfBirth: '2009-03-15' },
      { nhsNumber: '401 023 2137' },
    );
    const same = {
      givenNames: 'Marcelline',
      familyName: 'Indexley',
      dateOfBirth: '2009-03-15',
      details: { nhsNumber: '401 023 2137' },
    };
    expect(await asked(OUTSIDER, same)).toEqual([
      { id: childId, explanation: 'Same name, same date of birth' },
    ]);
    expect(await asked('schoolNurse', same)).toEqual([
      { id: childId, explanation: 'Same NHS number, same name, same date of birth' },
    ]);
  });

  it('compares parents at the same postcode among those whose address the person may know', async () => {
    const { childId } = await family(
      { givenNames: 'Philippa', familyName: 'Homeley', dateOfBirth: '2010-05-16' },
      { postcode: 'LE67 3XX', address: '1 Invented Street' },
    );
    const carer = { name: 'Rosamund Homeley', relationship: 'mother', parentalResponsibility: 'yes' };
    expect((await (await testApp.as(TEACHER)).post(`/children/${childId}/carers`, carer)).status).toBe(201);
    const other = {
      givenNames: 'Philippa',
      familyName: 'Newname',
      dateOfBirth: '2010-11-28',
      details: { postcode: 'LE67 3XX' },
      carers: [carer],
    };
    expect((await asked(TEACHER, other)).map(({ explanation }) => explanation)).toEqual([
      'Same parent or carer at the same postcode, other spelling of the name, another date of birth',
    ]);
    // A brother of another name in the same home is no question.
    expect((await record(TEACHER, { ...other, givenNames: 'Bartholomew' })).status).toBe(201);
    expect((await record(OUTSIDER, other)).status).toBe(201);
  });

  it('is kept when it is answered', async () => {
    const child = { givenNames: 'Zenobia', familyName: 'Askedonce', dateOfBirth: '2012-06-18' };
    const { childId } = await family(child);
    expect((await record(OUTSIDER, child)).status).toBe(409);
    const answer = await record(OUTSIDER, { ...child, notTheSameAs: [childId] });
    expect(answer.status).toBe(201);
    const kept = await testApp.asOwner<{ pair: string[] }>(
      'select array[child_id, other_child_id] as pair from child_distinctions where $1 in (child_id, other_child_id)',
      [childId],
    );
    expect(kept.map(({ pair }) => pair)).toEqual([[childId, answer.body.id].sort()]);
  });

  it('tells nothing of a child whose family did not agree to the index', async () => {
    const { childId } = await openedEpisode(testApp, TEACHER);
    const child = { givenNames: 'Hiddenia', familyName: 'Unindexed', dateOfBirth: '2012-06-19' };
    await (
      await testApp.as(TEACHER)
    ).patch(
      `/children/${childId}`,
      { ...child, details: { nhsNumber: '450 557 7104' }, formerName: { as: 'correct' } },
      { ifMatch: '"v1"' },
    );
    expect((await record(OUTSIDER, { ...child, details: { nhsNumber: '450 557 7104' } })).status).toBe(201);
    // Nor can a child who cannot be seen be named as another.
    const stranger = await record(OUTSIDER, { notTheSameAs: [childId], familyName: 'Guesser' });
    expect(stranger.status).toBe(201);
    expect(
      await testApp.asOwner('select 1 from child_distinctions where $1 in (child_id, other_child_id)', [
        childId,
      ]),
    ).toEqual([]);
  });
});

describe('the question before another record is made', () => {
  it('is about a parent of the same name and telephone number, where the person may know both', async () => {
    const telephone = '07700 900123';
    const carer = {
      name: 'Ottoline Askdale',
      relationship: 'mother',
      parentalResponsibility: 'yes',
      telephone,
    };
    const mine = await openedEpisode(testApp, TEACHER);
    const brother = await openedEpisode(testApp, TEACHER);
    const theirs = await openedEpisode(testApp, 'healthVisitor');
    const add = async (persona: string, childId: string, more = {}) =>
      (await testApp.as(persona)).post(`/children/${childId}/carers`, { ...carer, ...more });
    expect((await add(TEACHER, mine.childId)).status).toBe(201);
    const asked = await add(TEACHER, brother.childId);
    expect([asked.status, asked.body.current.possibleCarers.length]).toEqual([409, 1]);
    // The telephone number alone, or the name alone, is no question.
    expect((await add(TEACHER, brother.childId, { telephone: '07700 900124' })).status).toBe(201);
    expect((await add('healthVisitor', theirs.childId)).status).toBe(201);
    const { id } = asked.body.current.possibleCarers[0];
    const third = await openedEpisode(testApp, TEACHER);
    expect((await add(TEACHER, third.childId, { notTheSameAs: [id] })).status).toBe(201);
  });

  it('is about a person of the agency with this email address, or this name and telephone number', async () => {
    const person = {
      name: 'Isolde Samename',
      jobTitle: 'Nurse',
      role: 'practitioner',
      telephone: '0116 496 0123',
      email: 'isolde.samename@health.example',
    };
    const administrator = await testApp.as('agencyAdministrator');
    const add = (more: object) => administrator.post('/practitioners', { ...person, ...more });
    expect((await add({})).status).toBe(201);
    const refused = [];
    for (const more of [
      { name: 'Another Person', telephone: null, email: 'Isolde.Samename@health.example' },
      { name: 'Samename, Isolde', email: null },
    ]) {
      const answer = await add(more);
      refused.push([answer.status, answer.body.errors[0].field]);
    }
    expect(refused).toEqual([
      [422, 'otherPersonConfirmed'],
      [422, 'otherPersonConfirmed'],
    ]);
    expect((await add({ email: null, telephone: '0116 496 0124' })).status).toBe(201);
    expect((await add({ email: null, otherPersonConfirmed: true })).status).toBe(201);
  });

  it('tells nothing of a person of another agency', async () => {
    const [other] = await testApp.asOwner<{ name: string; telephone: string }>(
      `update practitioners set telephone = '0116 496 0456', email = 'known.elsewhere@council.example'
       where id = (select practitioner_id from posts where agency_id <> $1 and ended_at is null order by id limit 1) returning name, telephone`,
      [(await testApp.actor('agencyAdministrator')).agencyId],
    );
    const answer = await (
      await testApp.as('agencyAdministrator')
    ).post('/practitioners', {
      ...other,
      jobTitle: 'Nurse',
      role: 'practitioner',
      email: 'known.elsewhere@council.example',
    });
    expect(answer.status).toBe(201);
  });

  it('is about an agency whose name has the same words', async () => {
    const administrator = await testApp.as('systemAdministrator');
    const add = (name: string, more = {}) =>
      administrator.post('/agencies', { name, kind: 'school', ...more });
    expect((await add('St Werburgh’s Academy')).status).toBe(201);
    const asked = await add('Academy St. Werburghs');
    expect([asked.status, asked.body.errors[0].field]).toEqual([422, 'otherAgencyConfirmed']);
    expect((await add('Academy St. Werburghs', { otherAgencyConfirmed: true })).status).toBe(201);
  });
});
