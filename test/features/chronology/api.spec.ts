import { dayFromNow, deliveringEpisode, type Delivering, reviewOf } from '../../support/delivering.js';
import { openedEpisode } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

interface Entry {
  readonly at: string;
  readonly kind: string;
  readonly what: string;
  readonly by: { name: string; agency: string } | null;
  readonly href: string;
  readonly topic: string | null;
}

let testApp: TestApp;
let episode: Delivering;
let story: string;

beforeAll(async () => {
  testApp = await openTestApp();
  episode = await deliveringEpisode(testApp, 'schoolTeacher', ['healthVisitor']);
  story = `/episodes/${episode.episodeId}/chronology`;
  const teacher = await testApp.as('schoolTeacher');
  const { practitionerId } = await testApp.actor('healthVisitor');
  await teacher.post(`/episodes/${episode.episodeId}/team`, { practitionerId, teamRole: 'key_worker' });
  await teacher.post(`/episodes/${episode.episodeId}/reviews`, reviewOf(episode.outcomeId));
}, 60_000);
afterAll(() => testApp.close());

async function entriesOf(persona: string, query = ''): Promise<Entry[]> {
  const answer = await (await testApp.as(persona)).get(story + query);
  expect([persona, answer.status]).toEqual([persona, 200]);
  return answer.body.items as Entry[];
}

const whats = (entries: readonly Entry[]): string[] => entries.map((entry) => entry.what);

describe('the chronology', () => {
  it('is built from the records, each entry with author, agency and a link', async () => {
    const entries = await entriesOf('schoolTeacher');
    const teacher = await testApp.actor('schoolTeacher');
    const visitor = await testApp.actor('healthVisitor');
    expect(whats(entries)).toEqual(
      expect.arrayContaining([
        `Episode started by ${teacher.agencyName}.`,
        'Consent given, by Invented Mother.',
        'Outcome added to the plan: She comes to school every day.',
        `${visitor.name}, ${visitor.agencyName}, joined the team (direct work with the child or family).`,
        'Scheduled review held.',
        'Level of need set: 2 Targeted.',
      ]),
    );
    expect(entries.find((entry) => entry.kind === 'review')).toMatchObject({
      by: { name: teacher.name, agency: teacher.agencyName },
      href: `/episodes/${episode.episodeId}/reviews`,
    });
  });

  it('is in order, the latest first, and its pages miss nothing and repeat nothing', async () => {
    const all = await entriesOf('schoolTeacher');
    expect(all.map((entry) => entry.at)).toEqual([...all.map((entry) => entry.at)].sort().reverse());
    const teacher = await testApp.as('schoolTeacher');
    const paged: Entry[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page = (await teacher.get(`${story}?limit=2${next && `&cursor=${next}`}`)).body as {
        items: Entry[];
        next: string | null;
      };
      paged.push(...page.items);
      next = page.next;
    }
    expect(paged).toEqual(all);
  });

  it('filters by one kind, and refuses an unknown kind', async () => {
    const team = await entriesOf('schoolTeacher', '?kind=team');
    expect([...new Set(team.map((entry) => entry.kind))]).toEqual(['team']);
    expect((await (await testApp.as('schoolTeacher')).get(`${story}?kind=gossip`)).status).toBe(422);
    expect((await (await testApp.as('schoolTeacher')).get(`${story}?cursor=nonsense`)).status).toBe(422);
    expect((await (await testApp.as('schoolTeacher')).get(`${story}?since=yesterday`)).status).toBe(422);
  });

  it('lists what was written since an instant, whenever it happened', async () => {
    const teacher = await testApp.as('schoolTeacher');
    const before = new Date().toISOString();
    const note = { happenedOn: dayFromNow(-20), category: 'education', what: 'Excluded for a day.' };
    expect((await teacher.post(story, note)).status).toBe(201);
    expect(whats(await entriesOf('schoolTeacher', `?since=${before}`))).toEqual(['Excluded for a day.']);
  });
});

describe('a note', () => {
  it('of a contact moves the date of the last contact forward, and never back', async () => {
    const { episodeId } = await openedEpisode(testApp, 'schoolTeacher');
    const teacher = await testApp.as('schoolTeacher');
    const lastContactAfter = async (category: string, day: number): Promise<string | null> => {
      const note = { happenedOn: dayFromNow(day), category, what: 'Invented.' };
      expect((await teacher.post(`/episodes/${episodeId}/chronology`, note)).status).toBe(201);
      return (await teacher.get(`/episodes/${episodeId}`)).body.lastContactOn as string | null;
    };
    expect(await lastContactAfter('contact', -2)).toBe(dayFromNow(-2));
    expect(await lastContactAfter('contact', -9)).toBe(dayFromNow(-2));
    expect(await lastContactAfter('housing', 0)).toBe(dayFromNow(-2));
    expect(await lastContactAfter('childs_words', -1)).toBe(dayFromNow(-1));
  });

  it('of a contact counts by the team, who cannot change the record', async () => {
    const later = { happenedOn: dayFromNow(0), category: 'contact', what: 'Met the mother.' };
    await testApp.asOwner('update episode_records set last_contact_on = null where episode_id = $1', [
      episode.episodeId,
    ]);
    expect((await (await testApp.as('healthVisitor')).post(story, later)).status).toBe(201);
    expect(
      (await (await testApp.as('schoolTeacher')).get(`/episodes/${episode.episodeId}`)).body,
    ).toMatchObject({
      lastContactOn: dayFromNow(0),
    });
  });

  it('marked sensitive gives each reader their own correct line, and no trace to the others', async () => {
    const before = (await entriesOf('healthVisitor')).length;
    const note = {
      happenedOn: dayFromNow(0),
      category: 'health',
      what: 'She told us about her medicine.',
      topic: 'mental_health',
    };
    expect((await (await testApp.as('schoolTeacher')).post(story, note)).status).toBe(201);
    const own = (await entriesOf('schoolTeacher')).find((entry) => entry.what === note.what);
    expect(own).toMatchObject({ topic: 'mental_health', kind: 'note' });
    for (const reader of ['healthVisitor', 'schoolManager', 'coordinatorNwl'])
      expect(whats(await entriesOf(reader))).not.toContain(note.what);
    expect(await entriesOf('healthVisitor')).toHaveLength(before);
  });

  it.each([
    ['of tomorrow', { happenedOn: dayFromNow(1) }, 'happenedOn'],
    ['of a kind that there is not', { category: 'gossip' }, 'category'],
    ['without words', { what: ' ' }, 'what'],
  ])('%s is refused beside the field', async (_what, changes, field) => {
    const note = { happenedOn: dayFromNow(0), category: 'family', what: 'A brother was born.', ...changes };
    const answer = await (await testApp.as('schoolTeacher')).post(story, note);
    expect([answer.status, answer.body.errors?.[0]?.field]).toEqual([422, field]);
  });

  it('may be written by the team and not by a manager', async () => {
    const note = { happenedOn: dayFromNow(0), category: 'health', what: 'Weighed: all well.' };
    expect((await (await testApp.as('healthVisitor')).post(story, note)).status).toBe(201);
    expect((await (await testApp.as('schoolManager')).post(story, note)).status).toBe(403);
  });
});

it('the chronology is not found by a practitioner out of reach', async () => {
  for (const outsider of ['housingOfficer', 'coordinatorCharnwood', 'governance', 'frontDoor']) {
    const client = await testApp.as(outsider);
    const here = await client.get(story);
    const unknown = await client.get('/episodes/019f0000-0000-7000-8000-000000000000/chronology');
    expect([outsider, here.status]).toEqual([outsider, 404]);
    expect({ ...here.body, instance: '' }).toEqual({ ...unknown.body, instance: '' });
  }
});

describe('the access page', () => {
  const accessOf = async (persona: string) =>
    (await testApp.as(persona)).get(`/episodes/${episode.episodeId}/access`);

  it('says why: through the team, with who agreed and until when', async () => {
    const { body } = await accessOf('healthVisitor');
    expect(body.why).toEqual(
      expect.arrayContaining([
        expect.stringMatching(
          /^You can see the basic details, the assessment and the plan because you are in the team around the child, and Invented Mother agreed on .+; consent ends .+\.$/,
        ),
      ]),
    );
    expect([body.whoCan, body.whoLooked]).toEqual([null, null]);
  });

  it('says what would open the rest to the front door, without saying whether there is anything', async () => {
    const { body } = await accessOf('frontDoor');
    expect(body.whyNot.map((closed: { what: string }) => closed.what)).toEqual([
      'Assessment, plan, team and chronology',
      'Sensitive information, if there is any',
    ]);
  });

  it.each(['schoolTeacher', 'schoolManager', 'coordinatorNwl', 'governance'])(
    'shows %s who has access and who looked',
    async (persona) => {
      const { body } = await accessOf(persona);
      const names = body.whoCan.map((one: { name: string }) => one.name) as string[];
      expect(names).toEqual(
        expect.arrayContaining([
          (await testApp.actor('healthVisitor')).name,
          (await testApp.actor('schoolTeacher')).name,
        ]),
      );
      expect(names).not.toContain((await testApp.actor('housingOfficer')).name);
      const looked = body.whoLooked.map(
        (one: { name: string; act: string }) => `${one.name} ${one.act}`,
      ) as string[];
      expect(looked).toContain(`${(await testApp.actor('healthVisitor')).name} read chronology`);
    },
  );

  it('is not found by an outsider', async () => {
    expect((await accessOf('housingOfficer')).status).toBe(404);
  });
});
