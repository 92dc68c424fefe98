// The main job, from finding a child to closing the episode, on one day: 3 March 2026. test/features/typed-client sends
// these bodies as they stand, with the ids of its own records in the places of these.
const CHILD = '01a1f0c2-5a10-7c3e-9d51-2f6a7b8c9d01';
const SCHOOL = '01a1f0c2-5a10-7c3e-9d51-2f6a7b8c9d02';
const PRACTITIONER = '01a1f0c2-5a10-7c3e-9d51-2f6a7b8c9d03';
const LOCALITY = '01a1f0c2-5a10-7c3e-9d51-2f6a7b8c9d04';
const OUTCOME = '01a1f0c2-5a10-7c3e-9d51-2f6a7b8c9d05';
const EPISODE = '01a1f0c2-5a10-7c3e-9d51-2f6a7b8c9d06';

/** By operationId: the body that is sent, parameters of the address, and the answer. */
export const examples = {
  sessionSignIn: { body: { username: 'health.visitor', password: 'bridges-demo' } },
  childrenSearch: {
    parameters: { name: 'Wren Example', dateOfBirth: '2014-05-04', reason: 'Her mother asked for help' },
    answer: {
      items: [
        {
          id: CHILD,
          givenNames: 'Wren',
          familyName: 'Example',
          sex: 'F',
          dateOfBirth: '2014-05-04',
          expectedDate: null,
          likeness: 2,
          matchedName: null,
          withinReach: true,
          episode: {
            id: EPISODE,
            open: true,
            lead: {
              name: 'Rosalind Peachtree',
              agency: 'Leicestershire Partnership NHS Trust',
              telephone: null,
            },
          },
        },
      ],
      next: null,
      advice: 'A child who is not listed may still be known. Ask the coordinator for the locality.',
      ask: null,
    },
  },
  childrenRecord: {
    body: {
      givenNames: 'Wren',
      familyName: 'Example',
      sex: 'F',
      dateOfBirth: '2014-05-04',
      localityId: LOCALITY,
      carers: [{ name: 'Ada Example', relationship: 'mother', parentalResponsibility: 'yes' }],
    },
  },
  episodesOpen: {
    body: {
      childIds: [CHILD],
      reason: 'She does not sleep, and school is hard.',
      presentPeople: [{ name: 'Ada Example', role: 'Mother' }],
    },
  },
  checklistSave: {
    body: {
      answers: {
        healthy: { answer: 'yes' },
        safe_from_harm: { answer: 'yes' },
        learning_and_developing: { answer: 'no', note: 'Behind in reading' },
        positive_impact: { answer: 'yes' },
        free_from_poverty: { answer: 'yes' },
      },
      extraHelp: 'Sleep, and help at school.',
      assessmentWouldHelp: 'yes',
      existingAssessment: 'none',
      discussedWithChild: true,
      discussedWithParent: true,
      decision: 'common_assessment',
      decidedOn: '2026-03-03',
      complete: true,
    },
  },
  consentsRecord: {
    body: {
      purpose: 'share_plan',
      decision: 'given',
      agencies: [{ agencyId: SCHOOL, tiers: ['T0', 'T1', 'T2'], topics: [] }],
      decidedBy: 'Ada Example',
      capacity: 'parental_responsibility',
      limitsExplained: true,
      form: 'written',
      decidedOn: '2026-03-03',
    },
  },
  assessmentsSave: {
    body: {
      sections: {
        people_present: { people: [{ name: 'Wren', role: 'Child' }] },
        reason: { what_led: 'Wren does not sleep.' },
        conclusions: {
          strengths_summary: 'A close family.',
          needs_summary: 'Sleep and mornings.',
          needs_category: 'additional',
          goals: 'Wren sleeps through most nights.',
        },
        comments: { child_comment: 'I want to sleep.', parent_comment: 'We are glad of the help.' },
      },
      elements: [
        { element: 'A1a', strengths: 'Well', needs: 'Sleeps badly' },
        { element: 'B1', strengths: 'Warm and fed' },
        { element: 'C3', notExploredBecause: 'The family will talk about money next time' },
      ],
    },
  },
  triangleOfNeedDecide: {
    body: { level: 2, reason: 'Two agencies are needed.', familyView: 'They agree.' },
  },
  teamAdd: { body: { practitionerId: PRACTITIONER, teamRole: 'member' } },
  leadProfessionalPropose: {
    body: {
      practitionerId: PRACTITIONER,
      familyPreference: 'Ada knows her from the school gate.',
      reason: 'She sees them every week.',
    },
  },
  plansAddOutcome: {
    body: {
      description: 'Wren sleeps through most nights',
      everyChildMatters: 'be_healthy',
      startingScore: 3,
      targetScore: 8,
    },
  },
  plansAddAction: {
    body: {
      outcomeId: OUTCOME,
      description: 'A quiet half hour before bed',
      doerName: 'Ada (mother)',
      dueOn: '2026-03-17',
      familyAgreement: 'yes',
    },
  },
  plansChangeAction: {
    body: { status: 'done', progressNote: 'Every evening this week.', doneOn: '2026-03-03' },
  },
  reviewsHold: {
    body: {
      heldOn: '2026-03-03',
      kind: 'scheduled',
      peoplePresent: [{ name: 'Ada Example', role: 'Mother' }],
      whatHasChanged: 'Nights are calmer.',
      nextSteps: 'Go on.',
      scores: [{ outcomeId: OUTCOME, scorer: 'worker', score: 6, progress: 'Better nights' }],
      leadConfirmed: true,
      level: 2,
      levelReason: 'Still two agencies.',
      consentReaffirmed: 'same',
      childComment: 'I slept.',
      parentComment: 'Better.',
      nextReviewOn: '2026-04-14',
    },
  },
  closuresClose: {
    body: {
      reason: 'NEEDS_MET',
      closedOn: '2026-03-03',
      summary: 'Wren sleeps.',
      outcomes: [{ outcomeId: OUTCOME, result: 'achieved', closingScore: 8 }],
      finalLevel: 1,
      familyTold: true,
    },
  },
};
