import { deriveKey, signClaim } from '#libs/platform';
import { TEST_SECRET } from '../support/cluster.js';
import { agreedEpisode } from '../support/scenarios.js';
import { openWorld, type World } from '../support/world.js';

let world: World;
let peopled: string[];

beforeAll(async () => {
  world = await openWorld();
  await agreedEpisode(world, 'healthVisitor', ['schoolTeacher']);
  const rows = await world.truth<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname in ('public', 'audit') and c.relrowsecurity
       and c.relname not in ('agencies', 'teams', 'directory_services')
     order by 1`,
  );
  peopled = rows.map((row) => row.name);
}, 60_000);
afterAll(() => world.close());

const key = deriveKey(TEST_SECRET, 'claim');

async function rowsSeen(claim?: string): Promise<string[]> {
  const seen: string[] = [];
  for (const table of peopled) {
    const [row] = await world.sql<{ count: string }>(null, `select count(*) from ${table}`, [], claim);
    if (row!.count !== '0') seen.push(table);
  }
  return seen;
}

test('an insider with a good claim sees rows, so that nothing below passes for want of any', async () => {
  const seen = await rowsSeen(signClaim(key, await world.actor('healthVisitor')));
  expect(seen).toEqual(
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

test('without a claim no table with a person in it has rows', async () => {
  expect(peopled.length).toBeGreaterThan(30);
  expect(await rowsSeen()).toEqual([]);
});

test('a forged, an altered, an expired or a senseless claim yields no rows', async () => {
  const actor = await world.actor('healthVisitor');
  const good = signClaim(key, actor);
  const claims = {
    forged: signClaim(deriveKey('another secret', 'claim'), actor),
    altered: good.replace(actor.practitionerId, (await world.actor('schoolTeacher')).practitionerId),
    promoted: good.replace('|practitioner|', '|coordinator|'),
    prolonged: good.replace(/\|(\d+)\|/, (_all, expiry: string) => `|${Number(expiry) + 3600}|`),
    expired: signClaim(key, actor, Date.now() - 61_000),
    senseless: 'x',
    empty: '',
  };
  for (const claim of Object.values(claims)) expect(await rowsSeen(claim)).toEqual([]);
});

test('a claim that is not good now is refused in words, and one of a leaver is not: they see nothing', async () => {
  const actor = await world.actor('schoolTeacher');
  const assert = (claim?: string) => world.sql(null, 'select access.assert_claim()', [], claim);
  await assert(signClaim(key, actor));
  // As far apart as two clocks may be.
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
  await world.truth('update practitioners set left_at = now() where id = $1', [actor.practitionerId]);
  await assert(signClaim(key, actor));
  await world.truth('update practitioners set left_at = null where id = $1', [actor.practitionerId]);
});

test('a practitioner who left is a stranger at once, whatever they still hold', async () => {
  const actor = await world.actor('schoolTeacher');
  const claim = signClaim(key, actor);
  expect(await rowsSeen(claim)).toContain('public.episodes');
  await world.truth('update practitioners set left_at = now() where id = $1', [actor.practitionerId]);
  expect(await rowsSeen(claim)).toEqual([]);
  await world.truth('update practitioners set left_at = null where id = $1', [actor.practitionerId]);
});

test('no claim can be read from the list of running statements', async () => {
  const actor = await world.actor('healthVisitor');
  const claim = signClaim(key, actor);
  const running = world.sql(null, 'select pg_sleep(0.6), count(*) from episodes', [], claim);
  await new Promise((resolve) => setTimeout(resolve, 200));
  const rows = await world.truth<{ query: string }>(
    "select query from pg_stat_activity where datname = current_database() and usename = 'bridges_app'",
  );
  expect(rows.length).toBeGreaterThan(0);
  for (const { query } of rows) expect(query).not.toContain(claim.slice(-64));
  for (const { query } of rows) expect(query).not.toContain(actor.practitionerId);
  await running;
});

test('the runtime role cannot read the signing key, the accounts or the sessions, nor change what it may only add', async () => {
  for (const statement of [
    'select * from access.signing_keys',
    'select * from door.accounts',
    'select * from door.sessions',
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
    'select access.regrant(array[]::uuid[])',
  ])
    await expect(world.sql('healthVisitor', statement)).rejects.toThrow(
      /permission denied|must be (owner|member)/,
    );
});

test('every table with a person in it has forced row-level security, and no serving role is above it', async () => {
  const open = await world.truth(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and n.nspname in ('public', 'audit') and not (c.relrowsecurity and c.relforcerowsecurity)
       and c.relname not in ('migrations', 'authorities', 'localities', 'levels_of_need', 'consent_purposes', 'episode_transitions')`,
  );
  expect(open).toEqual([]);
  const above = await world.truth(
    `select rolname from pg_roles where rolname like 'bridges%' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)`,
  );
  expect(above).toEqual([]);
});
