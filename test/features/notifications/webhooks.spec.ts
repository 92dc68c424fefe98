import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook as Verifier } from 'standardwebhooks';
import { runJob } from '../../support/jobs.js';
import { agrees, openedEpisode } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

interface Call {
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

let testApp: TestApp;
let receiver: Server;
let calls: Call[];
let answer: { status: number; headers?: Record<string, string> };
let url: string;
beforeAll(async () => {
  testApp = await openTestApp({ webhooksToLoopback: true });
  receiver = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      calls.push({ headers: request.headers, text: Buffer.concat(parts).toString() });
      response.writeHead(answer.status, answer.headers).end('not read');
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/bridges`;
}, 60_000);
afterAll(async () => {
  receiver.close();
  await testApp.close();
});
beforeEach(async () => {
  calls = [];
  answer = { status: 204 };
  await testApp.asOwner('delete from webhook_deliveries; delete from webhooks');
});

const deliver = (settings: object = { webhooksToLoopback: true }): Promise<number> =>
  runJob(testApp, 'webhook-delivery', {}, settings);

/** A webhook of the health trust, whose school nurse and health visitor work with families. */
async function registered(kinds = ['episode.started', 'consent.recorded', 'plan.started']) {
  const administrator = await testApp.as('agencyAdministrator');
  const added = await administrator.post('/webhooks', { url, kinds });
  expect(added.status).toBe(201);
  const id = added.body.id as string;
  const { body } = await administrator.put(`/webhooks/${id}/secret`, {});
  return { id, secret: body.secret as string, administrator };
}
const deliveries = async (id: string) =>
  (await (await testApp.as('agencyAdministrator')).get(`/webhooks/${id}/deliveries`)).body.items as {
    eventId: string;
    kind: string;
    attempts: number;
    outcome: string | null;
    status: number | null;
    reason: string | null;
  }[];

it('tells an agency of an act of its own people: the kind, when, and identifiers, signed', async () => {
  const { id, secret } = await registered();
  const { episodeId, childId } = await openedEpisode(testApp, 'healthVisitor');
  expect(await deliver()).toBe(1);
  const [call] = calls;
  const headers = call!.headers as Record<string, string>;
  expect(new Verifier(secret).verify(call!.text, headers)).toEqual({
    type: 'episode.started',
    timestamp: expect.stringMatching(/^\d{4}-.*Z$/),
    data: { id: null, episodeId },
  });
  expect(() => new Verifier(secret).verify(call!.text.replace('started', 'closed'), headers)).toThrow();
  expect(call!.text).not.toContain(childId);
  expect(call!.text).not.toMatch(/Test\d|Invented/);
  const [entry] = await testApp.asOwner<{ id: string }>(
    `select id from audit.entries where act = 'open episode' and episode_id = $1`,
    [episodeId],
  );
  expect(headers['webhook-id']).toBe(entry!.id);
  expect(await deliveries(id)).toMatchObject([
    { eventId: entry!.id, kind: 'episode.started', attempts: 1, outcome: 'delivered', status: 204 },
  ]);
  expect(await deliver()).toBe(0);
});

describe('an agency is told only what it may know when it is sent', () => {
  it('nothing of a family that is not shared with it, and its log shows no trace of it', async () => {
    const { id } = await registered();
    const { episodeId } = await openedEpisode(testApp, 'schoolTeacher');
    expect(await deliver()).toBe(0);
    expect(calls).toEqual([]);
    expect(await deliveries(id)).toEqual([]);
    expect(await testApp.asOwner('select from webhook_deliveries')).toEqual([]);
    await agrees(testApp, episodeId, 'schoolTeacher', ['healthVisitor'], ['T0']);
    await deliver();
    // The basics do not tell of consents.
    expect(calls).toEqual([]);
  });

  it('nothing of a family that withdrew its agreement between the act and the sending', async () => {
    const { episodeId } = await openedEpisode(testApp, 'schoolTeacher');
    const consentId = await agrees(testApp, episodeId, 'schoolTeacher', ['healthVisitor']);
    await registered(['episode.closed', 'episode.reopened', 'lead_professional.changed']);
    const teacher = await testApp.actor('schoolTeacher');
    const write = (): Promise<unknown> =>
      testApp.asOwner(
        `insert into audit.entries (id, at, practitioner_id, agency_id, role, act, subject_kind, episode_id, request_id)
         values (gen_random_uuid(), now(), $1, $2, 'practitioner', 'accept lead professional', 'x', $3, gen_random_uuid())`,
        [teacher.practitionerId, teacher.agencyId, episodeId],
      );
    await write();
    expect(await deliver()).toBe(1);
    await write();
    const withdrawn = await (
      await testApp.as('schoolTeacher')
    ).post(`/consents/${consentId}/withdrawal`, {
      withdrawnBy: 'Invented Mother',
      capacity: 'parental_responsibility',
      safeguardingConcern: false,
    });
    expect(withdrawn.status).toBe(201);
    expect(await deliver()).toBe(0);
    expect(calls).toHaveLength(1);
  });
});

describe('the administrator', () => {
  it('alone sees the webhooks, and only those of their own agency', async () => {
    const { id } = await registered();
    for (const persona of ['schoolTeacher', 'systemAdministrator', 'governance'])
      expect((await (await testApp.as(persona)).get('/webhooks')).status).toBe(403);
    await testApp.asOwner(
      'update webhooks set agency_id = (select agency_id from posts where practitioner_id = $1)',
      [(await testApp.actor('schoolTeacher')).practitionerId],
    );
    const administrator = await testApp.as('agencyAdministrator');
    expect((await administrator.get('/webhooks')).body.items).toEqual([]);
    for (const path of [`/webhooks/${id}`, `/webhooks/${id}/deliveries`])
      expect((await administrator.get(path)).status).toBe(404);
    expect((await administrator.put(`/webhooks/${id}/secret`, {})).status).toBe(404);
    expect((await administrator.delete(`/webhooks/${id}`)).status).toBe(404);
    expect(await testApp.sql('agencyAdministrator', 'select * from access.webhook_log($1)', [id])).toEqual(
      [],
    );
  });

  it('is shown the secret once, and a new one ends the old', async () => {
    const { id, secret } = await registered();
    const stored = JSON.stringify(await testApp.asOwner('select * from webhooks'));
    expect(secret).toMatch(/^whsec_[\w+/]{43}=$/);
    expect(stored).not.toContain(secret.slice(6));
    const browser = await testApp.browse('agencyAdministrator');
    const shown = await browser.submit(`/webhooks/${id}/secret`, {});
    const replaced = /whsec_[\w+/]{43}=/.exec(shown.text.replaceAll('&#x2F;', '/'))?.[0];
    expect(replaced).not.toBe(secret);
    expect((await browser.get(`/webhooks/${id}`)).text).not.toContain('whsec_');
    await openedEpisode(testApp, 'healthVisitor');
    await deliver();
    const { text, headers } = calls[0]!;
    expect(() => new Verifier(secret).verify(text, headers as Record<string, string>)).toThrow();
    expect(() => new Verifier(replaced!).verify(text, headers as Record<string, string>)).not.toThrow();
  });

  it('cannot add an address inside, one without TLS, or the same twice', async () => {
    const administrator = await testApp.as('agencyAdministrator');
    for (const address of [
      ...['http://example.org/hook', 'https://10.0.0.1/', 'https://192.168.0.1/', 'https://127.0.0.2/'],
      ...[
        'https://10.1.2.3/',
        'https://169.254.169.254/latest/meta-data',
        'https://[fd00::1]/',
        'ftp://example.org/',
      ],
      ...['https://0x0a.1/', 'https://167772161/', 'https://user:pass@example.org/', 'https://intranet/'],
      ...['https://metadata.google.internal/', 'https://[::ffff:10.0.0.1]/', 'not an address'],
    ]) {
      const refused = await administrator.post('/webhooks', { url: address, kinds: ['episode.started'] });
      expect([address, refused.status, refused.body.errors?.[0]?.field]).toEqual([address, 422, 'url']);
    }
    const { administrator: ours } = await registered();
    expect((await ours.post('/webhooks', { url, kinds: ['episode.started'] })).status).toBe(422);
    const form = await (
      await testApp.browse('agencyAdministrator')
    ).submit('/webhooks', { url: 'http://example.org/typed', kinds: [] });
    expect(form.status).toBe(422);
    expect(form.text).toContain('http://example.org/typed');
    expect(form.text).toContain('Select what this system is told');
    expect(form.text).toContain('Enter an address that starts with https://');
  });
});

describe('a receiver that', () => {
  it('was allowed when it was added is not reached inside when it is sent', async () => {
    const { id } = await registered();
    await openedEpisode(testApp, 'healthVisitor');
    expect(await deliver({ webhooksToLoopback: false })).toBe(0);
    await testApp.asOwner(
      "update webhook_deliveries set not_before = null; update webhooks set url = 'https://localhost.example.org.nowhere.invalid/'",
    );
    await deliver({ webhooksToLoopback: false });
    expect(calls).toEqual([]);
    expect(await deliveries(id)).toMatchObject([{ attempts: 2, outcome: null, reason: 'connection' }]);
  });

  it('fails is tried again after longer and longer pauses, with the same id, and given up at last', async () => {
    const { id } = await registered();
    await openedEpisode(testApp, 'healthVisitor');
    answer = { status: 500 };
    const pauses: number[] = [];
    for (let attempt = 1; attempt <= 7; attempt++) {
      await deliver();
      const [{ pause }] = (await testApp.asOwner(
        'select round(extract(epoch from not_before - now()) / 60)::int as pause from webhook_deliveries',
      )) as [{ pause: number }];
      pauses.push(pause);
      await testApp.asOwner('update webhook_deliveries set not_before = null where finished_at is null');
    }
    expect(pauses.slice(0, 6)).toEqual([1, 5, 30, 120, 480, 1_440]);
    expect(new Set(calls.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(calls).toHaveLength(7);
    expect(await deliveries(id)).toMatchObject([
      { attempts: 7, outcome: 'failed', status: 500, reason: 'answer' },
    ]);
  });

  it('points elsewhere is not followed', async () => {
    const { id } = await registered();
    await openedEpisode(testApp, 'healthVisitor');
    answer = { status: 302, headers: { location: `${url}/elsewhere` } };
    await deliver();
    expect(calls).toHaveLength(1);
    expect(await deliveries(id)).toMatchObject([{ status: 302, reason: 'redirect', outcome: null }]);
  });

  it('keeps failing is turned off, its administrator is told, and it can be turned on again', async () => {
    const { id, administrator } = await registered();
    await openedEpisode(testApp, 'healthVisitor');
    answer = { status: 500 };
    await testApp.asOwner('update webhooks set failures = 19');
    await deliver();
    expect((await administrator.get(`/webhooks/${id}`)).body).toMatchObject({ failures: 20 });
    expect((await administrator.get(`/webhooks/${id}`)).body.disabledAt).not.toBeNull();
    await openedEpisode(testApp, 'healthVisitor');
    await deliver();
    expect(calls).toHaveLength(1);
    const browser = await testApp.browse('agencyAdministrator');
    expect((await browser.get('/')).text).toContain('A webhook has been turned off');
    expect((await browser.get(`/webhooks/${id}`)).text).toContain('Turned off after repeated failure');
    expect((await browser.submit(`/webhooks/${id}/turning-on`, {})).status).toBe(303);
    // The message asked for that, and it is done.
    expect((await browser.get('/')).text).not.toContain('A webhook has been turned off');
    answer = { status: 200 };
    await openedEpisode(testApp, 'healthVisitor');
    expect(await deliver()).toBe(1);
    expect((await administrator.get(`/webhooks/${id}`)).body).toMatchObject({
      failures: 0,
      disabledAt: null,
    });
  });

  it('is turned off is news for every administrator whom the agency has then, not for the one who made it', async () => {
    const { id } = await registered();
    const maker = await testApp.actor('agencyAdministrator');
    const nurse = await testApp.actor('schoolNurse');
    await testApp.asOwner('delete from messages');
    await testApp.asOwner(
      `insert into posts (id, practitioner_id, agency_id, role, began_at, ended_at)
       values (gen_random_uuid(), $1, $2, 'agency_administrator', now() - interval '1 day', null),
         (gen_random_uuid(), $3, $2, 'agency_administrator', now() - interval '2 days', now() - interval '1 day')`,
      [nurse.practitionerId, nurse.agencyId, (await testApp.actor('healthVisitor')).practitionerId],
    );
    await testApp.asOwner('update posts set ended_at = now() where id = $1', [maker.postId]);
    await openedEpisode(testApp, 'healthVisitor');
    answer = { status: 410 };
    await deliver();
    expect(
      await testApp.asOwner(
        "select recipient_id as id, about_id as webhook from messages where subject = 'A webhook has been turned off'",
      ),
    ).toEqual([{ id: nurse.practitionerId, webhook: id }]);
    await testApp.asOwner('update posts set ended_at = null where id = $1', [maker.postId]);
    await testApp.asOwner(
      "delete from posts where practitioner_id = any($1) and role = 'agency_administrator'",
      [[nurse.practitionerId, (await testApp.actor('healthVisitor')).practitionerId]],
    );
  });

  it('says that it is gone is turned off at once', async () => {
    const { id, administrator } = await registered();
    await openedEpisode(testApp, 'healthVisitor');
    answer = { status: 410 };
    await deliver();
    expect((await administrator.get(`/webhooks/${id}`)).body.disabledAt).not.toBeNull();
    expect(await deliveries(id)).toMatchObject([{ outcome: 'failed', status: 410 }]);
  });
});

it('goes with the record when that is destroyed', async () => {
  const [row] = await testApp.asOwner<{ confdeltype: string }>(
    `select 1 as n from access.referencing_columns('public.episodes') l where l.relation = 'webhook_deliveries'::regclass`,
  );
  expect(row).toBeDefined();
});
