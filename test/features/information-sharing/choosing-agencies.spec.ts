import { openedEpisode } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let world: TestApp;
beforeAll(async () => {
  world = await openTestApp();
}, 300_000);
afterAll(() => world.close());

describe('choosing the agencies that were discussed', () => {
  it('keeps the ones selected while another is looked for by name', async () => {
    const { episodeId } = await openedEpisode(world, 'schoolTeacher');
    const { agencyId } = await world.actor('housingOfficer');
    const teacher = await world.browse('schoolTeacher');
    const at = `/episodes/${episodeId}/consents/new`;
    const found = await teacher.get(`${at}?agency=${agencyId}&name=connexions&next=find`);
    expect(found.status).toBe(200);
    expect(found.text).toMatch(new RegExp(`value="${agencyId}" checked`));
    expect(found.text).toContain('Connexions');
    const none = await teacher.get(`${at}?agency=${agencyId}&name=xyzzy&next=find`);
    expect(none.text).toContain('No agency has that name');
    expect(none.text).toMatch(new RegExp(`value="${agencyId}" checked`));
    const next = await teacher.get(`${at}?agency=${agencyId}&name=connexions&next=continue`);
    expect(next.text).toContain('Record consent');
    expect(next.text).not.toContain('Find an agency by name');
  }, 120_000);

  it('says so when none is selected', async () => {
    const { episodeId } = await openedEpisode(world, 'schoolTeacher');
    const teacher = await world.browse('schoolTeacher');
    const { status, text } = await teacher.get(`/episodes/${episodeId}/consents/new?name=&next=continue`);
    expect(status).toBe(422);
    expect(text).toContain('href="#agency"');
    expect(text).toContain('Select the agencies you discussed with the family');
    expect((await teacher.get(`/episodes/${episodeId}/consents/new`)).status).toBe(200);
  }, 120_000);
});
