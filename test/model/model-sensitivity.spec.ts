import fc from 'fast-check';
import { Comparison } from './compare.js';
import { mayProposeMerge } from './rule-book/merges.js';
import { knows, mayJoin } from './rule-book/work.js';
import type { Episode } from './rule-book/world.js';
import { isShielded } from './command.js';
import { COMMANDS, ModelChecker, sequences } from './run.js';
import { byPerson } from './sql.js';
import type { Step, Story } from './story.js';

/** A model that never disagrees proves nothing: each test breaks the system in one place, and the comparison must notice. */
let checker: ModelChecker;
let story: Story;
beforeAll(async () => {
  checker = await ModelChecker.open();
  const [sequence] = fc.sample(sequences, { seed: 3, numRuns: 1 });
  story = await checker.run({ ...sequence!, prelude: 5, steps: [] });
  await checker.system.moveClock(story.now + 30_000);
}, 300_000);
afterAll(() => checker.close());

/** Asks one person after another, until `isEnough` of the differences found. */
async function differences(isEnough: (found: readonly string[]) => boolean = () => false): Promise<string[]> {
  const comparison = new Comparison(checker.system, checker.tally);
  const found: string[] = [];
  for (const actor of story.world.actors) {
    await comparison.bySql(story.world, actor, story.world.episodes, story.now + 30_000);
    for (const one of checker.tally.differences.splice(0))
      found.push(`${one.who} ${one.question} ${one.model} ${one.system}`);
    if (isEnough(found)) break;
  }
  return found;
}
const asOwner = (sql: string): Promise<unknown> => checker.system.asOwner(sql);
/** Applies what the family says only to the model, or only to the system. */
async function expectNoticed(question: RegExp): Promise<void> {
  const mismatches = await differences((some) => some.some((one) => question.test(one)));
  expect(mismatches).toContainEqual(expect.stringMatching(question));
}

test('before anything is broken the model and the system agree', async () => {
  expect(await differences()).toEqual([]);
}, 120_000);

test('a policy that lets every row through is noticed', async () => {
  await asOwner('create policy open_door on episode_records for select to bridges_app using (true)');
  await expectNoticed(/raw records: T2 false true/);
  await asOwner('drop policy open_door on episode_records');
}, 120_000);

test('a table without its select policy is noticed', async () => {
  await asOwner('alter policy chronology_notes_select on chronology_notes using (false)');
  await expectNoticed(/raw notes.* true false/);
}, 120_000);

test('an extra rule and a missing rule are noticed', async () => {
  await asOwner(
    "insert into access.rules (permission, role, reach, tier) values ('record.read', 'governance', 'governance', 0)",
  );
  await expectNoticed(/governance .*access.may: record.read false true/);
  await asOwner(
    "delete from access.rules where permission = 'record.read' and role = 'governance' and reach = 'governance'",
  );
  await asOwner("delete from access.rules where permission = 'lead.end' and reach = 'coordinator'");
  await expectNoticed(/coordinator.*access.may: lead.end true false/);
  await asOwner(
    "insert into access.rules (permission, role, reach, tier) values ('lead.end', 'coordinator', 'coordinator', 2)",
  );
}, 120_000);

test('an exclusion missing from the system is noticed', async () => {
  const coordinator = story.actor('coordinatorNwl');
  const episode = story.world.episodes.find((one) => story.may(coordinator, 'episode.read', one))!;
  const path = `/children/${episode.children[0]}/relatives`;
  const declared = await (
    await checker.system.api(coordinator)
  ).post(path, { relationship: 'aunt_or_uncle' });
  expect(declared.status).toBeLessThan(300);
  story.world.relatives.push({ person: coordinator.person, child: episode.children[0]! });
  await asOwner('delete from access.exclusions');
  await expectNoticed(/coordinatorNwl .*access.may: episode.read false true/);
}, 120_000);

test('a grant missing from the system is noticed', async () => {
  await asOwner("delete from access.grants where reach = 'author'");
  await expectNoticed(/access.may: record.read true false/);
}, 120_000);

/** One command, as a sequence would run it, with the differences found. */
async function differencesAfter(kind: string, episode: Episode, more: Partial<Step> = {}): Promise<string[]> {
  const step = { kind, who: 0, episode: 0, a: 0, b: 0, c: 0, wait: 0, ...more };
  await COMMANDS[kind]!(story, episode, step);
  return checker.tally.differences.splice(0).map((one) => `${one.who} ${one.question} ${one.model}`);
}

describe('in a fresh world', () => {
  beforeAll(async () => {
    checker = await ModelChecker.open(checker);
    const [sequence] = fc.sample(sequences, { seed: 3, numRuns: 1 });
    // Compared on the way in the first world already.
    story = await checker.run({ ...sequence!, prelude: 5, steps: [] }, { isCompared: false });
    await checker.system.moveClock((story.now += 60_000));
  }, 300_000);

  test('work on a closed episode is noticed', async () => {
    const [, episode] = story.world.episodes;
    expect(await differencesAfter('close', episode!)).toEqual([]);
    expect(episode!.closedAt).not.toBeNull();
    expect(await differencesAfter('note', episode!, { a: 3 })).toEqual([]);
    await asOwner('alter table episode_records disable trigger check_episode_transition');
    await asOwner('drop policy chronology_notes_insert_still_open on chronology_notes');
    await asOwner(`update episode_records set status = 'delivering' where episode_id = '${episode!.id}'`);
    expect(await differencesAfter('note', episode!, { a: 3 })).toEqual([
      expect.stringMatching(/writes a note \(plain\) false/),
    ]);
  }, 120_000);

  test('an analyst assigned to review an emergency access is noticed', async () => {
    const [episode] = story.world.episodes;
    expect(await differencesAfter('emergency', episode!, { c: 1 })).toEqual([]);
    expect(episode!.emergencies).toHaveLength(1);
    const analyst = story.world.actors.findIndex(({ key }) => key === 'analyst');
    // A number that selects her among all people: divisible by three, and at her index.
    const turns = [0, 1, 2].map((round) => analyst + round * story.world.actors.length);
    const b = turns.find((one) => one % 3 === 0)!;
    expect(await differencesAfter('nameReviewer', episode!, { b })).toEqual([]);
    await asOwner('alter table emergency_accesses disable trigger check_emergency_change');
    expect(await differencesAfter('nameReviewer', episode!, { b })).toEqual([
      expect.stringMatching(/asks analyst to review .* false/),
    ]);
  }, 120_000);

  test('an index that shows a child to people excluded by the family is noticed', async () => {
    const episode = story.world.episodes[0]!;
    const keptOut = story.actor('outsider').agency;
    const author = story.world.actors.find(({ person }) => person === episode.authorships[0]!.person)!;
    const agreed = [{ agency: story.actor('yispWorker').agency, tiers: [0], topics: [] }];
    const path = `/episodes/${episode.id}/consents`;
    const body = await story.call(author, episode, 'records that the index may show it', true, path, {
      purpose: 'share_plan',
      decision: 'given',
      indexAgreed: true,
      excludedAgencies: [keptOut],
      agencies: agreed.map(({ agency }) => ({ agencyId: agency, tiers: ['T0'], topics: [] })),
      decidedBy: 'Invented Mother',
      capacity: 'parental_responsibility',
      limitsExplained: true,
      form: 'written',
      validUntil: story.today,
    });
    episode.consents.push({
      id: body!.id,
      at: story.now,
      purpose: 'share_plan',
      decision: 'given',
      agreed,
      refused: [],
      excluded: [keptOut],
      peopleExcluded: [],
      peopleReadmitted: [],
      children: [],
      index: true,
      validUntil: story.today,
    });
    expect(await differences()).toEqual([]);
    await asOwner(`create or replace function access.episodes_excluding_agency() returns setof uuid language sql stable
      security definer set search_path = '' as 'select null::uuid where false'`);
    await expectNoticed(/outsider .*index: entry false true/);
  }, 120_000);

  test('a household still hidden with a parent named as unsafe for the child is noticed', async () => {
    const episode = story.world.episodes.find(({ children }) => children.length > 1)!;
    const { carers } = story.world.children.get(episode.children[0]!)!;
    const mother = carers.findIndex(({ livesWith }) => livesWith === true);
    expect(await differencesAfter('shield', episode)).toEqual([]);
    await asOwner('alter table shield_unsafe_carers disable trigger refresh_concealments');
    expect(await differencesAfter('unsafe', episode, { b: mother })).toEqual([]);
    expect(story.world.shields[0]!.unsafeCarers).toEqual([carers[mother]!.id]);
    await expectNoticed(/access.may_contact: contact true false/);
  }, 120_000);

  /** Families whose episode is neither closed nor shielded. */
  const openToWork = (): Episode =>
    story.world.episodes.find((one) => one.closedAt === null && !isShielded(story, one))!;

  test('a list that does not follow a child who moved is noticed', async () => {
    const episode = openToWork();
    const listing = async (): Promise<string[]> => {
      const comparison = new Comparison(checker.system, checker.tally);
      for (const key of ['coordinatorNwl', 'coordinatorCharnwood'])
        await comparison.byApiAndPages(story.world, story.actor(key), episode, story.now, false);
      return checker.tally.differences
        .splice(0)
        .map((one) => `${one.who} ${one.question} ${one.model} ${one.system}`);
    };
    expect(await differencesAfter('move', episode, { a: 1 })).toEqual([]);
    expect(await listing()).toEqual([]);
    await asOwner('alter table children disable trigger move_episodes_with_child');
    expect(await differencesAfter('move', episode, { a: 1 })).toEqual([]);
    const seen = (await listing()).join('\n');
    expect(seen).toMatch(/scope=locality: listed true false/);
    expect(seen).toMatch(/scope=locality: listed false true/);
    expect(seen).toMatch(/GET \/caseload: families/);
    await asOwner('alter table children enable trigger move_episodes_with_child');
    expect(await differencesAfter('move', episode, { a: 1 })).toEqual([]);
    expect(await listing()).toEqual([]);
  }, 120_000);

  test('a colleague without access to the record who is invited to its meeting is noticed', async () => {
    const episode = openToWork();
    const stranger = story.world.actors.findIndex(
      ({ person }) => !knows(story.world, person, episode, 1, story.now),
    );
    const chairing = { a: stranger, b: 0, c: 3 };
    expect(await differencesAfter('convene', episode, chairing)).toEqual([]);
    await asOwner('alter table tac_meetings disable trigger verify_receiver');
    expect(await differencesAfter('convene', episode, chairing)).toEqual([
      expect.stringMatching(/chair a meeting, by SQL false/),
    ]);
  }, 120_000);

  test('a team member from an agency without the family’s consent is noticed', async () => {
    const episode = openToWork();
    const stranger = story.world.actors.findIndex((one) => !mayJoin(story.world, one, episode, story.now));
    // A number that selects among all people, and runs as SQL.
    const joining = { a: stranger, b: 4 };
    expect(await differencesAfter('join', episode, joining)).toEqual([]);
    await asOwner('alter table team_members disable trigger verify_receiver');
    expect(await differencesAfter('join', episode, joining)).toEqual([
      expect.stringMatching(/into the team, by SQL false/),
    ]);
  }, 120_000);

  test('a merge that forgets whom the other record keeps out is noticed', async () => {
    const mayBeMerged = (one: Episode, other: Episode): boolean =>
      story.world.actors.some((actor) =>
        mayProposeMerge(story.world, actor, { kept: one.children[0]!, other: other.children[0]! }, story.now),
      );
    const episode = story.world.episodes.find((one) =>
      story.world.episodes.some((other) => other !== one && mayBeMerged(one, other)),
    )!;
    expect(await differencesAfter('proposeMerge', episode, { c: 1 })).toEqual([]);
    const merge = story.world.merges.at(-1)!;
    const proposer = byPerson(story, merge.proposedBy);
    const declared = await (
      await checker.system.api(proposer)
    ).post(`/children/${merge.other}/relatives`, { relationship: 'aunt_or_uncle' });
    expect(declared.status).toBeLessThan(300);
    story.world.relatives.push({ person: proposer.person, child: merge.other });
    await asOwner(`create or replace view access.derived_exclusions as
      select x.practitioner_id, x.episode_id, x.cause, x.begins, x.ends from access.own_exclusions x`);
    expect(await differencesAfter('decideMerge', episode, { c: 1 })).toEqual([]);
    expect(merge.decision).toBe('approved');
    await expectNoticed(/^coordinator.*access.may: episode.read false true/);
  }, 120_000);

  test('consent for the opening agency that has no effect is noticed', async () => {
    const namesItsOpener = ({ consents, openingAgency }: Episode): boolean =>
      consents.some(({ agreed }) => agreed.some(({ agency }) => agency === openingAgency));
    expect(story.world.episodes.some(namesItsOpener)).toBe(true);
    await asOwner(`delete from access.grants g using episodes e
      where e.id = g.episode_id and g.reach = 'agency' and g.subject_id = e.opening_agency_id`);
    await expectNoticed(/access.may: episode.read true false/);
  }, 120_000);
});
