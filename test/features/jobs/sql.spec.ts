import pg from 'pg';
import PgBoss from 'pg-boss';
import { urlAs } from '#libs/platform';
import { JOB_NAMES, type JobName } from '../../../apps/bridges/src/jobs/job-list.js';
import { episodeOfMonthAgo, proposedClosure, subjectsFor } from '../../support/closing.js';
import { TEST_SECRET } from '../../support/cluster.js';
import { ask as askInEmergency, later, ledEpisode } from '../../support/emergencies.js';
import { deliveringEpisode } from '../../support/delivering.js';
import { runJob } from '../../support/jobs.js';
import { writeEntries } from '../../support/sealed-log.js';
import { agrees, openedEpisode } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
let jobs: pg.Client;
beforeAll(async () => {
  testApp = await openTestApp();
  jobs = new pg.Client({ connectionString: urlAs(testApp.adminUrl, 'bridges_jobs', TEST_SECRET) });
  await jobs.connect();
}, 60_000);
afterAll(async () => {
  await jobs.end();
  await testApp.close();
});
afterEach(() => testApp.moveClock());

const counted = async (sql: string, values: unknown[] = []): Promise<number> =>
  (await testApp.asOwner<{ n: number }>(`select count(*)::int as n from ${sql}`, values))[0]!.n;
const names = async (sql: string): Promise<string[]> =>
  (await testApp.asOwner<{ name: string }>(sql)).map(({ name }) => name);

describe('the schema of jobs', () => {
  /** The definition of a schema, with its own name removed. */
  const described = async (schema: string, relations: string): Promise<string[]> =>
    (
      await names(`
        with r as (select c.oid, c.relname from pg_class c where c.relnamespace = '${schema}'::regnamespace
          and c.relkind in ('r', 'p') and c.relname in (${relations}))
        select format('%s.%s %s %s %s', r.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
            pg_get_expr(d.adbin, d.adrelid)) as name
          from r join pg_attribute a on a.attrelid = r.oid and a.attnum > 0
          left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
        union all select pg_get_indexdef(x.indexrelid) from r join pg_index x on x.indrelid = r.oid
        union all select r.relname || ' ' || k.conname || ' ' || pg_get_constraintdef(k.oid) from r join pg_constraint k on k.conrelid = r.oid
          where k.contype <> 'n'
        union all select p.proname || ' ' || p.prosrc from pg_proc p where p.pronamespace = '${schema}'::regnamespace
        union all select 'job_state ' || e.enumlabel from pg_enum e join pg_type t on t.oid = e.enumtypid
          where t.typnamespace = '${schema}'::regnamespace
        union all select 'version ' || v.version from ${schema}.version v`)
    )
      .map((line) => line.replaceAll(`${schema}.`, '').replace(/\s+/g, ' '))
      .sort();

  it('equals the one that this version of pg-boss creates', async () => {
    await testApp.asOwner(PgBoss.getConstructionPlans('compared'));
    await testApp.asOwner(`select compared.create_queue('access-watch', '{}')`);
    const relations = `select c.relname from pg_class c where c.relnamespace = 'compared'::regnamespace`;
    const own = await described('compared', relations);
    expect(own.length).toBeGreaterThan(100);
    expect(await described('jobs', relations)).toEqual(own);
    await testApp.asOwner('drop schema compared cascade');
  });

  it('has a queue and a run record for every job, and for no other', async () => {
    const expected = [...JOB_NAMES].sort();
    expect(await names("select name from jobs.queue where name not like '\\_\\_%' order by name")).toEqual(
      expected,
    );
    expect(await names('select name from jobs.runs order by name')).toEqual(expected);
    expect(
      await counted("jobs.queue where name not like '\\_\\_%' and policy is distinct from 'stately'"),
    ).toBe(0);
  });

  it('is closed to every role that serves people, keeps sign-ins or seals the log', async () => {
    const tables = await names(
      `select c.oid::regclass::text as name from pg_class c where c.relnamespace = 'jobs'::regnamespace and c.relkind in ('r', 'p')`,
    );
    expect(tables.length).toBeGreaterThan(JOB_NAMES.length + 6);
    for (const role of ['bridges_app', 'bridges_auth', 'bridges_sealer', 'bridges_loader']) {
      const [row] = await testApp.asOwner<{ may: boolean }>(
        `select has_schema_privilege($1, 'jobs', 'usage') or bool_or(has_table_privilege($1, t, 'select, insert, update, delete')) as may
         from unnest($2::text[]) t`,
        [role, tables],
      );
      expect([role, row!.may]).toEqual([role, false]);
    }
    await expect(testApp.sql('healthVisitor', 'select * from jobs.job')).rejects.toThrow(/permission denied/);
    await expect(testApp.sql('healthVisitor', 'select * from platform.job_health()')).rejects.toThrow(
      /permission denied/,
    );
  });
});

describe('the role that runs jobs', () => {
  it('reads and writes only the tables of the queue', async () => {
    const elsewhere = await names(`
      select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'v', 'm') and n.nspname in ('public', 'access', 'audit', 'auth', 'platform')`);
    expect(elsewhere.length).toBeGreaterThan(100);
    const open: string[] = [];
    for (const table of elsewhere)
      for (const statement of [`select from ${table}`, `select * from ${table}`])
        await jobs.query(statement).then(
          () => open.push(statement),
          (error: { code: string }) => expect([statement, error.code]).toEqual([statement, '42501']),
        );
    expect(open).toEqual([]);
    const granted = await names(`
      select t as name from unnest(array['${elsewhere.join("','")}']) t
      where has_any_column_privilege('bridges_jobs', t, 'select, insert, update, references')
        or has_table_privilege('bridges_jobs', t, 'delete, truncate, trigger')`);
    expect(granted).toEqual([]);
  });

  it('may run only the functions that each do one job', async () => {
    const granted = await names(`
      select p.oid::regprocedure::text as name from pg_proc p, aclexplode(p.proacl) a
      where a.grantee = 'bridges_jobs'::regrole order by 1`);
    expect(granted).toEqual([
      'access.announce_emergency_lapses()',
      'access.claim_mails(integer,interval)',
      'access.claim_webhook_deliveries(integer,interval)',
      'access.drop_due_mails()',
      'access.expire_drafts()',
      'access.expire_idempotent_answers()',
      'access.expire_outbox()',
      'access.has_due_mail()',
      'access.has_due_webhook()',
      'access.lapse_closure_proposals()',
      'access.mark_mail_failed(uuid,integer,text,interval)',
      'access.mark_mail_sent(uuid)',
      'access.raise_access_concerns(timestamp with time zone)',
      'access.record_webhook_attempt(uuid,integer,integer,text,interval)',
      'access.remind_of_personal_tokens()',
      'access.remind_of_service_tokens()',
      'access.remind_people_confirmations()',
      'access.send_all_expiry_reminders()',
      'access.settle_closed_agencies()',
      'access.settle_ended_posts()',
      'access.settle_work_out_of_reach()',
      'access.suspend_dormant_accounts(integer)',
      'jobs.create_queue(text,json)',
      'platform.now()',
    ]);
  });

  it('creates no queue, table or role, and cannot become another role', async () => {
    for (const statement of [
      `select jobs.create_queue('another', '{}')`,
      `select jobs.delete_queue('access-watch')`,
      'create table jobs.kept (a int)',
      'create table public.kept (a int)',
      'create temp table kept (a int)',
      'drop table jobs.job',
      'create role kept',
      ...['owner', 'reach', 'app', 'auth', 'sealer', 'loader'].map((role) => `set role bridges_${role}`),
      'insert into jobs.announced_lapses values (gen_random_uuid(), now())',
    ])
      await expect(jobs.query(statement).then(() => statement)).rejects.toMatchObject({ code: '42501' });
    expect(await counted(`jobs.queue where name = 'another'`)).toBe(0);
  });
});

/** Runs a job twice: the first run does its work, the second finds nothing left to do. */
async function onceOnly(name: JobName): Promise<number> {
  const first = await runJob(testApp, name);
  expect([name, await runJob(testApp, name)]).toEqual([name, 0]);
  return first;
}

describe('each job, run twice, does its work once', () => {
  it('reminds the lead of a consent that ends, by the date in London', async () => {
    const year = new Date().getUTCFullYear() + 1;
    await testApp.moveClock(`${year}-06-20T09:00:00Z`);
    await runJob(testApp, 'consent-reminders');
    const { episodeId } = await openedEpisode(testApp, 'healthVisitor');
    await agrees(testApp, episodeId, 'healthVisitor', ['schoolTeacher'], undefined, {
      validUntil: `${year}-07-10`,
    });
    // London is an hour ahead of Greenwich in summer: 22:30 UTC is still the ninth there, an hour later it is the tenth.
    await testApp.moveClock(`${year}-07-09T22:30:00Z`);
    expect(await onceOnly('consent-reminders')).toBe(1);
    const days = async () =>
      (
        await testApp.asOwner<{ days: number }>(
          'select days from consent_warnings where episode_id = $1 order by 1',
          [episodeId],
        )
      ).map((row) => row.days);
    expect(await days()).toEqual([14]);
    await testApp.moveClock(`${year}-07-09T23:30:00Z`);
    expect(await onceOnly('consent-reminders')).toBe(1);
    expect(await days()).toEqual([0, 14]);
    expect(await subjectsFor(testApp, 'healthVisitor', episodeId)).toEqual([
      'Consent to share ends soon',
      'Consent to share ends today',
    ]);
  }, 30_000);

  it('seals the new entries of the access log', async () => {
    await writeEntries(testApp, 'schoolTeacher', 3);
    expect(await onceOnly('access-log-sealing')).toBeGreaterThanOrEqual(3);
    expect(
      await counted('audit.entries e where not exists (select from audit.leaves l where l.entry_id = e.id)'),
    ).toBe(0);
  });

  it('looks for odd access', async () => {
    await runJob(testApp, 'access-watch');
    const before = await counted('access_concerns');
    await onceOnly('access-watch');
    expect(await counted('access_concerns')).toBe(before);
  });

  it('tells the proposer when the manager who was asked can no longer approve the closure', async () => {
    const [lapses, waits] = [await episodeOfMonthAgo(testApp), await episodeOfMonthAgo(testApp)];
    const { practitionerId } = await testApp.actor('healthManager');
    const id = await proposedClosure(testApp, lapses, { managerId: practitionerId });
    const other = await proposedClosure(testApp, waits, { managerId: practitionerId });
    expect(await onceOnly('closure-proposal-lapses')).toBe(0);
    await testApp.asOwner('update team_members set left_at = now() where episode_id = $1', [
      lapses.episodeId,
    ]);
    expect(await onceOnly('closure-proposal-lapses')).toBe(1);
    const teacher = await testApp.as('schoolTeacher');
    const status = async (proposal: string): Promise<string> =>
      (await teacher.get(`/closure-proposals/${proposal}`)).body.status as string;
    expect([await status(id), await status(other)]).toEqual(['lapsed', 'awaiting_approval']);
    const subject = 'The manager can no longer approve your closure';
    const subjectsTo = async (persona: string, { episodeId }: { episodeId: string }) =>
      (await subjectsFor(testApp, persona, episodeId)).filter((one) => one === subject);
    expect(await subjectsTo('schoolTeacher', lapses)).toEqual([subject]);
    expect(await subjectsTo('schoolTeacher', waits)).toEqual([]);
    expect(await subjectsTo('healthManager', lapses)).toEqual([]);
    const browser = await testApp.browse('schoolTeacher');
    const page = (await browser.get(`/episodes/${lapses.episodeId}/closure`)).text;
    expect(page).toContain('can no longer approve this closure');
    expect(page).toContain('No one has answered for a month.');
    expect(await proposedClosure(testApp, lapses)).not.toBe(id);
  }, 60_000);

  it('tells a coordinator who proposed it, though they do not work with the family', async () => {
    const episode = await episodeOfMonthAgo(testApp);
    const { practitionerId } = await testApp.actor('healthManager');
    await proposedClosure(testApp, episode, { managerId: practitionerId }, 'coordinatorNwl');
    await testApp.asOwner('update team_members set left_at = now() where episode_id = $1', [
      episode.episodeId,
    ]);
    expect(await onceOnly('closure-proposal-lapses')).toBe(1);
    const subject = 'The manager can no longer approve your closure';
    expect(await subjectsFor(testApp, 'coordinatorNwl', episode.episodeId)).toContain(subject);
    expect(await subjectsFor(testApp, 'schoolTeacher', episode.episodeId)).not.toContain(subject);
    expect(await subjectsFor(testApp, 'coordinatorCharnwood', episode.episodeId)).toEqual([]);
  }, 60_000);

  it('sends no link to a proposer for whom it no longer opens anything', async () => {
    const episode = await episodeOfMonthAgo(testApp);
    const { practitionerId } = await testApp.actor('healthManager');
    await proposedClosure(testApp, episode, { managerId: practitionerId });
    const before = await subjectsFor(testApp, 'schoolTeacher', episode.episodeId);
    await testApp.asOwner('update team_members set left_at = now() where episode_id = $1', [
      episode.episodeId,
    ]);
    for (const table of ['lead_professional_appointments', 'authorships'])
      await testApp.asOwner(
        `update ${table} set ended_at = now() where episode_id = $1 and ended_at is null`,
        [episode.episodeId],
      );
    expect(await onceOnly('closure-proposal-lapses')).toBe(1);
    expect(await subjectsFor(testApp, 'schoolTeacher', episode.episodeId)).toEqual(before);
  }, 60_000);

  it('passes on what a person did in a post that came to its last day, and marks them as left', async () => {
    const { episodeId } = await openedEpisode(testApp, 'healthVisitor');
    const { practitionerId, postId } = await testApp.actor('healthVisitor');
    expect(await onceOnly('ended-posts')).toBe(0);
    const administrator = await testApp.as('agencyAdministrator');
    const path = `/practitioners/${practitionerId}/posts/${postId}`;
    const lastDayOn = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
    const { etag } = await administrator.get(path);
    expect((await administrator.patch(path, { lastDayOn }, { ifMatch: etag! })).status).toBe(200);
    expect(await onceOnly('ended-posts')).toBe(0);
    await testApp.moveClock(new Date(Date.now() + 5 * 86_400_000).toISOString());
    expect(await onceOnly('ended-posts')).toBe(1);
    expect(await counted('practitioners where id = $1 and left_at is not null', [practitionerId])).toBe(1);
    for (const persona of ['healthManager', 'coordinatorNwl'])
      expect([persona, await subjectsFor(testApp, persona, episodeId)]).toEqual([
        persona,
        ['Changes to a colleague’s work'],
      ]);
    // A last day set by mistake is undone like any departure.
    const listed = (await administrator.get('/departures')).body.items as { id: string }[];
    expect(listed.map(({ id }) => id)).toEqual([practitionerId]);
    expect(
      await testApp.asOwner(
        'select left_unassigned, recorded_by, ended_before from departures where post_id = $1',
        [postId],
      ),
    ).toEqual([{ left_unassigned: true, recorded_by: null, ended_before: null }]);
    const undone = await administrator.post(`/practitioners/${practitionerId}/departures/undoing`);
    expect(undone.status).toBe(201);
    const { items } = (await administrator.get(`/practitioners/${practitionerId}/posts`)).body as {
      items: { status: string; role: string; endedAt: string | null }[];
    };
    expect(items.map(({ role, status, endedAt }) => [role, status, endedAt === null])).toEqual([
      ['practitioner', 'current', true],
      ['practitioner', 'ended', false],
    ]);
    expect(await counted('practitioners where id = $1 and left_at is not null', [practitionerId])).toBe(0);
    expect(await onceOnly('ended-posts')).toBe(0);
  }, 60_000);

  it('settles the others when one person’s posts cannot be settled, and tries that person again', async () => {
    const administrator = await testApp.as('agencyAdministrator');
    const people: string[] = [];
    for (const name of ['Invented First', 'Invented Second']) {
      const { body } = await administrator.post('/practitioners', {
        name,
        jobTitle: 'Nurse',
        role: 'practitioner',
      });
      people.push(body.id as string);
    }
    await testApp.asOwner('update posts set ended_at = began_at where practitioner_id = any($1)', [people]);
    await testApp.asOwner(
      `alter table practitioners add constraint invented check (id <> '${people[0]}' or left_at is null) not valid`,
    );
    const left = (person: string) => counted('practitioners where id = $1 and left_at is not null', [person]);
    expect(await onceOnly('ended-posts')).toBe(1);
    expect([await left(people[0]!), await left(people[1]!)]).toEqual([0, 1]);
    await testApp.asOwner('alter table practitioners drop constraint invented');
    expect(await onceOnly('ended-posts')).toBe(1);
    expect(await left(people[0]!)).toBe(1);
  }, 60_000);

  it('passes on an action of a person whose agency’s consent has run out', async () => {
    const year = new Date().getUTCFullYear() + 1;
    await testApp.moveClock(`${year}-06-20T09:00:00Z`);
    await runJob(testApp, 'ended-posts');
    const { episodeId, outcomeId } = await deliveringEpisode(testApp, 'schoolTeacher', ['schoolTeacher']);
    await agrees(testApp, episodeId, 'schoolTeacher', ['schoolTeacher', 'housingOfficer'], undefined, {
      validUntil: `${year}-07-10`,
    });
    const teacher = await testApp.as('schoolTeacher');
    const { practitionerId } = await testApp.actor('housingOfficer');
    const member = await teacher.post(`/episodes/${episodeId}/team`, { practitionerId, teamRole: 'member' });
    const action = await teacher.post(`/episodes/${episodeId}/plan/actions`, {
      ...{ outcomeId, description: 'Weekly programme', doerPractitionerId: practitionerId },
      dueOn: `${year}-08-01`,
    });
    expect([member.status, action.status]).toEqual([201, 201]);
    const doer = async () =>
      (
        await testApp.asOwner<{ id: string }>(
          'select doer_practitioner_id as id from plan_actions where id = $1',
          [action.body.id],
        )
      )[0]!.id;
    expect(await onceOnly('ended-posts')).toBe(0);
    expect(await doer()).toBe(practitionerId);
    await testApp.moveClock(`${year}-07-12T09:00:00Z`);
    expect(await onceOnly('ended-posts')).toBe(1);
    expect(await doer()).toBe((await testApp.actor('schoolTeacher')).practitionerId);
  }, 60_000);

  it('passes on the meeting of a deputy whose last day is over', async () => {
    const { episodeId } = await deliveringEpisode(testApp, 'schoolTeacher', ['housingOfficer']);
    const teacher = await testApp.as('schoolTeacher');
    const [me, deputy] = [await testApp.actor('schoolTeacher'), await testApp.actor('castleRockAssistant')];
    await testApp.asOwner(
      `insert into lead_professional_appointments (id, episode_id, practitioner_id, agency_id, began_at)
       values (gen_random_uuid(), $1, $2, $3, now() - interval '1 minute')`,
      [episodeId, me.practitionerId, me.agencyId],
    );
    const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    const made = [
      await teacher.post(`/episodes/${episodeId}/lead-professional/deputies`, {
        ...{ practitionerId: deputy.practitionerId, beginsOn: day(0), endsOn: day(3) },
      }),
      await teacher.post(`/episodes/${episodeId}/meetings`, {
        ...{ kind: 'review', startsAt: `${day(10)}T10:00:00Z`, purpose: 'Plan', place: 'School' },
        chairId: deputy.practitionerId,
      }),
    ];
    expect(made.map(({ status }) => status)).toEqual([201, 201]);
    const chair = async () =>
      (
        await testApp.asOwner<{ id: string }>('select chair_id as id from tac_meetings where id = $1', [
          made[1]!.body.id,
        ])
      )[0]!.id;
    await runJob(testApp, 'ended-posts');
    expect(await chair()).toBe(deputy.practitionerId);
    await testApp.moveClock(new Date(Date.now() + 5 * 86_400_000).toISOString());
    expect(await onceOnly('ended-posts')).toBe(1);
    expect(await chair()).toBe(me.practitionerId);
  }, 60_000);

  it('reminds an agency’s administrator to confirm its people, once a month until they do', async () => {
    const { practitionerId, agencyId } = await testApp.actor('agencyAdministrator');
    const reminders = () =>
      counted("messages where recipient_id = $1 and href = '/people/confirmation'", [practitionerId]);
    const administrators = async () =>
      counted("(select distinct practitioner_id from posts where role = 'agency_administrator') a");
    expect(await onceOnly('people-confirmations')).toBe(await administrators());
    expect(await reminders()).toBe(1);
    await testApp.moveClock(new Date(Date.now() + 31 * 86_400_000).toISOString());
    await testApp.asOwner(
      'insert into people_confirmations values (gen_random_uuid(), $1, $2, platform.now(), 1)',
      [agencyId, practitionerId],
    );
    expect(await onceOnly('people-confirmations')).toBe((await administrators()) - 1);
    expect(await reminders()).toBe(1);
  }, 60_000);

  it('announces the end of emergency access, not before it comes and never one that was ended by hand', async () => {
    const { episodeId } = await ledEpisode(testApp);
    expect((await askInEmergency(testApp, 'frontDoor', episodeId)).status).toBe(201);
    const ended = await askInEmergency(testApp, 'frontDoor', (await ledEpisode(testApp)).episodeId);
    expect(
      (await (await testApp.as('frontDoor')).post(`/emergency-accesses/${ended.body.id}/ending`)).status,
    ).toBe(200);
    const subjects = async (persona: string): Promise<string[]> =>
      (
        await testApp.asOwner<{ subject: string }>(
          `select subject from messages where recipient_id = $1 and subject ~ 'has ended|reviewer|review$' order by sent_at`,
          [(await testApp.actor(persona)).practitionerId],
        )
      ).map(({ subject }) => subject);
    await testApp.moveClock(later(3.9));
    expect(await onceOnly('emergency-access-lapses')).toBe(0);
    await testApp.moveClock(later(4.1));
    expect(await onceOnly('emergency-access-lapses')).toBe(1);
    expect(await subjects('frontDoor')).toEqual(['Your emergency access has ended']);
    expect(await subjects('governance')).toEqual(['Emergency access needs a reviewer']);
    expect(await subjects('schoolTeacher')).toEqual([]);
    const [{ words }] = (await testApp.asOwner<{ words: string }>(
      `select string_agg(body || coalesce(href, ''), ' ') as words from messages where subject ~ 'has ended|reviewer'`,
    )) as [{ words: string }];
    expect(words).not.toContain(episodeId);
    expect(words).not.toMatch(/Test\d|Invented/);
    await testApp.moveClock(later(24 * 9));
    await testApp.asOwner('delete from jobs.announced_lapses');
    expect(await runJob(testApp, 'emergency-access-lapses')).toBe(0);
  }, 60_000);

  it('removes expired sessions, tokens and sign-in attempts, and no others', async () => {
    await runJob(testApp, 'sign-in-expiry');
    const teacher = await testApp.as('schoolTeacher');
    const browser = await testApp.browse('schoolTeacher');
    const here = async (): Promise<number[]> => [
      await counted('auth.sessions'),
      await counted('auth.tokens'),
      await counted('auth.attempts'),
    ];
    await testApp.asOwner(
      `insert into auth.attempts values ('live', 1, extract(epoch from now() + interval '1 minute') * 1000)`,
    );
    const before = await here();
    await testApp.asOwner(`
      insert into auth.sessions values ('dead', '{}', now() - interval '25 hours');
      insert into auth.tokens select '\\xdead', account_id, post_id, now() - interval '9 hours', now() - interval '1 second' from auth.tokens limit 1;
      insert into auth.attempts values ('dead', 8, extract(epoch from now() - interval '1 second') * 1000)`);
    expect(await onceOnly('sign-in-expiry')).toBe(3);
    expect(await here()).toEqual(before);
    expect((await teacher.get('/practitioners')).status).toBe(200);
    expect((await browser.get('/help')).text).toContain('Sign out');
  }, 30_000);

  it('removes stored idempotent answers after a day, and repeats younger ones', async () => {
    const visitor = await testApp.as('healthVisitor');
    const { items } = (await visitor.get('/localities')).body as { items: { id: string }[] };
    const child = (givenNames: string, dateOfBirth: string) => ({
      ...{ givenNames, familyName: `${givenNames}field`, sex: 'F', dateOfBirth, localityId: items[0]!.id },
    });
    const [older, younger] = [child('Quill', '2012-02-02'), child('Zinnia', '2019-09-09')];
    const first = await visitor.post('/children', older, { key: 'a day old' });
    expect(first.status).toBe(201);
    await testApp.asOwner("update idempotent_answers set answered_at = answered_at - interval '25 hours'");
    const second = await visitor.post('/children', younger, { key: 'of today' });
    expect(second.status).toBe(201);
    expect(await onceOnly('idempotent-answer-expiry')).toBe(1);
    expect(await counted('idempotent_answers')).toBe(1);
    expect((await visitor.post('/children', younger, { key: 'of today' })).body.id).toBe(second.body.id);
  }, 30_000);
});
