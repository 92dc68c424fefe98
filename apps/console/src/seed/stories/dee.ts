import type { Story } from '../story.js';
import * as s from '../story.js';

const family = s.episode('dee');
const dee = s.child('dee');
const past = s.outcome('dee: past');
const learning = s.outcome('dee: learning');
const lead = s.proposal('dee: lead');

/** Delivering, with an overdue review. Dee decides for herself, and renewed her agreement. */
export const DEE: Story = {
  key: 'dee',
  title: 'Dee, 16: Connexions',
  source: 'Leicestershire CYPP 2006–2009, chapter 5, story 10',
  acts: [
    s.recordsChild(-205, 'connexionsAdviser', dee, {
      givenNames: 'Deirdre',
      familyName: 'Wintergreen',
      alsoKnownAs: 'Dee',
      sex: 'F',
      dateOfBirth: s.aged(16, 330),
      locality: 'charnwood',
      details: {
        address: '7 Example Terrace, Shepshed',
        postcode: 'LE99 1AH',
        telephone: '07700 900710',
        accommodation: 'home',
        firstLanguage: 'eng',
        interpreter: 'none',
        ethnicity: 'WBRI',
      },
      carers: [
        {
          as: s.carer('dee: father'),
          name: 'Trevor Wintergreen',
          relationship: 'father',
          parentalResponsibility: 'yes',
          livesWithChild: true,
        },
        {
          as: s.carer('dee: mother'),
          name: 'Maxine Honeyball',
          relationship: 'mother',
          parentalResponsibility: 'yes',
          livesWithChild: false,
        },
      ],
    }),
    s.opensEpisode(-205, 'connexionsAdviser', family, {
      children: [dee],
      reason: 'Much unresolved from early years and her parents’ divorce; bullied at school, truanting.',
      referralSource: 'connexions',
      presentingNeeds: ['bullying', 'attendance', 'parental_conflict'],
    }),
    s.completesChecklist(-204, 'connexionsAdviser', family, {
      extraHelp: 'Somebody steady; help at school',
      answers: {
        healthy: ['not_sure'],
        safe_from_harm: ['not_sure', 'Time away from home after a row'],
        learning_and_developing: ['no'],
        positive_impact: ['yes'],
        free_from_poverty: ['yes'],
      },
      discussedWithParent: false,
      reasonNotDiscussed: 'Dee is 16 and asked us not to yet.',
    }),
    s.agreement(-203, 'connexionsAdviser', s.consent('dee: first'), family, {
      decision: 'given_in_part',
      shares: [
        ['bridgeHousing', 'T2', 'mental_health'],
        ['ashbyLane', 'T1'],
      ],
      refused: ['cyps'],
      decidedBy: 'Dee Wintergreen',
      decidedByChildId: dee,
      capacity: 'child',
      competence: 'competent',
      explainedHow: 'At the Connexions centre',
      indexAgreed: true,
      note: 'Her parents are not to be asked for her.',
    }),
    s.writesAssessment(-200, 'connexionsAdviser', family, {
      sections: {
        people_present: { people: [{ name: 'Dee', role: 'Young person' }] },
        reason: { what_led: 'Trouble at school and at home, most of it old.' },
        family_and_home: { structure: 'Parents divorced', lives_with: 'Father' },
        services: { services: [{ name: 'Connexions', contact: 'Farida Lightwood', status: 'Involved' }] },
        conclusions: {
          strengths_summary: 'Able; comes to every appointment.',
          needs_summary: 'Someone steady, and help to settle the past.',
          needs_category: 'additional',
          goals: 'Exams, then a programme; counselling.',
        },
        comments: { child_comment: 'I just want one person who stays.', parent_comment_missing: 'not_asked' },
      },
      elements: [
        { element: 'A5', needs: 'Poor relationship with both parents', levelIndicator: 2 },
        { element: 'A7b', needs: 'Bullied, academic difficulties, truanting', levelIndicator: 2 },
        {
          element: 'A2',
          topic: 'mental_health',
          needs: 'Unresolved issues from poor care when very young; unstable relationships.',
          levelIndicator: 2,
        },
        { element: 'B2', needs: 'Rows at home; nights away', levelIndicator: 2 },
        { element: 'C1', needs: 'Parents’ divorce still in the air', levelIndicator: 2 },
      ],
    }),
    s.completesAssessment(-198, 'connexionsAdviser', family),
    s.decidesLevel(-198, 'connexionsAdviser', family, {
      level: 2,
      reason: 'An adviser and a counsellor, together.',
      familyView: 'Dee agrees.',
    }),
    s.proposesLead(-197, 'coordinatorCharnwood', lead, family, {
      who: 'connexionsAdviser',
      familyPreference: 'Dee asked for her adviser.',
      reason: 'Will see her until she is 18.',
    }),
    s.acceptsLead(-196, 'connexionsAdviser', lead, family),
    s.joinsTeam(-195, 'connexionsAdviser', family, 'counsellor'),
    s.addsOutcome(-194, 'connexionsAdviser', past, family, {
      description: 'A stable point of contact, and the past no longer in the way',
      everyChildMatters: 'be_healthy',
      startingScore: 2,
      targetScore: 7,
      elements: ['A2', 'A5'],
    }),
    s.addsOutcome(-194, 'connexionsAdviser', learning, family, {
      description: 'Five GCSEs and a start in work',
      everyChildMatters: 'enjoy_and_achieve',
      startingScore: 3,
      targetScore: 8,
      elements: ['A7b', 'A7c'],
    }),
    s.addsAction(-194, 'connexionsAdviser', s.action('dee: support'), family, {
      outcome: past,
      description: 'Weekly sessions at Bridge Housing',
      doer: 'counsellor',
      dueOn: s.day(-90),
    }),
    s.addsAction(-194, 'connexionsAdviser', s.action('dee: advocate'), family, {
      outcome: learning,
      description: 'Speak up for Dee with her tutor and subject teachers',
      doer: 'connexionsAdviser',
      dueOn: s.day(-120),
    }),
    s.raisesStepUp(-165, 'connexionsAdviser', s.stepUp('dee'), family, {
      reason: 'Three nights away from home after a row with her father.',
      evidence: 'Dee told me where she had been; she is back.',
      familyAgreement: 'agreed',
    }),
    s.answersStepUp(-162, 'frontDoor', s.stepUp('dee'), family, {
      outcome: 'back_to_early_help',
      reason: 'She is safe, with people who know her; the plan fits. Ask again if it recurs.',
    }),
    s.marksDone(
      -122,
      'connexionsAdviser',
      s.action('dee: advocate'),
      family,
      'Tutor and teachers agreed a timetable she can keep.',
    ),
    s.marksDone(-92, 'counsellor', s.action('dee: support'), family, 'Going on as long as she wants.'),
    s.holdsReview(-70, 'connexionsAdviser', family, {
      peoplePresent: [
        { name: 'Dee', role: 'Young person' },
        { name: 'Eleanor Calmwater', role: 'Bridge Housing' },
      ],
      whatHasChanged: 'Five GCSEs. Somebody steady to talk to.',
      nextSteps: 'Start on Energise Entry 2 Employment.',
      scores: [
        { outcomeId: past, scorer: 'child', score: 6 },
        { outcomeId: learning, scorer: 'child', score: 8 },
      ],
      level: 2,
      levelReason: 'Better, and still needs her two people.',
      childComment: 'I passed.',
      parentCommentMissing: 'not_asked',
      nextReviewOn: s.day(-8),
    }),
    s.agreement(-36, 'connexionsAdviser', s.consent('dee: renewed'), family, {
      decision: 'given_in_part',
      shares: [
        ['bridgeHousing', 'T2', 'mental_health'],
        ['trainingProvider', 'T1'],
      ],
      refused: ['cyps', 'ashbyLane'],
      decidedBy: 'Dee Wintergreen',
      decidedByChildId: dee,
      capacity: 'child',
      competence: 'competent',
      explainedHow: 'At the Connexions centre',
      indexAgreed: true,
      note: 'She has left school: school no longer.',
    }),
    s.notes(-34, 'connexionsAdviser', family, 'First week on Energise: likes it.'),
  ],
};
