import fc from 'fast-check';
import { Comparison } from './compare.js';
import { Oracle, sequences } from './run.js';
import type { Story } from './story.js';

/** An oracle that never disagrees proves nothing: each of these breaks the system in one place, and has to be seen. */
let oracle: Oracle;
let story: Story;
beforeAll(async () => {
  oracle = await Oracle.open();
  const [sequence] = fc.sample(sequences, { seed: 3, numRuns: 1 });
  story = await oracle.tell({ ...sequence!, prelude: 5, steps: [] });
  await oracle.system.moveClock(story.now + 30_000);
}, 300_000);
afterAll(() => oracle.close());

async function differences(): Promise<string[]> {
  const comparison = new Comparison(oracle.system, oracle.tally);
  for (const actor of story.world.actors)
    await comparison.bySql(story.world, actor, story.world.episodes, story.now + 30_000);
  return oracle.tally.differences
    .splice(0)
    .map((one) => `${one.who} ${one.question} ${one.model} ${one.system}`);
}
const truth = (sql: string): Promise<unknown> => oracle.system.truth(sql);
/** What the family says here stands only in the model, or only in the system. */
async function expectSeen(question: RegExp): Promise<void> {
  const found = await differences();
  expect(found.filter((one) => question.test(one)).length).toBeGreaterThan(0);
}

test('before anything is broken there is no difference', async () => {
  expect(await differences()).toEqual([]);
}, 120_000);

test('a policy that lets every row through is seen', async () => {
  await truth('create policy open_door on episode_records for select to bridges_app using (true)');
  await expectSeen(/raw records: T2 false true/);
  await truth('drop policy open_door on episode_records');
}, 120_000);

test('a table without its policy for reading is seen', async () => {
  await truth('alter policy read on chronology_notes using (false)');
  await expectSeen(/raw notes.* true false/);
}, 120_000);

test('a rule too many is seen, and a rule too few', async () => {
  await truth(
    "insert into access.rules (permission, role, reach, tier) values ('record.read', 'governance', 'governance', 0)",
  );
  await expectSeen(/governance .*access.may: record.read false true/);
  await truth(
    "delete from access.rules where permission = 'record.read' and role = 'governance' and reach = 'governance'",
  );
  await truth("delete from access.rules where permission = 'lead.end' and reach = 'coordinator'");
  await expectSeen(/coordinator.*access.may: lead.end true false/);
  await truth(
    "insert into access.rules (permission, role, reach, tier) values ('lead.end', 'coordinator', 'coordinator', 2)",
  );
}, 120_000);

test('a cut that the system forgot is seen', async () => {
  const coordinator = story.actor('coordinatorNwl');
  const episode = story.world.episodes.find((one) => story.may(coordinator, 'episode.read', one))!;
  const path = `/children/${episode.children[0]}/relatives`;
  const declared = await (await oracle.system.api(coordinator)).post(path, { relationship: 'aunt_or_uncle' });
  expect(declared.status).toBeLessThan(300);
  story.world.relatives.push({ person: coordinator.person, child: episode.children[0]! });
  await truth('delete from access.cuts');
  await expectSeen(/coordinatorNwl .*access.may: episode.read false true/);
}, 120_000);

test('a grant that the system forgot is seen', async () => {
  await truth("delete from access.grants where reach = 'author'");
  await expectSeen(/access.may: episode.read true false/);
}, 120_000);
