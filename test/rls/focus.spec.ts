import { UnitOfWork } from '#libs/platform';
import { mayEver } from '#libs/access';
import { PERSONAS } from '../../apps/console/src/seed/index.js';
import { PersonaDatabase } from './persona-database.js';
import type { Look } from '../non-interference/normalised-answer.js';
import { Explorer } from '../non-interference/explorer.js';
import { seededDatabase } from './seeded-database.js';
import { allRoutes } from '../support/routes.js';
import { bySize } from '../support/size.js';
import { openTestApp, type TestApp } from '../support/test-app.js';

/** A page about one episode is queried with a focus on it; without the focus it would show the same. */
const PEOPLE = personasFrom(
  process.env['PEOPLE'] ?? bySize('schoolNurse coordinatorNwl frontDoor governance', 'all'),
);
const ABOUT_AN_EPISODE = /^\/episodes\/[0-9a-f-]{36}(\/|$)/;
const MORE = { episodes: Number(process.env['EPISODES'] ?? bySize('3', '6')), children: 1 };

let began: number;
let narrowed: TestApp;
let whole: TestApp;
/** Units of work that ran with a focus in the narrowed world, and that would have in the whole world. */
const focused = { narrowed: 0, whole: 0 };

beforeAll(async () => {
  began = Date.now();
  [narrowed, whole] = [await openWithStoppedClock(), await openWithStoppedClock()];
  count(narrowed, 'narrowed');
  count(whole, 'whole');
}, 300_000);
afterAll(async () => {
  await narrowed?.close();
  await whole?.close();
});

function personasFrom(people: string): string[] {
  return people === 'all' ? PERSONAS.map(({ key }) => key) : people.split(' ');
}

async function openWithStoppedClock(): Promise<TestApp> {
  const database = await seededDatabase();
  const personaDb = await PersonaDatabase.at(database.adminUrl);
  await personaDb.admin.query(`create or replace function platform.now() returns timestamptz
    language sql stable parallel safe security definer set search_path = ''
    as $$ select timestamptz '2026-11-20 12:00Z' $$`);
  await personaDb.close();
  return openTestApp({}, database);
}

/** Counts the units of work with a focus; in the whole world the focus is removed. */
function count(testApp: TestApp, as: keyof typeof focused): void {
  const unitOfWork = testApp.app.get(UnitOfWork);
  const run = unitOfWork.run.bind(unitOfWork);
  unitOfWork.run = (who, work, { focus, ...options } = {}) => {
    if (focus) focused[as] += 1;
    return run(who, work, focus && as === 'narrowed' ? { ...options, focus } : options);
  };
}

test.each(PEOPLE)(
  'a focus changes nothing on a page of %s',
  async (persona) => {
    focused.narrowed = focused.whole = 0;
    const around = await Explorer.as(persona, [narrowed, whole], { began, more: MORE });
    const different: string[] = [];
    let shown = 0;
    for await (const [one, other] of around.about(ABOUT_AN_EPISODE)) {
      if (one.status === 200) shown += 1;
      if (one.status !== other.status || one.text !== other.text)
        different.push(describeDifference(one, other));
    }
    if (process.env['TELL'])
      process.stderr.write(`${persona}: ${focused.narrowed}, shown ${shown}\n${different.join('\n')}\n`);
    // A role that lists no episode comes to none: no link leads there.
    const { role } = await narrowed.actor(persona);
    if (mayEver(role, 'episode.list')) expect(focused.narrowed).toBeGreaterThan(50);
    else expect(focused.narrowed).toBe(0);
    expect(focused.whole).toBe(focused.narrowed);
    if (persona === PEOPLE[0]) expect(shown).toBeGreaterThan(50);
    expect(different).toEqual([]);
  },
  900_000,
);

const describeDifference = (one: Look, other: Look): string => {
  const at = [...one.text].findIndex((letter, place) => letter !== other.text[place]);
  const [from, to] = [Math.max(0, at - 120), at + 200];
  return `${one.path}: ${one.status} ${other.status}\n${one.text.slice(from, to)}\n--- instead of ---\n${other.text.slice(from, to)}`;
};

test('every route of one episode was compared', () => {
  const GET = 0;
  const about = allRoutes.filter(
    ({ method, path }) => method === GET && /^\/(api\/v1\/)?episodes\/:/.test(path),
  );
  expect(about.length).toBeGreaterThan(60);
});
