import { openedEpisode } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 120_000);
afterAll(() => testApp.close());

const COORDINATOR = 'coordinatorNwl';
const GOVERNANCE = 'governance';

async function twoRecords(givenNames: string) {
  const records = [];
  for (const [by, name] of [
    ['schoolTeacher', givenNames],
    ['healthVisitor', `${givenNames}s`],
  ] as const) {
    const { childId } = await openedEpisode(testApp, by);
    await testApp.asOwner(
      "update children set given_names = $2, family_name = 'Wensleyford', date_of_birth = '2014-02-19' where id = $1",
      [childId, name],
    );
    records.push(childId);
  }
  return records as [string, string];
}

describe('the pages about likely duplicates', () => {
  it('lead from the list through a proposal and its approval to one page of the child, and back', async () => {
    const [kept, other] = await twoRecords('Theophania');
    const coordinator = await testApp.browse(COORDINATOR);
    const list = await coordinator.get('/duplicates');
    expect(list.text).toContain('Other spelling of the name, same date of birth');
    const pair = `/duplicates/pairs/${[kept, other].sort().join('/and/')}`;
    expect(list.text).toContain(pair);
    expect((await coordinator.get(pair)).text).toContain('Nothing is moved or deleted');
    const unanswered = await coordinator.submit(pair, { kept });
    expect([unanswered.status, unanswered.text.includes('Select whether this is one child')]).toEqual([
      422,
      true,
    ]);
    const proposed = await coordinator.submit(pair, { answer: 'same', kept, reason: 'The mother told both' });
    expect(proposed.location).toMatch(/^\/duplicates\/merges\//);
    const merge = proposed.location!;
    expect((await coordinator.get(merge)).text).toContain('Withdraw this proposal');
    const governance = await testApp.browse(GOVERNANCE);
    expect((await governance.get('/duplicates')).text).toContain(merge);
    await governance.submit(`${merge}/decision`, { decision: 'approved' }, merge);
    const page = await coordinator.get(`/children/${other}`);
    expect(page.location).toBe(`/children/${kept}`);
    expect((await coordinator.get(`/children/${kept}`)).text).toContain('Another record of this child');
    expect((await coordinator.get(`/children/${other}?alone=yes`)).text).toContain(
      'another record of the same child',
    );
    await coordinator.submit(`${merge}/undoing`, { reason: 'They are cousins' });
    expect((await coordinator.get(`/children/${other}`)).status).toBe(200);
  });

  it('keep that two children are not the same, and ask no more', async () => {
    const [one, other] = await twoRecords('Perpetua');
    const coordinator = await testApp.browse(COORDINATOR);
    const pair = `/duplicates/pairs/${[one, other].sort().join('/and/')}`;
    await coordinator.submit(pair, { answer: 'apart', reason: 'Cousins of one name' });
    expect((await coordinator.get('/duplicates')).text).not.toContain(pair);
    expect((await coordinator.get(pair)).text).toContain('Cousins of one name');
  });

  it('are not there for people without both records', async () => {
    const [one, other] = await twoRecords('Hyacinthe');
    for (const [persona, status] of [
      ['coordinatorCharnwood', 404],
      ['schoolTeacher', 403],
    ] as const)
      expect([
        persona,
        (await (await testApp.browse(persona)).get(`/duplicates/pairs/${one}/and/${other}`)).status,
      ]).toEqual([persona, status]);
  });
});
