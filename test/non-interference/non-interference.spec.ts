import { PERSONAS } from '../../apps/console/src/seed/index.js';
import { Asking } from '../rls/asking.js';
import { type Look } from './look.js';
import { LookingAround } from './looking-around.js';
import { UNCHANGING } from './otherwise.js';
import { storiedDatabase } from '../rls/storied.js';
import { type Changed, changeUnseen } from './unseen.js';
import { bySize } from '../support/size.js';
import { openWorld, type World } from '../support/world.js';

/** Two worlds that differ only in what one person may not reach must look the same to that person. */
const PEOPLE = everybodyOr(process.env['PEOPLE'] ?? bySize('schoolNurse', 'all'));
/** How many people run at once: most of the time is spent waiting for answers. */
const AT_ONCE = 3;

function everybodyOr(people: string): string[] {
  return people === 'all' ? PERSONAS.map(({ key }) => key) : people.split(' ');
}

async function inTwo<T>(
  change: (asking: Asking) => Promise<unknown>,
  work: (worlds: readonly World[]) => Promise<T>,
): Promise<T> {
  const [one, other] = [await storiedDatabase(), await storiedDatabase()];
  for (const database of [one, other]) {
    const asking = await Asking.at(database.adminUrl);
    try {
      // Stop the clock, so that no minute passes between the two answers.
      await asking.admin.query(`create or replace function platform.now() returns timestamptz
        language sql stable parallel safe security definer set search_path = ''
        as $$ select timestamptz '2026-11-20 12:00Z' $$`);
      if (database === other) await change(asking);
    } finally {
      await asking.close();
    }
  }
  const worlds = await Promise.all([openWorld({}, one), openWorld({}, other)]);
  try {
    return await work(worlds);
  } finally {
    for (const world of worlds) await world.close();
  }
}

interface Found {
  readonly changed: Changed;
  readonly looked: number;
  readonly different: readonly string[];
  /** Where a hidden id and an unknown id get different answers. */
  readonly apart: readonly string[];
}

async function found(persona: string): Promise<Found> {
  let changed: Changed = {};
  return inTwo(
    async (asking) => (changed = await changeUnseen(asking, persona)),
    async (worlds) => {
      const around = await LookingAround.as(persona, worlds);
      const everywhere = await unlike(around.everywhere());
      const never = await unlike(around.hiddenAndNever());
      const acting = await unlike(around.byActs());
      const answer = {
        changed,
        looked: everywhere.looked + never.looked + acting.looked,
        different: [...everywhere.different, ...acting.different],
        apart: never.different,
      };
      // Report each person at once, because the full run takes long.
      if (process.env['TELL']) process.stderr.write(`${persona} ${JSON.stringify(answer)}\n`);
      return answer;
    },
  );
}

const finding = new Map<string, Promise<Found>>();
/** Results for this person; the next people start meanwhile. */
function foundBy(persona: string): Promise<Found> {
  const place = PEOPLE.indexOf(persona);
  for (const one of PEOPLE.slice(place, place + AT_ONCE))
    if (!finding.has(one)) {
      finding.set(one, found(one));
      finding.get(one)!.catch(() => undefined);
    }
  return finding.get(persona)!;
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
    const { changed, looked, different, apart } = await foundBy(persona);
    expect(
      Object.keys(changed).filter((table) => changed[table] === 0 && !UNCHANGING.includes(table)),
    ).toEqual([]);
    expect(Object.values(changed).reduce((all, one) => all + one)).toBeGreaterThan(300);
    expect(looked).toBeGreaterThan(400);
    expect(different).toEqual([]);
    expect(apart).toEqual([]);
  },
  300_000,
);

/** Tables that a team member sees in part, and the pages where the rest would show. */
const OPENED: Readonly<Record<string, RegExp>> = {
  chronology_notes: /\/chronology$/,
  plan_outcomes: /\/plan$/,
  plan_actions: /\/plan$/,
  assessment_elements: /\/assessment$/,
  meeting_notes: /\/meetings\/[^/]+$/,
  review_notes: /\/reviews$/,
  corrections: /\/corrections$/,
};
const SHOWN = /^\/episodes\/[^/]+\/(assessment|chronology|plan|corrections|reviews|meetings\/[^/]+)$/;

test('each table opened on purpose is noticed, and so is a change within reach', async () => {
  const persona = 'schoolNurse';
  await inTwo(
    (asking) => changeUnseen(asking, persona),
    async (worlds) => {
      const around = await LookingAround.as(persona, worlds);
      const shown = async (at: RegExp): Promise<readonly string[]> => (await unlike(around.at(at))).different;
      const seen: string[] = [];
      expect(await shown(SHOWN)).toEqual([]);
      for (const [table, where] of Object.entries(OPENED)) {
        for (const world of worlds) await world.truth(`alter table ${table} disable row level security`);
        if ((await shown(where)).length > 0) seen.push(table);
        for (const world of worlds) await world.truth(`alter table ${table} enable row level security`);
      }
      expect(seen).toEqual(Object.keys(OPENED));
      await worlds[1]!.truth("update plan_actions set description = description || ' otherwise'");
      expect(await shown(/\/plan$/)).not.toEqual([]);
    },
  );
}, 300_000);
