import { newId } from '#libs/platform';
import { ask, bare, later, ledEpisode } from '../../support/emergencies.js';
import { agrees, openedEpisode } from '../../support/scenarios.js';
import { searchFor } from '../../support/searching.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 120_000);
afterAll(() => testApp.close());
afterEach(() => testApp.moveClock());

const ASKING = {
  reasonCode: 'missing',
  reason: 'He did not come home; the police ask who knows him.',
  lawfulBasis: 'vital_interests',
  tier: 'T2',
  hours: '4',
};

describe('the pages of emergency access', () => {
  it('say who will be told before anything is opened, then open it under a banner with a countdown', async () => {
    const { episodeId, childId } = await ledEpisode(testApp);
    const browser = await testApp.browse('frontDoor');
    const to = `/episodes/${episodeId}/emergency-access`;
    expect((await browser.get(`/episodes/${episodeId}`)).text).toContain('Get emergency access…');
    expect((await browser.get(`/episodes/${episodeId}/access`)).text).toContain(to);
    expect((await browser.get(to)).text).toContain('Only ask for what you need');

    const wrong = await browser.submit(to, { ...ASKING, reason: 'soon', tier: '' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Select how much you need to see');
    expect(wrong.text).toContain('>soon<');

    const before = await browser.submit(to, ASKING);
    expect(before.status).toBe(200);
    expect(before.text).toContain('Who will be told straight away');
    expect(before.text).toContain('information governance');
    expect(
      await testApp.asOwner('select 1 from emergency_accesses where episode_id = $1', [episodeId]),
    ).toEqual([]);

    const opened = await browser.submit(to, { ...ASKING, step: 'open' });
    expect([opened.status, opened.location]).toEqual([303, `/episodes/${episodeId}`]);
    for (const part of ['', '/plan', '/chronology', '/team', '/access', '/consents']) {
      const { status, text } = await browser.get(`/episodes/${episodeId}${part}`);
      expect([part, status]).toEqual([part, 200]);
      expect(text).toMatch(
        /role="timer" aria-live="off" data-seconds-left="\d+">3 hours 59 minutes<\/span> left, until \d/,
      );
      expect(text).toContain('End emergency access');
    }
    const child = await browser.get(`/children/${childId}`);
    expect(child.text).toContain('role="timer"');
    expect(child.text).not.toContain('kept secret to keep someone safe');
    const chronology = await browser.get(`/episodes/${episodeId}/chronology`);
    expect(chronology.text).not.toContain('Add a note or a contact');
    expect((await browser.get(`/episodes/${episodeId}/access`)).text).toContain('did not come home');
    // No other person reads by it.
    const teacher = await testApp.browse('schoolTeacher');
    expect((await teacher.get(`/episodes/${episodeId}`)).text).not.toContain('role="timer"');
    expect((await teacher.get(`/children/${childId}`)).text).not.toContain('role="timer"');
    const tab = await teacher.get(`/episodes/${episodeId}/access`);
    expect(tab.text).toContain('Emergency access (1)');
    expect(tab.text).toContain('No reviewer chosen yet');
    expect(tab.text).toContain('“He did not come home; the police ask who knows him.”');

    const [{ id }] = (await testApp.asOwner('select id from emergency_accesses where episode_id = $1', [
      episodeId,
    ])) as [{ id: string }];
    expect((await browser.submit(`/emergency-accesses/${id}/ending`, {})).status).toBe(303);
    expect((await browser.get(`/episodes/${episodeId}/plan`)).status).toBe(404);
    expect((await browser.get(`/episodes/${episodeId}`)).text).not.toContain('role="timer"');
  }, 60_000);

  it('close by themselves in an open session: the page for an unknown id appears', async () => {
    const { episodeId } = await openedEpisode(testApp, 'schoolTeacher');
    await agrees(testApp, episodeId, 'schoolTeacher', ['schoolTeacher'], ['T0', 'T1', 'T2'], {
      indexAgreed: true,
    });
    const browser = await testApp.browse('healthManager');
    const searchResult = await searchFor(browser, { name: 'Invented', reason: 'worried' });
    expect(searchResult.text).toContain(`/episodes/${episodeId}/emergency-access`);
    const to = `/episodes/${episodeId}/emergency-access`;
    const form = await browser.get(to);
    expect(form.status).toBe(200);
    expect(form.text).not.toMatch(/Test\d/);
    expect((await browser.submit(to, { ...ASKING, hours: '1', step: 'open' })).status).toBe(303);
    expect((await browser.get(`/episodes/${episodeId}`)).text).toContain('role="timer"');
    await testApp.moveClock(later(1.01));
    for (const part of ['', '/plan', '/access'])
      expect(bare(await browser.get(`/episodes/${episodeId}${part}`))).toEqual(
        bare(await browser.get(`/episodes/${newId()}${part}`)),
      );
    const practitioner = await testApp.browse('healthVisitor');
    expect((await searchFor(practitioner, { name: 'Invented', reason: 'worried' })).text).not.toContain(
      'emergency-access',
    );
    expect(bare(await practitioner.get(to))).toEqual(
      bare(await practitioner.get(`/episodes/${newId()}/emergency-access`)),
    );
  });

  it('let a second person agree, but not the requester', async () => {
    const { episodeId } = await ledEpisode(testApp);
    const { body } = await ask(testApp, 'governance', episodeId, { protectedDetails: true });
    const governance = await testApp.browse('governance');
    const own = await governance.get('/emergency-accesses');
    expect(own.text).toContain('A second person has to agree');
    expect(own.text).not.toContain(`/emergency-accesses/${body.id}/second`);
    const refused = await governance.submit(`/emergency-accesses/${body.id}/second`, {});
    expect([refused.status, refused.text.includes('another person has to agree')]).toEqual([422, true]);

    const coordinator = await testApp.browse('coordinatorNwl');
    expect((await coordinator.get('/')).text).toContain('Emergency access is waiting for a second person');
    expect((await coordinator.get('/emergency-accesses')).text).toContain(
      `/emergency-accesses/${body.id}/second`,
    );
    expect((await coordinator.submit(`/emergency-accesses/${body.id}/second`, {})).status).toBe(303);
    expect((await governance.get(`/episodes/${episodeId}/plan`)).text).toContain('role="timer"');
    const charnwood = await testApp.browse('coordinatorCharnwood');
    expect((await charnwood.get('/emergency-accesses')).text).not.toContain(body.id);
  });

  it('offer the review to a colleague of another agency, who sees no child', async () => {
    const { episodeId } = await ledEpisode(testApp);
    const { body } = await ask(testApp, 'frontDoor', episodeId);
    const frontDoor = await testApp.browse('frontDoor');
    await frontDoor.get(`/episodes/${episodeId}`);
    await frontDoor.submit(`/emergency-accesses/${body.id}/ending`, {});
    const governance = await testApp.browse('governance');
    expect((await governance.get('/')).text).toContain('Emergency access has no reviewer');
    const list = await governance.get('/emergency-accesses');
    const choices = list.text.split(`name="practitionerId-${body.id}"`)[1]!.split('</select>')[0]!;
    expect(choices).toContain('Winifred Stonecrop');
    expect(choices).not.toContain('Beatrice Longacre');
    const field = `practitionerId-${body.id}`;
    const withoutReviewer = await governance.submit(`/emergency-accesses/${body.id}/reviewer`, {
      [field]: '',
    });
    expect([withoutReviewer.status, withoutReviewer.text.includes(`#${field}`)]).toEqual([422, true]);
    const reviewer = (await testApp.actor('healthManager')).practitionerId;
    expect(
      (await governance.submit(`/emergency-accesses/${body.id}/reviewer`, { [field]: reviewer })).status,
    ).toBe(303);

    const manager = await testApp.browse('healthManager');
    const home = await manager.get('/');
    expect(home.text).toContain('Review emergency access by another agency');
    const path = `/emergency-accesses/${body.id}/review`;
    const page = await manager.get(path);
    expect(page.text).toContain('Front door decision maker');
    expect(page.text).toContain('Read episode');
    expect(page.text).not.toMatch(/Test\d|Invented Mother/);
    const missing = await manager.submit(path, { outcome: 'justified', note: '' });
    expect([missing.status, missing.text.includes('Enter the reason for the outcome')]).toEqual([422, true]);
    expect((await frontDoor.get(path)).status).toBe(403);
    expect((await (await testApp.browse('outsider')).get(path)).status).toBe(404);
    expect(
      (await manager.submit(path, { outcome: 'to_learn_from', note: 'Ring the lead first.' })).status,
    ).toBe(303);
    const tab = await (await testApp.browse('schoolTeacher')).get(`/episodes/${episodeId}/access`);
    expect(tab.text).toContain('Lessons to learn');
  });
});
