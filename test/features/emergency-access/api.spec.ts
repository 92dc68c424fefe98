import { mayEver } from '#libs/access';
import { newId } from '#libs/platform';
import { PERSONAS } from '../../../apps/console/src/seed/index.js';
import { ask, bare, later, ledEpisode } from '../../support/emergencies.js';
import { agrees, openedEpisode } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 120_000);
afterAll(() => testApp.close());
afterEach(() => testApp.moveClock());

const get = async (who: string, path: string) => (await testApp.as(who)).get(path);
const post = async (who: string, path: string, body: object = {}) => (await testApp.as(who)).post(path, body);
const idOf = async (who: string) => (await testApp.actor(who)).practitionerId;
const recipients = async (episodeId: string) =>
  (
    await testApp.asOwner<{ recipient_id: string }>('select recipient_id from messages where href = $1', [
      `/episodes/${episodeId}/access`,
    ])
  )
    .map((row) => row.recipient_id)
    .sort();
/** Hides the child: a shield requested by the teacher, with no one named on it. */
async function shield(childId: string): Promise<void> {
  await testApp.sql(
    'schoolTeacher',
    `insert into shields (id, child_id, grounds, requested_by, requester_capacity, recorded_by, requested_at, decide_by)
     values ($1, $2, 'domestic_abuse', 'Invented Mother', 'parental_responsibility', $3, now(), current_date)`,
    [newId(), childId, await idOf('schoolTeacher')],
  );
}

describe('asking for emergency access', () => {
  it('is for the lead, and for those who answer for others; every other role gets 404', async () => {
    const { episodeId } = await ledEpisode(testApp);
    const may = ['schoolTeacher', 'schoolManager', 'coordinatorNwl', 'frontDoor', 'governance'];
    for (const { key } of PERSONAS) {
      const answer = await ask(testApp, key, episodeId, { tier: 'T3', topics: ['domestic_abuse'] });
      const ever = mayEver((await testApp.actor(key)).role, 'emergency.ask');
      expect({ key, status: answer.status }).toEqual({
        key,
        status: may.includes(key) ? 201 : ever ? 404 : 403,
      });
      if (may.includes(key)) continue;
      const never = await ask(testApp, key, newId(), { tier: 'T3', topics: ['domestic_abuse'] });
      expect({ key, ...bare(answer) }).toEqual({ key, ...bare(never) });
      await expect(
        testApp.sql(
          key,
          `insert into emergency_accesses (id, episode_id, reason_code, reason, lawful_basis, tier, hours)
           values ($1, $2, 'missing', 'an invented reason', 'vital_interests', 2, 4)`,
          [newId(), episodeId],
        ),
      ).rejects.toThrow(/row-level security|violates/);
    }
  }, 120_000);

  it('opens only what was asked for, read only, until it expires', async () => {
    const { episodeId, childId } = await ledEpisode(testApp);
    expect((await get('governance', `/episodes/${episodeId}`)).body.status).toBeNull();
    const response = await ask(testApp, 'governance', episodeId, { tier: 'T1' });
    expect(response.status).toBe(201);
    expect(response.body).toMatchObject({ state: 'open', tier: 'T1', needsSecond: false, reviewLate: false });
    expect(Date.parse(response.body.lapsesAt) - Date.parse(response.body.beginsAt)).toBe(4 * 3_600_000);
    expect((await get('governance', `/children/${childId}`)).body.details).not.toBeNull();
    expect((await get('governance', `/episodes/${episodeId}`)).body.status).toBeNull();

    expect((await ask(testApp, 'governance', episodeId)).status).toBe(201);
    const opened = await get('governance', `/episodes/${episodeId}`);
    expect(opened.body.status).toBe('checklist');
    expect(opened.body.abilities).not.toContain('plan.edit');
    const note = { happenedOn: '2026-03-03', category: 'other', what: 'x' };
    expect((await post('governance', `/episodes/${episodeId}/chronology`, note)).status).toBe(403);
    expect((await post('frontDoor', `/episodes/${episodeId}/reviews`, {})).status).not.toBe(201);
    await expect(
      testApp.sql('governance', 'update episode_records set reason = $2 where episode_id = $1 returning 1', [
        episodeId,
        'changed',
      ]),
    ).resolves.toEqual([]);

    await testApp.moveClock(later(4.1));
    expect((await get('governance', `/episodes/${episodeId}`)).body.status).toBeNull();
    expect((await get('governance', `/children/${childId}`)).body.details).toBeNull();
    expect(
      await testApp.sql('governance', 'select 1 from episode_records where episode_id = $1', [episodeId]),
    ).toEqual([]);
  });

  it('from the index ends mid-session; the answer is then the one for an unknown id', async () => {
    const { episodeId, childId } = await openedEpisode(testApp, 'schoolTeacher');
    expect((await ask(testApp, 'healthManager', episodeId)).status).toBe(404);
    await agrees(testApp, episodeId, 'schoolTeacher', ['schoolTeacher'], ['T0', 'T1', 'T2'], {
      indexAgreed: true,
    });
    expect((await get('healthManager', `/episodes/${episodeId}`)).status).toBe(404);
    expect((await ask(testApp, 'healthVisitor', episodeId)).status).toBe(404);
    expect((await ask(testApp, 'healthManager', episodeId, { hours: 1 })).status).toBe(201);
    expect((await get('healthManager', `/episodes/${episodeId}`)).body.status).toBe('checklist');

    await testApp.moveClock(later(1.01));
    for (const [path, never] of [
      [`/episodes/${episodeId}`, `/episodes/${newId()}`],
      [`/episodes/${episodeId}/plan`, `/episodes/${newId()}/plan`],
      [`/episodes/${episodeId}/emergency-access`, `/episodes/${newId()}/emergency-access`],
      [`/children/${childId}`, `/children/${newId()}`],
    ] as const)
      expect(bare(await get('healthManager', path))).toEqual(bare(await get('healthManager', never)));
    const rows = await testApp.sql('healthManager', 'select 1 from episodes where id = $1', [episodeId]);
    expect(rows).toEqual([]);
    const own = await get('healthManager', '/emergency-accesses?state=review_due');
    expect(own.body.items.map((item: { episodeId: string }) => item.episodeId)).toContain(episodeId);
  });

  it('names each sensitive topic, and opens no other; it never allows writing', async () => {
    const { episodeId } = await ledEpisode(testApp);
    for (const topic of ['domestic_abuse', 'mental_health'])
      await testApp.asOwner(
        `insert into chronology_notes (id, episode_id, happened_on, category, what, topic, written_by, written_at)
         values ($1, $2, current_date, 'other', $3, $4, $5, now())`,
        [newId(), episodeId, `a note on ${topic}`, topic, await idOf('yispWorker')],
      );
    const read = async () =>
      (
        await testApp.sql<{ topic: string }>(
          'schoolTeacher',
          'select topic from chronology_notes where episode_id = $1 order by 1',
          [episodeId],
        )
      ).map((row) => row.topic);
    expect(await read()).toEqual([]);
    expect(
      (await ask(testApp, 'schoolTeacher', episodeId, { tier: 'T3', topics: ['mental_health'] })).status,
    ).toBe(201);
    expect(await read()).toEqual(['mental_health']);
    await expect(
      testApp.sql(
        'schoolTeacher',
        `insert into chronology_notes (id, episode_id, happened_on, category, what, topic, written_by, written_at)
         values ($1, $2, current_date, 'other', 'x', 'mental_health', $3, now())`,
        [newId(), episodeId, await idOf('yispWorker')],
      ),
    ).rejects.toThrow(/row-level security/);
    const again = await ask(testApp, 'schoolTeacher', episodeId, { tier: 'T3', topics: ['mental_health'] });
    expect([again.status, again.body.errors[0].field]).toEqual([422, 'topics']);
  });

  it('is refused beside the field: for what is already visible, without a reason, for too long, for unnamed sensitive topics', async () => {
    const { episodeId } = await ledEpisode(testApp);
    for (const [changes, field] of [
      [{ tier: 'T2' }, 'tier'],
      [{ reason: 'quick' }, 'reason'],
      [{ hours: 25 }, 'hours'],
      [{ tier: 'T3' }, 'topics'],
      [{ lawfulBasis: 'consent' }, 'lawfulBasis'],
      [{ reasonCode: 'curious' }, 'reasonCode'],
    ] as const) {
      const answer = await ask(testApp, 'coordinatorNwl', episodeId, changes);
      expect([answer.status, answer.body.errors[0].field]).toEqual([422, field]);
    }
    expect(
      await testApp.asOwner('select 1 from emergency_accesses where episode_id = $1', [episodeId]),
    ).toEqual([]);
  });

  it('does not reach a relative’s record, nor one whose family excluded the person', async () => {
    const { episodeId, childId } = await ledEpisode(testApp);
    const declared = await post('frontDoor', `/children/${childId}/relatives`, {
      relationship: 'aunt_or_uncle',
    });
    expect(declared.status).toBeLessThan(300);
    expect(bare(await ask(testApp, 'frontDoor', episodeId))).toEqual(
      bare(await ask(testApp, 'frontDoor', newId())),
    );
    await agrees(testApp, episodeId, 'schoolTeacher', ['schoolTeacher'], ['T0', 'T1', 'T2'], {
      excludedPeople: [await idOf('governance')],
    });
    expect(bare(await ask(testApp, 'governance', episodeId))).toEqual(
      bare(await ask(testApp, 'governance', newId())),
    );
  });

  it('can be repeated with the same key, also by a person who does not reach the episode yet', async () => {
    const { episodeId, childId } = await openedEpisode(testApp, 'schoolTeacher');
    await agrees(testApp, episodeId, 'schoolTeacher', ['schoolTeacher'], ['T0', 'T1', 'T2'], {
      indexAgreed: true,
    });
    await shield(childId);
    const manager = await testApp.as('healthManager');
    const body = {
      reasonCode: 'hospital',
      reason: 'Admitted after a fall, alone.',
      lawfulBasis: 'vital_interests',
      tier: 'T1',
    };
    const first = await manager.post(`/episodes/${episodeId}/emergency-access`, body, { key: 'once' });
    const again = await manager.post(`/episodes/${episodeId}/emergency-access`, body, { key: 'once' });
    expect([first.status, again.status, again.body.id]).toEqual([201, 201, first.body.id]);
    expect(first.body.hours).toBe(4);
  });
});

describe('the announcement', () => {
  it('goes at once to the lead, the owning agency’s managers and information governance only; without a name', async () => {
    const { episodeId } = await ledEpisode(testApp);
    await ask(testApp, 'frontDoor', episodeId);
    const informed = await Promise.all(['schoolTeacher', 'schoolManager', 'governance'].map(idOf));
    expect(await recipients(episodeId)).toEqual(informed.sort());
    const sent = await testApp.asOwner<{ words: string }>(
      `select m.subject || m.body as words from messages m where m.href = $1`,
      [`/episodes/${episodeId}/access`],
    );
    const names = await testApp.asOwner<{ name: string }>(
      `select k.given_names as name from episode_children f join children k on k.id = f.child_id where f.episode_id = $1`,
      [episodeId],
    );
    for (const { words } of sent) for (const { name } of names) expect(words).not.toContain(name);
  });

  it('leaves out excluded practitioners and the requester', async () => {
    const { episodeId } = await ledEpisode(testApp);
    await agrees(testApp, episodeId, 'schoolTeacher', ['schoolTeacher'], ['T0', 'T1', 'T2'], {
      excludedPeople: [await idOf('schoolManager')],
    });
    await ask(testApp, 'governance', episodeId);
    expect(await recipients(episodeId)).toEqual([await idOf('schoolTeacher')]);
  });
});

describe('the second person', () => {
  it('is needed for a shielded record: nothing opens until another permitted person agrees', async () => {
    const { episodeId, childId } = await ledEpisode(testApp);
    await shield(childId);
    const response = await ask(testApp, 'governance', episodeId);
    expect(response.body).toMatchObject({
      state: 'waiting_second',
      needsSecond: true,
      beginsAt: null,
      lapsesAt: null,
    });
    const id = response.body.id as string;
    expect((await get('governance', `/episodes/${episodeId}`)).body.status).toBeNull();
    expect((await ask(testApp, 'governance', episodeId)).status).toBe(409);
    expect((await post('governance', `/emergency-accesses/${id}/second`)).status).toBe(409);
    await expect(
      testApp.sql('governance', 'update emergency_accesses set seconded_by = $2 where id = $1', [
        id,
        await idOf('governance'),
      ]),
    ).rejects.toThrow(/check/);
    for (const who of ['schoolTeacher', 'schoolManager', 'healthManager', 'outsider'])
      expect((await post(who, `/emergency-accesses/${id}/second`)).status).toBe(403);
    expect(bare(await post('coordinatorCharnwood', `/emergency-accesses/${id}/second`))).toEqual(
      bare(await post('coordinatorCharnwood', `/emergency-accesses/${newId()}/second`)),
    );
    const waiting = await get('coordinatorNwl', '/emergency-accesses?state=waiting_second');
    expect(waiting.body.items.map((item: { id: string }) => item.id)).toContain(id);

    const agreed = await post('coordinatorNwl', `/emergency-accesses/${id}/second`);
    expect([agreed.status, agreed.body.state, agreed.body.secondedBy.id]).toEqual([
      200,
      'open',
      await idOf('coordinatorNwl'),
    ]);
    expect((await get('governance', `/episodes/${episodeId}`)).body.status).toBe('checklist');
    expect((await post('coordinatorNwl', `/emergency-accesses/${id}/second`)).status).toBe(409);
    // Announced again when it began, but not to the requester or the second person.
    const informed = await Promise.all(['schoolTeacher', 'schoolManager'].map(idOf));
    expect([...new Set(await recipients(episodeId))].sort()).toEqual(informed.sort());
    const [{ count }] = (await testApp.asOwner(
      'select count(*)::int from messages where href = $1 and recipient_id = $2',
      [`/episodes/${episodeId}/access`, informed[0]],
    )) as [{ count: number }];
    expect(count).toBe(2);
  });

  it('opens protected details only after agreeing', async () => {
    const { episodeId, childId } = await ledEpisode(testApp);
    await shield(childId);
    const contact = async () =>
      (await testApp.sql('coordinatorNwl', 'select 1 from access.may_contact() k where k = $1', [childId]))
        .length;
    expect(await contact()).toBe(0);
    const { body } = await ask(testApp, 'coordinatorNwl', episodeId, { tier: 'T1', protectedDetails: true });
    expect(await contact()).toBe(0);
    expect((await post('frontDoor', `/emergency-accesses/${body.id}/second`)).status).toBe(200);
    expect(await contact()).toBe(1);
    expect((await post('coordinatorNwl', `/emergency-accesses/${body.id}/ending`)).body.state).toBe(
      'review_due',
    );
    expect(await contact()).toBe(0);
  });

  it('cannot agree to a cancelled request', async () => {
    const { episodeId } = await ledEpisode(testApp);
    const { body } = await ask(testApp, 'governance', episodeId, { protectedDetails: true });
    expect((await post('governance', `/emergency-accesses/${body.id}/ending`)).body.state).toBe('withdrawn');
    expect((await post('coordinatorNwl', `/emergency-accesses/${body.id}/second`)).status).toBe(409);
    await expect(
      testApp.sql('coordinatorNwl', 'update emergency_accesses set seconded_by = $2 where id = $1', [
        body.id,
        await idOf('coordinatorNwl'),
      ]),
    ).rejects.toThrow(/Only another practitioner/);
  });
});

describe('ending it early', () => {
  it('is for its holder and for information governance', async () => {
    const { episodeId } = await ledEpisode(testApp);
    const mine = (await ask(testApp, 'frontDoor', episodeId)).body.id as string;
    for (const who of ['schoolTeacher', 'coordinatorNwl'])
      expect((await post(who, `/emergency-accesses/${mine}/ending`)).status).toBe(403);
    expect((await post('housingOfficer', `/emergency-accesses/${mine}/ending`)).status).toBe(404);
    expect((await post('frontDoor', `/emergency-accesses/${mine}/ending`)).body.state).toBe('review_due');
    expect((await get('frontDoor', `/episodes/${episodeId}`)).body.status).toBeNull();
    expect((await post('frontDoor', `/emergency-accesses/${mine}/ending`)).status).toBe(409);
    const next = (await ask(testApp, 'frontDoor', episodeId)).body.id as string;
    expect((await post('governance', `/emergency-accesses/${next}/ending`)).body.state).toBe('review_due');
    expect((await get('frontDoor', `/episodes/${episodeId}`)).body.status).toBeNull();
  });

  it('cannot lengthen it: no column that sets its length can be written', async () => {
    const { episodeId } = await ledEpisode(testApp);
    const { body } = await ask(testApp, 'frontDoor', episodeId);
    for (const column of ['lapses_at', 'hours', 'tier', 'begins_at', 'review_due_on', 'reason'])
      await expect(
        testApp.sql('frontDoor', `update emergency_accesses set ${column} = ${column} where id = $1`, [
          body.id,
        ]),
      ).rejects.toThrow(/permission denied/);
  });
});

describe('the review', () => {
  const over = async (who: string, episodeId: string): Promise<string> => {
    const { body } = await ask(testApp, who, episodeId);
    await get(who, `/episodes/${episodeId}`);
    await get(who, `/episodes/${episodeId}/plan`);
    await post(who, `/emergency-accesses/${body.id}/ending`);
    return body.id as string;
  };
  const name = async (by: string, id: string, who: string) =>
    post(by, `/emergency-accesses/${id}/reviewer`, { practitionerId: await idOf(who) });
  const verdict = { outcome: 'justified', note: 'The child was missing, and was found that night.' };

  it('is done once, by a person of another agency, who sees what was opened and no name', async () => {
    const { episodeId } = await ledEpisode(testApp);
    const id = await over('frontDoor', episodeId);
    expect((await name('coordinatorNwl', id, 'healthManager')).status).toBe(403);
    for (const who of ['cypsManager', 'frontDoor', 'healthVisitor', 'governance'])
      expect([who, (await name('governance', id, who)).status]).toEqual([who, 422]);
    expect((await name('governance', id, 'healthManager')).body.reviewer.id).toBe(
      await idOf('healthManager'),
    );

    const seen = await get('healthManager', `/emergency-accesses/${id}`);
    expect(seen.body.looked).toEqual(
      expect.arrayContaining([
        { act: 'read episode', times: 1 },
        { act: 'read plan', times: 1 },
      ]),
    );
    expect(seen.text).not.toMatch(/Invented|Test\d/);
    expect((await get('healthManager', `/episodes/${episodeId}`)).status).toBe(404);
    expect((await post('frontDoor', `/emergency-accesses/${id}/review`, verdict)).status).toBe(403);
    expect((await post('governance', `/emergency-accesses/${id}/review`, verdict)).status).toBe(403);
    expect(bare(await post('housingOfficer', `/emergency-accesses/${id}/review`, verdict))).toEqual(
      bare(await post('housingOfficer', `/emergency-accesses/${newId()}/review`, verdict)),
    );
    const bad = await post('healthManager', `/emergency-accesses/${id}/review`, { ...verdict, note: ' ' });
    expect([bad.status, bad.body.errors[0].field]).toEqual([422, 'note']);
    const done = await post('healthManager', `/emergency-accesses/${id}/review`, verdict);
    expect(done.body).toMatchObject({ state: 'reviewed', review: { outcome: 'justified' } });
    expect((await post('healthManager', `/emergency-accesses/${id}/review`, verdict)).status).toBe(409);
    expect((await name('governance', id, 'schoolManager')).status).toBe(409);
    await expect(
      testApp.sql(
        'healthManager',
        `update emergency_accesses set review_outcome = 'not_justified' where id = $1`,
        [id],
      ),
    ).rejects.toThrow(/once/);
  });

  it('waits until the access is over, and is late after two working days', async () => {
    await testApp.moveClock('2026-12-01T09:00:00Z');
    const { episodeId } = await ledEpisode(testApp);
    const { body } = await ask(testApp, 'frontDoor', episodeId);
    expect(body.reviewDueOn).toBe('2026-12-03');
    await name('governance', body.id, 'healthManager');
    expect((await post('healthManager', `/emergency-accesses/${body.id}/review`, verdict)).status).toBe(409);
    await testApp.moveClock('2026-12-03T22:00:00Z');
    expect((await get('governance', `/emergency-accesses/${body.id}`)).body).toMatchObject({
      state: 'review_due',
      reviewLate: false,
    });
    await testApp.moveClock('2026-12-04T00:00:01Z');
    expect((await get('governance', `/emergency-accesses/${body.id}`)).body.reviewLate).toBe(true);
  });

  it('of governance’s own access is assigned by a coordinator, who cannot assign themselves', async () => {
    const { episodeId } = await ledEpisode(testApp);
    const id = await over('governance', episodeId);
    expect((await name('governance', id, 'healthManager')).status).toBe(409);
    await expect(
      testApp.sql(
        'governance',
        'update emergency_accesses set reviewer_id = $2, reviewer_agency_id = $3 where id = $1',
        [id, await idOf('healthManager'), (await testApp.actor('healthManager')).agencyId],
      ),
    ).rejects.toThrow(/must assign a reviewer/);
    expect((await name('coordinatorCharnwood', id, 'healthManager')).status).toBe(404);
    expect((await name('coordinatorNwl', id, 'healthManager')).status).toBe(200);
  });

  it('is not for the second person, a person who also works for the holder’s agency, or one excluded by the family', async () => {
    const { episodeId } = await ledEpisode(testApp);
    await agrees(testApp, episodeId, 'schoolTeacher', ['schoolTeacher'], ['T0', 'T1', 'T2'], {
      excludedPeople: [await idOf('healthManager')],
    });
    const id = await over('frontDoor', episodeId);
    expect((await name('governance', id, 'healthManager')).status).toBe(422);
    expect((await name('governance', id, 'schoolManager')).status).toBe(200);
    const raw = async (who: string, agency: string) =>
      testApp.sql(
        'governance',
        'update emergency_accesses set reviewer_id = $2, reviewer_agency_id = $3 where id = $1',
        [id, await idOf(who), (await testApp.actor(agency)).agencyId],
      );
    await expect(raw('healthManager', 'healthManager')).rejects.toThrow(/must assign a reviewer/);
    await expect(raw('cypsManager', 'cypsManager')).rejects.toThrow(/must assign a reviewer|check/);
  });
});

describe('the access log', () => {
  it('marks every look during an emergency, with its reason and which access it was', async () => {
    const { episodeId, childId } = await ledEpisode(testApp);
    const { body } = await ask(testApp, 'frontDoor', episodeId);
    for (const path of [
      `/episodes/${episodeId}`,
      `/episodes/${episodeId}/chronology`,
      `/children/${childId}`,
    ])
      await get('frontDoor', path);
    await post('frontDoor', `/emergency-accesses/${body.id}/ending`);
    await get('frontDoor', `/episodes/${episodeId}`);
    const entries = await testApp.asOwner<{ act: string; marked: boolean; reason: string; id: string }>(
      `select act, 'emergency' = any(reaches) as marked, reason, detail ->> 'emergencyAccess' as id from audit.entries
       where practitioner_id = $1 and act like 'read %' and (episode_id = $2 or child_id = $3) order by at, id`,
      [await idOf('frontDoor'), episodeId, childId],
    );
    expect(entries.slice(0, 3).map(({ act, marked, id }) => [act, marked, id])).toEqual([
      ['read episode', true, body.id],
      ['read chronology', true, body.id],
      ['read child', true, body.id],
    ]);
    expect(entries[0]!.reason).toContain('did not come home');
    expect(entries.at(-1)).toMatchObject({ act: 'read episode', marked: false, id: null });
  });
});
