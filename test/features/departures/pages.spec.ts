import { openedEpisode } from '../../support/scenarios.js';
import type { Browser } from '../../support/browser.js';
import { statementsDuring } from '../../support/statements.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 120_000);
afterAll(() => testApp.close());

/** Sends a form of the page at `from` with its hidden fields, and follows the answer. */
async function send(browser: Browser, from: string, path: string, fields: Record<string, string> = {}) {
  const { text } = await browser.get(from);
  const form = new RegExp(`<form[^>]*action="${path}"[^]*?</form>`).exec(text)?.[0] ?? '';
  const hidden = [...form.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(
    ([, name, value]) => [name, value],
  );
  const answer = await browser.submit(
    path,
    { ...Object.fromEntries(hidden.filter(([name]) => name !== '_csrf')), ...fields },
    from,
  );
  return answer.status === 303 ? browser.get(answer.location!) : answer;
}

it('a health visitor is asked to leave, is refused, is handed over by their manager and leaves; a mistake is undone', async () => {
  const { episodeId } = await openedEpisode(testApp, 'healthVisitor');
  const { practitionerId, name } = await testApp.actor('healthVisitor');
  const administrator = await testApp.browse('agencyAdministrator');
  const path = `/people/${practitionerId}/leaving`;
  const before = await administrator.get(path);
  expect(before.status).toBe(200);
  expect(before.text).toContain(`Before ${name} leaves`);
  expect(before.text).toContain('The only person responsible for a family: <strong>1</strong>');
  expect(before.text).not.toContain(episodeId);
  const refused = await send(administrator, path, path);
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('the only one responsible for 1 family');
  const asked = await send(administrator, path, `${path}/hand-over-requests`);
  expect(asked.text).toContain('has been asked to hand over');

  const manager = await testApp.browse('healthManager');
  const told = await testApp.asOwner<{ href: string }>(
    "select href from messages where subject = 'Hand over a colleague’s work'",
  );
  expect(told).toEqual([{ href: `/hand-overs/${practitionerId}` }]);
  const page = await manager.get(`/hand-overs/${practitionerId}`);
  expect(page.text).toContain('Opened or assesses an episode');
  expect(page.text).toContain('No one else is responsible for this family.');
  const [row] = await testApp.asOwner<{ id: string }>('select id from authorships where episode_id = $1', [
    episodeId,
  ]);
  const { practitionerId: nurse } = await testApp.actor('schoolNurse');
  const work = { kind: 'author', work: row!.id };
  const unselected = await manager.submit(`/hand-overs/${practitionerId}`, work);
  expect([unselected.status, unselected.text.includes('Select the person who takes it over')]).toEqual([
    422,
    true,
  ]);
  const given = await send(manager, `/hand-overs/${practitionerId}`, `/hand-overs/${practitionerId}`, {
    [`successor-${row!.id}`]: nurse,
  });
  expect(given.text).toContain('has no work to hand over');

  const left = await send(administrator, path, path);
  expect(left.text).toContain('has been marked as left');
  expect(left.text).toContain('Left in the last 14 days');
  const back = await send(administrator, '/people', `${path}/undoing`);
  expect(back.text).toContain('They have their posts again');
  expect(back.text).toContain('Ended');
});

it('what a colleague does is read with as many statements for three families as for one, and each reading is logged', async () => {
  const { practitionerId } = await testApp.actor('schoolTeacher');
  const assistant = (await testApp.actor('castleRockAssistant')).name;
  const manager = await testApp.browse('schoolManager');
  const path = `/hand-overs/${practitionerId}`;
  const opened = async () => (await openedEpisode(testApp, 'schoolTeacher')).episodeId;
  const families = [await opened()];
  const read = async () => {
    let text = '';
    const statements = await statementsDuring(testApp, async () => (text = (await manager.get(path)).text));
    return { text, many: statements.length };
  };
  await read();
  const one = await read();
  families.push(await opened(), await opened());
  await testApp.asOwner('alter table audit.entries disable trigger user');
  await testApp.asOwner('delete from audit.entries');
  await testApp.asOwner('alter table audit.entries enable trigger user');
  const three = await read();
  expect(one.text.split(assistant)).toHaveLength(2);
  expect(three.text.split(assistant)).toHaveLength(4);
  expect(three.many).toBe(one.many);
  const logged = await testApp.asOwner<{ id: string; who: string }>(
    `select episode_id as id, practitioner_id as who from audit.entries where act = 'read hand-over'`,
  );
  const { practitionerId: who } = await testApp.actor('schoolManager');
  expect(logged.sort((a, b) => a.id.localeCompare(b.id))).toEqual(families.sort().map((id) => ({ id, who })));
});

it('a post is changed on its page, and only an administrator of the agency sees it', async () => {
  const administrator = await testApp.browse('agencyAdministrator');
  const { practitionerId, postId } = await testApp.actor('schoolNurse');
  const path = `/people/${practitionerId}/posts/${postId}`;
  const form = await administrator.get(path);
  expect(form.text).toContain('Last day in this post');
  const none = await send(administrator, path, path, { role: 'practitioner', teamId: '', localityId: '' });
  expect(none.status).toBe(200);
  expect(none.text).toContain('post has been changed');
  const again = await administrator.submit(path, { role: 'manager', version: '1' });
  expect([again.status, again.text.includes('This post has ended')]).toEqual([422, true]);
  const own = await testApp.actor('agencyAdministrator');
  const ownPath = `/people/${own.practitionerId}/posts/${own.postId}`;
  const ownForm = (await administrator.get(ownPath)).text;
  expect(ownForm).toContain('This is your own post: enter a later day');
  expect(form.text).not.toContain('This is your own post');
  const [, locality] = /<option value="([0-9a-f-]{36})"[^>]*>North West/.exec(ownForm)!;
  const now = await send(administrator, ownPath, ownPath, {
    ...{ role: 'agency_administrator', teamId: '', localityId: locality! },
  });
  expect([now.status, now.text.includes('You cannot change your own post from today')]).toEqual([422, true]);
  expect(now.text).toMatch(new RegExp(`<option value="${locality}" selected`));
  const teacher = await testApp.browse('schoolTeacher');
  for (const closed of [path, `/people/${practitionerId}/leaving`, '/people/confirmation'])
    expect([closed, (await teacher.get(closed)).status]).toEqual([closed, 403]);
});

it('people and roles are confirmed on one page', async () => {
  const administrator = await testApp.browse('agencyAdministrator');
  const confirmed = await send(administrator, '/people/confirmation', '/people/confirmation');
  expect(confirmed.text).toContain('You have confirmed your agency’s people.');
  expect(confirmed.text).toContain('Last confirmed on');
});
