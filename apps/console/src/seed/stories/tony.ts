import type { Story } from '../story.js';
import * as s from '../story.js';

const family = s.episode('tony');
const tony = s.child('tony');
const home = s.outcome('tony: home');
const debt = s.outcome('tony: debt');
const lead = s.proposal('tony: lead');

/** Delivering. His consent expires within a fortnight; the arrears are due this week. */
export const TONY: Story = {
  key: 'tony',
  title: 'Tony, 17: Homelessness Support Panel',
  source: 'Leicestershire CYPP 2006–2009, chapter 5, story 13',
  acts: [
    s.recordsChild(-172, 'housingOfficer', tony, {
      givenNames: 'Anthony',
      familyName: 'Lanternby',
      alsoKnownAs: 'Tony',
      sex: 'M',
      dateOfBirth: s.aged(17, 240),
      locality: 'northWest',
      details: {
        address: 'Supported lodgings, 10 Example Place, Coalville',
        postcode: 'LE99 1AN',
        telephone: '07700 900713',
        accommodation: 'temporary',
        firstLanguage: 'eng',
        interpreter: 'none',
        ethnicity: 'WBRI',
      },
    }),
    s.opensEpisode(-172, 'housingOfficer', family, {
      children: [tony],
      reason: 'In supported accommodation, working for a very low wage, getting behind with the rent.',
      referralSource: 'housing',
      presentingNeeds: ['housing', 'debt'],
    }),
    s.completesChecklist(-171, 'housingOfficer', family, {
      extraHelp: 'Affordable rent, and the arrears',
      answers: {
        healthy: ['yes'],
        safe_from_harm: ['yes'],
        learning_and_developing: ['yes'],
        positive_impact: ['yes'],
        free_from_poverty: ['no', 'Rent arrears'],
      },
      discussedWithParent: false,
      reasonNotDiscussed: 'Tony lives independently.',
    }),
    s.agreement(-170, 'housingOfficer', s.consent('tony'), family, {
      decision: 'given_in_part',
      shares: [
        ['bridgeHousing', 'T2'],
        ['connexions', 'T1'],
      ],
      refused: ['cyps'],
      decidedBy: 'Tony Lanternby',
      decidedByChildId: tony,
      capacity: 'child',
      competence: 'competent',
      explainedHow: 'At the housing office',
      indexAgreed: true,
      validUntil: s.day(6),
    }),
    s.agreement(-170, 'housingOfficer', s.consent('tony: panel'), family, {
      purpose: 'panel_referral',
      decision: 'given',
      shares: [['bridgeHousing', 'T2']],
      decidedBy: 'Tony Lanternby',
      decidedByChildId: tony,
      capacity: 'child',
      competence: 'competent',
      explainedHow: 'At the housing office',
    }),
    s.writesAssessment(-168, 'housingOfficer', family, {
      sections: {
        people_present: { people: [{ name: 'Tony', role: 'Young person' }] },
        reason: {
          what_led: 'Waiting to be re-housed; no independent place while the rent is not up to date.',
        },
        family_and_home: { structure: 'Lives on his own', lives_with: 'Supported lodgings' },
        services: {
          services: [{ name: 'Bridge Housing', contact: 'Eleanor Calmwater', status: 'Involved' }],
        },
        conclusions: {
          strengths_summary: 'In work, and never misses a shift.',
          needs_summary: 'Ever-increasing debt and no way out.',
          needs_category: 'additional',
          goals: 'Rent he can pay, then the arrears.',
        },
        comments: { child_comment: 'I feel trapped.', parent_comment_missing: 'absent' },
      },
      elements: [
        {
          element: 'C3',
          needs: 'Rent arrears on a very low wage',
          strengths: 'Has a job',
          levelIndicator: 2,
        },
        { element: 'A6', strengths: 'Cooks, washes, budgets to the penny', levelIndicator: 1 },
        { element: 'B1', notExploredBecause: 'Tony lives independently.' },
      ],
    }),
    s.completesAssessment(-166, 'housingOfficer', family),
    s.decidesLevel(-166, 'housingOfficer', family, {
      level: 2,
      reason: 'The panel can prevent a homeless young person.',
      familyView: 'Tony agrees.',
    }),
    s.joinsTeam(-165, 'housingOfficer', family, 'panelChair'),
    s.joinsTeam(-165, 'housingOfficer', family, 'counsellor'),
    s.proposesLead(-164, 'panelChair', lead, family, {
      who: 'housingOfficer',
      familyPreference: 'Tony asked for her.',
      reason: 'Housing is the heart of it.',
    }),
    s.acceptsLead(-164, 'housingOfficer', lead, family),
    s.addsOutcome(-160, 'housingOfficer', home, family, {
      description: 'An affordable home of his own',
      everyChildMatters: 'economic_well_being',
      startingScore: 2,
      targetScore: 9,
      elements: ['C3'],
    }),
    s.addsOutcome(-160, 'housingOfficer', debt, family, {
      description: 'Free of rent arrears',
      everyChildMatters: 'economic_well_being',
      startingScore: 1,
      targetScore: 10,
      elements: ['C3'],
    }),
    s.addsAction(-160, 'housingOfficer', s.action('tony: move'), family, {
      outcome: home,
      description: 'Through the panel, move to more affordable accommodation',
      doer: 'housingOfficer',
      dueOn: s.day(-90),
    }),
    s.addsAction(-160, 'housingOfficer', s.action('tony: arrears'), family, {
      outcome: debt,
      description: 'Repay the arrears, the last part',
      doer: { name: 'Tony Lanternby' },
      dueOn: s.day(2),
    }),
    s.notes(-130, 'panelChair', family, 'Panel: supports the move; a place found for next month.'),
    s.marksDone(
      -95,
      'housingOfficer',
      s.action('tony: move'),
      family,
      'Moved in. One bed freed for another homeless young person.',
    ),
    s.holdsReview(-45, 'housingOfficer', family, {
      peoplePresent: [
        { name: 'Tony', role: 'Young person' },
        { name: 'Vincent Turnstile', role: 'Panel chair' },
      ],
      whatHasChanged: 'In a flat he can pay for, and paying back.',
      nextSteps: 'Last of the arrears, then close.',
      scores: [
        { outcomeId: home, scorer: 'child', score: 9 },
        { outcomeId: debt, scorer: 'child', score: 6 },
      ],
      level: 2,
      levelReason: 'Until the debt is gone.',
      childComment: 'I sleep again.',
      parentCommentMissing: 'absent',
      nextReviewOn: s.day(6),
    }),
    s.reportsProgress(
      -12,
      'housingOfficer',
      s.action('tony: arrears'),
      family,
      'on_track',
      'One payment to go.',
    ),
  ],
};
