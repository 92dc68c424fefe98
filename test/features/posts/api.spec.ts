import { openedEpisode } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

/** Posts have dates: one begins when another ends, cover ends by itself, and history stays. */
let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 120_000);
afterAll(() => testApp.close());

const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

interface Post {
  readonly id: string;
  readonly role: string;
  readonly status: string;
  readonly beganAt: string;
  readonly endedAt: string | null;
}
const postsOf = async (persona: string): Promise<{ path: string; posts: Post[] }> => {
  const { practitionerId } = await testApp.actor(persona);
  const path = `/practitioners/${practitionerId}/posts`;
  return { path, posts: (await (await testApp.as('agencyAdministrator')).get(path)).body.items };
};

it('a change of role ends the post and begins the new one at the same instant, and the old session is over', async () => {
  const administrator = await testApp.as('agencyAdministrator');
  const nurse = await testApp.as('schoolNurse');
  const { path, posts } = await postsOf('schoolNurse');
  const [{ id }] = posts as [Post];
  const read = await administrator.get(`${path}/${id}`);
  const changed = await administrator.patch(`${path}/${id}`, { role: 'manager' }, { ifMatch: read.etag! });
  expect([changed.status, changed.body.role, changed.body.status]).toEqual([200, 'manager', 'current']);
  expect(
    (await administrator.patch(`${path}/${id}`, { role: 'manager' }, { ifMatch: read.etag! })).status,
  ).toBe(409);
  const after = (await postsOf('schoolNurse')).posts;
  expect(after.map(({ role, status }) => `${role} ${status}`)).toEqual([
    'manager current',
    'practitioner ended',
  ]);
  expect(after[1]!.endedAt).toBe(after[0]!.beganAt);
  expect((await nurse.get('/localities')).status).toBe(401);
  expect((await administrator.get('/departures')).body.items).toEqual([]);
});

it('a change that was made to another version of the post is refused', async () => {
  const administrator = await testApp.as('agencyAdministrator');
  const { path, posts } = await postsOf('healthManager');
  const [{ id }] = posts as [Post];
  const { etag } = await administrator.get(`${path}/${id}`);
  expect(
    (await administrator.patch(`${path}/${id}`, { lastDayOn: day(40) }, { ifMatch: etag! })).status,
  ).toBe(200);
  expect(
    (await administrator.patch(`${path}/${id}`, { lastDayOn: day(50) }, { ifMatch: etag! })).status,
  ).toBe(412);
});

it('a person with work that the new role cannot carry keeps the role until it is handed over', async () => {
  const administrator = await testApp.as('agencyAdministrator');
  const { episodeId } = await openedEpisode(testApp, 'healthVisitor');
  const { path, posts } = await postsOf('healthVisitor');
  const { etag } = await administrator.get(`${path}/${posts[0]!.id}`);
  const refused = await administrator.patch(
    `${path}/${posts[0]!.id}`,
    { role: 'business_support' },
    { ifMatch: etag! },
  );
  expect([refused.status, refused.body.errors[0].field]).toEqual([409, 'author']);
  expect(refused.text).not.toContain(episodeId);
  expect((await postsOf('healthVisitor')).posts.map(({ status }) => status)).toEqual(['current']);
  const moved = await administrator.patch(
    `${path}/${posts[0]!.id}`,
    { role: 'panel_member', teamId: null },
    { ifMatch: etag! },
  );
  expect(moved.status).toBe(200);
  const open = await testApp.asOwner('select 1 from authorships where episode_id = $1 and ended_at is null', [
    episodeId,
  ]);
  expect(open).toHaveLength(1);
});

it('a role that changes on a later day is announced to the managers, if it cannot carry the open work', async () => {
  const administrator = await testApp.as('agencyAdministrator');
  const { path, posts } = await postsOf('healthVisitor');
  const { id } = posts.find(({ status }) => status === 'current')!;
  const changeOn = async (role: string, beginsOn: string): Promise<string[]> => {
    await testApp.asOwner('delete from messages');
    const { etag } = await administrator.get(`${path}/${id}`);
    const changed = await administrator.patch(`${path}/${id}`, { role, beginsOn }, { ifMatch: etag! });
    expect([role, changed.status, changed.body.status]).toEqual([role, 200, 'to come']);
    const told = await testApp.asOwner<{ body: string }>(
      'select body from messages where recipient_id = $1 and href = $2',
      [
        (await testApp.actor('healthManager')).practitionerId,
        path.replace('practitioners', 'hand-overs').replace('/posts', ''),
      ],
    );
    return told.map(({ body }) => body);
  };
  expect(await changeOn('practitioner', day(5))).toEqual([]);
  const { name } = await testApp.actor('healthVisitor');
  expect(await changeOn('business_support', day(3))).toEqual([
    `${name} is about to change role. Hand over their work with families before then.`,
  ]);
  const now = (await postsOf('healthVisitor')).posts.filter(({ status }) => status === 'current');
  expect(now.map(({ role }) => role)).toEqual(['panel_member']);
});

it('a post that begins later opens nothing before, and cover closes by itself afterwards', async () => {
  const administrator = await testApp.as('agencyAdministrator');
  const { practitionerId: covered } = await testApp.actor('healthManager');
  const added = await administrator.post('/practitioners', {
    ...{ name: 'Invented Cover', jobTitle: 'Nurse', role: 'practitioner', beginsOn: day(3) },
  });
  expect([added.status, added.body.startsAt]).toEqual([201, expect.any(String)]);
  const person = added.body.id as string;
  const path = `/practitioners/${person}/posts`;
  const endless = await administrator.post(path, { role: 'manager', coversFor: covered });
  expect([endless.status, endless.body.errors[0].field]).toEqual([422, 'lastDayOn']);
  const cover = { role: 'manager', coversFor: covered, beginsOn: day(3), lastDayOn: day(9) };
  expect((await administrator.post(path, cover)).status).toBe(201);
  const found = async (): Promise<number> =>
    (await (await testApp.as('schoolTeacher')).get('/practitioners?name=Invented%20Cover')).body.items.length;
  const worksAs = async (role: string): Promise<boolean> =>
    (
      await testApp.asOwner<{ held: boolean }>(
        `select exists (select from posts o where o.practitioner_id = $1 and o.role = $2 and platform.is_now(o.began_at, o.ended_at)) as held`,
        [person, role],
      )
    )[0]!.held;
  expect([await found(), await worksAs('manager')]).toEqual([0, false]);
  await testApp.moveClock(`${day(4)}T12:00:00Z`);
  expect([await found(), await worksAs('manager')]).toEqual([1, true]);
  await testApp.moveClock(`${day(11)}T12:00:00Z`);
  expect([await found(), await worksAs('manager')]).toEqual([1, false]);
  await testApp.asOwner('select access.settle_ended_posts()');
  expect(await testApp.asOwner('select left_at from practitioners where id = $1', [person])).toEqual([
    { left_at: null },
  ]);
  await testApp.moveClock();
});

it('another agency’s administrator and a practitioner see and change no posts', async () => {
  const { path, posts } = await postsOf('healthVisitor');
  const teacher = await testApp.as('schoolTeacher');
  expect((await teacher.get(path)).status).toBe(403);
  expect((await teacher.post(path, { role: 'manager' })).status).toBe(403);
  await expect(
    testApp.sql('agencyAdministrator', 'update posts set ended_at = platform.now() where id = $1', [
      posts[0]!.id,
    ]),
  ).rejects.toThrow(/row-level security/);
  const { practitionerId } = await testApp.actor('schoolTeacher');
  expect(
    (await (await testApp.as('agencyAdministrator')).get(`/practitioners/${practitionerId}/posts`)).status,
  ).toBe(404);
});

it('by SQL too an administrator ends a post on a later day only, so that what is open is handed over first', async () => {
  const { posts } = await postsOf('healthManager');
  const [{ id }] = posts as [Post];
  const end = (moment: string) =>
    testApp.sql('agencyAdministrator', `update posts set ended_at = ${moment} where id = $1 returning id`, [
      id,
    ]);
  for (const moment of [
    'platform.now()',
    "platform.now() + interval '1 microsecond'",
    "platform.now() + interval '1 minute'",
    "platform.london_instant(platform.london_date(platform.now()) + 1) + interval '1 second'",
    'platform.london_instant(platform.london_date(platform.now()))',
  ])
    await expect(end(moment).then(() => moment)).rejects.toThrow(/row-level security/);
  expect(await end('platform.london_instant(platform.london_date(platform.now()) + 1)')).toEqual([{ id }]);
  expect(await end('null')).toEqual([{ id }]);
  // An end that another source has set stays as it is when only the version changes.
  await testApp.asOwner("update posts set ended_at = now() + interval '9 days 1 second' where id = $1", [id]);
  expect(await end('ended_at')).toEqual([{ id }]);
  await testApp.asOwner('update posts set ended_at = null where id = $1', [id]);
});

it('an administrator changes their own post from a later day only, since their session ends with it', async () => {
  const administrator = await testApp.as('agencyAdministrator');
  const { path, posts } = await postsOf('agencyAdministrator');
  const [{ id }] = posts as [Post];
  const [locality] = (await administrator.get('/localities')).body.items as [{ id: string }];
  const change = async (more: object) =>
    administrator.patch(
      `${path}/${id}`,
      { localityId: locality.id, ...more },
      { ifMatch: (await administrator.get(`${path}/${id}`)).etag! },
    );
  const today = await change({});
  expect([today.status, today.body.detail]).toEqual([
    409,
    'You cannot change your own post from today. Enter a later day, or ask another administrator of the agency.',
  ]);
  expect((await change({ beginsOn: day(3) })).status).toBe(200);
});
