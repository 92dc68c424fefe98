import { agreedEpisode, atStatus } from '../../support/scenarios.js';
import type { Browser } from '../../support/browser.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

let testApp: TestApp;
let teacher: Browser;
let visitor: Browser;
beforeAll(async () => {
  testApp = await openTestApp();
  teacher = await testApp.browse('schoolTeacher');
  visitor = await testApp.browse('healthVisitor');
}, 120_000);
afterAll(() => testApp.close());

const missing = '00000000-0000-7000-8000-000000000000';
const on = (name: string, days: number): Record<string, string> => {
  const [year, month, day] = new Date(Date.now() + days * 86_400_000).toISOString().split('T')[0]!.split('-');
  return { [`${name}-day`]: day!, [`${name}-month`]: month!, [`${name}-year`]: year! };
};
const OUTCOME = {
  description: 'Sleeps through most nights.',
  everyChildMatters: 'be_healthy',
  startingScore: '2',
  targetScore: '7',
};

/** An assessed episode of the teacher's, with consent for health. */
async function assessed(tiers?: string[]): Promise<string> {
  const { episodeId } = await agreedEpisode(testApp, 'schoolTeacher', ['healthVisitor'], tiers);
  await atStatus(testApp, episodeId, 'assessed');
  return episodeId;
}
async function join(episodeId: string): Promise<void> {
  const { practitionerId, agencyId } = await testApp.actor('healthVisitor');
  const joined = await teacher.submit(`/episodes/${episodeId}/team`, {
    agency: agencyId,
    practitionerId,
    teamRole: 'member',
  });
  expect(joined.location).toBe(`/episodes/${episodeId}/team`);
}
/** A plan with one outcome and one action of the health visitor's that was due three days ago. */
async function planned(): Promise<{ episodeId: string; actionId: string }> {
  const episodeId = await assessed();
  await join(episodeId);
  await teacher.submit(`/episodes/${episodeId}/plan/outcomes`, OUTCOME);
  const [outcome] = await testApp.asOwner<{ id: string }>(
    'select id from plan_outcomes where episode_id = $1',
    [episodeId],
  );
  const { practitionerId } = await testApp.actor('healthVisitor');
  const added = await teacher.submit(`/episodes/${episodeId}/plan/actions`, {
    outcomeId: outcome!.id,
    description: 'Ring the sleep clinic.',
    doerPractitionerId: practitionerId,
    familyAgreement: 'no',
    ...on('dueOn', 4),
  });
  expect(added.location).toBe(`/episodes/${episodeId}/plan`);
  const [action] = await testApp.asOwner<{ id: string }>(
    'update plan_actions set due_on = current_date - 3 where episode_id = $1 returning id',
    [episodeId],
  );
  return { episodeId, actionId: action!.id };
}

describe('the plan’s pages', () => {
  it('say how to begin when there is no plan, and begin with the first outcome', async () => {
    const episodeId = await assessed();
    expect((await teacher.get(`/episodes/${episodeId}/plan`)).text).toContain('Add the first outcome');
    const added = await teacher.submit(`/episodes/${episodeId}/plan/outcomes`, OUTCOME);
    expect([added.status, added.location]).toEqual([303, `/episodes/${episodeId}/plan`]);
    const { text } = await teacher.get(`/episodes/${episodeId}/plan`);
    expect(text).toContain('Outcome added');
    expect(text).toMatch(/Now 2 of 10, started at 2, target 7/);
    expect(text).toContain('started at 2, not scored again yet');
  });

  it('show each error beside its field and keep the typed text', async () => {
    const episodeId = await assessed();
    const refused = await teacher.submit(`/episodes/${episodeId}/plan/outcomes`, {
      ...OUTCOME,
      startingScore: '12',
    });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('The score now must be between 0 and 10');
    expect(refused.text).toContain('href="#startingScore"');
    expect(refused.text).toContain('Sleeps through most nights.');
  });

  it('name who does what, and say in words what is late and what the family does not agree to', async () => {
    const { episodeId } = await planned();
    const { text } = await teacher.get(`/episodes/${episodeId}/plan`);
    expect(text).toContain((await testApp.actor('healthVisitor')).name);
    expect(text).toContain('3 days late');
    expect(text).toContain('The family has not agreed');
  });

  it('let the assignee mark an action done in one press, without changing what was agreed', async () => {
    const { episodeId, actionId } = await planned();
    const seen = await visitor.get(`/episodes/${episodeId}/plan`);
    expect(seen.text).toContain('Mark as done');
    expect(seen.text).not.toContain('Add an action');
    const form = await visitor.get(`/episodes/${episodeId}/plan/actions/${actionId}`);
    expect(form.text).toContain('Update your action');
    expect(form.text).not.toContain('What was agreed');
    const done = await visitor.submit(`/episodes/${episodeId}/plan/actions/${actionId}/done`, {
      version: '1',
    });
    expect([done.status, done.location]).toEqual([303, `/episodes/${episodeId}/plan`]);
    const after = await visitor.get(`/episodes/${episodeId}/plan`);
    expect(after.text).toMatch(/Done \d+ \w+ \d{4}/);
    expect(after.text).not.toContain('days late');
  });

  it('do not lose the typed text when another practitioner changed the action meanwhile', async () => {
    const { episodeId, actionId } = await planned();
    const path = `/episodes/${episodeId}/plan/actions/${actionId}`;
    await visitor.submit(path, { version: '1', status: 'on_track', progressNote: 'Rang once.' });
    const clash = await visitor.submit(path, {
      version: '1',
      status: 'delayed',
      progressNote: 'No answer since Monday.',
    });
    expect(clash.status).toBe(422);
    expect(clash.text).toContain('Someone else has changed this');
    expect(clash.text).toContain('No answer since Monday.');
    expect(clash.text).toContain('name="version" value="2"');
  });

  it('do not drop an action without a reason', async () => {
    const { episodeId, actionId } = await planned();
    const refused = await visitor.submit(`/episodes/${episodeId}/plan/actions/${actionId}`, {
      version: '1',
      status: 'dropped',
    });
    expect([refused.status, refused.text.includes('Enter why it was dropped')]).toEqual([422, true]);
  });

  it('are not found by an outsider, just like those of an unknown episode', async () => {
    const { episodeId } = await planned();
    const housing = await testApp.browse('housingOfficer');
    for (const path of [
      'plan',
      'team',
      'meetings',
      'plan/outcomes/new',
      'meetings/new',
      'lead-professional/proposals/new',
    ]) {
      const hidden = await housing.get(`/episodes/${episodeId}/${path}`);
      const never = await housing.get(`/episodes/${missing}/${path}`);
      expect([path, hidden.status, never.status]).toEqual([path, 404, 404]);
      const bare = (text: string): string => text.replace(/nonce="[^"]+"|name="_csrf" value="[^"]+"/g, '');
      expect(bare(hidden.text)).toBe(bare(never.text));
    }
  });
});

describe('the team’s pages', () => {
  it('narrow the people to one agency with consent, without a script, and show who else is involved', async () => {
    const episodeId = await assessed();
    const { agencyId, name } = await testApp.actor('healthVisitor');
    const before = await teacher.get(`/episodes/${episodeId}/team`);
    expect(before.text).toContain((await testApp.actor('healthVisitor')).agencyName);
    expect(before.text).not.toContain((await testApp.actor('housingOfficer')).agencyName);
    const narrowed = await teacher.get(`/episodes/${episodeId}/team?agency=${agencyId}`);
    expect(narrowed.text).toContain(name);
    await join(episodeId);
    const { text } = await visitor.get(`/episodes/${episodeId}/team`);
    expect(text).toContain('Started the episode');
    expect(text).toContain('Team member');
    expect(text).not.toContain('Add a team member');
  });

  it('require a reason before a membership ends, and say what ending it means', async () => {
    const episodeId = await assessed();
    await join(episodeId);
    const [member] = await testApp.asOwner<{ id: string }>(
      'select id from team_members where episode_id = $1',
      [episodeId],
    );
    const path = `/episodes/${episodeId}/team/${member!.id}/ending`;
    expect((await teacher.get(path)).text).toContain('will immediately lose the access');
    expect((await teacher.submit(path, { reason: '' })).status).toBe(422);
    expect((await teacher.submit(path, { reason: 'Moved.' })).status).toBe(303);
    expect((await visitor.get(`/episodes/${episodeId}/team`)).status).toBe(404);
  });

  it('let the practitioner asked to lead answer, though their agency may know only the basics', async () => {
    const episodeId = await assessed(['T0', 'T1']);
    const { practitionerId } = await testApp.actor('healthVisitor');
    const to = `/episodes/${episodeId}/lead-professional/proposals`;
    const missed = await teacher.submit(to, {
      practitionerId,
      familyPreference: '',
      reason: 'Visits weekly.',
    });
    expect([missed.status, missed.text.includes('Visits weekly.')]).toEqual([422, true]);
    const response = await teacher.submit(to, {
      practitionerId,
      familyPreference: 'Likes her.',
      reason: 'Visits weekly.',
    });
    expect(response.location).toBe(`/episodes/${episodeId}/team`);
    expect((await teacher.get(`/episodes/${episodeId}/team`)).text).toContain('Withdraw the request');
    expect((await visitor.get(`/episodes/${episodeId}/team`)).location).toBe('/proposals');
    const waiting = await visitor.get('/proposals');
    expect(waiting.text).toContain('Likes her.');
    const [proposal] = await testApp.asOwner<{ id: string }>(
      'select id from lead_professional_proposals where episode_id = $1',
      [episodeId],
    );
    const refused = await visitor.submit(`${to}/${proposal!.id}/refusal`, {});
    expect([refused.status, refused.text.includes('Enter why you cannot lead')]).toEqual([422, true]);
    const accepted = await visitor.submit(`${to}/${proposal!.id}/acceptance`, {});
    expect(accepted.status).toBe(303);
    expect((await visitor.get(accepted.location!)).status).toBe(200);
    expect((await visitor.get('/proposals')).text).toContain('No requests.');
    expect((await teacher.get(`/episodes/${episodeId}/team`)).text).toContain(
      (await testApp.actor('healthVisitor')).name,
    );
  });

  it('plan a meeting and minute it on one screen, but not without consent checked and a next date', async () => {
    const episodeId = await assessed();
    await join(episodeId);
    const me = (await testApp.actor('schoolTeacher')).practitionerId;
    const her = (await testApp.actor('healthVisitor')).practitionerId;
    const meeting = {
      kind: 'first',
      ...on('on', -1),
      startsAt: '15:30',
      endsAt: '16:30',
      place: 'School',
      purpose: 'To begin.',
      chairId: me,
      invited: her,
      family: 'Grandmother',
    };
    const wrong = await teacher.submit(`/episodes/${episodeId}/meetings`, {
      ...meeting,
      noteTakerId: me,
      startsAt: 'half past',
    });
    expect([wrong.status, wrong.text.includes('such as 3:30pm or 15:30')]).toEqual([422, true]);
    const same = await teacher.submit(`/episodes/${episodeId}/meetings`, { ...meeting, noteTakerId: me });
    expect([same.status, same.text.includes('must be different people')]).toEqual([422, true]);
    const ready = await teacher.submit(`/episodes/${episodeId}/meetings`, { ...meeting, noteTakerId: her });
    expect(ready.status).toBe(303);
    const path = ready.location!;
    const half = await visitor.submit(path, { version: '1', step: 'held', childView: 'I like the dog.' });
    expect(half.status).toBe(422);
    expect(half.text).toContain('Enter the date of the next meeting');
    expect(half.text).toContain('I like the dog.');
    const minutesResponse = await visitor.submit(path, {
      version: '1',
      step: 'held',
      childView: 'I like the dog.',
      consentChecked: 'yes',
      ...on('nextMeetingOn', 30),
    });
    expect(minutesResponse.location).toBe(path);
    expect((await teacher.get(`/episodes/${episodeId}/meetings`)).text).toContain('Held');
    expect((await teacher.get(`/episodes/${episodeId}/team`)).text).toContain('Last held');
  });

  it('warn before stepping down, and then say that no one leads', async () => {
    const episodeId = await assessed();
    const { practitionerId } = await testApp.actor('schoolTeacher');
    const to = `/episodes/${episodeId}/lead-professional`;
    await teacher.submit(`${to}/proposals`, {
      practitionerId,
      familyPreference: 'Yes.',
      reason: 'Knows them.',
    });
    const [proposal] = await testApp.asOwner<{ id: string }>(
      'select id from lead_professional_proposals where episode_id = $1',
      [episodeId],
    );
    await teacher.submit(`${to}/proposals/${proposal!.id}/acceptance`, {});
    expect((await teacher.get(`/episodes/${episodeId}/team`)).text).toContain('Stop being lead professional');
    expect((await teacher.get(`${to}/ending`)).text).toContain('no lead professional from now');
    expect((await teacher.submit(`${to}/ending`, { reason: 'Leaves.' })).status).toBe(303);
    expect((await teacher.get(`/episodes/${episodeId}/team`)).text).toContain('No lead professional.');
  });
});
