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

describe('the next steps in an episode', () => {
  it('is only the checklist when the episode has just been opened', () => {
    expect(at({})).toEqual(['Complete the checklist']);
  });
  it('follows the checklist’s decision once it is complete', () => {
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
  it('never includes closing while a safety concern is open, whatever the status', () => {
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
  it('is the level, a lead, a team and a plan once the episode is assessed', () => {
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
  it('is an answer for the practitioner who was asked to lead', () => {
    expect(
      at({ status: 'assessed', proposedToMe: true, proposalWaiting: true, may: { lead_accept: true } }),
    ).toEqual(['Answer the request to be lead professional']);
  });
  it('is empty when the episode is closed, or for a reader with read access only', () => {
    expect(at({ status: 'closed' })).toEqual([]);
    expect(at({ status: 'delivering', may: {} })).toEqual([]);
  });
});
