import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#libs/platform';
import { openTestApp, type TestApp } from '../support/test-app.js';

/**
 * Under a focus these functions answer for its episodes alone. Each entry says why that is right on such a page; what
 * concerns other episodes uses access.can, can_child, may_among and the like, which no focus narrows.
 */
const NARROWED: Readonly<Record<string, string>> = {
  may: 'the reach itself',
  may_child: 'the children of those episodes',
  may_contact: 'the same, but for whom a shield hides',
  may_contact_carer: 'carers of those children; what takes away is asked of all',
  may_join_household: 'a home is written to without a focus; what takes away is asked of all',
  names_telling_of: 'the names of one child whom the person may change',
  topics: 'what is sensitive in those episodes',
  children_by_topic: 'the children of those episodes',
  known_shields: 'the shields of those children',
  unnamed_leads: 'leads of those episodes; what takes away is asked of just those led',
  cases: 'the rows of a list; what is hidden is asked of all',
  involved: 'who works with those families; what is hidden is asked of all',
};
/** Functions that ask about everything within reach, whatever the page is about. */
const WHOLE: Readonly<Record<string, string>> = {
  ask_index: 'matches are children outside the whole reach: a part of it would match more',
  bundle: 'a request for access is answered from every record of the child',
  matches_to_answer: 'questions about any family within reach',
  own_children_named: 'a search of all one’s own families',
  index_entries: 'the index covers every agency that works with a child',
  likely_duplicates: 'a queue of the coordinator’s whole locality',
  retention_queue: 'a queue',
  search_children: 'a search',
  unnamed_leads: 'without a focus',
};

let testApp: TestApp;
interface Source {
  readonly name: string;
  readonly text: string;
}
let functions: Source[];
let policies: Source[];

beforeAll(async () => {
  testApp = await openTestApp();
  functions = await testApp.asOwner<Source>(
    `select p.proname as name, p.prosrc as text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where n.nspname in ('access', 'public', 'platform', 'audit', 'auth') and p.prokind = 'f'
       and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`,
  );
  policies = await testApp.asOwner<Source>(
    `select format('%s %s', tablename, policyname) as name, concat_ws(' ', qual, with_check) as text from pg_policies
     union all select viewname, definition from pg_views where schemaname in ('access', 'public', 'platform', 'audit', 'auth')`,
  );
}, 60_000);
afterAll(() => testApp.close());

const withoutComments = (text: string): string => text.replaceAll(/--[^\n]*/g, '');
const calls = (text: string, name: string): boolean =>
  new RegExp(`\\baccess\\.${name}\\s*\\(`).test(withoutComments(text));

/** Functions whose answer depends on the focus: they read it, or call a function that does. */
function narrowedOnes(): string[] {
  const narrowed = new Set(['focus']);
  for (let before = 0; before !== narrowed.size;) {
    before = narrowed.size;
    for (const { name, text } of functions)
      if ([...narrowed].some((one) => calls(text, one))) narrowed.add(name);
  }
  narrowed.delete('focus');
  return [...narrowed].sort();
}

test('each function that a focus narrows is listed with the reason', () => {
  expect(narrowedOnes()).toEqual(Object.keys(NARROWED).sort());
});

test('each function that asks about everything within reach is listed with the reason', () => {
  const whole = functions.filter(({ text }) =>
    /\baccess\.may(_child|_contact)?_among\(([^()]*,\s*)?null\)/.test(withoutComments(text)),
  );
  expect(whole.map(({ name }) => name).sort()).toEqual(Object.keys(WHOLE).sort());
});

/** Negative uses of a narrowed set: there a focus would show more instead of less. */
function negativesIn(text: string, narrowed: readonly string[] = Object.keys(NARROWED)): string[] {
  const plain = withoutComments(text).replaceAll(/\s+/g, ' ');
  const asked = `access\\.(?:${narrowed.join('|')})\\(`;
  // A variable assigned from such a set counts as the set.
  const kept = [
    ...plain.matchAll(new RegExp(`(\\w+)(?: uuid\\[\\])? := array\\( ?select [^;]*?${asked}`, 'g')),
  ].map(([, name]) => name!);
  const set = kept.length > 0 ? `(?:${asked}|\\b(?:${kept.join('|')})\\b)` : asked;
  const within = '(?:(?! union | where | and | or |;).){0,120}?';
  return [
    `\\bnot in ?\\(${within}${set}`,
    `<> ?all ?\\(${within}${set}`,
    `\\bexcept (?:all )?\\(?select ${within}${set}`,
    `\\bnot \\(?[\\w.$:"]+ (?:in|= any) ?\\(${within}${set}`,
    `\\bnot exists ?\\( ?select ${within}${set}`,
    `\\bleft join (?:lateral )?${within}${set}`,
    `\\bnot access\\.(?:${narrowed.join('|')})\\(`,
    `\\bcount\\([^)]*\\) from ${within}${set}[^)]*\\)+ ?(?:=|<) ?\\d`,
  ].flatMap((pattern) => [...plain.matchAll(new RegExp(pattern, 'gi'))].map(([use]) => use));
}

test.each([
  "select 1 where e not in (select access.may('record.read'))",
  "e.id <> all(array(select access.may('record.read')))",
  "select id from x except select access.may('record.read')",
  "not e.id = any(array(select access.may_child('episode.read')))",
  "(NOT (episode_id IN ( SELECT access.may('sensitive_service.read'::text) AS may)))",
  '(child_id <> ALL (ARRAY( SELECT access.may_contact() AS may_contact)))',
  "not exists (select from access.may('record.read') m (id) where m.id = e.id)",
  "declare r uuid[] := array(select access.may('record.read')); begin return query select 1 where e.id <> all(r);",
  "reached := array(select access.may('record.read')); return query select 1 where not e.id = any(reached);",
  "select * from e left join access.may('record.read') m (id) on m.id = e.id where m.id is null",
])('a negative use of a narrowed set is found: %s', (text) => {
  expect(negativesIn(text)).not.toEqual([]);
});

test.each([
  "e.id in (select access.may('record.read'))",
  "not access.can('record.read', e.id)",
  "not exists (select from access.may_among('record.read', led) t (id) where t.id = s.id)",
  "not (a.b) and e.id in (select access.may('record.read'))",
  "episode_id <> all(array(select access.hidden_episodes())) and episode_id in (select access.may('record.read'))",
])('a positive use is not reported: %s', (text) => {
  expect(negativesIn(text)).toEqual([]);
});

test('no function, policy or view subtracts a set that a focus narrows', () => {
  const violations = [...functions, ...policies].flatMap(({ name, text }) =>
    negativesIn(text).map((one) => `${name}: ${one}`),
  );
  expect(violations).toEqual([]);
});

test('the program does not either', () => {
  const violations = ['libs', 'apps'].flatMap((folder) =>
    readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) =>
        negativesIn(readFileSync(join(projectRoot, folder, file), 'utf8')).map((one) => `${file}: ${one}`),
      ),
  );
  expect(violations).toEqual([]);
});
