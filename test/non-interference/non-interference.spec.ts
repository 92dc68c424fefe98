import { PERSONAS } from '../../apps/console/src/seed/index.js';
import { PersonaDatabase } from '../rls/persona-database.js';
import { type Look } from './normalised-answer.js';
import { Explorer } from './explorer.js';
import { UNCHANGEABLE } from './alternative-values.js';
import { seededDatabase } from '../rls/seeded-database.js';
import { type Changed, changeHiddenRows } from './hidden-rows.js';
import { bySize } from '../support/size.js';
import { openTestApp, type TestApp } from '../support/test-app.js';

/** Two worlds that differ only in what one person may not reach must look the same to that person. */
const PEOPLE = personasFrom(process.env['PEOPLE'] ?? bySize('schoolNurse', 'all'));
/** How many people run at once: most of the time is spent waiting for answers. */
const AT_ONCE = 3;

function personasFrom(people: string): string[] {
  return people === 'all' ? PERSONAS.map(({ key }) => key) : people.split(' ');
}

async function inTwoWorlds<T>(
  change: (personaDb: PersonaDatabase) => Promise<unknown>,
  work: (worlds: readonly TestApp[]) => Promise<T>,
): Promise<T> {
  const [one, other] = [await seededDatabase(), await seededDatabase()];
  for (const database of [one, other]) {
    const personaDb = await PersonaDatabase.at(database.adminUrl);
    try {
      // Stop the clock, so that no minute passes between the two answers.
      await personaDb.admin.query(`create or replace function platform.now() returns timestamptz
        language sql stable parallel safe security definer set search_path = ''
        as $$ select timestamptz '2026-11-20 12:00Z' $$`);
      if (database === other) await change(personaDb);
    } finally {
      await personaDb.close();
    }
  }
  const worlds = await Promise.all([openTestApp({}, one), openTestApp({}, other)]);
  try {
    return await work(worlds);
  } finally {
    for (const testApp of worlds) await testApp.close();
  }
}

interface Result {
  readonly changed: Changed;
  readonly looked: number;
  readonly different: readonly string[];
  /** Where a hidden id and an unknown id get different answers. */
  readonly apart: readonly string[];
}

async function explore(persona: string): Promise<Result> {
  let changed: Changed = {};
  return inTwoWorlds(
    async (personaDb) => (changed = await changeHiddenRows(personaDb, persona)),
    async (worlds) => {
      const around = await Explorer.as(persona, worlds);
      const everywhere = await differencesIn(around.everywhere());
      const never = await differencesIn(around.hiddenAndNever());
      const acting = await differencesIn(around.byActs());
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

const running = new Map<string, Promise<Result>>();
/** Results for this person; the next people start meanwhile. */
function resultFor(persona: string): Promise<Result> {
  const place = PEOPLE.indexOf(persona);
  for (const one of PEOPLE.slice(place, place + AT_ONCE))
    if (!running.has(one)) {
      running.set(one, explore(one));
      running.get(one)!.catch(() => undefined);
    }
  return running.get(persona)!;
}

/**
 * How many things of each kind a person of the agency has open is told to its administrator on purpose, whichever families
 * they are about: kinds and numbers, before that person leaves (test/features/departures) or the agency closes
 * (test/features/directory/agency-closures.spec.ts).
 */
const TOLD_AS_NUMBERS =
  /^(?:API )?(?:\/api\/v1)?\/(?:people\/[^/]+\/leaving|practitioners\/[^/]+\/standings|people\/closing|agency-closure\/open-work)$/;

async function differencesIn(
  pairs: AsyncGenerator<readonly [Look, Look]>,
): Promise<{ looked: number; different: string[] }> {
  const different: string[] = [];
  let looked = 0;
  for await (const [one, other] of pairs) {
    if (TOLD_AS_NUMBERS.test(one.path)) continue;
    looked += 1;
    if (one.status !== other.status || one.text !== other.text)
      different.push(describeDifference(one, other));
  }
  return { looked, different };
}

const describeDifference = (one: Look, other: Look): string =>
  `${one.path}: ${one.status} ${other.status}\n${firstDifference(one.text, other.text)}`;

function firstDifference(one: string, other: string): string {
  const at = [...one].findIndex((letter, place) => letter !== other[place]);
  return `${one.slice(Math.max(0, at - 80), at + 120)}\n--- instead of ---\n${other.slice(Math.max(0, at - 80), at + 120)}`;
}

test.each(PEOPLE)(
  'what %s may not reach changes nothing that they see',
  async (persona) => {
    const { changed, looked, different, apart } = await resultFor(persona);
    expect(
      Object.keys(changed).filter((table) => changed[table] === 0 && !UNCHANGEABLE.includes(table)),
    ).toEqual([]);
    expect(Object.values(changed).reduce((all, one) => all + one)).toBeGreaterThan(300);
    expect(looked).toBeGreaterThan(400);
    expect(different).toEqual([]);
    expect(apart).toEqual([]);
  },
  300_000,
);

/** Tables that a team member sees in part, and the pages where the rest would show. */
const OPENED_TABLES: Readonly<Record<string, RegExp>> = {
  chronology_notes: /\/chronology$/,
  plan_outcomes: /\/plan$/,
  plan_actions: /\/plan$/,
  assessment_elements: /\/assessment$/,
  meeting_notes: /\/meetings\/[^/]+$/,
  review_notes: /\/reviews$/,
  corrections: /\/corrections$/,
  child_merges: /\/chronology$/,
};
const PAGES_OF_OPENED_TABLES =
  /^\/episodes\/[^/]+\/(assessment|chronology|plan|corrections|reviews|meetings\/[^/]+)$/;

test('each table opened on purpose is noticed, and so is a change within reach', async () => {
  const persona = 'schoolNurse';
  await inTwoWorlds(
    (personaDb) => changeHiddenRows(personaDb, persona),
    async (worlds) => {
      const around = await Explorer.as(persona, worlds);
      const differencesAt = async (at: RegExp): Promise<readonly string[]> =>
        (await differencesIn(around.at(at))).different;
      const noticed: string[] = [];
      expect(await differencesAt(PAGES_OF_OPENED_TABLES)).toEqual([]);
      for (const [table, where] of Object.entries(OPENED_TABLES)) {
        for (const testApp of worlds)
          await testApp.asOwner(`alter table ${table} disable row level security`);
        if ((await differencesAt(where)).length > 0) noticed.push(table);
        for (const testApp of worlds) await testApp.asOwner(`alter table ${table} enable row level security`);
      }
      expect(noticed).toEqual(Object.keys(OPENED_TABLES));
      await worlds[1]!.asOwner("update plan_actions set description = description || ' otherwise'");
      expect(await differencesAt(/\/plan$/)).not.toEqual([]);
    },
  );
}, 300_000);
