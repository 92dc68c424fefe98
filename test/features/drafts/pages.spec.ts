import { Browser } from '../../support/browser.js';
import { chronologyNote, openChronology, WRITER } from '../../support/chronology-writing.js';
import { type Fields, formsIn, type HtmlForm, shownValues, typedValues } from '../../support/forms.js';
import { atStatus, openedEpisode, type Scenario } from '../../support/scenarios.js';
import { type TestApp, usernameOf } from '../../support/test-app.js';

const TYPED = 'Wren says: “it’s louder at Dad’s” <3\r\n& then some';

/** What people paste, and what breaks programs. */
const NAUGHTY = [
  ...['</textarea><script>alert(1)</script>', "'; drop table drafts; --", '{{ 7 * 7 }} {% raw %} ${x} $& $1'],
  ...['আয়েশা বেগম', 'عائشة بنت محمد', '王小明', 'Юлия', 'Şule Öztürk', 'e\u0301 ﬁ', '👩‍👧‍👦 🏴󠁧󠁢󠁷󠁬󠁳󠁿'],
  ...[
    '\u202ereversed\u202c',
    '\u200b\u2066\u2069',
    'T͑͑o͑͑o͑͑',
    '"&amp;&lt;\'`',
    '  spaces  ',
    'null',
    '%00%0a',
    '../../x',
  ],
];

let testApp: TestApp;
let episode: Scenario;
let page: string;

beforeAll(async () => {
  ({ testApp, episode, page } = await openChronology());
}, 60_000);
afterAll(() => testApp.close());
beforeEach(() => testApp.asOwner('delete from drafts'));

const note = (what = TYPED): Fields => chronologyNote(what);
const count = async (table: string): Promise<number> =>
  (await testApp.asOwner<{ n: number }>(`select count(*)::int as n from ${table}`))[0]!.n;
const formOn = (text: string, action = page): HtmlForm =>
  formsIn(text, page).find((one) => one.action === action)!;
/** The address that a browser arrives at. */
async function arrived(browser: Browser, path: string) {
  const first = await browser.get(path);
  return first.status === 303 ? browser.get(first.location!) : first;
}
/** Types into the form of a page, and saves it for later with its button. */
async function saved(
  browser: Browser,
  fields: Fields,
  { at = page, action = at }: { at?: string; action?: string } = {},
) {
  const { text } = await arrived(browser, at);
  const form = formOn(text, action);
  return browser.sendForm('/drafts', { ...shownValues(form), ...fields, _form: [action] }, at);
}

describe('a draft', () => {
  it('is saved without script, offered on the home page, and filled in where it was typed', async () => {
    const browser = await testApp.browse(WRITER);
    const answer = await saved(browser, { ...note(), 'happenedOn-day': [''] });
    expect([answer.status, answer.location]).toEqual([303, '/']);
    const home = await browser.get('/');
    expect(home.text).toContain('What you typed is saved.');
    expect(home.text).toContain('Unfinished forms (1)');
    const [, link, name] = /<a class="govuk-link" href="([^"]+\?draft=[^"]+)">([^<]+)</.exec(home.text)!;
    expect(name).toMatch(/^Note for the chronology: \w/);
    expect(link).toMatch(new RegExp(`^${page}\\?draft=[0-9a-f-]{36}$`));
    for (const address of [link!, page]) {
      const { status, text } = await arrived(browser, address);
      expect(status).toBe(200);
      expect(text).toMatch(/You have unsaved changes from \d+ \w+ \d{4}/);
      expect(text).not.toMatch(/There is a problem|govuk-error-message/);
      expect(typedValues(formOn(text))).toEqual({ ...note(), 'happenedOn-day': [''] });
      // In sight, although its form is folded up on the usual page.
      expect(text).not.toMatch(/<details class="govuk-details">\s*<summary[^>]*><span[^>]*>Add a note/);
    }
    expect(await count('chronology_notes')).toBe(0);
  });

  it('is saved by the script, which stays on the page, and keeps one draft however often', async () => {
    const browser = await testApp.browse(WRITER);
    const { text } = await browser.get(page);
    let place = shownValues(formOn(text))['_draft']![0]!;
    for (const what of ['Wren', 'Wren slept', 'Wren']) {
      const answer = await browser.sendQuietly('/drafts', { ...note(what), _draft: [place], _form: [page] });
      expect([answer.status, answer.headers['content-type']]).toEqual([
        200,
        'application/json; charset=utf-8',
      ]);
      const kept = JSON.parse(answer.text) as { draft: string; at: string };
      expect(kept.at).toMatch(/^\d{1,2}(:\d\d)?(am|pm)$|midday|midnight/);
      place = kept.draft;
    }
    expect(place).toMatch(/^[0-9a-f-]{36} 3 \//);
    expect(await testApp.asOwner('select revision from drafts')).toEqual([{ revision: 3 }]);
    expect(typedValues(formOn((await arrived(browser, page)).text))).toEqual(note('Wren'));
  });

  it('is gone when the form is sent, and does not come back with a save that arrives late', async () => {
    const browser = await testApp.browse(WRITER);
    await saved(browser, note());
    const { text } = await arrived(browser, page);
    const sent = await browser.sendForm(page, shownValues(formOn(text)), page);
    expect([sent.status, await count('drafts'), await count('chronology_notes')]).toEqual([303, 0, 1]);
    const late = await browser.sendQuietly('/drafts', { ...shownValues(formOn(text)), _form: [page] });
    expect([late.status, await count('drafts')]).toEqual([200, 0]);
    // So may one with an older text; what is typed into the same copy of the form later is kept.
    const older = { ...shownValues(formOn(text)), what: ['Wren says'], _form: [page] };
    const early = await browser.sendQuietly('/drafts', older);
    expect([JSON.parse(early.text), await count('drafts')]).toMatchObject([{ draft: null }, 0]);
    await testApp.asOwner("update idempotent_answers set answered_at = answered_at - interval '11 seconds'");
    await browser.sendQuietly('/drafts', older);
    expect(await count('drafts')).toBe(1);
    await testApp.asOwner('delete from drafts');
    expect((await browser.get('/')).text).not.toContain('Unfinished forms');
    await testApp.asOwner('delete from chronology_notes');
  });

  it('that was saved for later after the session ended is shown after signing in; the script’s save keeps nothing', async () => {
    const browser = await testApp.browse(WRITER);
    const opened = (await browser.get(page)).text;
    const form = formOn(opened);
    const [, token] = /name="_csrf" value="([^"]+)"/.exec(opened)!;
    await testApp.asOwner("update auth.sessions set expire = now() - interval '1 second'");
    const fields = { ...shownValues(form), ...note(), _form: [page] };
    const quiet = await browser.sendQuietly('/drafts', fields);
    expect([quiet.status, await count('auth.kept_forms')]).toEqual([303, 0]);
    const sent = await browser.sendForm('/drafts', fields, page);
    const next = new URL(sent.location!, 'http://x').searchParams.get('next')!;
    expect(next).toMatch(new RegExp(`^${page}\\?kept=`));
    const credentials = { username: usernameOf(WRITER), password: 'bridges-demo', next };
    const signedIn = await browser.submit('/sign-in', credentials, sent.location);
    const shown = await browser.get(signedIn.location!);
    expect(typedValues(formOn(shown.text))).toEqual(note());
    // With a token of the session before, in another tab.
    const single = Object.fromEntries(Object.entries(fields).map(([name, [value]]) => [name, value!]));
    const old = await browser.post('/drafts', { ...single, _csrf: token! });
    expect([old.status, typedValues(formOn(old.text))]).toEqual([200, note()]);
    expect(await count('drafts')).toBe(0);
  });

  it('stays while the form has an error, and keeps its place through it', async () => {
    const browser = await testApp.browse(WRITER);
    await saved(browser, { ...note(), 'happenedOn-day': ['31'], 'happenedOn-month': ['2'] });
    const { text } = await arrived(browser, page);
    const refused = await browser.sendForm(page, shownValues(formOn(text)), page);
    expect([refused.status, await count('drafts')]).toEqual([422, 1]);
    expect(shownValues(formOn(refused.text))['_draft']).toEqual(shownValues(formOn(text))['_draft']);
    const right = { ...shownValues(formOn(refused.text)), ...note('Put right') };
    expect([(await browser.sendForm(page, right, page)).status, await count('drafts')]).toEqual([303, 0]);
    await testApp.asOwner('delete from chronology_notes');
  });

  it('of two tabs is kept twice, and each tells of the other', async () => {
    const browser = await testApp.browse(WRITER);
    const [one, two] = [formOn((await browser.get(page)).text), formOn((await browser.get(page)).text)];
    for (const [form, what] of [
      [one, 'In the first tab'],
      [two, 'In the second tab'],
    ] as const)
      await browser.sendForm('/drafts', { ...shownValues(form), ...note(what), _form: [page] }, page);
    expect(await count('drafts')).toBe(2);
    const shown = await arrived(browser, page);
    expect(typedValues(formOn(shown.text))['what']).toEqual(['In the second tab']);
    const [, other] = /You also have <a class="govuk-link" href="([^"]+)"/.exec(shown.text)!;
    expect(typedValues(formOn((await browser.get(other!)).text))['what']).toEqual(['In the first tab']);
  });

  it('that two tabs have opened is not overwritten by the one that saw the older text', async () => {
    const browser = await testApp.browse(WRITER);
    await saved(browser, note('At first'));
    const [one, two] = [await arrived(browser, page), await arrived(browser, page)].map(({ text }) =>
      formOn(text),
    );
    for (const [form, what] of [
      [one!, 'First tab'],
      [two!, 'Second tab'],
    ] as const)
      await browser.sendForm('/drafts', { ...shownValues(form), ...note(what), _form: [page] }, page);
    const home = await browser.get('/');
    const links = [...home.text.matchAll(/href="([^"]+\?draft=[^"]+)"/g)].map(([, href]) => href!);
    const texts: string[] = [];
    for (const href of links) texts.push(typedValues(formOn((await browser.get(href)).text))['what']![0]!);
    expect(texts.sort()).toEqual(['First tab', 'Second tab']);
  });

  it('is read and discarded on a page of its own', async () => {
    const browser = await testApp.browse(WRITER);
    await saved(browser, note());
    const [{ id }] = (await testApp.asOwner<{ id: string }>('select id from drafts')) as [{ id: string }];
    const shown = await browser.get(`/drafts/${id}`);
    expect(shown.text).toContain('Wren says: “it’s louder at Dad’s” &lt;3');
    expect(shown.text).not.toContain('other');
    const gone = await browser.submit(`/drafts/${id}/discarding`, {}, `/drafts/${id}`);
    expect([gone.status, gone.location, await count('drafts')]).toEqual([303, '/', 0]);
    expect((await browser.get(`/drafts/${id}`)).status).toBe(404);
    expect((await browser.get(page)).status).toBe(200);
  });

  it('is shown to no one else: not to a colleague of the episode, a manager, governance or an administrator', async () => {
    const browser = await testApp.browse(WRITER);
    await saved(browser, note());
    const [{ id }] = (await testApp.asOwner<{ id: string }>('select id from drafts')) as [{ id: string }];
    for (const persona of [
      'schoolTeacher',
      'coordinatorNwl',
      'governance',
      'agencyAdministrator',
      'systemAdministrator',
    ]) {
      const other = await testApp.browse(persona);
      expect((await other.get(`/drafts/${id}`)).status).toBe(404);
      expect((await other.submit(`/drafts/${id}/discarding`, {}, '/')).status).toBe(404);
      const there = await arrived(other, `${page}?draft=${id}`);
      expect(there.text).not.toMatch(/louder|unsaved changes/);
      expect((await other.get('/')).text).not.toMatch(/Unfinished forms/);
    }
    expect(await count('drafts')).toBe(1);
  });

  it('is not kept about a family that the person may not write about, as if it did not exist', async () => {
    const outsider = await testApp.browse('schoolTeacher');
    await outsider.get('/help');
    const place = `${crypto.randomUUID()} 0 `;
    const nowhere = `/episodes/${crypto.randomUUID()}/chronology`;
    const answers = [];
    for (const form of [page, nowhere])
      answers.push(
        await outsider.sendQuietly('/drafts', { ...note(), _draft: [place + form], _form: [form] }),
      );
    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
    expect(await count('drafts')).toBe(0);
  });

  it('is kept only of forms that the program knows, on their own pages', async () => {
    const browser = await testApp.browse(WRITER);
    await browser.get('/help');
    for (const [form, on] of [
      ['/sign-in', '/sign-in'],
      ['/password', '/password'],
      [page, '/elsewhere'],
      ['//elsewhere.example/', page],
      [`${page}/../../x`, page],
    ] as const) {
      const answer = await browser.sendQuietly('/drafts', {
        ...note(),
        ...{ _draft: [`${crypto.randomUUID()} 0 ${on}`], _form: [form] },
      });
      expect([form, answer.status]).toEqual([form, 404]);
    }
    for (const field of [
      '',
      'x 0 /',
      `${crypto.randomUUID()} -1 ${page}`,
      `${crypto.randomUUID()} 0 ${page}#x`,
    ])
      expect(
        (await browser.sendQuietly('/drafts', { ...note(), _draft: [field], _form: [page] })).status,
      ).toBe(404);
    expect(await count('drafts')).toBe(0);
  });

  it('keeps 50,000 characters and every naughty string as typed, and says what is too long', async () => {
    const browser = await testApp.browse(WRITER);
    const long = 'Wren ’ß漢'.repeat(6_250);
    for (const what of [long, NAUGHTY.join('\r\n')]) {
      await testApp.asOwner('delete from drafts');
      await saved(browser, note(what));
      expect(typedValues(formOn((await arrived(browser, page)).text))['what']).toEqual([what]);
    }
    const tooLong = await saved(browser, note('a'.repeat(500_000)));
    expect([tooLong.status, tooLong.text]).toEqual([
      422,
      expect.stringContaining('too long to be saved as a draft'),
    ]);
  });

  it('is one of 50 at most, and the next is refused in words', async () => {
    const browser = await testApp.browse(WRITER);
    const { text } = await browser.get(page);
    const form = formOn(text);
    await saved(browser, note());
    await testApp.asOwner(
      `insert into drafts (id, practitioner_id, post_id, form, page, permission, episode_id, content, revision, saved_at)
       select gen_random_uuid(), practitioner_id, post_id, form, '/x', permission, episode_id, content, 1, saved_at
       from drafts, generate_series(1, 49)`,
    );
    const more = await browser.sendForm('/drafts', { ...shownValues(form), ...note(), _form: [page] }, page);
    expect([more.status, more.text]).toEqual([409, expect.stringContaining('You have 50 unfinished forms.')]);
    expect(await count('drafts')).toBe(50);
  });
});

describe('a draft of a record that someone else has changed since', () => {
  it('is shown with what they wrote, and is saved over it knowingly', async () => {
    const { episodeId } = await openedEpisode(testApp, WRITER);
    await atStatus(testApp, episodeId, 'registered');
    const api = await testApp.as(WRITER);
    expect((await api.post(`/episodes/${episodeId}/assessment`)).status).toBeLessThan(300);
    const at = `/episodes/${episodeId}/assessment/elements/A1a`;
    const browser = await testApp.browse(WRITER);
    const first = formOn((await browser.get(at)).text, at);
    const typed = { ...shownValues(first), strengths: ['Mine'] };
    await browser.sendForm(at, { ...typed, strengths: ['Theirs'], _draft: [''] }, at);
    await browser.sendForm('/drafts', { ...typed, _form: [at] }, at);
    const shown = await arrived(browser, at);
    expect(shown.text).toContain('Someone else saved this after you opened it.');
    expect(shown.text).toMatch(/ saved<\/p>[^]*Theirs[^]*You typed<\/p>[^]*Mine[^]*Mine<\/textarea>/);
    const merged = { ...shownValues(formOn(shown.text, at)), strengths: ['Theirs and mine'] };
    expect((await browser.sendForm(at, merged, at)).status).toBe(303);
    expect(await count('drafts')).toBe(0);
    expect((await browser.get(at)).text).toContain('Theirs and mine');
  });

  it('is read on its own page where the form no longer takes it', async () => {
    const browser = await testApp.browse(WRITER);
    await saved(browser, note());
    const nowhere = `/episodes/${episode.episodeId}/assessment/elements/none`;
    await testApp.asOwner('update drafts set form = $1, page = $1', [nowhere]);
    const [{ id }] = (await testApp.asOwner<{ id: string }>('select id from drafts')) as [{ id: string }];
    const shown = await browser.get(nowhere);
    expect(shown.location).toBe(`${nowhere}?draft=${id}`);
    expect((await browser.get(shown.location!)).location).toBe(`/drafts/${id}`);
    expect((await browser.get(`/drafts/${id}`)).text).toContain('louder');
  });
});
