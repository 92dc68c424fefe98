import { openedEpisode } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 120_000);
afterAll(() => testApp.close());

const UNKNOWN_ID = '018f0000-0000-7000-8000-00000000dead';

async function appointed(episodeId: string, persona: string): Promise<void> {
  const { practitionerId, agencyId } = await testApp.actor(persona);
  await testApp.asOwner(
    `insert into lead_professional_appointments (id, episode_id, practitioner_id, agency_id, began_at)
     values (gen_random_uuid(), $1, $2, $3, now() - interval '1 minute')`,
    [episodeId, practitionerId, agencyId],
  );
}

describe('the directory', () => {
  it('lists the four levels of need and the localities for everyone signed in', async () => {
    const teacher = await testApp.as('schoolTeacher');
    expect(
      (await teacher.get('/levels-of-need')).body.items.map((level: { number: number }) => level.number),
    ).toEqual([1, 2, 3, 4]);
    expect((await teacher.get('/localities')).body.items.map((one: { name: string }) => one.name)).toContain(
      'North West Leicestershire',
    );
  });

  it('pages through all agencies without leaving one out or showing one twice', async () => {
    const teacher = await testApp.as('schoolTeacher');
    const [row] = await testApp.asOwner<{ count: number }>('select count(*)::int as count from agencies');
    const seen: string[] = [];
    for (let path: string | null = '/agencies?limit=7'; path;) {
      const { body } = await teacher.get(path);
      seen.push(...body.items.map((agency: { id: string }) => agency.id));
      path = body.next ? `/agencies?limit=7&cursor=${body.next}` : null;
    }
    expect(seen).toHaveLength(row!.count);
    expect(new Set(seen).size).toBe(row!.count);
  });

  it('lists services of one level when asked for that level', async () => {
    const { body } = await (await testApp.as('schoolTeacher')).get('/directory/services?level=2');
    expect(body.items.length).toBeGreaterThan(0);
    expect(body.items.every((service: { level: number }) => service.level === 2)).toBe(true);
  });

  it('finds colleagues by role, with name and work contact', async () => {
    const { body } = await (await testApp.as('schoolTeacher')).get('/practitioners?role=coordinator');
    expect(body.items.map((one: { id: string }) => one.id)).toContain(
      (await testApp.actor('coordinatorNwl')).practitionerId,
    );
    expect(Object.keys(body.items[0]).sort()).toEqual(['agency', 'id', 'jobTitle', 'name', 'telephone']);
  });

  it('lets the directory editor add a service, and change the version that they saw', async () => {
    const editor = await testApp.as('directoryEditor');
    const added = await editor.post('/directory/services', {
      name: 'Invented reading group',
      description: 'Reads together.',
      level: 1,
    });
    expect(added.status).toBe(201);
    expect(added.etag).toBe('"v1"');
    const path = `/directory/services/${added.body.id}`;
    expect((await editor.patch(path, { level: 2 })).status).toBe(428);
    expect((await editor.patch(path, { level: 2 }, { ifMatch: '"v1"' })).body.level).toBe(2);
    const stale = await editor.patch(path, { level: 3 }, { ifMatch: '"v1"' });
    expect([stale.status, stale.body.current.level]).toEqual([412, 2]);
  });

  it('shows each error of a service beside its field', async () => {
    const answer = await (
      await testApp.as('directoryEditor')
    ).post('/directory/services', { name: ' ', description: 'x', level: 5 });
    expect(answer.status).toBe(422);
    expect(answer.body.errors.map((error: { field: string }) => error.field).sort()).toEqual([
      'level',
      'name',
    ]);
  });

  it('is not edited by a teacher', async () => {
    const teacher = await testApp.as('schoolTeacher');
    expect(
      (await teacher.post('/directory/services', { name: 'Mine', description: 'x', level: 1 })).status,
    ).toBe(403);
    expect((await teacher.post('/agencies', { name: 'Mine', kind: 'school' })).status).toBe(403);
    expect(
      (await teacher.post('/practitioners', { name: 'Mine', jobTitle: 'x', role: 'practitioner' })).status,
    ).toBe(403);
  });

  it('gets its agencies from the system administrator', async () => {
    const administrator = await testApp.as('systemAdministrator');
    const added = await administrator.post('/agencies', { name: 'Invented Academy', kind: 'school' });
    expect(added.status).toBe(201);
    const changed = await administrator.patch(
      `/agencies/${added.body.id}`,
      { telephone: '0116 496 0000' },
      { ifMatch: added.etag! },
    );
    expect([changed.status, changed.body.telephone, changed.etag]).toEqual([200, '0116 496 0000', '"v2"']);
    expect((await administrator.post('/agencies', { name: 'invented academy', kind: 'school' })).status).toBe(
      409,
    );
  });
});

describe('the people of an agency', () => {
  it('are added by its administrator, in its own teams', async () => {
    const administrator = await testApp.as('agencyAdministrator');
    const team = await administrator.post('/teams', { name: 'Invented team' });
    const added = await administrator.post('/practitioners', {
      name: 'Invented Nurse',
      jobTitle: 'School nurse',
      role: 'practitioner',
      teamId: team.body.id,
    });
    expect([team.status, added.status]).toEqual([201, 201]);
    const { body } = await (await testApp.as('schoolTeacher')).get(`/practitioners?teamId=${team.body.id}`);
    expect(body.items.map((one: { name: string }) => one.name)).toEqual(['Invented Nurse']);
  });

  it('cannot be given another agency’s team, an invalid telephone number or a role for the whole area', async () => {
    const administrator = await testApp.as('agencyAdministrator');
    const person = { name: 'Invented Nurse', jobTitle: 'Nurse' };
    const { teamId } = await testApp.actor('familySupportWorker');
    const refused = [];
    for (const more of [
      { role: 'practitioner', teamId },
      { role: 'practitioner', telephone: '12' },
      { role: 'front_door' },
    ]) {
      const answer = await administrator.post('/practitioners', { ...person, ...more });
      refused.push([answer.status, answer.body.errors[0].field]);
    }
    expect(refused).toEqual([
      [422, 'teamId'],
      [422, 'telephone'],
      [422, 'role'],
    ]);
  });

  it('cannot be given the front door role by raw SQL of an agency’s administrator', async () => {
    const { practitionerId, agencyId } = await testApp.actor('healthVisitor');
    const insert = (role: string) =>
      testApp.sql(
        'agencyAdministrator',
        'insert into posts (id, practitioner_id, agency_id, role, began_at) values (gen_random_uuid(), $1, $2, $3, now())',
        [practitionerId, agencyId, role],
      );
    await expect(insert('front_door')).rejects.toThrow(/row-level security/);
    await expect(insert('manager')).resolves.toEqual([]);
  });

  it('are out of reach of another agency’s administrator, as if they did not exist', async () => {
    const administrator = await testApp.as('agencyAdministrator');
    const { practitionerId } = await testApp.actor('schoolTeacher');
    const otherAgencys = await administrator.patch(
      `/practitioners/${practitionerId}`,
      { name: 'Mine now' },
      { ifMatch: '"v1"' },
    );
    const unknownPerson = await administrator.patch(
      `/practitioners/${UNKNOWN_ID}`,
      { name: 'Mine now' },
      { ifMatch: '"v1"' },
    );
    expect([otherAgencys.status, otherAgencys.body.detail]).toEqual([404, unknownPerson.body.detail]);
    expect(await testApp.asOwner('select name from practitioners where id = $1', [practitionerId])).toEqual([
      { name: 'Maureen Oakleaf' },
    ]);
  });

  it('cannot be marked as left while they lead for a family, and the administrator learns no more than that', async () => {
    const administrator = await testApp.as('agencyAdministrator');
    const { episodeId } = await openedEpisode(testApp, 'schoolNurse');
    await appointed(episodeId, 'schoolNurse');
    const { practitionerId } = await testApp.actor('schoolNurse');
    const { etag } = await administrator.get(`/practitioners/${practitionerId}`);
    const refused = await administrator.patch(
      `/practitioners/${practitionerId}`,
      { left: true },
      { ifMatch: etag! },
    );
    expect(refused.status).toBe(409);
    expect(refused.body.detail).toContain('lead professional');
    expect(refused.text).not.toContain(episodeId);
    expect(await testApp.sql('agencyAdministrator', 'select * from lead_professional_appointments')).toEqual(
      [],
    );
  });

  it('reach nothing from the moment they are marked as left', async () => {
    const administrator = await testApp.as('agencyAdministrator');
    const leaver = await testApp.as('healthVisitor');
    const { episodeId } = await openedEpisode(testApp, 'healthVisitor');
    expect((await leaver.get(`/episodes/${episodeId}`)).status).toBe(200);
    const { practitionerId } = await testApp.actor('healthVisitor');
    const { etag } = await administrator.get(`/practitioners/${practitionerId}`);
    const left = { left: true, unassigned: true };
    expect(
      (await administrator.patch(`/practitioners/${practitionerId}`, left, { ifMatch: etag! })).status,
    ).toBe(200);
    expect((await leaver.get(`/episodes/${episodeId}`)).status).toBe(401);
    expect((await administrator.get(`/practitioners/${practitionerId}`)).status).toBe(404);
  });

  it('are never said to lead to another agency’s administrator, whether they lead or not', async () => {
    const { episodeId } = await openedEpisode(testApp, 'schoolTeacher');
    await appointed(episodeId, 'schoolTeacher');
    const { practitionerId } = await testApp.actor('schoolTeacher');
    expect(
      await testApp.sql('agencyAdministrator', 'select * from access.standing_counts($1, null)', [
        practitionerId,
      ]),
    ).toEqual([]);
  });
});
