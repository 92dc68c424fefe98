import { readKeys, verifyLog } from '../../../bin/verify-log.mjs';
import { openedEpisode } from '../../support/scenarios.js';
import { SealedLog, writeEntries } from '../../support/sealed-log.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
let log: SealedLog;
let episodeId: string;
let otherEpisodeId: string;

beforeAll(async () => {
  testApp = await openTestApp();
  log = new SealedLog(testApp, 12);
  ({ episodeId } = await openedEpisode(testApp, 'schoolTeacher'));
  ({ episodeId: otherEpisodeId } = await openedEpisode(testApp, 'healthVisitor'));
  await log.sealer.seal();
}, 60_000);
afterAll(async () => {
  await log.close();
  await testApp.close();
});

const governance = () => testApp.as('governance');
interface Item {
  readonly id: string;
  readonly at: string;
  readonly act: string;
  readonly practitioner: { id: string; name: string };
  readonly episodeId: string | null;
  readonly leaf: number | null;
  readonly reason: string | null;
  readonly content: string | null;
}
async function entriesMatching(query: string): Promise<Item[]> {
  const answer = await (await governance()).get(`/access-log${query}`);
  expect(answer.status).toBe(200);
  return answer.body.items as Item[];
}

test('governance finds acts by practitioner, episode, date and kind', async () => {
  const teacher = await testApp.actor('schoolTeacher');
  const all = await entriesMatching('');
  expect(new Set(all.map(({ practitioner }) => practitioner.name)).size).toBeGreaterThan(1);
  expect(all.map(({ at }) => at)).toEqual(
    all
      .map(({ at }) => at)
      .sort()
      .reverse(),
  );

  const entries = await entriesMatching(`?practitionerId=${teacher.practitionerId}`);
  expect(entries.length).toBeGreaterThan(1);
  for (const { practitioner } of entries) expect(practitioner.name).toBe(teacher.name);

  const of = await entriesMatching(`?episodeId=${episodeId}`);
  expect(of.map(({ act }) => act)).toContain('open episode');
  for (const entry of of) expect(entry.episodeId).toBe(episodeId);

  const opened = await entriesMatching('?act=open ep');
  expect(opened).toHaveLength(2);
  const today = opened[0]!.at.slice(0, 10);
  expect(await entriesMatching(`?act=open&from=${today}&to=${today}`)).toHaveLength(2);
  expect(await entriesMatching('?to=2020-01-01')).toEqual([]);
  expect(await entriesMatching('?from=2099-01-01')).toEqual([]);
  expect(await entriesMatching(`?episodeId=${teacher.practitionerId}`)).toEqual([]);
});

test('acts apart from any episode are listed too: searches, new children, reading the log', async () => {
  const teacher = await testApp.as('schoolTeacher');
  expect((await teacher.get('/children?name=Nonesuch%20Invented&reason=Invented')).status).toBe(200);
  const apart = (await entriesMatching('')).filter((entry) => entry.episodeId === null).map(({ act }) => act);
  expect(apart).toEqual(expect.arrayContaining(['search children', 'record child', 'read access log']));
});

test('a long log comes in pages, with each entry once', async () => {
  await writeEntries(testApp, 'healthVisitor', 120, 'read invented thing');
  const seen: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const { body } = await (
      await governance()
    ).get(`/access-log?act=read invented&cursor=${encodeURIComponent(cursor)}`);
    seen.push(...(body.items as Item[]).map(({ id }) => id));
    cursor = body.next as string | null;
  }
  expect(seen).toHaveLength(120);
  expect(new Set(seen).size).toBe(120);
  await log.sealer.seal();
});

test('an invalid search has its error beside the field', async () => {
  for (const [query, field] of [
    ['practitionerId=x', 'practitionerId'],
    ['episodeId=7', 'episodeId'],
    ['from=2026-02-30', 'from'],
    ['from=2026-03-04&to=2026-03-03', 'to'],
    ['cursor=x', 'cursor'],
  ] as const) {
    const answer = await (await governance()).get(`/access-log?${query}`);
    expect([answer.status, answer.body.errors?.[0]?.field]).toEqual([422, field]);
  }
});

test('any text typed into the search gets an answer in words', async () => {
  const browser = await testApp.browse('governance');
  for (const junk of [
    '%00',
    '%ED%A0%80',
    "'%3B%20drop%20table%20audit.entries%3B--",
    '%25',
    '\\',
    'x'.repeat(3000),
  ])
    for (const field of ['practitioner', 'act', 'episodeId', 'from', 'to', 'cursor', 'practitionerId']) {
      const page = await browser.get(`/log?${field}=${junk}`);
      expect({ junk, field, failed: page.status >= 500 }).toEqual({ junk, field, failed: false });
      const answer = await (await governance()).get(`/access-log?${field}=${junk}`);
      expect({ junk, field, failed: answer.status >= 500 }).toEqual({ junk, field, failed: false });
    }
}, 120_000);

test('only governance may read, export or erase; a refusal does not say what the log holds', async () => {
  const [entry] = await entriesMatching(`?episodeId=${episodeId}`);
  for (const persona of [
    'schoolTeacher',
    'schoolManager',
    'coordinatorNwl',
    'frontDoor',
    'systemAdministrator',
    'agencyAdministrator',
    'outsider',
  ]) {
    const client = await testApp.as(persona);
    for (const path of ['', '/heads', '/export', `/${entry!.id}`]) {
      const answer = await client.get(`/access-log${path}`);
      expect({ persona, path, status: answer.status }).toEqual({ persona, path, status: 403 });
    }
    expect((await client.post(`/access-log/${entry!.id}/erasure`, { reason: 'Invented.' })).status).toBe(403);
  }
});

test('governance of another authority finds neither the entries nor the episodes; its export holds them as hashes', async () => {
  const { practitionerId, agencyId } = await testApp.actor('governance');
  const elsewhere = '0190a000-0000-7000-8000-0000000000aa';
  const agency = '0190a000-0000-7000-8000-0000000000ab';
  await testApp.asOwner('insert into authorities (id, name, gss_code) values ($1, $2, $2)', [
    elsewhere,
    'Invented elsewhere',
  ]);
  await testApp.asOwner(
    "insert into agencies (id, authority_id, name, kind) values ($1, $2, 'Invented council elsewhere', 'childrens_services')",
    [agency, elsewhere],
  );
  await testApp.asOwner('update posts set agency_id = $1 where practitioner_id = $2', [
    agency,
    practitionerId,
  ]);
  try {
    const browser = await testApp.browse('governance');
    const page = await browser.get('/log');
    expect(page.text).not.toContain('Open episode');
    const [entry] = await testApp.asOwner<{ id: string }>(
      'select id from audit.entries where episode_id = $1 limit 1',
      [episodeId],
    );
    const never = await browser.get('/log/entries/0190a000-0000-7000-8000-00000000ffff');
    const entries = await browser.get(`/log/entries/${entry!.id}`);
    expect([never.status, entries.status]).toEqual([404, 404]);
    const lines = (await browser.get('/log/export')).text.split('\n').filter(Boolean);
    const result = verifyLog(lines, { keys: readKeys([log.key.pem]) });
    expect(result).toMatchObject({ ok: true, problems: [] });
    expect(result.hidden).toBe(result.entries);
    expect(lines.join('\n')).not.toContain(episodeId);
  } finally {
    await testApp.asOwner('update posts set agency_id = $1 where practitioner_id = $2', [
      agencyId,
      practitionerId,
    ]);
  }
});

test('an export is complete, holds none of the content, and is itself in the log', async () => {
  await writeEntries(testApp, 'schoolTeacher', 30);
  await log.sealer.seal();
  const answer = await (await governance()).get('/access-log/export');
  expect(answer.status).toBe(200);
  expect(answer.headers['content-type']).toContain('application/x-ndjson');
  const lines = answer.text.split('\n').filter(Boolean);
  expect(verifyLog(lines, { keys: readKeys([log.key.pem]) })).toMatchObject({
    ok: true,
    problems: [],
    // Governance signed in and acted above in the name of another authority.
    hidden: 3,
  });
  expect(lines.filter((line) => line.includes('"kind":"head"')).length).toBeGreaterThan(5);
  expect(answer.text).not.toContain('Invented');
  expect(answer.text).toContain(otherEpisodeId);
  expect((await entriesMatching('?act=export access log')).length).toBeGreaterThan(0);
});

test('the export reports an entry that the database has lost', async () => {
  const [lost] = await testApp.asOwner<{ id: string; number: string }>(
    'select e.id, l.number from audit.entries e join audit.leaves l on l.entry_id = e.id where e.episode_id = $1 limit 1',
    [episodeId],
  );
  await testApp.asOwner(
    `create table kept as select * from audit.entries where id = '${lost!.id}';
     alter table audit.entries disable trigger user; set session_replication_role = replica;
     delete from audit.entries where id = '${lost!.id}'`,
  );
  const { text } = await (await governance()).get('/access-log/export');
  expect(verifyLog(text.split('\n').filter(Boolean), { keys: readKeys([log.key.pem]) }).problems).toEqual([
    `leaf ${lost!.number}: its entry was gone from the database when this was exported`,
  ]);
  await testApp.asOwner(
    `insert into audit.entries select * from kept; drop table kept; alter table audit.entries enable trigger user`,
  );
});

test('the heads come with the key that verifies them', async () => {
  const { body } = await (await governance()).get('/access-log/heads');
  expect(body.publicKey).toBe(log.key.pem);
  expect(body.fingerprint).toBe(log.key.id);
  expect(body.items.map(({ head }: { head: { batch: number } }) => head.batch)).toEqual(
    body.items.map((_item: object, n: number) => n + 1),
  );
  expect(body.next).toBeNull();
  const last = body.items.at(-1).head;
  expect(body.sealed).toBe(last.firstLeaf + last.size);
  const later = await (await governance()).get(`/access-log/heads?cursor=${last.batch - 1}`);
  expect(later.body.items).toHaveLength(1);
});

test('content of a sealed entry is erased once, with a reason', async () => {
  await writeEntries(testApp, 'schoolTeacher', 2, 'read to be erased');
  const loggedSearch = async () =>
    (await entriesMatching('?act=read to be erased')).find(({ reason }) => reason !== null)!;
  const client = await governance();
  const { id } = await loggedSearch();
  expect((await client.post(`/access-log/${id}/erasure`, { reason: 'Invented: early.' })).status).toBe(409);
  await log.sealer.seal();
  expect((await client.post(`/access-log/${id}/erasure`, { reason: ' ' })).status).toBe(422);
  const erased = await client.post(`/access-log/${id}/erasure`, {
    reason: 'Invented: asked for by the person.',
  });
  expect([erased.status, erased.body.reason, erased.body.erased]).toEqual([200, null, true]);
  expect((await client.post(`/access-log/${id}/erasure`, { reason: 'Invented: again.' })).status).toBe(409);
  const [record] = await entriesMatching('?act=erase log content');
  expect(record!.reason).toBe('Invented: asked for by the person.');
  const silent = (await entriesMatching('?act=read to be erased')).find(({ content }) => content === null)!;
  expect((await client.post(`/access-log/${silent.id}/erasure`, { reason: 'Invented.' })).status).toBe(409);
  expect(
    (await client.post('/access-log/0190a000-0000-7000-8000-00000000ffff/erasure', { reason: 'x' })).status,
  ).toBe(404);
});

test('an information governance lead sees nothing about their own family in the log', async () => {
  const { childId, episodeId: own } = await openedEpisode(testApp, 'schoolTeacher');
  const before = await testApp.sql('governance', 'select from audit.entries where child_id = $1', [childId]);
  expect(before.length).toBeGreaterThan(0);
  const me = await testApp.actor('governance');
  await testApp.asOwner(
    `insert into declared_relatives (practitioner_id, child_id, relationship, declared_at) values ($1, $2, 'aunt_or_uncle', now())`,
    [me.practitionerId, childId],
  );
  expect(await testApp.sql('governance', 'select from audit.entries where child_id = $1', [childId])).toEqual(
    [],
  );
  expect(await entriesMatching(`?episodeId=${own}`)).toEqual([]);
});
