import { nextSteps, type EpisodeProgress } from './next-steps.js';

const EVERYTHING = Object.fromEntries(
  [
    'lead_accept',
    'checklist_complete',
    'consent_record',
    'assessment_edit',
    'level_decide',
    'lead_propose',
    'team_edit',
    'plan_edit',
    'review_hold',
    'episode_close',
    'step_up_raise',
    'safety_concern_answer',
  ].map((permission) => [permission, true]),
);
const at = (more: Partial<EpisodeProgress>): string[] =>
  nextSteps({
    id: 'e',
    status: 'checklist',
    level: null,
    lead: null,
    proposedToMe: false,
    proposalWaiting: false,
    agreementRecorded: false,
    planStarted: false,
    decision: null,
    stepUpWaiting: false,
    concernHref: null,
    may: EVERYTHING,
    ...more,
  }).map(({ text }) => text);

describe('what comes next in an episode', () => {
  it('is the checklist, and nothing else, when it was just opened', () => {
    expect(at({})).toEqual(['Complete the checklist']);
  });
  it('is what the checklist decided, once it is complete', () => {
    const CHANGE = 'Change the checklist';
    expect(at({ decision: 'none' })).toEqual(['Close the episode', CHANGE]);
    expect(at({ decision: 'single_agency' })).toEqual(['Close the episode', CHANGE]);
    expect(at({ decision: 'specialist_assessment' })).toEqual([
      'Record consent',
      'Close the episode',
      CHANGE,
    ]);
    expect(at({ decision: 'safeguarding' })).toEqual([
      'Raise a step-up to social care',
      'Close the episode',
      CHANGE,
    ]);
    expect(at({ decision: 'safeguarding', stepUpWaiting: true })).toEqual([CHANGE]);
  });
  it('is never closing while a safety concern stands, whatever the episode is at', () => {
    const RECORD = 'Record what was done about the safety concern';
    const concernHref = '/episodes/e/safety-concerns/c';
    for (const status of ['checklist', 'registered', 'assessing', 'assessed', 'delivering'])
      for (const decision of [null, 'none', 'single_agency', 'specialist_assessment', 'safeguarding']) {
        const steps = at({ status, decision, concernHref });
        expect(steps[0]).toBe(RECORD);
        expect(steps).not.toContain('Close the episode');
      }
    expect(at({ status: null, concernHref, may: {} })).toEqual([RECORD]);
  });
  it('is the family’s agreement before an assessment', () => {
    expect(at({ status: 'registered' })).toEqual([
      'Record consent',
      'Start the assessment',
      'Close the episode',
    ]);
  });
  it('is the level, a lead, a team and a plan once it is assessed', () => {
    expect(at({ status: 'assessed', agreementRecorded: true })).toEqual([
      'Decide the level of need',
      'Propose a lead professional',
      'Build the team',
      'Start the plan',
      'Close the episode',
    ]);
  });
  it('is a review while the plan is delivered', () => {
    expect(
      at({ status: 'delivering', agreementRecorded: true, level: {}, lead: {}, planStarted: true }),
    ).toEqual(['Hold a review', 'Close the episode']);
  });
  it('is an answer for whoever was asked to lead', () => {
    expect(
      at({ status: 'assessed', proposedToMe: true, proposalWaiting: true, may: { lead_accept: true } }),
    ).toEqual(['Answer the request to be lead professional']);
  });
  it('is nothing when it is closed, or to somebody who may only read', () => {
    expect(at({ status: 'closed' })).toEqual([]);
    expect(at({ status: 'delivering', may: {} })).toEqual([]);
  });
});
