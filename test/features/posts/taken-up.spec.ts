import { agrees, atStatus, openedEpisode } from '../../support/scenarios.js';
import { ApiClient } from '../../support/api-client.js';
import { Browser } from '../../support/browser.js';
import { openTestApp, usernameOf, type TestApp } from '../../support/test-app.js';
import { DEMO_PASSWORD } from '../../../apps/console/src/seed/index.js';

/** A person of another agency takes up a post with the account that they have. */
const GOOD = 'otter lantern biscuit';
let testApp: TestApp;
let administrator: ApiClient;
beforeAll(async () => {
  testApp = await openTestApp();
  administrator = await testApp.as('agencyAdministrator');
}, 120_000);
afterAll(() => testApp.close());
beforeEach(() => testApp.asOwner('delete from auth.attempts'));

const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

let count = 0;
/** A person whom the administrator adds and invites, with the secret of the link. */
async function invited(more: object = {}): Promise<{ id: string; name: string; secret: string }> {
  const name = `Invited Person ${++count}`;
  const added = await administrator.post('/practitioners', {
    ...{ name, jobTitle: 'Nurse', role: 'practitioner', email: `invited.${count}@health.example`, ...more },
  });
  expect([added.status, added.text]).toEqual([201, expect.any(String)]);
  const id = added.body.id as string;
  const { invitationPath } = (await administrator.get(`/practitioners/${id}/account`)).body;
  return { id, name, secret: String(invitationPath).split('/').at(-1)! };
}

const openPosts = (practitionerId: string): Promise<{ agencyId: string; role: string }[]> =>
  testApp.asOwner(
    `select agency_id as "agencyId", role from posts where practitioner_id = $1 and (ended_at is null or ended_at > now())
     order by began_at, id`,
    [practitionerId],
  );
/** Takes back what a test gave this person at the administrator's agency. */
async function withoutPostHere(persona: string): Promise<void> {
  const [{ practitionerId }, { agencyId }] = [
    await testApp.actor(persona),
    await testApp.actor('agencyAdministrator'),
  ];
  await testApp.asOwner('delete from posts where practitioner_id = $1 and agency_id = $2', [
    practitionerId,
    agencyId,
  ]);
}
const namesOffered = async (name: string): Promise<string[]> =>
  (
    await (await testApp.as('healthVisitor')).get(`/practitioners?name=${encodeURIComponent(name)}`)
  ).body.items.map((one: { name: string }) => one.name);

describe('a person with an account at another agency', () => {
  afterEach(() => withoutPostHere('schoolTeacher'));

  it('takes up the post: it is theirs, the person who was added is in no list, and the link is used up', async () => {
    const teacher = await testApp.actor('schoolTeacher');
    const { agencyId } = await testApp.actor('agencyAdministrator');
    const { id, name, secret } = await invited({ lastDayOn: day(90) });
    expect(await namesOffered(name)).toEqual([name]);
    const client = await testApp.as('schoolTeacher');
    const offer = await client.get(`/invitations/${secret}/posts`);
    expect(offer.body).toMatchObject({ name, obstacle: null, posts: [{ role: 'practitioner' }] });
    const taken = await client.post(`/invitations/${secret}/posts`, {});
    expect([taken.status, taken.text]).toEqual([201, expect.any(String)]);

    expect(await openPosts(teacher.practitionerId)).toEqual([
      { agencyId: teacher.agencyId, role: 'practitioner' },
      { agencyId, role: 'practitioner' },
    ]);
    expect(await openPosts(id)).toEqual([]);
    expect(await namesOffered(name)).toEqual([]);
    const people = (await (await testApp.browse('agencyAdministrator')).get('/people')).text;
    expect(people).not.toContain(id);
    expect(people).toContain(teacher.practitionerId);
    expect((await administrator.get(`/practitioners/${id}`)).status).toBe(404);
    const posts = (await administrator.get(`/practitioners/${teacher.practitionerId}/posts`)).body.items;
    expect(posts).toMatchObject([{ role: 'practitioner', status: 'current', endedAt: expect.any(String) }]);
    expect((await administrator.get('/departures')).text).not.toContain(id);
    // The sessions that they have go on: nothing that they had was taken from them.
    expect((await client.get('/me')).status).toBe(200);

    expect((await client.post(`/invitations/${secret}/posts`, {})).status).toBe(404);
    expect((await client.get(`/invitations/${secret}/posts`)).status).toBe(404);
    const stranger = new ApiClient(testApp.server, '');
    expect((await stranger.post(`/invitations/${secret}/acceptance`, { password: GOOD })).status).toBe(404);
    const entries = await testApp.asOwner(
      "select practitioner_id, detail from audit.entries where act = 'take up post' and subject_id = $1",
      [teacher.practitionerId],
    );
    expect(entries).toEqual([{ practitioner_id: teacher.practitionerId, detail: { addedAs: id } }]);
  });

  it('is known to the new agency only once they took it up, and the agency they have is told nothing', async () => {
    const teacher = await testApp.actor('schoolTeacher');
    // The address of an account that exists elsewhere, and one that no account has: the administrator sees the same.
    const accountOf = async (email: string): Promise<object> => {
      const { id } = await invited({ email });
      const { body } = await administrator.get(`/practitioners/${id}/account`);
      const ofEach = ['practitionerId', 'email', 'invitationPath', 'invitationExpiresAt'];
      return Object.fromEntries(Object.entries(body).filter(([name]) => !ofEach.includes(name)));
    };
    const known = 'teacher@school.example';
    await testApp.asOwner('update auth.accounts set email = $2 where practitioner_id = $1', [
      teacher.practitionerId,
      known,
    ]);
    expect(await accountOf(known)).toEqual(await accountOf('no.one@nowhere.example'));

    await testApp.asOwner('delete from messages');
    const { name, secret } = await invited();
    expect(await testApp.asOwner('select from messages')).toEqual([]);
    await (await testApp.as('schoolTeacher')).post(`/invitations/${secret}/posts`, {});
    const told = await testApp.asOwner<{ recipient_id: string; href: string; body: string }>(
      'select recipient_id, href, body from messages',
    );
    const { practitionerId } = await testApp.actor('agencyAdministrator');
    expect(told).toEqual([
      {
        ...{ recipient_id: practitionerId, href: `/people/${teacher.practitionerId}` },
        body: expect.stringContaining(`took up the post that you gave ${name}`),
      },
    ]);
    expect((await administrator.get(`/practitioners/${teacher.practitionerId}/account`)).body).toMatchObject({
      worksForSeveral: true,
      resetPath: null,
    });
  });

  it('does so by pages: they sign in, read what it means, and switch to it', async () => {
    const { secret } = await invited();
    const browser = Browser.stranger(testApp.server);
    const link = `/invitations/${secret}`;
    expect((await browser.get(link)).text).toContain(`href="${link}/own-account"`);
    const asked = await browser.get(`${link}/own-account`);
    expect([asked.status, asked.location]).toEqual([
      303,
      `/sign-in?next=${encodeURIComponent(`${link}/own-account`)}`,
    ]);
    const signedIn = await browser.submit(
      '/sign-in',
      { username: usernameOf('schoolTeacher'), password: DEMO_PASSWORD, next: `${link}/own-account` },
      asked.location,
    );
    expect(signedIn.location).toBe(`${link}/own-account`);
    const page = (await browser.get(`${link}/own-account`)).text;
    expect(page).toContain('Take up this post');
    expect(page).toContain('ask its administrator to set your last day');
    const done = await browser.submit(`${link}/own-account`, {}, `${link}/own-account`);
    expect([done.status, done.location]).toEqual([303, '/switch-post']);
    const posts = (await browser.get('/switch-post')).text;
    const wanted =
      /name="post" value="([0-9a-f-]{36})">\s*<p[^>]*><strong>[^<]*<\/strong>[^<]*\s*<button/.exec(
        posts,
      )![1]!;
    expect((await browser.submit('/switch-post', { post: wanted }, '/switch-post')).location).toBe('/');
    const { agencyName } = await testApp.actor('agencyAdministrator');
    expect((await browser.get('/')).text).toContain(agencyName);
    expect((await browser.get(`${link}/own-account`)).status).toBe(404);
  });

  it('of ten presses one takes it up, and no account begins beside it', async () => {
    const { id, secret } = await invited();
    const client = await testApp.as('schoolTeacher');
    const stranger = new ApiClient(testApp.server, '');
    const answers = await Promise.all([
      ...Array.from({ length: 5 }, () => client.post(`/invitations/${secret}/posts`, {})),
      ...Array.from({ length: 5 }, () =>
        stranger.post(`/invitations/${secret}/acceptance`, { password: GOOD }),
      ),
    ]);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const accounts = await testApp.asOwner('select from auth.accounts where practitioner_id = $1', [id]);
    const [{ many }] = (await testApp.asOwner(
      `select count(*)::int as many from posts where agency_id = $1 and practitioner_id in ($2, $3) and ended_at is null`,
      [
        (await testApp.actor('agencyAdministrator')).agencyId,
        id,
        (await testApp.actor('schoolTeacher')).practitionerId,
      ],
    )) as [{ many: number }];
    expect([accounts.length <= 1, many]).toEqual([true, 1]);
  });

  it('gets a post that begins later on its first day', async () => {
    const { secret } = await invited({ beginsOn: day(3) });
    const client = await testApp.as('schoolTeacher');
    expect((await client.post(`/invitations/${secret}/posts`, {})).status).toBe(201);
    const { practitionerId } = await testApp.actor('schoolTeacher');
    expect(
      await testApp.asOwner('select from posts where practitioner_id = $1 and began_at > now()', [
        practitionerId,
      ]),
    ).toHaveLength(1);
    // Until then there is nothing to switch to.
    const posts = (await (await testApp.browse('schoolTeacher')).get('/switch-post')).text;
    expect(posts.match(/name="post"/g)).toHaveLength(1);
  });
});

describe('an invitation is not taken up with an account', () => {
  const takeUp = async (persona: string, secret: string) =>
    (await testApp.as(persona)).post(`/invitations/${secret}/posts`, {});

  it('by a person who works for that agency, nor by the administrator who sent it', async () => {
    const { id, secret } = await invited();
    const nurse = await takeUp('schoolNurse', secret);
    expect([nurse.status, nurse.body['detail']]).toEqual([
      409,
      expect.stringContaining('already work for this agency'),
    ]);
    const sender = await takeUp('agencyAdministrator', secret);
    expect([sender.status, sender.body['detail']]).toEqual([
      409,
      expect.stringContaining('sent this invitation yourself'),
    ]);
    expect(await openPosts(id)).toHaveLength(1);
    await expect(
      testApp.sql('schoolNurse', "select access.take_up_invitation(sha256(convert_to($1, 'utf8')))", [
        secret,
      ]),
    ).rejects.toThrow(/Not with this account/);
    const page = await (await testApp.browse('schoolNurse')).get(`/invitations/${secret}/own-account`);
    expect(page.text).toContain('already work for this agency');
    expect(page.text).not.toContain('Take up this post');
  });

  it('by a person whom one agency’s provider signs in: it must open no other’s records', async () => {
    const { secret } = await invited();
    const { practitionerId, agencyId } = await testApp.actor('schoolTeacher');
    await testApp.asOwner(
      `with provider as (
         insert into auth.identity_providers (id, agency_id, name, issuer, subject_claim, client_id, client_secret, is_on, changed_by, changed_at)
         values (gen_random_uuid(), $2, 'School account', 'https://school.example', 'sub', 'x', '\\x00', true, $1, now()) returning id)
       insert into auth.identity_links (id, provider_id, account_id, subject, linked_at)
       select gen_random_uuid(), provider.id, c.id, 'teacher', now() from provider, auth.accounts c where c.practitioner_id = $1`,
      [practitionerId, agencyId],
    );
    const refused = await takeUp('schoolTeacher', secret);
    await testApp.asOwner('delete from auth.identity_links');
    expect([refused.status, refused.body['detail']]).toEqual([
      409,
      expect.stringContaining('account of one agency'),
    ]);
  });

  it('of a person whom the agency’s own system keeps', async () => {
    const { id, secret } = await invited();
    await testApp.asOwner(
      `insert into auth.provisioned_people (practitioner_id, agency_id) select $1, agency_id from posts where practitioner_id = $1`,
      [id],
    );
    const refused = await takeUp('schoolTeacher', secret);
    expect([refused.status, refused.body['detail']]).toEqual([409, expect.stringContaining('own system')]);
  });

  it.each([
    ['withdrawn', 'update auth.invitations set withdrawn_at = now() where practitioner_id = $1'],
    [
      'expired',
      "update auth.invitations set expires_at = now() - interval '1 second' where practitioner_id = $1",
    ],
    [
      'for a post that has ended',
      "update posts set ended_at = greatest(began_at, now() - interval '1 ms') where practitioner_id = $1",
    ],
    ['for a person who has left', 'update practitioners set left_at = now() where id = $1'],
  ])('that is %s, which answers as an invented one does', async (_what, change) => {
    const { id, secret } = await invited();
    await testApp.asOwner(change, [id]);
    const answers = [await takeUp('schoolTeacher', secret), await takeUp('schoolTeacher', 'x'.repeat(43))];
    const bodies = answers.map(({ status, body }) => [status, body['detail'], body['title']]);
    expect(bodies[0]).toEqual(bodies[1]);
    expect(bodies[0]![0]).toBe(404);
  });

  it('by a suspended person, nor without signing in', async () => {
    const { secret } = await invited();
    const client = await testApp.as('schoolTeacher');
    const { practitionerId } = await testApp.actor('schoolTeacher');
    await testApp.asOwner('update auth.accounts set suspended_at = now() where practitioner_id = $1', [
      practitionerId,
    ]);
    const suspended = await client.post(`/invitations/${secret}/posts`, {});
    const raw = await testApp.sql<{ taken: string | null }>(
      'schoolTeacher',
      "select access.take_up_invitation(sha256(convert_to($1, 'utf8'))) as taken",
      [secret],
    );
    await testApp.asOwner('update auth.accounts set suspended_at = null where practitioner_id = $1', [
      practitionerId,
    ]);
    expect([suspended.status, raw]).toEqual([401, [{ taken: null }]]);
    expect((await new ApiClient(testApp.server, '').post(`/invitations/${secret}/posts`, {})).status).toBe(
      401,
    );
  });
});

describe('what families decided and gave meanwhile', () => {
  afterEach(() => withoutPostHere('schoolTeacher'));

  /** A family of children's services that shares with the administrator's agency; the person added is in its team. */
  async function familyOf(id: string) {
    const { episodeId } = await openedEpisode(testApp, 'familySupportWorker');
    await agrees(testApp, episodeId, 'familySupportWorker', ['healthManager']);
    const worker = await testApp.as('familySupportWorker');
    const member = await worker.post(`/episodes/${episodeId}/team`, {
      practitionerId: id,
      teamRole: 'key_worker',
    });
    expect([member.status, member.text]).toEqual([201, expect.any(String)]);
    return { episodeId, worker };
  }
  const teamOf = async (episodeId: string): Promise<string[]> =>
    (
      await testApp.asOwner<{ practitioner_id: string }>(
        'select practitioner_id from team_members where episode_id = $1 and left_at is null',
        [episodeId],
      )
    ).map(({ practitioner_id }) => practitioner_id);
  const reads = async (episodeId: string): Promise<boolean> => {
    const { practitionerId } = await testApp.actor('schoolTeacher');
    const [{ reaches }] = (await testApp.asOwner(
      'select access.reaches_tier($1, $2, 1::smallint) as reaches',
      [episodeId, practitionerId],
    )) as [{ reaches: boolean }];
    return reaches;
  };

  it('pass to the person who took it up: they are in the team and come to the family', async () => {
    const { practitionerId } = await testApp.actor('schoolTeacher');
    const { id, secret } = await invited();
    const { episodeId } = await familyOf(id);
    expect([await teamOf(episodeId), await reads(episodeId)]).toEqual([[id], false]);
    expect((await (await testApp.as('schoolTeacher')).post(`/invitations/${secret}/posts`, {})).status).toBe(
      201,
    );
    expect([await teamOf(episodeId), await reads(episodeId)]).toEqual([[practitionerId], true]);
    expect(await testApp.asOwner('select from access.standings where practitioner_id = $1', [id])).toEqual(
      [],
    );
  });

  it('pass with authorship, actions, the chair and invitations to meetings; days as deputy end', async () => {
    const { practitionerId } = await testApp.actor('schoolTeacher');
    const { agencyId } = await testApp.actor('agencyAdministrator');
    const { practitionerId: leadId, agencyId: leadAgencyId } = await testApp.actor('familySupportWorker');
    const { id, secret } = await invited();
    const { episodeId, worker } = await familyOf(id);
    await atStatus(testApp, episodeId, 'assessed');
    await testApp.asOwner(
      `insert into lead_professional_appointments (id, episode_id, practitioner_id, agency_id, began_at)
       values (gen_random_uuid(), $1, $2, $3, now() - interval '1 minute')`,
      [episodeId, leadId, leadAgencyId],
    );
    await testApp.asOwner(
      `insert into authorships (id, episode_id, practitioner_id, agency_id, kind, began_at)
       values (gen_random_uuid(), $1, $2, $3, 'assessor', now() - interval '1 minute')`,
      [episodeId, id, agencyId],
    );
    const must = async (path: string, body: object): Promise<string> => {
      const answer = await worker.post(`/episodes/${episodeId}/${path}`, body);
      expect([path, answer.status, answer.text]).toEqual([path, 201, expect.any(String)]);
      return answer.body.id as string;
    };
    const outcomeId = await must('plan/outcomes', {
      ...{ description: 'Sleeps better', everyChildMatters: 'be_healthy', startingScore: 3 },
    });
    const actionId = await must('plan/actions', {
      ...{ outcomeId, description: 'Sleep clinic', doerPractitionerId: id, dueOn: day(30) },
    });
    const meetingId = await must('meetings', {
      ...{ kind: 'review', startsAt: `${day(7)}T10:00:00Z`, purpose: 'Plan', place: 'School', chairId: id },
      invited: [{ practitionerId: id }],
    });
    const deputyId = await must('lead-professional/deputies', {
      ...{ practitionerId: id, beginsOn: day(0), endsOn: day(10) },
    });
    const client = await testApp.as('schoolTeacher');
    expect((await client.post(`/invitations/${secret}/posts`, {})).status).toBe(201);

    const [held] = await testApp.asOwner<object>(
      `select (select doer_practitioner_id from plan_actions where id = $1) as action,
         (select chair_id from tac_meetings where id = $2) as chair,
         (select array_agg(practitioner_id) from authorships where episode_id = $3 and kind = 'assessor' and ended_at is null) as assessors,
         (select array_agg(practitioner_id) from tac_attendances where meeting_id = $2 and attendance = 'invited') as invited,
         (select ended_at is not null from lead_professional_deputies where id = $4) as "deputyEnded",
         (select array_agg(practitioner_id) from lead_professional_deputies where episode_id = $3) as deputies`,
      [actionId, meetingId, episodeId, deputyId],
    );
    expect(held).toEqual({
      ...{ action: practitionerId, chair: practitionerId, assessors: [practitionerId] },
      ...{ invited: [practitionerId], deputyEnded: true, deputies: [id] },
    });
    expect(await testApp.asOwner('select from access.standings where practitioner_id = $1', [id])).toEqual(
      [],
    );
  });

  it.each([
    ['excluded by the name of their own account', 'own'],
    ['excluded by the name they were added with', 'added'],
  ])('keep out a person whom the family %s', async (_what, which) => {
    const { practitionerId } = await testApp.actor('schoolTeacher');
    const { id, secret } = await invited();
    const { episodeId, worker } =
      which === 'own'
        ? await familyOf(id)
        : { ...(await openedEpisode(testApp, 'familySupportWorker')), worker: null };
    await agrees(testApp, episodeId, 'familySupportWorker', ['healthManager'], ['T0', 'T1', 'T2'], {
      excludedPeople: [which === 'own' ? practitionerId : id],
    });
    expect((await (await testApp.as('schoolTeacher')).post(`/invitations/${secret}/posts`, {})).status).toBe(
      201,
    );
    expect([await teamOf(episodeId), await reads(episodeId)]).toEqual([[], false]);
    const again = await (worker ?? (await testApp.as('familySupportWorker'))).post(
      `/episodes/${episodeId}/team`,
      {
        ...{
          practitionerId,
          teamRole: 'key_worker',
          agencyId: (await testApp.actor('agencyAdministrator')).agencyId,
        },
      },
    );
    expect(again.status).not.toBe(201);
    expect(
      await testApp.asOwner(
        'select from access.exclusions where episode_id = $1 and practitioner_id = $2 and ends > now()',
        [...[episodeId, practitionerId]],
      ),
    ).toHaveLength(1);
  });

  it('keep out a person whose own relative it is', async () => {
    const { practitionerId } = await testApp.actor('schoolTeacher');
    const { id, secret } = await invited();
    const { episodeId } = await familyOf(id);
    await testApp.asOwner(
      `insert into declared_relatives (practitioner_id, child_id, relationship, declared_at)
       select $1, child_id, 'aunt', now() from episode_children where episode_id = $2`,
      [practitionerId, episodeId],
    );
    expect((await (await testApp.as('schoolTeacher')).post(`/invitations/${secret}/posts`, {})).status).toBe(
      201,
    );
    expect([await teamOf(episodeId), await reads(episodeId)]).toEqual([[], false]);
  });
});
