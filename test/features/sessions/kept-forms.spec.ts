import { Browser } from '../../support/browser.js';
import { chronologyNote, openChronology, WRITER } from '../../support/chronology-writing.js';
import { type Fields, formsIn, shownValues, typedValues } from '../../support/forms.js';
import { runJob } from '../../support/jobs.js';
import type { Scenario } from '../../support/scenarios.js';
import { usernameOf, type TestApp } from '../../support/test-app.js';

const TYPED = 'Wren says: “it’s louder at Dad’s” <3';

let testApp: TestApp;
let episode: Scenario;
let page: string;

beforeAll(async () => {
  ({ testApp, episode, page } = await openChronology());
}, 60_000);
afterAll(() => testApp.close());
beforeEach(() => testApp.asOwner('delete from auth.kept_forms'));

const note = (what = TYPED): Fields => chronologyNote(what);
const count = async (table: string): Promise<number> =>
  (await testApp.asOwner<{ n: number }>(`select count(*)::int as n from ${table}`))[0]!.n;
const notes = (): Promise<number> => count('chronology_notes');
const endSessions = (): Promise<unknown> =>
  testApp.asOwner("update auth.sessions set expire = now() - interval '1 second'");
const nextOf = (location: string | undefined): string =>
  new URL(location ?? '', 'http://x').searchParams.get('next') ?? '';
const signIn = (browser: Browser, persona: string, from: string) =>
  browser.submit(
    '/sign-in',
    { username: usernameOf(persona), password: 'bridges-demo', next: nextOf(from) },
    from,
  );
const noteOn = (text: string) => formsIn(text, page).find(({ action }) => action === page)!;

/** A person opens the form, is signed out while they write, and sends it. */
async function sentTooLate(persona = WRITER, what = TYPED) {
  const browser = await testApp.browse(persona);
  await browser.get(page);
  await endSessions();
  return { browser, sent: await browser.sendForm(page, note(what), page) };
}

describe('a form that is sent after its session ended', () => {
  it('is shown after signing in with what was typed, and is stored only when it is sent again', async () => {
    const before = await notes();
    const { browser, sent } = await sentTooLate();
    expect(sent.status).toBe(303);
    const question = await browser.get(sent.location!);
    expect(question.text).toContain('You were signed out after 30 minutes without activity.');
    expect(question.text).toContain('What you typed is kept for an hour.');
    const signed = await signIn(browser, WRITER, sent.location!);
    const shown = await browser.get(signed.location!);
    expect([shown.status, await notes()]).toEqual([200, before]);
    expect(shown.text).toContain('What you typed is shown below. Check it and press the button again.');
    expect(typedValues(noteOn(shown.text))).toEqual(note());
    // In sight, although its form is folded up on the usual page.
    expect(shown.text).not.toMatch(/<details class="govuk-details">\s*<summary[^>]*><span[^>]*>Add a note/);
    const stored = await browser.sendForm(page, shownValues(noteOn(shown.text)), page);
    expect([stored.status, await notes()]).toEqual([303, before + 1]);
    expect((await browser.get(page)).text).toContain('louder at Dad’s” &lt;3');
  });

  it('is kept again when the session ends once more before it is sent', async () => {
    const { browser, sent } = await sentTooLate();
    const signed = await signIn(browser, WRITER, sent.location!);
    const { text } = await browser.get(signed.location!);
    await endSessions();
    // A form without an address of its own is sent to the address that is shown.
    const typed = { ...shownValues(noteOn(text)), what: ['Written on'] };
    const later = await browser.sendForm(signed.location!, typed, signed.location!);
    expect(nextOf(later.location).match(/kept=/g)).toHaveLength(1);
    const again = await signIn(browser, WRITER, later.location!);
    expect(shownValues(noteOn((await browser.get(again.location!)).text))).toEqual(typed);
  });

  it('is kept encrypted, and its address tells nothing', async () => {
    const { sent } = await sentTooLate();
    const rows = await testApp.asOwner<{ content: Buffer; whole: string }>(
      'select content, k::text as whole from auth.kept_forms k',
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]!.content.toString('latin1') + rows[0]!.whole).not.toMatch(/Wren|louder|chronology|Sleep/);
    expect(decodeURIComponent(sent.location!)).toMatch(
      new RegExp(`^/sign-in\\?next=${page}\\?kept=[0-9a-f-]{36}$`),
    );
  });

  it('is deleted when another person signs in, who sees nothing of it', async () => {
    const { browser, sent } = await sentTooLate();
    const other = await signIn(browser, 'schoolTeacher', sent.location!);
    expect(await count('auth.kept_forms')).toBe(0);
    const arrived = await browser.get(other.location!);
    expect(arrived.location).toBe('/');
    const home = await browser.get('/');
    expect(home.text).toContain('The form you came from is no longer kept.');
    expect(arrived.text + home.text).not.toMatch(/Wren|louder/);
  });

  it('cannot be opened in another browser, not even by its author', async () => {
    const { browser, sent } = await sentTooLate();
    const elsewhere = await testApp.browse(WRITER);
    expect((await elsewhere.get(nextOf(sent.location))).location).toBe('/');
    const colleague = await testApp.browse('schoolTeacher');
    expect((await colleague.get(nextOf(sent.location))).location).toBe('/');
    await signIn(browser, WRITER, sent.location!);
    expect((await browser.get(nextOf(sent.location))).text).toContain('louder');
  });

  it('is deleted after an hour, when its author signs out, and by the job', async () => {
    const { browser, sent } = await sentTooLate();
    await testApp.asOwner("update auth.kept_forms set kept_at = kept_at - interval '61 minutes'");
    await signIn(browser, WRITER, sent.location!);
    expect((await browser.get(nextOf(sent.location))).location).toBe('/');
    expect(await count('auth.kept_forms')).toBe(1);
    await runJob(testApp, 'sign-in-expiry');
    expect(await count('auth.kept_forms')).toBe(0);

    const again = await sentTooLate();
    await signIn(again.browser, WRITER, again.sent.location!);
    await again.browser.submit('/sign-out', {});
    expect(await count('auth.kept_forms')).toBe(0);
  });

  it('returns to its page when it had nothing to type, and its act is not done', async () => {
    const { practitionerId } = await testApp.actor(WRITER);
    await testApp.asOwner(
      `insert into messages (id, recipient_id, subject, body, href, sent_at)
       values (gen_random_uuid(), $1, 'Invented', 'Invented', '/', now() - interval '1 day')`,
      [practitionerId],
    );
    const browser = await testApp.browse(WRITER);
    const { text } = await browser.get('/messages');
    const [, action] = /action="(\/messages\/[^"]+\/read)"/.exec(text)!;
    await endSessions();
    const sent = await browser.sendForm(action!, { back: ['messages'] }, '/messages');
    const signed = await signIn(browser, WRITER, sent.location!);
    expect((await browser.get(signed.location!)).location).toBe('/messages');
    const back = await browser.get('/messages');
    expect(back.text).toContain('Nothing has changed. Check the page and do it again.');
    expect(back.text).toContain(action!);
  });
});

describe('a stranger', () => {
  it('can keep nothing, whatever they send', async () => {
    const { browser } = await sentTooLate();
    await testApp.asOwner('delete from auth.kept_forms');
    const { text } = await (await testApp.browse(WRITER)).get(page);
    const real = /name="_csrf" value="([^"]+)"/.exec(text)![1]!;
    for (const _csrf of ['x.y', '.', real, `.${real.split('.')[1]}`, real.split('.')[0]!]) {
      const sent = await Browser.stranger(testApp.server).post(page, { what: TYPED, _csrf });
      expect(decodeURIComponent(sent.location ?? '')).not.toContain('kept=');
    }
    // The browser of an ended session keeps no form that was made for another account.
    const { text: others } = await (await testApp.browse('schoolTeacher')).get('/help');
    const foreign = /name="_csrf" value="([^"]+)"/.exec(others)![1]!;
    await endSessions();
    const sent = await browser.post(page, { what: TYPED, _csrf: foreign });
    expect(sent.location).toBe('/sign-in?next=%2F');
    expect(await count('auth.kept_forms')).toBe(0);
  });

  it('who was signed in once cannot fill the disk: three forms of limited size, and none with a password', async () => {
    const { browser } = await sentTooLate();
    for (let more = 0; more < 5; more++) await browser.sendForm(page, note(`${TYPED} ${more}`), page);
    expect(await count('auth.kept_forms')).toBe(3);
    const [{ bytes }] = (await testApp.asOwner(
      'select max(octet_length(content)) as bytes from auth.kept_forms',
    )) as [{ bytes: number }];
    const tooLarge = await browser.sendForm(page, note('“'.repeat(165_000)), page);
    expect([413, 303]).toContain(tooLarge.status);
    await browser.sendForm(page, { ...note(), newPassword: ['correct horse'] }, page);
    expect(await count('auth.kept_forms')).toBe(3);
    expect(bytes).toBeLessThan(2_000);
  });
});

describe('a form of an earlier session of the same person', () => {
  it('is shown again with what was typed and a new token, and is not carried out', async () => {
    const before = await notes();
    const browser = await testApp.browse(WRITER);
    await browser.get(page);
    const old = await sentWith(browser, async () => {
      await endSessions();
      await signIn(browser, WRITER, '/sign-in');
    });
    expect([old.status, await notes()]).toEqual([200, before]);
    expect(old.text).toContain('What you typed is shown below.');
    expect(typedValues(noteOn(old.text))).toEqual(note());
    const [, token] = /name="_csrf" value="([^"]+)"/.exec(old.text)!;
    const fields = Object.entries(note()).map(([name, [value]]) => [name, value!] as const);
    expect((await browser.post(page, { ...Object.fromEntries(fields), _csrf: token! })).status).toBe(303);
    expect(await notes()).toBe(before + 1);
  });

  it('of another person is refused, as is a form without its token', async () => {
    const before = await notes();
    const browser = await testApp.browse(WRITER);
    await browser.get(page);
    const refused = await sentWith(browser, async () => {
      await endSessions();
      await signIn(browser, 'schoolTeacher', '/sign-in');
    });
    expect(refused.status).toBe(403);
    expect(refused.text).not.toContain('louder');
    const own = await testApp.browse(WRITER);
    expect((await own.post(page, { what: TYPED, _csrf: 'guessed' })).status).toBe(403);
    expect((await own.post(page, { what: TYPED, _csrf: 'guessed.guessed' })).status).toBe(403);
    expect(await notes()).toBe(before);
  });

  it('does not sign out, switch posts or end sessions', async () => {
    const browser = await testApp.browse(WRITER);
    const tag = /name="_csrf" value="[^".]+\.([^"]+)"/.exec((await browser.get('/help')).text)![1]!;
    for (const path of ['/sign-out', '/switch-post', '/sessions/others/ending'])
      expect([path, (await browser.post(path, { _csrf: `x.${tag}` })).status]).toEqual([path, 403]);
    expect((await browser.get('/')).status).toBe(200);
  });

  /** Sends the note with the token of the page shown before `meanwhile`. */
  async function sentWith(browser: Browser, meanwhile: () => Promise<unknown>) {
    const _csrf = /name="_csrf" value="([^"]+)"/.exec((await browser.get(page)).text)![1]!;
    await meanwhile();
    const fields = Object.entries(note()).map(([name, [value]]) => [name, value!] as const);
    return browser.post(page, { ...Object.fromEntries(fields), _csrf });
  }
});

test('a record that changed in the meantime is not overwritten by a form that is shown again', async () => {
  const path = `/children/${episode.childId}/change`;
  const browser = await testApp.browse(WRITER);
  const form = formsIn((await browser.get(path)).text, path).find(({ action }) =>
    action.endsWith('/change'),
  )!;
  const typed = { ...shownValues(form), givenNames: ['Typed'] };
  await endSessions();
  const sent = await browser.sendForm(form.action, typed, path);
  const api = await testApp.as(WRITER);
  const { etag } = await api.get(`/children/${episode.childId}`);
  const changed = await api.patch(
    `/children/${episode.childId}`,
    { givenNames: 'Meanwhile' },
    { ifMatch: etag! },
  );
  expect(changed.status).toBe(200);
  const signed = await signIn(browser, WRITER, sent.location!);
  const shown = await browser.get(signed.location!);
  const again = formsIn(shown.text, path).find(({ action }) => action === form.action)!;
  expect(shownValues(again)).toMatchObject({ givenNames: ['Typed'], version: shownValues(form)['version'] });
  expect((await browser.sendForm(form.action, shownValues(again), path)).status).toBe(422);
  expect((await api.get(`/children/${episode.childId}`)).body.givenNames).toBe('Meanwhile');
});
