import { openChronology, WRITER } from '../../support/chronology-writing.js';
import { runJob } from '../../support/jobs.js';
import { closeEpisode, destroyEpisode, proposeDestruction } from '../../support/destroying.js';
import { formsIn, shownValues } from '../../support/forms.js';
import type { Scenario } from '../../support/scenarios.js';
import type { TestApp } from '../../support/test-app.js';

let testApp: TestApp;
let episode: Scenario;
let page: string;

beforeAll(async () => {
  ({ testApp, episode, page } = await openChronology());
}, 60_000);
afterAll(() => testApp.close());
beforeEach(async () => {
  await testApp.asOwner('delete from drafts');
  const browser = await testApp.browse(WRITER);
  const form = formsIn((await browser.get(page)).text, page).find(({ action }) => action === page)!;
  const fields = { ...shownValues(form), what: ['Wren is louder at Dad’s'], _form: [page] };
  expect((await browser.sendForm('/drafts', fields, page)).status).toBe(303);
});

const seen = async (persona: string): Promise<number> =>
  (await testApp.sql(persona, 'select from drafts')).length;
const kept = async (): Promise<number> => (await testApp.asOwner('select from drafts')).length;
/** Does something, looks, and undoes it. */
async function when(
  act: string,
  undo: string,
  values: unknown[] = [],
): Promise<[seen: number, keptByJob: number]> {
  await testApp.asOwner(act, values);
  const reads = await seen(WRITER);
  await runJob(testApp, 'draft-expiry');
  const left = await kept();
  await testApp.asOwner(undo, values);
  return [reads, left];
}

describe('a draft in the database', () => {
  it('is encrypted, and says nothing of what was typed', async () => {
    const [row] = await testApp.asOwner<{ content: Buffer; whole: string }>(
      "select content, (to_jsonb(d) - 'content')::text as whole from drafts d",
    );
    expect(row!.content.toString('latin1') + row!.whole).not.toMatch(/Wren|louder|what/);
    const log = await testApp.asOwner<{ whole: string }>('select e::text as whole from audit.entries e');
    expect(log.map(({ whole }) => whole).join('\n')).not.toMatch(/Wren|louder/);
  });

  it('is seen, changed and deleted by its author alone, with any SQL', async () => {
    expect(await seen(WRITER)).toBe(1);
    const [draft] = await testApp.asOwner<{ id: string }>('select id from drafts');
    for (const persona of ['schoolTeacher', 'coordinatorNwl', 'governance', 'agencyAdministrator', null]) {
      expect((await testApp.sql(persona, 'select from drafts')).length).toBe(0);
      expect(await testApp.sql(persona, "update drafts set content = '\\x02' returning id")).toEqual([]);
      await testApp.sql(persona, 'select access.discard_draft($1)', [draft!.id]);
    }
    expect(await kept()).toBe(1);
    await expect(testApp.sql(WRITER, 'delete from drafts')).rejects.toMatchObject({ code: '42501' });
    await testApp.sql(WRITER, 'select access.discard_draft($1)', [draft!.id]);
    expect(await kept()).toBe(0);
  });

  it('cannot be written in another person’s name, post, or about a family out of reach', async () => {
    const teacher = await testApp.actor('schoolTeacher');
    const [own] = await testApp.asOwner<{ practitionerId: string; postId: string }>(
      'select practitioner_id as "practitionerId", post_id as "postId" from drafts',
    );
    const add = (persona: string, practitionerId: string, postId: string, permission: string) =>
      testApp.sql(
        persona,
        `insert into drafts (id, practitioner_id, post_id, form, page, permission, episode_id, content, revision, saved_at)
         values (gen_random_uuid(), $1, $2, '/x', '/x', $3, $4, '\\x01', 1, now())`,
        [practitionerId, postId, permission, episode.episodeId],
      );
    await add(WRITER, own!.practitionerId, own!.postId, 'chronology.add');
    for (const refused of [
      add(WRITER, teacher.practitionerId, own!.postId, 'chronology.add'),
      add(WRITER, own!.practitionerId, teacher.postId, 'chronology.add'),
      add(WRITER, own!.practitionerId, own!.postId, 'closure.approve'),
      add('schoolTeacher', teacher.practitionerId, teacher.postId, 'chronology.add'),
    ])
      await expect(refused).rejects.toMatchObject({ code: '42501' });
    await expect(
      testApp.sql(WRITER, "update drafts set permission = 'directory.read'"),
    ).rejects.toMatchObject({
      code: '42501',
    });
  });

  it('stays through the job while its author may send it', async () => {
    expect(await runJob(testApp, 'draft-expiry')).toBe(0);
    expect(await kept()).toBe(1);
  });

  it('is over after 30 days', async () => {
    expect(
      await when(
        "update drafts set saved_at = saved_at - interval '30 days'",
        "update drafts set saved_at = saved_at + interval '30 days'",
      ),
    ).toEqual([0, 0]);
  });

  it('is over when its author may no longer write about the family', async () => {
    const id = [episode.episodeId];
    expect(
      await when(
        'with ended as (update authorships set ended_at = now() where episode_id = $1 returning 1) select from ended',
        'update authorships set ended_at = null where episode_id = $1',
        id,
      ).catch(() => null),
    ).toEqual([0, 0]);
  });

  it('is over when the episode is closed, and not when the closure was before or is undone', async () => {
    const close = (at: string, undone: string) =>
      `insert into closures (id, episode_id, closed_on, reason, summary, family_told, recorded_by, closed_at, undone_by, undone_at, undone_because)
       select gen_random_uuid(), d.episode_id, current_date, 'needs_met', 'x', true, d.practitioner_id, d.saved_at + interval '${at}',
         case when ${undone} then d.practitioner_id end, case when ${undone} then now() end, case when ${undone} then 'x' end from drafts d`;
    const undo = 'delete from closures';
    expect(
      await when(`set session_replication_role = replica; ${close('-1 second', 'false')}`, undo),
    ).toEqual([1, 1]);
    expect(await when(`set session_replication_role = replica; ${close('1 second', 'true')}`, undo)).toEqual([
      1, 1,
    ]);
    expect(await when(`set session_replication_role = replica; ${close('1 second', 'false')}`, undo)).toEqual(
      [0, 0],
    );
  });

  it('is deleted when its author is suspended, and when they leave', async () => {
    const suspended =
      'update auth.accounts set suspended_at = now() where practitioner_id = (select practitioner_id from drafts)';
    expect(await when(suspended, 'update auth.accounts set suspended_at = null')).toEqual([1, 0]);
  });

  it('goes with the record', async () => {
    await closeEpisode(testApp, episode.episodeId);
    // By the clock's own setting: to move it would run the job, which deletes old drafts.
    await testApp.asOwner(
      "update platform.settings set clock_offset = timestamptz '2070-01-01T12:00:00Z' - now()",
    );
    const proposal = await proposeDestruction(testApp, 'governance', episode.episodeId);
    expect(await kept()).toBe(1);
    await destroyEpisode(testApp, 'coordinatorNwl', proposal);
    expect(await kept()).toBe(0);
    await testApp.asOwner("update platform.settings set clock_offset = '0'");
  });
});
