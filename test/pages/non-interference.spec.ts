import { Asking } from '../promises/asking.js';
import { type Look, LookingAround } from '../promises/looking-around.js';
import { storiedDatabase } from '../promises/storied.js';
import { changeUnseen } from '../promises/unseen.js';
import { openWorld, type World } from '../support/world.js';

/** Two worlds that differ in everything that one person may not reach, and in nothing else, are one world to them. */
const PEOPLE = (process.env['PEOPLE'] ?? 'schoolNurse castleRockAssistant outsider').split(' ');
let worlds: World[] = [];
afterEach(async () => {
  for (const world of worlds) await world.close();
  worlds = [];
}, 60_000);

async function two(change: (asking: Asking) => Promise<unknown>): Promise<World[]> {
  const [one, other] = [await storiedDatabase(), await storiedDatabase()];
  for (const database of [one, other]) {
    const asking = await Asking.at(database.adminUrl);
    try {
      // Time stands still, so that no minute goes by between looking at the one and at the other.
      await asking.admin.query(`create or replace function platform.now() returns timestamptz
        language sql stable parallel safe security definer set search_path = ''
        as $$ select timestamptz '2026-11-20 12:00Z' $$`);
      if (database === other) await change(asking);
    } finally {
      await asking.close();
    }
  }
  worlds = await Promise.all([openWorld({}, one), openWorld({}, other)]);
  return worlds;
}

interface Found {
  readonly looked: number;
  readonly different: readonly string[];
  /** Where a hidden id is answered otherwise than one that never was. */
  readonly apart: readonly string[];
}

async function differences(persona: string): Promise<Found> {
  const around = await LookingAround.as(persona, worlds);
  let looked = 0;
  const unlike = async (pairs: AsyncGenerator<readonly [Look, Look]>): Promise<string[]> => {
    const found: string[] = [];
    for await (const [one, other] of pairs) {
      looked += 1;
      if (one.status !== other.status || one.text !== other.text) found.push(told(one, other));
    }
    return found;
  };
  return {
    different: await unlike(around.everywhere()),
    apart: await unlike(around.hiddenAndNever()),
    looked,
  };
}

const told = (one: Look, other: Look): string =>
  `${one.path}: ${one.status} ${other.status}\n${firstDifference(one.text, other.text)}`;

function firstDifference(one: string, other: string): string {
  const at = [...one].findIndex((letter, place) => letter !== other[place]);
  return `${one.slice(Math.max(0, at - 80), at + 120)}\n--- instead of ---\n${other.slice(Math.max(0, at - 80), at + 120)}`;
}

test.each(PEOPLE)(
  'what %s may not reach changes nothing that they see',
  async (persona) => {
    let changed = 0;
    await two(async (asking) => (changed = await changeUnseen(asking, persona)));
    expect(changed).toBeGreaterThan(300);
    const { looked, different, apart } = await differences(persona);
    expect(looked).toBeGreaterThan(200);
    expect(different).toEqual([]);
    expect(apart).toEqual([]);
  },
  300_000,
);

test('what somebody may reach does change what they see', async () => {
  await two((asking) =>
    asking.admin.query("update plan_actions set description = description || ' otherwise'"),
  );
  expect((await differences('schoolTeacher')).different.length).toBeGreaterThan(0);
}, 300_000);
