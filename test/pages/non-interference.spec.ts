import { PERSONAS } from '../../apps/console/src/seed/index.js';
import { Asking } from '../promises/asking.js';
import { type Look } from '../promises/look.js';
import { LookingAround } from '../promises/looking-around.js';
import { storiedDatabase } from '../promises/storied.js';
import { type Changed, changeUnseen } from '../promises/unseen.js';
import { openWorld, type World } from '../support/world.js';

/** Two worlds that differ in everything that one person may not reach, and in nothing else, are one world to them. */
const PEOPLE = everybodyOr(process.env['PEOPLE'] ?? 'schoolNurse castleRockAssistant outsider');
let worlds: World[] = [];
afterEach(async () => {
  for (const world of worlds) await world.close();
  worlds = [];
}, 60_000);

function everybodyOr(people: string): string[] {
  return people === 'all' ? PERSONAS.map(({ key }) => key) : people.split(' ');
}

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
  const everywhere = await unlike(around.everywhere());
  const never = await unlike(around.hiddenAndNever());
  return {
    different: everywhere.different,
    apart: never.different,
    looked: everywhere.looked + never.looked,
  };
}

async function unlike(
  pairs: AsyncGenerator<readonly [Look, Look]>,
): Promise<{ looked: number; different: string[] }> {
  const different: string[] = [];
  let looked = 0;
  for await (const [one, other] of pairs) {
    looked += 1;
    if (one.status !== other.status || one.text !== other.text) different.push(told(one, other));
  }
  return { looked, different };
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
    let changed: Changed = {};
    await two(async (asking) => (changed = await changeUnseen(asking, persona)));
    expect(Object.values(changed).reduce((all, one) => all + one)).toBeGreaterThan(300);
    const { looked, different, apart } = await differences(persona);
    if (process.env['TELL']) console.log(persona, looked, JSON.stringify(changed));
    expect(looked).toBeGreaterThan(200);
    expect(different).toEqual([]);
    expect(apart).toEqual([]);
  },
  300_000,
);

/** Tables of which somebody in the team is told a part, and where the rest would show. */
const OPENED = [
  'chronology_notes',
  'plan_outcomes',
  'plan_actions',
  'outcome_scores',
  'assessment_elements',
  'meeting_notes',
  'review_notes',
  'corrections',
];
const SHOWN = /^\/episodes\/[^/]+\/(assessment|chronology|plan|corrections|reviews|meetings\/[^/]+)$/;

test('a table left open is seen, one after another, and so is what somebody may reach', async () => {
  const persona = 'schoolNurse';
  await two((asking) => changeUnseen(asking, persona));
  const around = await LookingAround.as(persona, worlds);
  const everywhere = async (sql: string): Promise<void> => {
    for (const world of worlds) await world.truth(sql);
  };
  const seen: string[] = [];
  expect((await unlike(around.at(SHOWN))).different).toEqual([]);
  for (const table of OPENED) {
    await everywhere(`alter table ${table} disable row level security`);
    if ((await unlike(around.at(SHOWN))).different.length > 0) seen.push(table);
    await everywhere(`alter table ${table} enable row level security`);
  }
  expect(seen).toEqual(OPENED);
  await worlds[1]!.truth("update plan_actions set description = description || ' otherwise'");
  expect((await unlike(around.at(SHOWN))).different).not.toEqual([]);
}, 300_000);
