import { agreedEpisode, agrees, recordedChild } from '../../support/scenarios.js';
import { statementsDuring } from '../../support/statements.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 120_000);
afterAll(() => testApp.close());

const UNKNOWN_ID = '018f0000-0000-7000-8000-00000000dead';
const withoutId = (text: string): string => text.replace(/urn:uuid:[0-9a-f-]+/, '');
const carer = (name: string, relationship: string, more: object = {}) => ({
  ...{ name, relationship, parentalResponsibility: 'not_known' },
  ...more,
});
interface Person {
  readonly id: string;
  readonly carerId: string | null;
  readonly name: string;
  readonly sex: string;
  readonly state: string;
}
interface Graph {
  readonly people: readonly Person[];
  readonly ties: readonly { kind: string; from: string; to: string; as: string }[];
  readonly homes: readonly { members: readonly { personId: string }[] }[];
  readonly homesProtected: boolean;
  readonly isCutShort: boolean;
}
const graphOf = async (by: string, childId: string): Promise<Graph> => {
  const { status, body } = await (await testApp.as(by)).get(`/children/${childId}/genogram`);
  expect(status).toBe(200);
  return body as Graph;
};
const namesIn = ({ people }: Graph): string[] => people.map(({ name }) => name).sort();
const tiesIn = ({ people, ties }: Graph): string[] => {
  const nameOf = (id: string): string => people.find((one) => one.id === id)!.name;
  return ties.map(({ kind, from, to, as }) => `${nameOf(from)} ${kind} ${as} ${nameOf(to)}`).sort();
};
const openEpisode = async (childIds: string[]): Promise<string> =>
  (
    await (
      await testApp.as('healthVisitor')
    ).post('/episodes', { childIds, reason: 'Invented: asks for help.' })
  ).body.id as string;
const named = (name: string, more: object = {}) =>
  recordedChild(testApp, 'healthVisitor', { givenNames: name, familyName: 'Invented', ...more });

describe('the genogram of a child', () => {
  it('has three generations, half-brothers and two homes, each person once', async () => {
    const worker = await testApp.as('healthVisitor');
    const ada = await named('Ada', {
      carers: [carer('Kelly Invented', 'mother'), carer('Darren Invented', 'father')],
    });
    const { carers } = (await worker.get(`/children/${ada}`)).body as { carers: Person[] };
    const idOf = (name: string): string => carers.find((one) => one.name.startsWith(name))!.id;
    const half = await named('Half', {
      carers: [
        { carerId: idOf('Kelly'), relationship: 'mother', parentalResponsibility: 'yes' },
        carer('Max', 'father'),
      ],
    });
    const kelly = await named('Kelly', {
      dateOfBirth: '2008-05-15',
      carers: [carer('Gran Invented', 'mother')],
    });
    await worker.post(`/children/${ada}/carers/${idOf('Kelly')}/childhood`, { childId: kelly });
    await worker.post(`/children/${ada}/child-ties`, { otherChildId: half, kind: 'half_sibling' });
    await worker.post(`/children/${ada}/carer-ties`, {
      ...{ carerId: idOf('Kelly'), otherCarerId: idOf('Darren'), kind: 'former_partner' },
    });
    for (const [kind, carerId, pattern] of [
      ['family', idOf('Kelly'), 'main'],
      ['other_parent', idOf('Darren'), 'weekends'],
    ])
      await worker.post(`/children/${ada}/homes`, {
        ...{
          kind,
          members: [
            { childId: ada, pattern },
            { carerId, pattern: 'main' },
          ],
        },
      });
    const seen = await graphOf('healthVisitor', ada);
    expect(namesIn(seen)).toEqual([
      'Ada Invented',
      'Darren Invented',
      'Gran Invented',
      'Half Invented',
      'Kelly Invented',
      'Max',
    ]);
    const [couples, others] = [true, false].map((wanted) =>
      tiesIn(seen).filter((tie) => tie.includes(' partner ') === wanted),
    );
    expect(couples).toEqual([expect.stringMatching(/(Kelly|Darren) Invented partner former_partner/)]);
    expect(others!.filter((tie) => tie.includes('half_sibling'))).toHaveLength(1);
    expect(others!.filter((tie) => !tie.includes('half_sibling'))).toEqual([
      'Darren Invented parent father Ada Invented',
      'Gran Invented parent mother Kelly Invented',
      'Kelly Invented parent mother Ada Invented',
      'Kelly Invented parent mother Half Invented',
      'Max parent father Half Invented',
    ]);
    // Kelly is one person in her record as a child, in Ada’s family and in her home.
    expect(seen.people.find(({ id }) => id === kelly)).toMatchObject({ carerId: idOf('Kelly'), sex: 'F' });
    expect(seen.homes.map(({ members }) => members.map(({ personId }) => personId).sort())).toEqual([
      [ada, kelly].sort(),
      [ada, idOf('Darren')].sort(),
    ]);
    expect(seen).toMatchObject({ homesProtected: false, isCutShort: false });
    const fromHalf = await graphOf('healthVisitor', half);
    expect(namesIn(fromHalf)).toEqual(namesIn(seen));
  });

  it('of a child without a recorded family is the child alone', async () => {
    const alone = await named('Alone');
    expect(await graphOf('healthVisitor', alone)).toMatchObject({
      people: [{ id: alone, name: 'Alone Invented' }],
      ties: [],
      homes: [],
    });
  });

  it('does not follow a child who is fostered in the same home, or only lives there, to their own family', async () => {
    const worker = await testApp.as('healthVisitor');
    const ada = await named('Ada', {
      carers: [carer('Fay Foster', 'foster_carer'), carer('Ada’s Mother', 'mother')],
    });
    const fay = ((await worker.get(`/children/${ada}`)).body.carers as Person[]).find(
      ({ name }) => name === 'Fay Foster',
    )!;
    const foster = (name: string) =>
      named(name, {
        carers: [
          { carerId: fay.id, relationship: 'foster_carer', parentalResponsibility: 'no' },
          carer(`Mother of ${name}`, 'mother'),
        ],
      });
    await foster('Placed');
    // Sharing a foster carer is no family tie.
    expect(namesIn(await graphOf('healthVisitor', ada))).toEqual([
      'Ada Invented',
      'Ada’s Mother',
      'Fay Foster',
    ]);
    const other = await foster('Other');
    await worker.post(`/children/${ada}/child-ties`, { otherChildId: other, kind: 'foster_sibling' });
    expect(namesIn(await graphOf('healthVisitor', ada))).toEqual([
      'Ada Invented',
      'Ada’s Mother',
      'Fay Foster',
      'Other Invented',
    ]);
  });

  it('leaves out what was recorded in error, and keeps those who no longer care', async () => {
    const worker = await testApp.as('healthVisitor');
    const ada = await named('Ada', {
      carers: [carer('Wrong Person', 'father'), carer('Right Person', 'mother')],
    });
    const end = async (name: string, reason: string) => {
      const { carers } = (await worker.get(`/children/${ada}/family`)).body as {
        carers: (Person & { version: number })[];
      };
      const { id, version } = carers.find((one) => one.name === name)!;
      const path = `/children/${ada}/carers/${id}/ending`;
      expect(
        (await worker.post(path, { endedOn: '2026-01-05', reason }, { ifMatch: `"v${version}"` })).status,
      ).toBe(200);
    };
    await end('Wrong Person', 'recorded_in_error');
    await end('Right Person', 'died');
    const { people } = await graphOf('healthVisitor', ada);
    expect(people.map(({ name, state }) => [name, state])).toEqual([
      ['Right Person', 'died'],
      ['Ada Invented', 'living'],
    ]);
  });

  it('has twins of one pregnancy, a pregnancy that ended and a child who died', async () => {
    const worker = await testApp.as('healthVisitor');
    const expected = { dateOfBirth: undefined, expectedDate: undefined };
    const mother = carer('Mother Invented', 'mother');
    const soon = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
    const today = new Date().toISOString().slice(0, 10);
    const baby = await named('Baby', { ...expected, expectedDate: soon, sex: 'U', carers: [mother] });
    const born = await worker.post(`/children/${baby}/birth`, {
      bornOn: today,
      babies: ['Tia', 'Tom'].map((givenNames) => ({ givenNames, familyName: 'Invented', sex: 'F' })),
    });
    expect(born.status).toBe(201);
    expect(tiesIn(await graphOf('healthVisitor', baby))).toContain(
      'Tia Invented together together Tom Invented',
    );
    const ended = await named('Ended', { ...expected, expectedDate: soon, sex: 'U' });
    const died = await named('Died');
    await worker.post('/episodes', { childIds: [ended], reason: 'Invented: asks for help.' });
    await worker.post('/episodes', { childIds: [died], reason: 'Invented: asks for help.' });
    for (const id of [ended, died]) {
      const told = await worker.post(`/children/${id}/death`, { dateKnown: 'not_known', source: 'family' });
      expect([told.status, told.text]).toEqual([201, expect.anything()]);
    }
    const stateOf = async (id: string) =>
      (await graphOf('healthVisitor', id)).people.map(({ state }) => state);
    expect([await stateOf(ended), await stateOf(died)]).toEqual([['pregnancy_ended'], ['died']]);
  });
});

describe('who sees it', () => {
  it('a reader with whom the family shares the basics; of who knows only that the child is there, nothing; others 404', async () => {
    const ada = await named('Ada', { carers: [carer('Kelly Invented', 'mother')] });
    const episodeId = await openEpisode([ada]);
    await agrees(testApp, episodeId, 'healthVisitor', ['schoolTeacher'], ['T0', 'T1']);
    await agrees(testApp, episodeId, 'healthVisitor', ['counsellor'], ['T0']);
    expect(namesIn(await graphOf('schoolTeacher', ada))).toEqual(['Ada Invented', 'Kelly Invented']);
    expect(await graphOf('counsellor', ada)).toEqual({
      ...{ childId: ada, people: null, ties: null, homes: null, homesProtected: false, isCutShort: false },
    });
    const outsider = await testApp.as('outsider');
    const hidden = await outsider.get(`/children/${ada}/genogram`);
    const absent = await outsider.get(`/children/${UNKNOWN_ID}/genogram`);
    expect([hidden.status, withoutId(hidden.text)]).toEqual([404, withoutId(absent.text)]);
    expect((await outsider.get('/children/nonsense/genogram')).status).toBe(404);
  });

  it('a brother, his mother and a grandmother out of reach are not there, and nothing says so', async () => {
    const worker = await testApp.as('healthVisitor');
    const { childId } = await agreedEpisode(testApp, 'healthVisitor', ['schoolTeacher']);
    await worker.post(`/children/${childId}/carers`, carer('Kelly Invented', 'mother'));
    const [{ id: kelly }] = (await worker.get(`/children/${childId}`)).body.carers as [Person];
    const brother = await named('Brother', {
      carers: [
        { carerId: kelly, relationship: 'mother', parentalResponsibility: 'yes' },
        carer('Secret Father', 'father'),
      ],
    });
    await worker.post(`/children/${childId}/child-ties`, { otherChildId: brother, kind: 'half_sibling' });
    const asChild = await named('Secret Kelly', {
      dateOfBirth: '2009-05-05',
      carers: [carer('Secret Gran', 'mother')],
    });
    await worker.post(`/children/${childId}/carers/${kelly}/childhood`, { childId: asChild });
    expect((await graphOf('healthVisitor', childId)).people).toHaveLength(5);
    const seen = await graphOf('schoolTeacher', childId);
    expect(namesIn(seen)).toEqual(['Kelly Invented', expect.stringMatching(/^Test/)]);
    expect(tiesIn(seen)).toHaveLength(1);
    const text = (await (await testApp.as('schoolTeacher')).get(`/children/${childId}/genogram`)).text;
    expect(text).not.toMatch(/Secret|Brother/);
  });

  it('the homes of a shielded child are told to no one but those named', async () => {
    const worker = await testApp.as('healthVisitor');
    const { childId } = await agreedEpisode(testApp, 'healthVisitor', ['schoolTeacher']);
    const cousin = await named('Housemate');
    await openEpisode([cousin]);
    await worker.post(`/children/${childId}/homes`, {
      kind: 'temporary',
      members: [
        { childId, pattern: 'main' },
        { childId: cousin, pattern: 'main' },
      ],
    });
    expect((await graphOf('schoolTeacher', childId)).homes).toHaveLength(1);
    const asked = { grounds: 'refuge', requestedBy: 'Invented Refuge', requesterCapacity: 'refuge' };
    expect((await worker.post(`/children/${childId}/shields`, asked)).status).toBe(201);
    const seen = await graphOf('schoolTeacher', childId);
    expect([seen.homes, seen.homesProtected, seen.people.length]).toEqual([[], true, 1]);
    expect((await graphOf('healthVisitor', childId)).homes).toHaveLength(1);
  });
});

describe('a large family', () => {
  it('costs as many statements as a small one, and is cut to one picture', async () => {
    const worker = await testApp.as('healthVisitor');
    const eldest = await named('Eldest', { carers: [carer('Many Invented', 'mother')] });
    const [{ id: carerId }] = (await worker.get(`/children/${eldest}`)).body.carers as [Person];
    const kin = { carers: [{ carerId, relationship: 'mother', parentalResponsibility: 'yes' }] };
    const statements = async () =>
      (await statementsDuring(testApp, () => graphOf('healthVisitor', eldest))).length;
    await named('Second', kin);
    const few = await statements();
    for (let index = 0; index < 24; index += 1)
      await named(`More ${'abcdefghijklmnopqrstuvwxyz'.charAt(index)}`, kin);
    expect((await graphOf('healthVisitor', eldest)).people).toHaveLength(27);
    expect(await statements()).toBe(few);
    expect(few).toBeLessThanOrEqual(20);
    for (let index = 0; index < 20; index += 1)
      await named(`Yet ${'abcdefghijklmnopqrstuvwxyz'.charAt(index)}`, kin);
    const cut = await graphOf('healthVisitor', eldest);
    expect([cut.people.filter(({ carerId: adult }) => adult === null).length, cut.isCutShort]).toEqual([
      40,
      true,
    ]);
    expect(namesIn(cut)).toContain('Eldest Invented');
  }, 120_000);
});
