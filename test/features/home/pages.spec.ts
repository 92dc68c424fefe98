import { PERSONAS } from '../../../apps/console/src/seed/index.js';
import { PEOPLE } from '../../support/people.js';
import { agreedEpisode, atStatus, openedEpisode } from '../../support/scenarios.js';
import { statementsDuring } from '../../support/statements.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

/** With the two that begin the unit of work, 14 for a home and the overview of an episode, 15 for its other pages. */
const MAX_STATEMENTS = { first: 12, other: 13 };
let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 120_000);
afterAll(() => testApp.close());

async function leads(episodeId: string, persona: string): Promise<void> {
  const { practitionerId, agencyId } = await testApp.actor(persona);
  await testApp.asOwner(
    `insert into lead_professional_appointments (id, episode_id, practitioner_id, agency_id, began_at)
     values (gen_random_uuid(), $1, $2, $3, now() - interval '1 minute')`,
    [episodeId, practitionerId, agencyId],
  );
}

describe('the budget of statements', () => {
  it('holds for every home and every page of an episode', async () => {
    const { episodeId } = await agreedEpisode(testApp, 'healthVisitor', ['schoolTeacher', 'schoolNurse']);
    await atStatus(testApp, episodeId, 'delivering');
    const tabs = [
      '/assessment',
      '/team',
      '/plan',
      '/reviews',
      '/chronology',
      '/consents',
      '/access',
      '/level',
    ];
    const pages = [
      ...PEOPLE.map((persona) => [persona, '/', MAX_STATEMENTS.first] as const),
      ['healthVisitor', `/episodes/${episodeId}`, MAX_STATEMENTS.first] as const,
      ...tabs.map((tab) => ['healthVisitor', `/episodes/${episodeId}${tab}`, MAX_STATEMENTS.other] as const),
    ];
    const beyond: string[] = [];
    for (const [persona, path, most] of pages) {
      const browser = await testApp.browse(persona);
      // A first visit tells the visitor things once.
      await browser.get(path);
      const { length } = await statementsDuring(testApp, () => browser.get(path));
      expect(length).toBeGreaterThan(0);
      if (length > most) beyond.push(`${persona} ${path}: ${length}`);
    }
    expect(beyond).toEqual([]);
  }, 60_000);
});

describe('home', () => {
  it.each(PEOPLE)(
    'opens for %s, and every internal link on it leads to a page that they can open',
    async (persona) => {
      const browser = await testApp.browse(persona);
      const { status, text } = await browser.get('/');
      expect(status).toBe(200);
      const main = text.slice(text.indexOf('<main'));
      const links = new Set(
        [...main.matchAll(/href="(\/[^"#]*)"/g)].map((match) => match[1]!.replaceAll('&amp;', '&')),
      );
      const navigation = [...text.slice(0, text.indexOf('<main')).matchAll(/href="(\/[^"#]*)"/g)]
        .map((match) => match[1]!)
        .filter((href) => !href.startsWith('/assets'));
      const dead = [];
      for (const href of new Set([...links, ...navigation]))
        if ((await browser.get(href)).status !== 200) dead.push(href);
      expect(dead).toEqual([]);
    },
    30_000,
  );

  it('puts a late review first, with the action that resolves it', async () => {
    const { episodeId } = await openedEpisode(testApp, 'connexionsAdviser');
    await atStatus(testApp, episodeId, 'delivering');
    await leads(episodeId, 'connexionsAdviser');
    await testApp.asOwner(
      'update episode_records set next_review_on = current_date - 4 where episode_id = $1',
      [episodeId],
    );
    const { text } = await (await testApp.browse('connexionsAdviser')).get('/');
    expect(text).toMatch(/<strong>1<\/strong> late/);
    expect(text).toContain('4 days late');
    expect(text).toContain(`/episodes/${episodeId}/reviews`);
  });

  it('shows a family with consent for the practitioner’s agency as shared, and not as theirs', async () => {
    const { episodeId } = await agreedEpisode(testApp, 'schoolTeacher', ['housingOfficer'], ['T0']);
    const { text } = await (await testApp.browse('housingOfficer')).get('/');
    expect(text).toContain('My families (0)');
    expect(text).toContain('Shared with me (1)');
    expect(text).toContain(`/episodes/${episodeId}`);
    expect((await (await testApp.browse('outsider')).get('/')).text).toContain('Shared with me (0)');
  });

  it('labels a manager’s number exactly as the list behind it', async () => {
    const { episodeId } = await openedEpisode(testApp, 'yispWorker');
    await atStatus(testApp, episodeId, 'delivering');
    const { episodeId: theirs } = await openedEpisode(testApp, 'schoolManager');
    await atStatus(testApp, theirs, 'delivering');
    const manager = await testApp.browse('schoolManager');
    const { text } = await manager.get('/');
    const [, href, count] = /<a href="([^"]*exception=no_lead[^"]*)"><strong>(\d+)<\/strong>/.exec(text)!;
    const list = await manager.get(href!.replaceAll('&amp;', '&'));
    expect([...list.text.matchAll(/<th scope="row"/g)]).toHaveLength(Number(count));
    expect(list.text).toContain(theirs);
    expect(list.text).not.toContain(episodeId);
  });

  it('says that a family’s record is not shared, never that nothing is set', async () => {
    const { episodeId } = await agreedEpisode(testApp, 'schoolTeacher', ['healthVisitor'], ['T0']);
    await atStatus(testApp, episodeId, 'delivering');
    await testApp.asOwner(
      'update episode_records set next_review_on = current_date + 14 where episode_id = $1',
      [episodeId],
    );
    const rowOf = async (persona: string, path: string): Promise<string> =>
      (await (await testApp.browse(persona)).get(path)).text
        .split('<tr>')
        .find(
          (row) => row.trimStart().startsWith('<th scope="row"') && row.includes(`/episodes/${episodeId}"`),
        )!;
    for (const [persona, path] of [
      ['healthVisitor', '/'],
      ['governance', '/episodes'],
      ['frontDoor', '/episodes'],
    ] as const) {
      const row = await rowOf(persona, path);
      expect([persona, row.match(/Not shared with you/g)?.length]).toEqual([persona, 3]);
      expect(row).not.toMatch(/None set|None recorded|Not yet decided/);
      expect(row).toContain('Lead professional');
    }
    const teacher = await rowOf('schoolTeacher', '/');
    expect(teacher).toContain('in 14 days');
    expect(teacher).not.toContain('Not shared with you');
  });

  it('puts the front door’s step-ups before numbers, without an empty list of families', async () => {
    const { text } = await (await testApp.browse('frontDoor')).get('/');
    expect(text.indexOf('Step-ups waiting')).toBeLessThan(text.indexOf('The area'));
    expect(text).not.toContain('My families (0)');
    expect(text).toMatch(/of \d+ you can read; <a[^>]*>\d+ not shared|not shared with you/);
  });

  it('lists messages, and lets only their reader mark them as read', async () => {
    const { practitionerId } = await testApp.actor('youthWorker');
    const [message] = await testApp.asOwner<{ id: string }>(
      `insert into messages (id, recipient_id, subject, body, sent_at)
      values (gen_random_uuid(), $1, 'Invented subject', 'Invented body', now()) returning id`,
      [practitionerId],
    );
    const reader = await testApp.browse(PERSONAS.find((one) => one.practitionerId === practitionerId)!.key);
    expect((await reader.get('/')).text).toContain('Invented subject');
    expect(
      (await (await testApp.browse('outsider')).submit(`/messages/${message!.id}/read`, {})).status,
    ).toBe(404);
    expect((await reader.submit(`/messages/${message!.id}/read`, { back: 'home' })).location).toBe('/');
    expect((await reader.get('/')).text).not.toContain('Invented subject');
    expect((await reader.get('/messages')).text).toContain('Invented subject');
  });

  it('sends a signed-out visitor to the sign-in page', async () => {
    const { Browser } = await import('../../support/browser.js');
    const { status, location } = await Browser.stranger(testApp.server).get('/');
    expect([status, location]).toEqual([303, '/sign-in?next=%2F']);
  });
});

describe('the directory and the people', () => {
  it('shows services by level, and only those that match the search', async () => {
    const teacher = await testApp.browse('schoolTeacher');
    const [service] = await testApp.asOwner<{ id: string; name: string }>(
      'select id, name from directory_services order by name limit 1',
    );
    const results = await teacher.get(`/directory?${new URLSearchParams({ name: service!.name })}`);
    expect(results.text).toContain(`/directory/services/${service!.id}`);
    expect((await teacher.get('/directory?name=zzzzzz')).text).toContain('No services match your search');
    expect((await teacher.get(`/directory/services/${service!.id}`)).status).toBe(200);
    expect((await teacher.get('/directory/services/new')).status).toBe(403);
  });

  it('lets a directory editor add a service by the form, keeping the typed text after an error', async () => {
    const editor = await testApp.browse('directoryEditor');
    const bad = await editor.submit('/directory/services/new', {
      name: 'Invented café',
      description: 'Tea.',
      telephone: '1',
    });
    expect(bad.status).toBe(422);
    expect(bad.text).toContain('Select the level of need');
    expect(bad.text).toContain('value="Invented café"');
    const added = await editor.submit('/directory/services/new', {
      name: 'Invented café',
      description: 'Tea.',
      level: '1',
    });
    expect(added.status).toBe(303);
    const changed = await editor.submit(`${added.location}/change`, {
      version: '1',
      name: 'Invented tea room',
      description: 'Tea.',
      level: '1',
    });
    expect((await editor.get(changed.location!)).text).toContain('Invented tea room');
  });

  it('names the coordinators with their locality and telephone to everyone', async () => {
    const { text } = await (await testApp.browse('outsider')).get('/directory/people?role=coordinator');
    expect(text).toContain('Coordinators');
    expect(text).toMatch(/Harriet Crossways[^]*?for North West Leicestershire[^]*?tel:/);
    expect(text).not.toContain('Maureen Oakleaf');
  });

  it('lets an agency’s administrator add a practitioner, and mark them as left', async () => {
    const administrator = await testApp.browse('agencyAdministrator');
    const added = await administrator.submit('/people/new', {
      name: 'Invented Midwife',
      jobTitle: 'Midwife',
      role: 'practitioner',
    });
    const [person] = await testApp.asOwner<{ id: string }>(
      "select id from practitioners where name = 'Invented Midwife'",
    );
    expect(added.location).toBe(`/people/${person!.id}/account`);
    expect((await administrator.get('/people')).text).toContain('Invented Midwife');
    expect((await administrator.submit(`/people/${person!.id}/leaving`, { version: '1' })).location).toBe(
      '/people',
    );
    expect((await administrator.get(`/people/${person!.id}`)).status).toBe(404);
    expect((await (await testApp.browse('schoolTeacher')).get('/people')).status).toBe(403);
  });

  it('explains how to begin, how information is shared and how accessible it is, without signing in', async () => {
    const { Browser } = await import('../../support/browser.js');
    const stranger = Browser.stranger(testApp.server);
    for (const [path, words] of [
      ['/help', 'How to start with a child'],
      ['/privacy', 'How information is shared'],
      ['/accessibility', 'Accessibility of Bridges'],
    ]) {
      const { status, text } = await stranger.get(path!);
      expect([status, text.includes(words!)]).toEqual([200, true]);
    }
  });
});
