import { deliveringEpisode } from '../../support/delivering.js';
import { agreedEpisode, agrees, recordedChild } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 120_000);
afterAll(() => testApp.close());

const today = (): string => new Date().toISOString().slice(0, 10);
const joins = (childId: string, more: object = {}) => ({
  childId,
  reason: 'moved_in',
  happenedOn: today(),
  ...more,
});
const leaves = (more: object = {}) => ({ reason: 'moved_out', happenedOn: today(), ...more });

/** A family whose episode is shared with the school nurse, and a child who joins it afterwards. */
async function familyWithLaterChild() {
  const family = await agreedEpisode(testApp, 'schoolTeacher', ['schoolNurse'], ['T0', 'T1']);
  const teacher = await testApp.as('schoolTeacher');
  const laterId = await recordedChild(testApp, 'schoolTeacher');
  const answer = await teacher.post(`/episodes/${family.episodeId}/children`, joins(laterId));
  expect(answer.status).toBe(201);
  return { ...family, laterId, teacher };
}

async function childrenSeenBy(persona: string, episodeId: string): Promise<string[]> {
  const rows = await testApp.sql<{ child_id: string }>(
    persona,
    'select child_id from episode_children where episode_id = $1 order by position',
    [episodeId],
  );
  return rows.map(({ child_id }) => child_id);
}

const readsChild = async (persona: string, childId: string): Promise<number> =>
  (await (await testApp.as(persona)).get(`/children/${childId}`)).status;

describe('a child who joins an open episode', () => {
  it('is part of it for the agency that started it, and for no other until the family has been asked', async () => {
    const { episodeId, childId, laterId } = await familyWithLaterChild();
    expect(await childrenSeenBy('schoolTeacher', episodeId)).toEqual([childId, laterId]);
    expect(await readsChild('schoolTeacher', laterId)).toBe(200);
    expect(await childrenSeenBy('schoolNurse', episodeId)).toEqual([childId]);
    expect(await readsChild('schoolNurse', childId)).toBe(200);
    expect(await readsChild('schoolNurse', laterId)).toBe(404);
    const { body } = await (await testApp.as('schoolNurse')).get(`/episodes/${episodeId}`);
    expect(body.children.map((child: { id: string }) => child.id)).toEqual([childId]);
  });

  it('is included when a new agreement names them, and stays included when it is renewed', async () => {
    const { episodeId, childId, laterId, teacher } = await familyWithLaterChild();
    await agrees(testApp, episodeId, 'schoolTeacher', ['schoolNurse'], ['T0', 'T1'], { childIds: [laterId] });
    expect(await childrenSeenBy('schoolNurse', episodeId)).toEqual([childId, laterId]);
    expect(await readsChild('schoolNurse', laterId)).toBe(200);
    await agrees(testApp, episodeId, 'schoolTeacher', ['schoolNurse'], ['T0', 'T1']);
    expect(await readsChild('schoolNurse', laterId)).toBe(200);
    await agrees(testApp, episodeId, 'schoolTeacher', ['schoolNurse'], ['T0', 'T1'], { childIds: [] });
    expect(await readsChild('schoolNurse', laterId)).toBe(404);
    expect((await teacher.get(`/episodes/${episodeId}/children`)).body.items).toMatchObject([
      { id: childId, isIncluded: true },
      { id: laterId, isIncluded: false },
    ]);
  });

  it('is not included by an agreement that does not name them', async () => {
    const { episodeId, laterId } = await familyWithLaterChild();
    await agrees(testApp, episodeId, 'schoolTeacher', ['schoolNurse'], ['T0', 'T1']);
    expect(await readsChild('schoolNurse', laterId)).toBe(404);
  });

  it('makes the family be asked, and no longer once they have decided', async () => {
    const { episodeId, laterId, teacher } = await familyWithLaterChild();
    const causes = async () =>
      (await teacher.get(`/episodes/${episodeId}/consents`)).body.prompts.map(
        ({ cause }: { cause: string }) => cause,
      );
    expect(await causes()).toContain('child_added');
    await agrees(testApp, episodeId, 'schoolTeacher', ['schoolNurse'], ['T0'], { childIds: [laterId] });
    expect(await causes()).not.toContain('child_added');
  });

  it('is found in the index only when the family agreed to it for them', async () => {
    const { episodeId, laterId } = await familyWithLaterChild();
    const entries = () =>
      testApp.sql('outsider', 'select child_id from access.index_entries($1)', [[laterId]]);
    await agrees(testApp, episodeId, 'schoolTeacher', ['schoolNurse'], ['T0'], { indexAgreed: true });
    expect(await entries()).toEqual([]);
    await agrees(testApp, episodeId, 'schoolTeacher', ['schoolNurse'], ['T0'], {
      indexAgreed: true,
      childIds: [laterId],
    });
    expect(await entries()).toEqual([{ child_id: laterId }]);
  });

  it('is refused while they have an open episode elsewhere, as when one is started', async () => {
    const { episodeId, teacher } = await familyWithLaterChild();
    const other = await agreedEpisode(testApp, 'schoolTeacher', ['schoolNurse']);
    const answer = await teacher.post(`/episodes/${episodeId}/children`, joins(other.childId));
    expect(answer.status).toBe(409);
    expect(answer.body.detail).toContain('already has an open episode');
  });

  it('is refused twice, with a date to come, without the reason of "other", and for a child out of reach', async () => {
    const { episodeId, laterId, teacher } = await familyWithLaterChild();
    const fields = async (body: object) => {
      const answer = await teacher.post(`/episodes/${episodeId}/children`, body);
      expect(answer.status).toBe(422);
      return answer.body.errors.map(({ field }: { field: string }) => field);
    };
    const another = await recordedChild(testApp, 'schoolTeacher');
    const stranger = await recordedChild(testApp, 'outsider');
    expect(await fields(joins(laterId))).toEqual(['childId']);
    expect(await fields(joins(stranger))).toEqual(['childId']);
    expect(await fields(joins('018f0000-0000-7000-8000-00000000dead'))).toEqual(['childId']);
    expect(await fields(joins(another, { happenedOn: '2999-01-01' }))).toEqual(['happenedOn']);
    expect(await fields(joins(another, { reason: 'other' }))).toEqual(['note']);
  });

  it('is told to those who may know of the child, and only to them', async () => {
    const family = await agreedEpisode(testApp, 'schoolTeacher', ['schoolNurse'], ['T0', 'T1', 'T2']);
    const teacher = await testApp.as('schoolTeacher');
    const { practitionerId, agencyId } = await testApp.actor('schoolNurse');
    const joined = await teacher.post(`/episodes/${family.episodeId}/team`, {
      practitionerId,
      agencyId,
      teamRole: 'key_worker',
    });
    expect(joined.status).toBe(201);
    const laterId = await recordedChild(testApp, 'schoolTeacher');
    await teacher.post(`/episodes/${family.episodeId}/children`, joins(laterId));
    const subjects = async (persona: string) =>
      (
        await testApp.asOwner<{ subject: string }>(
          'select subject from messages where recipient_id = $1 and href like $2',
          [(await testApp.actor(persona)).practitionerId, `/episodes/${family.episodeId}%`],
        )
      ).map(({ subject }) => subject);
    expect(await subjects('schoolNurse')).not.toContain('A child has joined an episode');
    await agrees(testApp, family.episodeId, 'schoolTeacher', ['schoolNurse'], ['T0', 'T1', 'T2'], {
      childIds: [laterId],
    });
    await teacher.post(`/episodes/${family.episodeId}/children/${laterId}/removal`, leaves());
    expect(await subjects('schoolNurse')).toContain('A child has left an episode');
  });
});

describe('a child who leaves an open episode', () => {
  it('keeps the name for those who knew it, and nothing else', async () => {
    const { episodeId, childId, laterId, teacher } = await familyWithLaterChild();
    await agrees(testApp, episodeId, 'schoolTeacher', ['schoolNurse'], ['T0', 'T1'], { childIds: [laterId] });
    const left = await teacher.post(`/episodes/${episodeId}/children/${laterId}/removal`, leaves());
    expect(left.status).toBe(200);
    for (const persona of ['schoolTeacher', 'schoolNurse']) {
      expect(await childrenSeenBy(persona, episodeId)).toEqual([childId, laterId]);
      const { status, body } = await (await testApp.as(persona)).get(`/children/${laterId}`);
      expect([status, body.details]).toEqual([200, null]);
    }
    const { body } = await teacher.get(`/episodes/${episodeId}`);
    expect(body.children.map((child: { id: string }) => child.id)).toEqual([childId]);
    const change = await teacher.patch(
      `/children/${laterId}`,
      { givenNames: 'Renamed' },
      { ifMatch: '"v1"' },
    );
    expect(change.status).toBe(403);
  });

  it('stays unknown to people who come to the episode afterwards', async () => {
    const { episodeId, childId, laterId, teacher } = await familyWithLaterChild();
    await teacher.post(`/episodes/${episodeId}/children/${laterId}/removal`, leaves());
    await agrees(testApp, episodeId, 'schoolTeacher', ['schoolNurse', 'outsider'], ['T0', 'T1']);
    for (const persona of ['schoolNurse', 'outsider']) {
      expect(await childrenSeenBy(persona, episodeId)).toEqual([childId]);
      expect(await readsChild(persona, laterId)).toBe(404);
    }
  });

  it('is free for another episode, and can come back, asked about anew', async () => {
    const { episodeId, laterId, teacher } = await familyWithLaterChild();
    await agrees(testApp, episodeId, 'schoolTeacher', ['schoolNurse'], ['T0', 'T1'], { childIds: [laterId] });
    await teacher.post(`/episodes/${episodeId}/children/${laterId}/removal`, leaves());
    const back = await teacher.post(`/episodes/${episodeId}/children`, joins(laterId));
    expect(back.status).toBe(201);
    expect(await readsChild('schoolNurse', laterId)).toBe(404);
    await teacher.post(`/episodes/${episodeId}/children/${laterId}/removal`, leaves());
    const other = await teacher.post('/episodes', {
      childIds: [laterId],
      reason: 'Invented: help elsewhere.',
    });
    expect(other.status).toBe(201);
  });

  it('is never the last one', async () => {
    const { episodeId, childId, laterId, teacher } = await familyWithLaterChild();
    const first = await teacher.post(`/episodes/${episodeId}/children/${childId}/removal`, leaves());
    expect(first.status).toBe(200);
    const last = await teacher.post(`/episodes/${episodeId}/children/${laterId}/removal`, leaves());
    expect([last.status, last.body.detail]).toEqual([
      409,
      'This is the only child in the episode. Close the episode instead.',
    ]);
  });

  it('hands the first place to the next child, whose locality then counts', async () => {
    const { episodeId, childId, teacher, laterId } = await familyWithLaterChild();
    const [elsewhere] = await testApp.asOwner<{ id: string }>(
      'select id from localities where id <> (select locality_id from episodes where id = $1) limit 1',
      [episodeId],
    );
    await testApp.asOwner('update children set locality_id = $2 where id = $1', [laterId, elsewhere!.id]);
    await teacher.post(`/episodes/${episodeId}/children/${childId}/removal`, leaves());
    expect(await testApp.asOwner('select locality_id from episodes where id = $1', [episodeId])).toEqual([
      { locality_id: elsewhere!.id },
    ]);
  });

  it('waits for the plan to be checked where open work names them', async () => {
    const { episodeId, outcomeId } = await deliveringEpisode(testApp, 'schoolTeacher');
    const teacher = await testApp.as('schoolTeacher');
    const laterId = await recordedChild(testApp, 'schoolTeacher');
    await teacher.post(`/episodes/${episodeId}/children`, joins(laterId));
    const [{ givenNames }] = (await testApp.asOwner<{ givenNames: string }>(
      'select given_names as "givenNames" from children where id = $1',
      [laterId],
    )) as [{ givenNames: string }];
    await testApp.asOwner('update plan_outcomes set description = $2 where id = $1', [
      outcomeId,
      `${givenNames} sleeps through the night`,
    ]);
    const asked = await teacher.post(`/episodes/${episodeId}/children/${laterId}/removal`, leaves());
    expect([asked.status, asked.body.errors[0].field]).toEqual([422, 'planChecked']);
    const checked = await teacher.post(
      `/episodes/${episodeId}/children/${laterId}/removal`,
      leaves({ planChecked: true }),
    );
    expect(checked.status).toBe(200);
  });

  it('stays out of an episode whose closure is undone', async () => {
    const { episodeId, outcomeId } = await deliveringEpisode(testApp, 'schoolTeacher');
    const teacher = await testApp.as('schoolTeacher');
    const laterId = await recordedChild(testApp, 'schoolTeacher');
    await teacher.post(`/episodes/${episodeId}/children`, joins(laterId));
    await teacher.post(`/episodes/${episodeId}/children/${laterId}/removal`, leaves());
    const closing = await teacher.post(`/episodes/${episodeId}/closure`, {
      reason: 'NEEDS_MET',
      summary: 'Done.',
      outcomes: [{ outcomeId, result: 'achieved', closingScore: 9 }],
      familyTold: true,
    });
    expect(closing.status).toBe(201);
    const manager = await testApp.as('schoolManager');
    await manager.post(`/episodes/${episodeId}/closure/undoing`, { reason: 'The wrong family.' });
    expect(
      await testApp.asOwner(
        'select ended_at is null as here from episode_children where episode_id = $1 order by position',
        [episodeId],
      ),
    ).toEqual([{ here: true }, { here: false }]);
  });
});

describe('who may change it', () => {
  it('is 404 for a stranger and 403 for a reader who is neither author nor lead', async () => {
    const { episodeId, childId, laterId } = await familyWithLaterChild();
    const attempts = async (persona: string) => {
      const person = await testApp.as(persona);
      return [
        (await person.post(`/episodes/${episodeId}/children`, joins(laterId))).status,
        (await person.post(`/episodes/${episodeId}/children/${childId}/removal`, leaves())).status,
      ];
    };
    expect(await attempts('outsider')).toEqual([404, 404]);
    expect(await attempts('schoolNurse')).toEqual([403, 403]);
  });

  it('is kept by the database, whatever the program says', async () => {
    const { episodeId, childId, laterId } = await familyWithLaterChild();
    const other = await agreedEpisode(testApp, 'schoolTeacher', ['schoolNurse']);
    const stranger = await recordedChild(testApp, 'outsider');
    const free = await recordedChild(testApp, 'schoolTeacher');
    const change = (persona: string, values: unknown[]) =>
      testApp.sql(
        persona,
        `insert into episode_child_changes (id, episode_id, child_id, kind, reason, happened_on, recorded_by, recorded_at)
         values (gen_random_uuid(), $1, $2, $3, $4, current_date, access.me(), now())`,
        values,
      );
    await expect(change('schoolTeacher', [episodeId, stranger, 'added', 'moved_in'])).rejects.toThrow(
      'This role cannot change',
    );
    await expect(change('schoolNurse', [episodeId, childId, 'removed', 'moved_out'])).rejects.toThrow(
      'This role cannot change',
    );
    await expect(change('outsider', [other.episodeId, stranger, 'added', 'moved_in'])).rejects.toThrow(
      'This role cannot change',
    );
    await expect(change('schoolTeacher', [episodeId, free, 'added', 'twin'])).rejects.toThrow();
    await expect(
      testApp.sql(
        'schoolTeacher',
        'insert into episode_children (episode_id, child_id, position) values ($1, $2, 9)',
        [episodeId, free],
      ),
    ).rejects.toThrow('row-level security');
    await expect(
      testApp.sql('schoolTeacher', 'update episode_children set removed_at = null where episode_id = $1', [
        episodeId,
      ]),
    ).rejects.toThrow('permission denied');
    await testApp.asOwner('update episodes set closed_at = now() where id = $1', [episodeId]);
    await expect(change('schoolTeacher', [episodeId, laterId, 'removed', 'moved_out'])).rejects.toThrow(
      'The episode is closed',
    );
  });
});
