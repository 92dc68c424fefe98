import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { HeadsFile, LogVerifier, logKey, LogSealer } from '#libs/oversight/access-log';
import { type Config, deriveKey, signClaim, urlAs } from '#libs/platform';
import { AccessLogSealing } from '../../../apps/bridges/src/jobs/access-log-sealing.js';
import { exportLog, verifyDatabase, verifyFile } from '../../../apps/console/src/access-log.js';
import { linesOf, readKeys, verifyLog } from '../../../bin/verify-log.mjs';
import { TEST_SECRET } from '../../support/cluster.js';
import { openedEpisode } from '../../support/scenarios.js';
import { SealedLog, writeEntries } from '../../support/sealed-log.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
let log: SealedLog;
let folder: string;

beforeAll(async () => {
  testApp = await openTestApp();
  log = new SealedLog(testApp);
  folder = mkdtempSync(join(tmpdir(), 'heads-'));
}, 60_000);
afterAll(async () => {
  await log.close();
  await testApp.close();
  rmSync(folder, { recursive: true });
});

async function verdictOn(lines: readonly string[]) {
  const verifier = new LogVerifier({ keys: new Map([[log.key.id, log.key.publicKey]]) });
  for (const line of lines) await verifier.line(line);
  return verifier.verdict();
}
const counted = async (text: string, values: unknown[] = []): Promise<number> =>
  Number((await testApp.asOwner<{ count: string }>(text, values))[0]!.count);
const unsealed = () =>
  counted(
    'select count(*) from audit.entries e where not exists (select from audit.leaves l where l.entry_id = e.id)',
  );

test('entries are sealed without gaps, in order of time, and the whole log verifies', async () => {
  await openedEpisode(testApp, 'schoolTeacher');
  expect(await log.sealer.seal()).toBeGreaterThan(1);
  await openedEpisode(testApp, 'healthVisitor');
  expect(await log.sealer.seal()).toBeGreaterThan(1);
  expect(await log.sealer.seal()).toBe(0);
  expect(await unsealed()).toBe(0);
  const order = await testApp.asOwner<{ number: string; place: string }>(
    `select l.number, row_number() over (order by l.batch, e.at, e.id) - 1 as place
     from audit.leaves l join audit.entries e on e.id = l.entry_id order by l.number`,
  );
  expect(order.length).toBeGreaterThan(2);
  for (const { number, place } of order) expect(number).toBe(place);
  expect(await verdictOn(await log.lines(true))).toMatchObject({
    problems: [],
    batches: 2,
    entries: order.length,
  });
});

test('an entry committed late is sealed in the next batch, and none is skipped', async () => {
  const actor = await testApp.actor('schoolTeacher');
  const late = new pg.Client({
    connectionString: (testApp as unknown as { runtime: { options: { connectionString: string } } }).runtime
      .options.connectionString,
  });
  await late.connect();
  await late.query('begin');
  await late.query("select set_config('bridges.claim', $1, true)", [
    signClaim(deriveKey(TEST_SECRET, 'claim'), actor),
  ]);
  await late.query(
    `insert into audit.entries (id, at, practitioner_id, agency_id, role, act, subject_kind)
     values ('0190a000-0000-7000-8000-000000000001', now() - interval '1 hour', $1, $2, $3, 'read index', 'child')`,
    [actor.practitionerId, actor.agencyId, actor.role],
  );
  await writeEntries(testApp, 'healthVisitor', 3);
  expect(await log.sealer.seal()).toBe(3);
  await writeEntries(testApp, 'healthVisitor', 2);
  expect(await log.sealer.seal()).toBe(2);
  await late.query('commit');
  await late.end();
  expect(await log.sealer.seal()).toBe(1);
  expect(await unsealed()).toBe(0);
  expect(await verdictOn(await log.lines(true))).toMatchObject({ problems: [] });
});

test('eight writers and two sealers lose nothing and seal nothing twice', async () => {
  const other = new LogSealer(log.pool, log.key, 7);
  const before = await counted('select count(*) from audit.leaves');
  const writing = Array.from({ length: 8 }, async (_, n) => {
    for (let times = 0; times < 5; times++)
      await writeEntries(testApp, n % 2 ? 'schoolTeacher' : 'healthVisitor', 4);
  });
  let done = false;
  const sealing = [log.sealer, other].map(async (sealer) => {
    while (!done) await sealer.seal();
  });
  await Promise.all(writing);
  done = true;
  await Promise.all(sealing);
  await log.sealer.seal();
  expect(await unsealed()).toBe(0);
  expect((await counted('select count(*) from audit.leaves')) - before).toBe(160);
  expect(await verdictOn(await log.lines(true))).toMatchObject({ problems: [] });
}, 60_000);

test('after a restore on another server, which counts transactions anew, every entry is checked again', async () => {
  await testApp.asOwner('alter table audit.heads disable trigger reject_log_change');
  await testApp.asOwner(
    `update audit.heads set horizon = '999999999999' where batch = (select max(batch) from audit.heads)`,
  );
  await testApp.asOwner('alter table audit.heads enable trigger reject_log_change');
  await writeEntries(testApp, 'schoolTeacher', 2);
  expect(await log.sealer.seal()).toBe(2);
});

test('many entries are sealed in batches of limited size', async () => {
  await writeEntries(testApp, 'schoolTeacher', 25);
  const small = new LogSealer(log.pool, log.key, 10);
  expect(await small.seal()).toBe(25);
  const sizes = await testApp.asOwner<{ size: number }>(
    'select size from audit.heads order by batch desc limit 3',
  );
  expect(sizes.map(({ size }) => size)).toEqual([5, 10, 10]);
});

test('no role changes, deletes or empties the log: not the serving role, the sealer, the owner or the cluster’s administrator', async () => {
  for (const table of ['audit.entries', 'audit.leaves', 'audit.heads'])
    for (const statement of [
      `update ${table} set ${table === 'audit.entries' ? "act = 'x'" : 'batch = 1'}`,
      `delete from ${table}`,
      `truncate ${table} cascade`,
    ]) {
      await expect(testApp.sql('governance', statement)).rejects.toThrow('permission denied');
      await expect(log.pool.query(statement)).rejects.toThrow('permission denied');
      await expect(testApp.asOwner(statement)).rejects.toThrow('The access log cannot be changed');
      await expect(testApp.asOwner(`set role bridges_owner; ${statement}`)).rejects.toThrow(
        'The access log cannot be changed',
      );
    }
  await expect(
    testApp.asOwner(
      `set role bridges_reach; update audit.entries set reason = null, detail = '{}', salt = null`,
    ),
  ).rejects.toThrow('The access log cannot be changed');
});

test('the sealing role reads the log, adds leaves and heads, and can do nothing else', async () => {
  for (const table of [
    'public.children',
    'public.episodes',
    'public.practitioners',
    'access.signing_keys',
    'auth.accounts',
  ])
    await expect(log.pool.query(`select from ${table}`)).rejects.toThrow('permission denied');
  await expect(log.pool.query(`insert into audit.entries (id) values (gen_random_uuid())`)).rejects.toThrow(
    'permission denied',
  );
  await expect(
    testApp.sql('governance', 'insert into audit.leaves select * from audit.leaves'),
  ).rejects.toThrow('permission denied');
  await expect(
    testApp.sql('governance', 'insert into audit.heads select * from audit.heads'),
  ).rejects.toThrow('permission denied');
});

test('only information governance may read leaves and heads', async () => {
  const rows = async (persona: string) =>
    (await testApp.sql(persona, 'select number from audit.leaves limit 1')).length +
    (await testApp.sql(persona, 'select batch from audit.heads limit 1')).length;
  expect(await rows('governance')).toBe(2);
  for (const persona of ['schoolTeacher', 'coordinatorNwl', 'frontDoor', 'systemAdministrator', 'outsider'])
    expect(await rows(persona)).toBe(0);
});

test('erasing content leaves the leaf, so the proof holds; it needs a recorded reason', async () => {
  await writeEntries(testApp, 'healthVisitor', 4);
  await log.sealer.seal();
  const [entry] = await testApp.asOwner<{ id: string; hash: Buffer }>(
    `select e.id, l.hash from audit.entries e join audit.leaves l on l.entry_id = e.id where e.reason is not null
     order by e.at desc limit 1`,
  );
  const me = await testApp.actor('governance');
  await expect(testApp.sql('governance', 'select access.erase_log_content($1)', [entry!.id])).rejects.toThrow(
    'The access log cannot be changed',
  );
  const recordAndErase = (persona: string, id: string) =>
    testApp.sql(
      persona,
      `with recorded as (
         insert into audit.entries (id, at, practitioner_id, agency_id, role, act, subject_kind, subject_id, reason)
         values (gen_random_uuid(), now(), '${me.practitionerId}', '${me.agencyId}', 'governance', 'erase log content',
           'log entry', '${id}', 'Invented: asked for by the person.')) select 1`,
    );
  await expect(recordAndErase('schoolTeacher', entry!.id)).rejects.toThrow('row-level security');

  const governance = await testApp.as('governance');
  const erased = await governance.post(`/access-log/${entry!.id}/erasure`, {
    reason: 'Invented: asked for.',
  });
  expect(erased.status).toBe(200);
  const [after] = await testApp.asOwner(
    `select e.reason, e.detail, e.salt, l.hash from audit.entries e join audit.leaves l on l.entry_id = e.id where e.id = $1`,
    [entry!.id],
  );
  expect(after).toEqual({ reason: null, detail: {}, salt: null, hash: entry!.hash });
  expect((await log.lines(true)).some((line) => line.startsWith('{"content":"being erased"'))).toBe(true);
  expect(await verdictOn(await log.lines(true))).toMatchObject({ problems: [] });
  await log.sealer.seal();
  expect((await log.lines()).some((line) => line.startsWith('{"content":"erased"'))).toBe(true);
  expect(await verdictOn(await log.lines(true))).toMatchObject({ problems: [] });
});

test('heads are written to the file as they are sealed, and no longer match a database that was rewritten', async () => {
  const file = new HeadsFile(folder, log.key);
  await file.writeOut(log.sealer);
  const heads = await counted('select count(*) from audit.heads');
  const written = () => readFileSync(file.path, 'utf8').split('\n').filter(Boolean);
  expect(written()).toHaveLength(heads);
  expect(readFileSync(file.keyPath, 'utf8')).toBe(log.key.pem);
  await writeEntries(testApp, 'schoolTeacher', 1);
  await log.sealer.seal();
  // The program stops in the middle of a line.
  writeFileSync(file.path, `${readFileSync(file.path, 'utf8')}{"head":{"ba`);
  await file.writeOut(log.sealer);
  await file.writeOut(log.sealer);
  expect(written()).toHaveLength(heads + 1);
  expect(written()).toEqual((await log.lines()).filter((line) => line.startsWith('{"head"')));

  const lines = readFileSync(file.path, 'utf8').split('\n').filter(Boolean);
  const elsewhere = new HeadsFile(mkdtempSync(join(folder, 'x')), logKey('another secret of another place'));
  writeFileSync(
    elsewhere.path,
    `${lines.slice(0, -1).join('\n')}\n${lines.at(-1)!.replace(/"size":\d+/, '"size":9')}\n`,
  );
  await expect(elsewhere.writeOut(log.sealer)).rejects.toThrow('does not continue');
});

test('the console says that the log is whole, or what is wrong with which leaf, in the database and in a file', async () => {
  await writeEntries(testApp, 'schoolTeacher', 2);
  const url = urlAs(testApp.adminUrl, 'bridges_sealer', TEST_SECRET);
  const config = { secret: TEST_SECRET, dataDir: folder } as Config;
  const output: string[] = [];
  const say = (line: string) => void output.push(line);
  expect(await verifyDatabase(url, config, {}, say)).toBe(true);
  expect(output).toEqual([
    expect.stringMatching(/^\d+ entries in \d+ batches, unbroken from \S+Z to \S+Z\.$/),
    '2 entries waiting to be sealed.',
  ]);
  const out = join(folder, 'export.ndjson');
  await exportLog(url, config, { out, contents: true });
  expect(await verifyFile(out, config, {}, say)).toBe(true);
  const text = readFileSync(out, 'utf8');
  expect(text).toContain('Invented reason');
  expect(
    verifyLog(linesOf(out), {
      keys: readKeys([log.key.pem]),
      heads: linesOf(join(folder, 'log-heads.ndjson')),
    }),
  ).toMatchObject({ ok: true });
  writeFileSync(out, text.replace('Invented reason 2', 'Another reason 2'));
  output.length = 0;
  expect(await verifyFile(out, config, {}, say)).toBe(false);
  expect(output[0]).toMatch(/^Leaf \d+: what it said was changed after it was sealed$/);
  expect(output.at(-1)).toBe('The access log does not match what was sealed.');
});

test('a log whose end was cut off, in all its tables, does not match the heads file', async () => {
  const url = urlAs(testApp.adminUrl, 'bridges_sealer', TEST_SECRET);
  const config = { secret: TEST_SECRET, dataDir: folder } as Config;
  await log.sealer.seal();
  await new HeadsFile(folder, log.key).writeOut(log.sealer);
  const without = (on: string) =>
    ['entries', 'leaves', 'heads'].map((table) => `alter table audit.${table} ${on} trigger user;`).join(' ');
  const [last] = await testApp.asOwner<{ batch: string }>('select max(batch) as batch from audit.heads');
  await testApp.asOwner(`${without('disable')} set session_replication_role = replica;
    create table kept_heads as select * from audit.heads where batch = ${last!.batch};
    create table kept_leaves as select * from audit.leaves where batch = ${last!.batch};
    create table kept_entries as select * from audit.entries where id in (select entry_id from kept_leaves);
    delete from audit.entries where id in (select id from kept_entries);
    delete from audit.leaves where batch = ${last!.batch};
    delete from audit.heads where batch = ${last!.batch}; ${without('enable')}`);
  const output: string[] = [];
  expect(await verifyDatabase(url, config, {}, (line) => void output.push(line))).toBe(false);
  expect(output[0]).toBe(`Batch ${last!.batch} was written out into the file of heads, and is missing here`);
  await testApp.asOwner(`${without('disable')} set session_replication_role = replica;
    insert into audit.entries select * from kept_entries; insert into audit.heads select * from kept_heads;
    insert into audit.leaves select * from kept_leaves; drop table kept_heads, kept_leaves, kept_entries; ${without('enable')}`);
  expect(await verifyDatabase(url, config, {}, () => undefined)).toBe(true);
});

test('two programs seal new entries together, and again as they stop; each keeps every head', async () => {
  const url = urlAs(testApp.adminUrl, 'bridges_sealer', TEST_SECRET);
  const folders = [mkdtempSync(join(folder, 'one-')), mkdtempSync(join(folder, 'two-'))];
  const programs = folders.map((dataDir) => new AccessLogSealing(url, { secret: TEST_SECRET, dataDir }));
  await writeEntries(testApp, 'schoolTeacher', 3);
  for (const program of programs) program.onApplicationBootstrap();
  await Promise.all(programs.map((program) => program.seal()));
  expect(await unsealed()).toBe(0);
  await writeEntries(testApp, 'schoolTeacher', 3);
  await programs[0]!.onApplicationShutdown();
  expect(await unsealed()).toBe(0);
  await programs[1]!.onApplicationShutdown();
  const [one, other] = folders.map((dataDir) => readFileSync(join(dataDir, 'log-heads.ndjson'), 'utf8'));
  expect(one).toBe(other);
  expect(one!.split('\n')).toHaveLength((await counted('select count(*) from audit.heads')) + 1);
});

describe('changes by a database administrator are found', () => {
  const behindItsBack = async (text: string, undo: string, expected: RegExp) => {
    const free = (on: 'enable' | 'disable') =>
      `alter table audit.entries ${on} trigger user; alter table audit.leaves ${on} trigger user; alter table audit.heads ${on} trigger user;`;
    await testApp.asOwner(
      `${free('disable')} set session_replication_role = replica; ${text}; ${free('enable')}`,
    );
    const { problems } = await verdictOn(await log.lines(true));
    await testApp.asOwner(
      `${free('disable')} set session_replication_role = replica; ${undo}; ${free('enable')}`,
    );
    expect(problems.join('\n')).toMatch(expected);
    expect((await verdictOn(await log.lines(true))).problems).toEqual([]);
  };
  const ofLeaf = (number: number) => `(select entry_id from audit.leaves where number = ${number})`;

  test.each([
    [
      'who it was',
      `update audit.entries set role = role || 'x' where id = ${ofLeaf(3)}`,
      `update audit.entries set role = rtrim(role, 'x') where id = ${ofLeaf(3)}`,
      /leaf 3: its entry was changed/,
    ],
    [
      'when, by a millionth of a second',
      `update audit.entries set at = at + interval '1 microsecond' where id = ${ofLeaf(4)}`,
      `update audit.entries set at = at - interval '1 microsecond' where id = ${ofLeaf(4)}`,
      /leaf 4: its entry was changed/,
    ],
    [
      'what was said',
      `create table kept as select * from audit.entries where id = ${ofLeaf(0)}; update audit.entries set detail = '{"x": 1}' where id = ${ofLeaf(0)}`,
      'update audit.entries e set detail = k.detail from kept k where k.id = e.id; drop table kept',
      /leaf 0: what it said was changed/,
    ],
    [
      'an entry taken away',
      `create table kept as select * from audit.entries where id = ${ofLeaf(2)}; delete from audit.entries where id = ${ofLeaf(2)}`,
      'insert into audit.entries select * from kept; drop table kept',
      /leaf 2: its entry is gone/,
    ],
    [
      'a leaf and its entry taken away',
      `create table kept as select * from audit.leaves where number = 2; delete from audit.leaves where number = 2`,
      'insert into audit.leaves select * from kept; drop table kept',
      /leaf 2 should come here/,
    ],
    [
      'a head put right with what was changed',
      `create table kept as select * from audit.heads where batch = 1; update audit.heads set root = sha256('x') where batch = 1`,
      'update audit.heads h set root = k.root from kept k where k.batch = h.batch; drop table kept',
      /head of batch 1 is not signed/,
    ],
  ])('%s', async (_what, text, undo, expected) => {
    await behindItsBack(text, undo, expected);
  });

  test('content that is missing without a recorded reason', async () => {
    await behindItsBack(
      `create table kept as select * from audit.entries where id = (select e.id from audit.entries e join audit.leaves l on l.entry_id = e.id where e.reason is not null order by l.number limit 1);
       update audit.entries e set reason = null, detail = '{}', salt = null from kept k where k.id = e.id`,
      'update audit.entries e set reason = k.reason, detail = k.detail, salt = k.salt from kept k where k.id = e.id; drop table kept',
      /what it said is gone, and no entry says/,
    );
  });
});
