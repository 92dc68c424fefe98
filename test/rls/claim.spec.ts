import { createHash } from 'node:crypto';
import pg from 'pg';
import { deriveKey, signClaim, urlAs } from '#libs/platform';
import { TEST_SECRET } from '../support/cluster.js';
import { agreedEpisode, openedEpisode } from '../support/scenarios.js';
import { openTestApp, type TestApp } from '../support/test-app.js';

let testApp: TestApp;
let peopled: string[];

beforeAll(async () => {
  testApp = await openTestApp();
  await agreedEpisode(testApp, 'healthVisitor', ['schoolTeacher', 'schoolNurse']);
  await openedEpisode(testApp, 'familySupportWorker');
  const rows = await testApp.asOwner<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname in ('public', 'audit') and c.relrowsecurity
       and has_any_column_privilege('bridges_app', c.oid, 'select')
       and c.relname not in ('agencies', 'teams', 'directory_services')
     order by 1`,
  );
  peopled = rows.map((row) => row.name);
}, 60_000);
afterAll(() => testApp.close());

const key = deriveKey(TEST_SECRET, 'claim');

async function rowsSeen(claim?: string): Promise<string[]> {
  const visibleCounts: string[] = [];
  for (const table of peopled) {
    const [row] = await testApp.sql<{ count: string }>(null, `select count(*) from ${table}`, [], claim);
    if (row!.count !== '0') visibleCounts.push(table);
  }
  return visibleCounts;
}

test('a practitioner with a valid claim sees rows, so that the tests below cannot pass for lack of any', async () => {
  const visibleCounts = await rowsSeen(signClaim(key, await testApp.actor('healthVisitor')));
  expect(visibleCounts).toEqual(
    expect.arrayContaining([
      'public.children',
      'public.child_details',
      'public.consents',
      'public.episodes',
      'public.practitioners',
      'audit.entries',
    ]),
  );
});

test('without a claim every table with a person in it is empty', async () => {
  expect(peopled.length).toBeGreaterThan(30);
  expect(await rowsSeen()).toEqual([]);
});

test('a forged, altered, expired or malformed claim yields no rows', async () => {
  const actor = await testApp.actor('healthVisitor');
  const good = signClaim(key, actor);
  const claims = {
    forged: signClaim(deriveKey('another secret', 'claim'), actor),
    'signed with a key for another purpose': signClaim(deriveKey(TEST_SECRET, 'session cookie'), actor),
    altered: good.replace(actor.practitionerId, (await testApp.actor('schoolTeacher')).practitionerId),
    promoted: good.replace('|practitioner|', '|coordinator|'),
    prolonged: good.replace(/\|(\d+)\|/, (_all, expiry: string) => `|${Number(expiry) + 3600}|`),
    expired: signClaim(key, actor, Date.now() - 61_000),
    senseless: 'x',
    empty: '',
  };
  for (const claim of Object.values(claims)) expect(await rowsSeen(claim)).toEqual([]);
});

test('an invalid claim is refused with a message; a leaver’s claim is accepted and shows nothing', async () => {
  const actor = await testApp.actor('schoolTeacher');
  const assert = (claim?: string) => testApp.sql(null, 'select access.assert_claim()', [], claim);
  await assert(signClaim(key, actor));
  // The widest tolerated difference between two clocks.
  await assert(signClaim(key, actor, Date.now() + 25_000));
  await assert(signClaim(key, actor, Date.now() - 55_000));
  for (const claim of [
    undefined,
    '',
    'x',
    signClaim(deriveKey('another secret', 'claim'), actor),
    signClaim(key, actor).replace('|practitioner|', '|coordinator|'),
    signClaim(key, actor, Date.now() - 61_000),
    signClaim(key, actor, Date.now() + 40_000),
    signClaim(key, actor, Date.now() + 3_600_000),
  ])
    await expect(assert(claim)).rejects.toMatchObject({ code: 'BR503' });
  await testApp.asOwner('update practitioners set left_at = now() where id = $1', [actor.practitionerId]);
  await assert(signClaim(key, actor));
  await testApp.asOwner('update practitioners set left_at = null where id = $1', [actor.practitionerId]);
});

test('a practitioner who left sees nothing at once, whatever session or token they still hold', async () => {
  const actor = await testApp.actor('schoolTeacher');
  const claim = signClaim(key, actor);
  expect(await rowsSeen(claim)).toContain('public.episodes');
  await testApp.asOwner('update practitioners set left_at = now() where id = $1', [actor.practitionerId]);
  expect(await rowsSeen(claim)).toEqual([]);
  await testApp.asOwner('update practitioners set left_at = null where id = $1', [actor.practitionerId]);
});

test('a claim cannot be read from the list of running statements', async () => {
  const actor = await testApp.actor('healthVisitor');
  const claim = signClaim(key, actor);
  const running = testApp.sql(null, 'select pg_sleep(0.6), count(*) from episodes', [], claim);
  await new Promise((resolve) => setTimeout(resolve, 200));
  const rows = await testApp.asOwner<{ query: string }>(
    "select query from pg_stat_activity where datname = current_database() and usename = 'bridges_app'",
  );
  expect(rows.length).toBeGreaterThan(0);
  for (const { query } of rows) expect(query).not.toContain(claim.slice(-64));
  for (const { query } of rows) expect(query).not.toContain(actor.practitionerId);
  await running;
});

test('the runtime role cannot read the signing key, accounts or sessions, nor change append-only tables', async () => {
  for (const statement of [
    'select * from access.signing_keys',
    'select * from auth.accounts',
    'select * from auth.sessions',
    'select * from auth.tokens',
    'select * from auth.kept_forms',
    'select * from auth.kept_inputs',
    'select * from auth.second_factors',
    'select * from auth.recovery_codes',
    'select * from auth.passkeys',
    'select * from auth.service_tokens',
    'select * from auth.provisioned_people',
    'select * from auth.identity_providers',
    'select * from auth.identity_links',
    'select * from access.grants',
    "insert into access.grants values (gen_random_uuid(), 'lead', gen_random_uuid(), 2, '', now(), now())",
    'delete from consents',
    "update consents set decision = 'given'",
    'delete from audit.entries',
    'update audit.entries set at = now()',
    'truncate episodes',
    'set role bridges_owner',
    'set role bridges_reach',
    'alter table episodes disable row level security',
    'select access.refresh_grants(array[]::uuid[])',
  ])
    await expect(testApp.sql('healthVisitor', statement)).rejects.toThrow(
      /permission denied|must be (owner|member)/,
    );
});

test('every table with a person in it has forced row-level security, and no serving role bypasses it', async () => {
  const open = await testApp.asOwner(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and n.nspname in ('public', 'audit') and not (c.relrowsecurity and c.relforcerowsecurity)
       and c.relname not in ('migrations', 'database_code', 'authorities', 'localities', 'levels_of_need', 'consent_purposes', 'episode_transitions', 'form_definitions')`,
  );
  expect(open).toEqual([]);
  const above = await testApp.asOwner(
    `select rolname from pg_roles where rolname like 'bridges%' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)`,
  );
  expect(above).toEqual([]);
});

describe('the claim cached by the first statement of a transaction', () => {
  /** A connection like those in the program's pool. */
  let client: pg.Client;
  let herClaim: string;
  let otherClaim: string;
  let slot: string;
  beforeAll(async () => {
    client = new pg.Client({ connectionString: urlAs(testApp.adminUrl, 'bridges_app', TEST_SECRET) });
    await client.connect();
    herClaim = signClaim(key, await testApp.actor('healthVisitor'));
    otherClaim = signClaim(key, await testApp.actor('schoolNurse'));
    [{ slot }] = (await testApp.asOwner<{ slot: string }>('select slot from access.signing_keys')) as [
      { slot: string },
    ];
  });
  afterAll(() => client.end());
  beforeEach(() => client.query('begin'));
  afterEach(() => client.query('rollback'));

  const present = (claim: string, focus: string | null = null): Promise<unknown> =>
    client.query('select access.present_claim($1, $2)', [claim, focus]);
  const useClaim = (claim: string): Promise<unknown> =>
    client.query("select set_config('bridges.claim', $1, true)", [claim]);
  /** Counts that show what the current claim can see. */
  const visibleCounts = async (): Promise<string> =>
    (
      await client.query<{ all: string }>(`select concat_ws(' ', (select access.me()),
        (select count(*) from episodes), (select count(*) from children), (select count(*) from practitioners),
        (select count(*) from consents), (select count(*) from audit.entries)) as all`)
    ).rows[0]!.all;
  const NOTHING = '0 0 0 0 0';
  const countsUnder = async (claim: string): Promise<string> => {
    await present(claim);
    const all = await visibleCounts();
    expect(all).not.toMatch(/^0| 0 /);
    return all;
  };

  test('is valid for that claim alone; another claim in its place is checked itself', async () => {
    const mine = await countsUnder(herClaim);
    for (const claim of [
      '',
      'x',
      herClaim.slice(0, -1),
      `${herClaim}\n`,
      herClaim.replace('|practitioner|', '|coordinator|'),
      signClaim(deriveKey('another secret', 'claim'), await testApp.actor('schoolNurse')),
    ]) {
      await useClaim(claim);
      expect(await visibleCounts()).toBe(NOTHING);
    }
    // An extra line does not make another claim: the cached value is read by line number.
    await useClaim(`${herClaim}\n${(await testApp.actor('healthVisitor')).practitionerId}`);
    expect([mine, NOTHING]).toContain(await visibleCounts());
    await useClaim(otherClaim);
    expect(await visibleCounts()).toContain((await testApp.actor('schoolNurse')).practitionerId);
    await useClaim(herClaim);
    expect(await visibleCounts()).toBe(mine);
  });

  test('ends with the transaction, whatever its end, and with the savepoint in which it was presented', async () => {
    for (const end of ['commit', 'rollback']) {
      await countsUnder(herClaim);
      await client.query(end);
      // Between two requests on a pooled connection, and in a transaction without a claim.
      for (const begin of ['select 1', 'begin']) {
        await client.query(begin);
        expect(await visibleCounts()).toBe(NOTHING);
        const { rows } = await client.query<{ kept: string }>(
          "select concat(current_setting($1, true), current_setting('bridges.claim', true), current_setting('bridges.focus', true)) as kept",
          [slot],
        );
        expect(rows).toEqual([{ kept: '' }]);
      }
    }
    await client.query('savepoint part');
    await countsUnder(herClaim);
    await client.query('rollback to savepoint part');
    expect(await visibleCounts()).toBe(NOTHING);
    const mine = await countsUnder(herClaim);
    await client.query('savepoint part');
    await present(otherClaim, '{}');
    expect(await visibleCounts()).toContain((await testApp.actor('schoolNurse')).practitionerId);
    await client.query('rollback to savepoint part');
    expect(await visibleCounts()).toBe(mine);
    await client.query('reset all');
    expect(await visibleCounts()).toBe(NOTHING);
  });

  test('does not outlive the claim', async () => {
    await present(signClaim(key, await testApp.actor('healthVisitor'), Date.now() - 58_000));
    expect(await visibleCounts()).not.toBe(NOTHING);
    await client.query('select pg_sleep(2.3)');
    expect(await visibleCounts()).toBe(NOTHING);
    await expect(client.query('select access.assert_claim()')).rejects.toMatchObject({ code: 'BR503' });
  });

  test('is dropped by the next statement when the person’s post or role changes', async () => {
    const { postId, practitionerId } = await testApp.actor('healthVisitor');
    // The transaction's clock stands still: an end dated now would only count in the next transaction.
    for (const [change, back, id] of [
      [
        "update posts set ended_at = now() - interval '1 minute' where id = $1",
        'update posts set ended_at = null where id = $1',
        postId,
      ],
      [
        "update practitioners set left_at = now() - interval '1 minute' where id = $1",
        'update practitioners set left_at = null where id = $1',
        practitionerId,
      ],
      [
        "update posts set role = 'manager' where id = $1",
        "update posts set role = 'practitioner' where id = $1",
        postId,
      ],
      [
        "update access.signing_keys set key = key || '\\x31'::bytea where $1 <> ''",
        "update access.signing_keys set key = substring(key from 1 for length(key) - 1) where $1 <> ''",
        postId,
      ],
    ] as const) {
      await client.query('rollback');
      await client.query('begin isolation level read committed');
      const before = await countsUnder(herClaim);
      await testApp.asOwner(change, [id]);
      expect({ change, seen: await visibleCounts() }).toEqual({ change, seen: NOTHING });
      await testApp.asOwner(back, [id]);
      expect({ back, seen: await visibleCounts() }).toEqual({ back, seen: before });
    }
  });

  test('is stored under a name that no list, message or plan reveals', async () => {
    const outputs: string[] = [];
    const listen = (notice: unknown): void => void outputs.push(JSON.stringify(notice), String(notice));
    client.on('notice', listen);
    await client.query("set local client_min_messages = 'debug5'");
    for (const plan of ['parse', 'rewritten', 'plan'])
      await client.query(`set local debug_print_${plan} = on`);
    await countsUnder(herClaim);
    const collectOutput = async (sql: string): Promise<void> => {
      await client.query('savepoint telling');
      const output = await client.query(sql).then(
        ({ rows }) => rows as unknown,
        (error: pg.DatabaseError) => [error.message, error.detail, error.where, error.hint],
      );
      outputs.push(JSON.stringify(output));
      await client.query('rollback to savepoint telling');
    };
    for (const sql of [
      'show all',
      'select * from pg_settings',
      'select * from pg_show_all_settings()',
      'select * from pg_db_role_setting',
      'select * from pg_stat_activity',
      'select * from pg_prepared_statements',
      "select * from pg_stats where schemaname = 'access'",
      'select slot from access.signing_keys',
      'select * from access.signing_keys',
      "select access.present_claim('x', null)",
      `select access.present_claim('${herClaim}', 'x')`,
      `explain (analyze, verbose, settings) select * from access.current_actor()`,
      `explain (analyze, verbose, settings) select * from episodes`,
      'set local statement_timeout = 1; select pg_sleep(1)',
    ])
      await collectOutput(sql);
    client.off('notice', listen);
    expect(outputs.join('\n').length).toBeGreaterThan(10_000);
    expect(outputs.filter((one) => one.includes(slot))).toEqual([]);
    expect(outputs.filter((one) => one.includes(slot.slice('bridges.k'.length)))).toEqual([]);
  });

  test('cannot be forged under a guessed name, even when its content is known', async () => {
    const other = await testApp.actor('coordinatorNwl');
    const [{ people_changed: changed }] = (await testApp.asOwner<{ people_changed: string }>(
      'select people_changed from access.signing_keys',
    )) as [{ people_changed: string }];
    const claim = `${other.practitionerId}|${other.agencyId}|${other.role}|${other.postId}|${Math.floor(Date.now() / 1000) + 50}|x`;
    const cachedValue = [
      changed,
      claim,
      other.practitionerId,
      other.agencyId,
      other.role,
      other.postId,
      other.localityId,
      '',
    ].join('\n');
    const digest = (of: string): string => createHash('sha256').update(of).digest('hex');
    for (const place of ['', digest(''), digest(TEST_SECRET), digest(claim), digest(changed), digest('key')])
      await client.query('select set_config($1, $2, true)', [`bridges.k${place}`, cachedValue]);
    await useClaim(claim);
    expect(await visibleCounts()).toBe(NOTHING);
    // Proves that the test can fail: with the right name the forgery works.
    await client.query('select set_config($1, $2, true)', [slot, cachedValue]);
    expect(await visibleCounts()).toContain(other.practitionerId);
  });

  test('a focus grants nothing: a malformed one fails, one of others’ episodes shows nothing, a wide one shows no more', async () => {
    const all = (await testApp.asOwner<{ id: string }>('select id from episodes')).map(({ id }) => id);
    await present(herClaim);
    const ids = async (): Promise<string[]> =>
      (await client.query<{ id: string }>('select id from episodes order by id')).rows.map(({ id }) => id);
    const mine = await ids();
    const hidden = all.filter((id) => !mine.includes(id));
    expect([mine.length > 0, hidden.length > 0]).toEqual([true, true]);
    const many = Array.from(
      { length: 10_000 },
      (_, at) => `00000000-0000-7000-8000-${String(at).padStart(12, '0')}`,
    );
    for (const [focus, expected] of [
      ['{}', []],
      [`{${hidden.join(',')}}`, []],
      [`{${[...hidden, ...mine].join(',')}}`, mine],
      [`{${[...many, ...mine].join(',')}}`, mine],
      ['{NULL}', []],
      [`{${mine[0]},${mine[0]}}`, mine.slice(0, 1)],
    ] as const) {
      await client.query("select set_config('bridges.focus', $1, true)", [focus]);
      expect(await ids()).toEqual(expected);
    }
    for (const senseless of ['x', '{x}', '{', `'{}'`, mine[0]!]) {
      await client.query('savepoint senseless');
      await client.query("select set_config('bridges.focus', $1, true)", [senseless]);
      await expect(ids()).rejects.toMatchObject({ code: '22P02' });
      await client.query('rollback to savepoint senseless');
      await expect(present(herClaim, senseless)).rejects.toMatchObject({ code: '22P02' });
      await client.query('rollback to savepoint senseless');
    }
  });
});
