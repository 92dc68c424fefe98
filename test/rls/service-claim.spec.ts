import { deriveKey, type Service, signClaim } from '#libs/platform';
import { TEST_SECRET } from '../support/cluster.js';
import { agreedEpisode } from '../support/scenarios.js';
import { newServiceToken } from '../support/scim-client.js';
import { openTestApp, type TestApp } from '../support/test-app.js';

/** A system of an agency is no person: whatever it asks of the database, it reaches no family and no colleague. */
let testApp: TestApp;
let service: Service;
beforeAll(async () => {
  testApp = await openTestApp();
  await agreedEpisode(testApp, 'healthVisitor', ['schoolTeacher', 'schoolNurse']);
  await newServiceToken(testApp);
  const [row] = await testApp.asOwner<Service>(
    `select t.id as "tokenId", t.agency_id as "agencyId", g.name as "agencyName", t.name, t.scope
     from auth.service_tokens t join agencies g on g.id = t.agency_id`,
  );
  service = row!;
}, 60_000);
afterAll(() => testApp.close());

const key = deriveKey(TEST_SECRET, 'claim');
const claim = (more: Partial<Service> = {}, now?: number): string =>
  signClaim(key, { ...service, ...more }, now);
const asService = <Row extends object = Record<string, unknown>>(text: string, values: unknown[] = []) =>
  testApp.sql<Row>(null, text, values, claim());
/** Words of the area with no person in them, which policies open to every role. */
const OPEN = ['agencies', 'authorities', 'directory_services', 'levels_of_need', 'localities', 'teams'];

test('it is known as a system of its agency, and as no practitioner', async () => {
  expect(await asService('select agency_id, token_name, scope from access.service()')).toEqual([
    { agency_id: service.agencyId, token_name: service.name, scope: 'people' },
  ]);
  expect(await asService('select * from access.actor()')).toEqual([]);
  expect(await asService('select access.me() as me')).toEqual([{ me: null }]);
  for (const permission of ['people.manage', 'service_token.manage', 'directory.read', 'message.read'])
    expect(await asService('select access.allows($1) as yes', [permission])).toEqual([{ yes: false }]);
});

test('it reads no row of any table with a person or a family in it', async () => {
  const tables = await testApp.asOwner<{ name: string; rows: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name,
       (xpath('/row/c/text()', query_to_xml(format('select count(*) as c from %s', c.oid::regclass), false, true, '')))[1]::text as rows
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'v') and n.nspname in ('public', 'audit', 'access', 'auth')
       and has_any_column_privilege('bridges_app', c.oid, 'select') and c.relname <> all($1) order by 1`,
    [OPEN],
  );
  const seen: string[] = [];
  for (const { name } of tables) {
    const [row] = await asService<{ count: string }>(`select count(*) from ${name}`);
    if (row!.count !== '0') seen.push(name);
  }
  // Rows that a reader with a right sees, so that nothing is empty for lack of any.
  expect(tables.filter(({ rows }) => rows !== '0').length).toBeGreaterThan(20);
  expect(tables.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['public.children', 'public.episodes', 'public.practitioners', 'audit.entries']),
  );
  expect(seen.filter((name) => !REFERENCE.has(name))).toEqual([]);
});
/** Lists of terms and rules, the same for every reader. */
const REFERENCE = new Set([
  'access.rules',
  'public.bank_holidays',
  'public.consent_purposes',
  'public.episode_transitions',
  'public.form_definitions',
  'public.form_definitions',
  'public.retention_classes',
]);

test('it finds no more than a stranger through any function that lists what a person may see', async () => {
  const functions = await testApp.asOwner<{ call: string }>(
    `select format('%I.%I()', n.nspname, p.proname) as call from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where n.nspname = 'access' and p.proretset and has_function_privilege('bridges_app', p.oid, 'execute')
       and p.pronargs - p.pronargdefaults = 0 order by 1`,
  );
  expect(functions.length).toBeGreaterThan(20);
  const found: string[] = [];
  for (const { call } of functions) {
    const text = `select * from ${call} limit 1`;
    if ((await asService(text)).length > (await testApp.sql(null, text)).length) found.push(call);
  }
  expect(found).toEqual(['access.provisioned_people()', 'access.service()']);
  for (const permission of ['episode.read', 'episode.list', 'record.read'])
    expect(await asService('select access.may($1)', [permission])).toEqual([]);
});

test('it writes nothing, and manages no account, but what provisioning is for', async () => {
  const { practitionerId, agencyId } = await testApp.actor('schoolNurse');
  for (const statement of [
    `insert into practitioners (id, name, job_title) values (gen_random_uuid(), 'x', 'x')`,
    `insert into posts (id, practitioner_id, agency_id, role, began_at) values (gen_random_uuid(), '${practitionerId}', '${agencyId}', 'manager', now())`,
    `insert into messages (id, recipient_id, subject, body, sent_at) values (gen_random_uuid(), '${practitionerId}', 'x', 'x', now())`,
    `insert into audit.entries (id, at, agency_id, role, act, subject_kind) values (gen_random_uuid(), now(), '${agencyId}', 'service', 'x', 'x')`,
    `select access.invite(gen_random_uuid(), '${practitionerId}', 'a@b.example', '\\x00', 1)`,
    `select access.reset_password(gen_random_uuid(), '${practitionerId}', '\\x00', 1)`,
    `select access.remove_second_factor('${practitionerId}')`,
    `select access.suspend_account('${practitionerId}', 'x')`,
    `select access.reinstate_account('${practitionerId}')`,
    `select access.leave('${practitionerId}', null, true, false)`,
    `select access.create_service_token(gen_random_uuid(), 'x', 'people', '\\x00', now() + interval '1 day')`,
    `select access.end_service_token('${service.tokenId}')`,
    `select access.invite_provisioned('${practitionerId}', 'a@b.example', gen_random_uuid(), '\\x00', 1, null)`,
    `select access.suspend_account_for('${agencyId}', '${practitionerId}', 'x')`,
    `select access.record_service_act(gen_random_uuid(), '${agencyId}', 'x', 'x', 'x', null, null)`,
  ])
    await expect(asService(statement)).rejects.toMatchObject({ code: '42501' });
  expect(await asService(`update practitioners set name = 'x' returning id`)).toEqual([]);
});

test('it changes no person of another agency', async () => {
  const { practitionerId } = await testApp.actor('schoolTeacher');
  for (const statement of [
    `select access.deactivate_person('${practitionerId}', null)`,
    `select access.delete_person('${practitionerId}', null)`,
    `select access.provision_details('${practitionerId}', 'x', 'x', 'x@y.example', null, null, null, null)`,
  ])
    await expect(asService(statement)).rejects.toMatchObject({ code: '42501' });
  expect(
    await asService(
      `select access.reactivate_person('${practitionerId}', gen_random_uuid(), '\\x00', 1, null) as done`,
    ),
  ).toEqual([{ done: false }]);
});

test('a practitioner is no system: an administrator provisions no one by these functions', async () => {
  expect(await testApp.sql('agencyAdministrator', 'select * from access.service()')).toEqual([]);
  expect(await testApp.sql('agencyAdministrator', 'select * from access.provisioned_people()')).toEqual([]);
  const { practitionerId } = await testApp.actor('schoolNurse');
  await expect(
    testApp.sql('agencyAdministrator', `select access.deactivate_person('${practitionerId}', null)`),
  ).rejects.toMatchObject({ code: '42501' });
});

test('a forged, altered or expired claim is refused, and that of another agency or of an ended token names no system', async () => {
  const ask = (presented: string) => testApp.sql(null, 'select * from access.service()', [], presented);
  const other = (await testApp.actor('schoolTeacher')).agencyId;
  for (const wrong of [
    signClaim(deriveKey('another secret', 'claim'), service),
    claim().replace(service.agencyId, other),
    claim({}, Date.now() - 61_000),
  ])
    await expect(ask(wrong)).rejects.toMatchObject({ code: 'BR503' });
  expect(await ask(claim({ agencyId: other }))).toEqual([]);
  await testApp.asOwner('update auth.service_tokens set ended_at = now()');
  expect(await ask(claim())).toEqual([]);
  await expect(
    testApp.sql(
      null,
      'select access.provision_person($1, $2, $2, $3, null, null, null, false, null, null, 1, null)',
      ['01a00000-0000-7000-8000-00000000beef', 'x', 'x@y.example'],
      claim(),
    ),
  ).rejects.toMatchObject({ code: '42501' });
  await testApp.asOwner('update auth.service_tokens set ended_at = null');
});
