import type { Story } from '../story.js';
import * as s from '../story.js';

const family = s.episode('chloe');
const chloe = s.child('chloe');
const eat = s.outcome('chloe: eat');
const play = s.outcome('chloe: talk, move, play');
const lead = s.proposal('chloe: lead');

const AGENCIES: readonly s.Share[] = [
  ['childrensCentre', 'T2'],
  ['uhl', 'T2'],
  ['acornNursery', 'T2'],
];

/** Long term. The family agreed on the children's centre worker as keyworker: she leads. */
export const CHLOE: Story = {
  key: 'chloe',
  title: 'Chloe, 2: specialist community child health',
  source: 'Leicestershire CYPP 2006–2009, chapter 5, story 12',
  acts: [
    s.recordsChild(-230, 'healthVisitor', chloe, {
      givenNames: 'Chloe',
      familyName: 'Applegarth',
      sex: 'F',
      dateOfBirth: s.aged(2, 290),
      locality: 'northWest',
      details: {
        address: '9 Example Gardens, Ashby-de-la-Zouch',
        postcode: 'LE99 1AL',
        accommodation: 'home',
        educationSetting: 'Little Acorn Nursery (demo)',
        gp: 'Sample Street Surgery (demo)',
        firstLanguage: 'eng',
        interpreter: 'none',
        communicationNeeds: 'Signs and pictures; give her time',
        ethnicity: 'WBRI',
        disabilities: ['MOB', 'HAND', 'COMM', 'CON'],
        disabilityNote: 'Epilepsy and weakness of her right side since a stroke',
      },
      carers: [
        {
          as: s.carer('chloe: mother'),
          name: 'Rachel Applegarth',
          relationship: 'mother',
          parentalResponsibility: 'yes',
          livesWithChild: true,
          telephone: '07700 900712',
        },
        {
          as: s.carer('chloe: father'),
          name: 'Simon Applegarth',
          relationship: 'father',
          parentalResponsibility: 'yes',
          livesWithChild: true,
        },
      ],
    }),
    s.opensEpisode(-230, 'healthVisitor', family, {
      children: [chloe],
      reason:
        'After a stroke: epilepsy, weakness down her right side, difficulties talking, eating and drinking.',
      referralSource: 'health_visitor',
      presentingNeeds: ['physical_disability_child', 'speech_and_language'],
      longTerm: true,
      presentPeople: [
        { name: 'Rachel Applegarth', role: 'Mother' },
        { name: 'Simon Applegarth', role: 'Father' },
      ],
    }),
    s.completesChecklist(-229, 'healthVisitor', family, {
      extraHelp: 'Eating and drinking safely, movement, talking',
      answers: {
        healthy: ['no', 'Complex health needs'],
        safe_from_harm: ['yes'],
        learning_and_developing: ['no'],
        positive_impact: ['yes'],
        free_from_poverty: ['yes'],
      },
      discussedWithChild: false,
      reasonNotDiscussed: 'Two years old: watched and played with.',
    }),
    s.agreement(-228, 'healthVisitor', s.consent('chloe: first'), family, {
      decision: 'given_in_part',
      shares: AGENCIES,
      decidedBy: 'Rachel Applegarth',
      decidedByCarerId: s.carer('chloe: mother'),
      capacity: 'parental_responsibility',
      explainedHow: 'At home with the family health visitor; written information left',
      indexAgreed: true,
    }),
    s.writesAssessment(-226, 'healthVisitor', family, {
      sections: {
        people_present: {
          people: [
            { name: 'Rachel Applegarth', role: 'Mother' },
            {
              name: 'Yvonne Barleymow',
              role: 'Health visitor',
              agency: 'Leicestershire Partnership NHS Trust',
            },
          ],
        },
        reason: { what_led: 'Home from hospital with many new needs and many services.' },
        family_and_home: { structure: 'Chloe and both parents', lives_with: 'Both parents' },
        services: {
          services: [{ name: 'Children’s therapies', contact: 'Hamish Fernley-Dale', status: 'Involved' }],
        },
        conclusions: {
          strengths_summary: 'Determined; parents who know her best; a nursery that wants her.',
          needs_summary: 'Eating and drinking safely, movement, talking, and services in step.',
          needs_category: 'complex',
          goals: 'One programme that home and nursery both follow.',
        },
        comments: {
          child_comment_missing: 'too_young',
          parent_comment: 'Please talk to each other, and then to us.',
        },
      },
      elements: [
        {
          element: 'A1a',
          needs: 'Epilepsy',
          strengths: 'Medicine well managed by her parents',
          levelIndicator: 3,
        },
        { element: 'A1b', needs: 'Weakness of the right side; eating and drinking', levelIndicator: 3 },
        { element: 'A1c', needs: 'Difficulties talking', strengths: 'Points and smiles', levelIndicator: 3 },
        { element: 'A7a', strengths: 'Curious: assessed together in nursery and at home', levelIndicator: 2 },
        { element: 'B1', strengths: 'Calm, skilled care at home', levelIndicator: 1 },
        { element: 'C4', strengths: 'A nursery that wants her', levelIndicator: 1 },
      ],
    }),
    s.completesAssessment(-222, 'healthVisitor', family),
    s.decidesLevel(-222, 'healthVisitor', family, {
      level: 3,
      reason: 'Specialist services for years, several at a time.',
      familyView: 'Both parents agree.',
    }),
    s.joinsTeam(-221, 'healthVisitor', family, 'familyHealthVisitor'),
    s.joinsTeam(-221, 'healthVisitor', family, 'physiotherapist'),
    s.joinsTeam(-221, 'healthVisitor', family, 'speechTherapist'),
    s.joinsTeam(-221, 'healthVisitor', family, 'nurseryManager'),
    s.proposesLead(-220, 'healthVisitor', lead, family, {
      who: 'childrensCentreWorker',
      familyPreference: 'The family asked her to be their keyworker.',
      reason: 'Near home, and outside the hospital.',
    }),
    s.acceptsLead(-219, 'childrensCentreWorker', lead, family),
    s.addsOutcome(-214, 'childrensCentreWorker', eat, family, {
      description: 'Chloe eats and drinks safely, at home and at nursery',
      everyChildMatters: 'be_healthy',
      startingScore: 2,
      targetScore: 8,
      elements: ['A1b'],
    }),
    s.addsOutcome(-214, 'childrensCentreWorker', play, family, {
      description: 'Talking, movement and play in one programme',
      everyChildMatters: 'enjoy_and_achieve',
      startingScore: 2,
      targetScore: 7,
      elements: ['A1b', 'A1c', 'A7a'],
    }),
    s.addsAction(-214, 'childrensCentreWorker', s.action('chloe: training'), family, {
      outcome: eat,
      description: 'Train and support the nursery staff in the programme',
      doer: 'speechTherapist',
      dueOn: s.day(-170),
    }),
    s.addsAction(-214, 'childrensCentreWorker', s.action('chloe: programme'), family, {
      outcome: play,
      description: 'Weekly programme of activities with mum and dad',
      doer: 'physiotherapist',
      dueOn: s.day(25),
    }),
    s.addsAction(-214, 'childrensCentreWorker', s.action('chloe: leaflet'), family, {
      outcome: play,
      description: 'One page for the parents: who comes, when and why',
      doer: 'childrensCentreWorker',
      dueOn: s.day(-200),
    }),
    ...s.holdsMeeting(-208, 'childrensCentreWorker', s.meeting('chloe: planning'), family, {
      kind: 'first',
      place: 'Coalville Children’s Centre (demo)',
      chair: 'childrensCentreWorker',
      noteTaker: 'healthVisitor',
      purpose: 'Agree the next steps for Chloe.',
      invited: [
        'childrensCentreWorker',
        'healthVisitor',
        'physiotherapist',
        'speechTherapist',
        'nurseryManager',
      ],
      familyInvited: ['Rachel Applegarth', 'Simon Applegarth'],
      familyView: 'One person to ring, please.',
      goingWell: 'Chloe likes nursery.',
      worries: 'Choking.',
      decisions: 'Next steps agreed; keyworker rings every fortnight.',
      nextMeetingOn: s.day(-150),
    }),
    s.marksDone(-202, 'childrensCentreWorker', s.action('chloe: leaflet'), family, 'On the fridge.'),
    s.marksDone(
      -172,
      'childrensCentreWorker',
      s.action('chloe: training'),
      family,
      'All staff trained; she eats with the others.',
    ),
    s.holdsReview(-150, 'childrensCentreWorker', family, {
      peoplePresent: [
        { name: 'Rachel Applegarth', role: 'Mother' },
        { name: 'Jasbir Kaurwell', role: 'Nursery manager' },
      ],
      whatHasChanged: 'Eats and drinks safely at nursery.',
      nextSteps: 'Programme goes on; next look in three months.',
      scores: [
        { outcomeId: eat, scorer: 'worker', score: 6 },
        { outcomeId: play, scorer: 'parent', score: 4 },
      ],
      level: 3,
      levelReason: 'Needs are lasting.',
      childCommentMissing: 'too_young',
      parentComment: 'Everyone knows what the others do.',
      nextReviewOn: s.day(-60),
    }),
    s.agreement(-60, 'childrensCentreWorker', s.consent('chloe: renewed'), family, {
      decision: 'given_in_part',
      shares: AGENCIES,
      decidedBy: 'Rachel Applegarth',
      decidedByCarerId: s.carer('chloe: mother'),
      capacity: 'parental_responsibility',
      explainedHow: 'At the review',
      indexAgreed: true,
    }),
    s.holdsReview(-60, 'childrensCentreWorker', family, {
      peoplePresent: [
        { name: 'Rachel Applegarth', role: 'Mother' },
        { name: 'Simon Applegarth', role: 'Father' },
        { name: 'Rosalind Peachtree', role: 'Specialist health visitor' },
      ],
      whatHasChanged: 'New words, and a few steps along the sofa.',
      nextSteps: 'Carry on; think ahead to school.',
      scores: [
        { outcomeId: eat, scorer: 'parent', score: 8 },
        { outcomeId: play, scorer: 'parent', score: 6 },
      ],
      level: 3,
      levelReason: 'Needs are lasting.',
      childCommentMissing: 'too_young',
      parentComment: 'A complete care package.',
      nextReviewOn: s.day(30),
    }),
    s.notes(
      -9,
      'childrensCentreWorker',
      family,
      'Fortnightly call: a good fortnight, one seizure, managed at home.',
    ),
  ],
};
