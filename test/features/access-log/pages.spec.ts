import { readKeys, verifyLog } from '../../../bin/verify-log.mjs';
import { openedEpisode } from '../../support/scenarios.js';
import { SealedLog, writeEntries } from '../../support/sealed-log.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
let log: SealedLog;
let episodeId: string;

beforeAll(async () => {
  testApp = await openTestApp();
  log = new SealedLog(testApp);
  ({ episodeId } = await openedEpisode(testApp, 'schoolTeacher'));
}, 60_000);
afterAll(async () => {
  await log.close();
  await testApp.close();
});

const main = (text: string): string => text.slice(text.indexOf('<main'));

test('governance opens the log from home, and reads whether it is intact', async () => {
  const browser = await testApp.browse('governance');
  expect((await browser.get('/')).text).toContain('href="/log"');
  const before = main((await browser.get('/log')).text);
  expect(before).toContain('None yet');
  expect(before).toContain('Waiting to be sealed');
  await log.sealer.seal();
  const after = main((await browser.get('/log')).text);
  expect(after).toMatch(/\d+ in 1 batch, the last on/);
  expect(after).toContain(log.key.id.match(/.{4}/g)!.join(' '));
  expect(after).toContain('Leaf 0');
});

test('a name, an episode and dates narrow it; an invalid date has its error beside the field, with the typed text', async () => {
  const browser = await testApp.browse('governance');
  const { name } = await testApp.actor('schoolTeacher');
  const byName = main((await browser.get(`/log?practitioner=${encodeURIComponent(name.slice(1, -1))}`)).text);
  expect(byName).toContain(name);
  expect(byName).not.toContain((await testApp.actor('governance')).name);
  expect(main((await browser.get(`/log?episodeId=${episodeId}&act=open`)).text)).toContain('Open episode');
  const noMatch = main((await browser.get('/log?practitioner=Unknown-name')).text);
  expect(noMatch).toContain('No entries you can see match this search.');
  const wrong = await browser.get('/log?from=2026-02-30&act=read');
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('From must be a real date');
  expect(wrong.text).toContain('value="read"');
});

test('the download is the complete log', async () => {
  const browser = await testApp.browse('governance');
  const { text, headers } = await browser.get('/log/export');
  expect(headers['content-disposition']).toContain('access-log.ndjson');
  expect(verifyLog(text.split('\n').filter(Boolean), { keys: readKeys([log.key.pem]) })).toMatchObject({
    ok: true,
  });
});

test('content is erased on the page of its entry, with a reason; the entry stays', async () => {
  await writeEntries(testApp, 'schoolTeacher', 2, 'read something said');
  await log.sealer.seal();
  const [entry] = await testApp.asOwner<{ id: string; reason: string }>(
    "select id, reason from audit.entries where act = 'read something said' and reason is not null",
  );
  const browser = await testApp.browse('governance');
  const path = `/log/entries/${entry!.id}`;
  expect((await browser.get(path)).text).toContain(entry!.reason);
  const without = await browser.submit(`${path}/erasure`, { reason: '' }, path);
  expect(without.status).toBe(422);
  expect(without.text).toContain('Enter why it needs to be erased');
  const erased = await browser.submit(`${path}/erasure`, { reason: 'Invented: asked for.' }, path);
  expect([erased.status, erased.location]).toEqual([303, path]);
  const after = await browser.get(path);
  expect(after.text).toContain('have been erased');
  expect(after.text).not.toContain(entry!.reason);
  expect(after.text).not.toContain('Erase permanently');
});

test('these pages are closed to every other role, and their home does not mention them', async () => {
  for (const persona of ['schoolTeacher', 'coordinatorNwl', 'frontDoor', 'systemAdministrator']) {
    const browser = await testApp.browse(persona);
    expect((await browser.get('/')).text).not.toContain('href="/log"');
    for (const path of ['/log', '/log/export', '/log/entries/0190a000-0000-7000-8000-00000000ffff'])
      expect((await browser.get(path)).status).toBe(403);
  }
});
