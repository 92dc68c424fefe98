import { openedEpisode } from '../../support/scenarios.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 300_000);
afterAll(() => testApp.close());

describe('choosing the agencies that were discussed', () => {
  it('keeps the ones selected while another is looked for by name', async () => {
    const { episodeId } = await openedEpisode(testApp, 'schoolTeacher');
    const { agencyId } = await testApp.actor('housingOfficer');
    const teacher = await testApp.browse('schoolTeacher');
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
    const { episodeId } = await openedEpisode(testApp, 'schoolTeacher');
    const teacher = await testApp.browse('schoolTeacher');
    const { status, text } = await teacher.get(`/episodes/${episodeId}/consents/new?name=&next=continue`);
    expect(status).toBe(422);
    expect(text).toContain('href="#agency"');
    expect(text).toContain('Select the agencies you discussed with the family');
    expect((await teacher.get(`/episodes/${episodeId}/consents/new`)).status).toBe(200);
  }, 120_000);
});
