import { PERSONAS } from '../../../apps/console/src/seed/index.js';
import { seededDatabase } from '../../rls/seeded-database.js';
import { Browser } from '../../support/browser.js';
import type { Clone } from '../../support/cluster.js';
import { deliveringEpisode } from '../../support/delivering.js';
import {
  type Fields,
  filledValues,
  formsIn,
  type HtmlForm,
  isTypedInto,
  shownValues,
} from '../../support/forms.js';
import { pageRoutes } from '../../support/routes.js';
import { atStatus, openedEpisode } from '../../support/scenarios.js';
import { bySize } from '../../support/size.js';
import { openTestApp, usernameOf, type TestApp } from '../../support/test-app.js';

/** A form, and the person and page where it was found. */
interface Found {
  readonly username: string;
  readonly page: string;
  readonly form: HtmlForm;
}

const POST = 1;
const ID = /[0-9a-f]{8}-[0-9a-f-]{27}/g;
/** A page of each kind is read by so many people; another may see another form on it. */
const READERS = bySize(1, 3);
const POST_ROUTES = pageRoutes
  .filter(({ method }) => method === POST)
  .map(({ path }) => ({
    path,
    matches: new RegExp(`^${path.replace(/\/$/, '').replace(/:\w+/g, '[^/]+')}/?$`),
  }));
const routeOf = (action: string): string | undefined =>
  POST_ROUTES.find(({ matches }) => matches.test(action.split('?')[0]!))?.path;
/** They change the session, or have a password. */
const NOT_KEPT = new Set(['/sign-in', '/sign-out', '/switch-post', '/password/']);
/** A secret is stored nowhere: it is typed again. */
const TYPED_AGAIN = /^clientSecret=/;

let testApp: TestApp;
const found = new Map<string, Found>();
const readers = new Map<string, number>();

beforeAll(async () => {
  const database = await bySize<() => Promise<Clone | undefined>>(async () => undefined, seededDatabase)();
  testApp = await openTestApp({}, database);
  if (database) await testApp.moveClock('2026-11-20T12:00:00Z');
  await crawl(usernameOf('healthVisitor'), await longForms());
  const others = [
    'coordinatorNwl',
    'governance',
    'agencyAdministrator',
    'systemAdministrator',
    'directoryEditor',
  ];
  const everyone = PERSONAS.map(({ username }) => username);
  for (const username of bySize(others.map(usernameOf), everyone)) await crawl(username, []);
}, 600_000);
afterAll(() => testApp.close());

/** Pages of episodes at three stages, among them every part of an assessment. */
async function longForms(): Promise<string[]> {
  const api = await testApp.as('healthVisitor');
  const [checklist, assessment] = [
    await openedEpisode(testApp, 'healthVisitor'),
    await openedEpisode(testApp, 'healthVisitor'),
  ];
  await atStatus(testApp, assessment.episodeId, 'registered');
  const started = await api.post(`/episodes/${assessment.episodeId}/assessment`);
  expect(started.status).toBeLessThan(300);
  const delivering = await deliveringEpisode(testApp, 'healthVisitor', ['schoolTeacher']);
  const at = `/episodes/${assessment.episodeId}/assessment`;
  const sections = ['people_present', 'reason', 'family_and_home', 'services', 'conclusions', 'comments'];
  return [
    `/episodes/${delivering.episodeId}`,
    `/episodes/${delivering.episodeId}/reviews`,
    `/episodes/${checklist.episodeId}/checklist`,
    `${at}/elements/A1a`,
    ...sections.map((section) => `${at}/sections/${section}`),
    `/children/${checklist.childId}`,
    `/episodes/new?child=${checklist.childId}`,
    '/children/new',
    '/index-questions/new',
  ];
}

/** Visits a page of each kind that links lead to, and keeps the first form of each route and shape. */
async function crawl(username: string, start: readonly string[]): Promise<void> {
  const browser = await Browser.signIn(testApp.server, username);
  const seen = new Set<string>();
  const queue = [...start, '/'];
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const kind = path
      .replace(ID, '*')
      .replace(/elements\/\w+/, 'elements/*')
      .replace(/=[^&]+/g, '=*');
    const read = readers.get(kind) ?? 0;
    if (seen.has(kind) || (kind !== '/' && read >= READERS)) continue;
    seen.add(kind);
    readers.set(kind, read + 1);
    const { status, text, headers } = await browser.get(path);
    if (status !== 200 || !headers['content-type']?.includes('html')) continue;
    for (const form of formsIn(text, path)) {
      const route = routeOf(form.action);
      const shape = Object.keys(filledValues(form)).sort().join(' ').replace(ID, '*');
      const key = `${route} ${shape}`;
      if (route && !NOT_KEPT.has(route) && !found.has(key)) found.set(key, { username, page: path, form });
    }
    for (const [, href] of text.matchAll(/href="(\/[^"#]*)/g)) queue.push(href!.replaceAll('&amp;', '&'));
  }
}

const toPairs = (fields: Fields): string[] =>
  Object.entries(fields).flatMap(([name, values]) => values.map((value) => `${name}=${value}`));

/** Sends the form after its session has ended, signs in again, and returns the page that comes then. */
async function sentTooLate({ username, page, form }: Found) {
  const browser = await Browser.signIn(testApp.server, username);
  await browser.get(page);
  const typed = filledValues(form);
  await testApp.asOwner("update auth.sessions set expire = now() - interval '1 second'");
  const { location } = await browser.sendForm(form.action, typed, page);
  const next = new URL(location!, 'http://x').searchParams.get('next')!;
  const signedIn = await browser.submit('/sign-in', { username, password: 'bridges-demo', next }, location);
  return { typed, shown: await browser.get(signedIn.location!) };
}

/** Rows of every table that a form may add to, without those that reading and signing in add. */
async function rows(): Promise<Record<string, number>> {
  const tables = await testApp.asOwner<{ name: string }>(
    `select table_schema || '.' || table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables)
    counts[name] = (await testApp.asOwner<{ n: number }>(`select count(*)::int as n from ${name}`))[0]!.n;
  return counts;
}

test('the walk finds the forms of most features, and every long one', () => {
  const routes = new Set([...found.keys()].map((key) => key.split(' ')[0]));
  expect(routes.size).toBeGreaterThan(bySize(30, 60));
  for (const long of [
    '/episodes/:id/checklist/',
    '/episodes/:id/assessment/elements/:element/',
    '/episodes/:id/assessment/sections/:section/',
    '/episodes/:id/meetings/',
    '/episodes/:id/reviews/',
    '/episodes/:id/closure/',
    '/episodes/:id/consents/',
    '/episodes/:id/plan/actions/',
    '/children/new/',
  ])
    expect([long, routes.has(long)]).toEqual([long, true]);
});

test('every form sent after its session ended is shown again with all that was typed, and nothing is stored', async () => {
  const lost: unknown[] = [];
  const before = await rows();
  const typedInto = [...found].filter(([, { form }]) => isTypedInto(form));
  expect(typedInto.length).toBeGreaterThan(bySize(25, 60));
  for (const [key, one] of typedInto) {
    const { typed, shown } = await sentTooLate(one);
    const missing = formsIn(shown.text, one.page)
      .map((form) => new Set(toPairs(shownValues(form))))
      .map((pairs) => toPairs(typed).filter((pair) => !pairs.has(pair) && !TYPED_AGAIN.test(pair)))
      .sort((a, b) => a.length - b.length)[0];
    if (shown.status !== 200 || missing?.length !== 0) lost.push({ key, page: one.page, missing });
  }
  expect(lost).toEqual([]);
  expect(await rows()).toEqual(before);
}, 600_000);

/** Short texts beside a page, and forms that keep their steps themselves. */
const WITHOUT_DRAFT = new Set([
  '/children/new/',
  '/children/new/:draft/:step',
  '/access-questions/',
  '/settings/information-sharing',
  '/settings/front-doors',
  '/settings/lawful-bases',
  '/episodes/:id/emergency-access/',
  '/episodes/:id/lead-professional/proposals/:proposalId/refusal',
  // About two children, whom their permission must both allow.
  '/duplicates/pairs/:one/and/:other',
  '/duplicates/merges/:id/decision',
  '/duplicates/merges/:id/undoing',
  '/duplicates/merges/:id/withdrawal',
]);
const isLong = ({ controls }: HtmlForm): boolean => controls.some(({ kind }) => kind === 'textarea');
const withoutPlace = ({ _draft, ...fields }: Fields): Fields => fields;

test('every form with a long text is saved for later, and filled in again with all that was typed', async () => {
  const lost: unknown[] = [];
  const long = [...found].filter(([key, { form }]) => isLong(form) && !WITHOUT_DRAFT.has(key.split(' ')[0]!));
  expect(long.length).toBeGreaterThan(bySize(15, 30));
  for (const [key, { username, page, form }] of long) {
    await testApp.asOwner('delete from drafts');
    const browser = await Browser.signIn(testApp.server, username);
    await browser.get(page);
    const typed = filledValues(form);
    const saved = await browser.sendForm('/drafts', { ...typed, _form: [form.action] }, page);
    const [draft] = await testApp.asOwner<{ id: string }>('select id from drafts');
    const query = `${page.includes('?') ? '&' : '?'}draft=${draft?.id}`;
    const shown = await browser.get(page + query);
    const missing = formsIn(shown.text, page)
      .map((one) => new Set(toPairs(withoutPlace(shownValues(one)))))
      .map((pairs) =>
        toPairs(withoutPlace(typed)).filter((pair) => !pairs.has(pair) && !TYPED_AGAIN.test(pair)),
      )
      .sort((a, b) => a.length - b.length)[0];
    if (saved.status !== 303 || shown.status !== 200 || missing?.length !== 0)
      lost.push({ key, page, saved: saved.status, shown: shown.status, missing });
  }
  await testApp.asOwner('delete from drafts');
  expect(lost).toEqual([]);
}, 600_000);

test('every form that is sent twice, one after the other or at once, is stored once', async () => {
  const twice: unknown[] = [];
  let carriedOut = 0;
  for (const [key, { username, page, form }] of found) {
    const browser = await Browser.signIn(testApp.server, username).catch(() => null);
    // An earlier form may have suspended its person.
    if (!browser || (await browser.get(page)).status !== 200) continue;
    const send = () => browser.sendForm(form.action, filledValues(form), page);
    const [first, atOnce] = await Promise.all([send(), send()]);
    if (first.status !== 303) continue;
    carriedOut++;
    const before = await rows();
    const again = await send();
    const after = await rows();
    if ([atOnce, again].some(({ status, location }) => status !== 303 || location !== first.location))
      twice.push({
        key,
        answers: [first, atOnce, again].map(({ status, location }) => ({ status, location })),
      });
    if (JSON.stringify(after) !== JSON.stringify(before)) twice.push({ key, before, after });
  }
  expect(carriedOut).toBeGreaterThan(bySize(15, 30));
  expect(twice).toEqual([]);
}, 600_000);
