import type { Story } from '../story.js';
import * as s from '../story.js';

const family = s.episode('charlie');
const charlie = s.child('charlie');
const sport = s.outcome('charlie: sport');
const lead = s.proposal('charlie: lead');
const riding = s.action('charlie: riding');
const instructor = s.action('charlie: instructor');
const saturdays = s.action('charlie: Saturdays');

/** Delivering, with an action due this week. Charlie said no to one thing and chose another. */
export const CHARLIE: Story = {
  key: 'charlie',
  title: 'Charlie, 11: Menphys Special Outreach Service',
  source: 'Leicestershire CYPP 2006–2009, chapter 5, story 11',
  acts: [
    s.recordsChild(-119, 'outreachWorker', charlie, {
      givenNames: 'Charlie',
      familyName: 'Sandpiper',
      sex: 'M',
      dateOfBirth: s.aged(11, 170),
      locality: 'charnwood',
      details: {
        address: '8 Example Lane, Quorn',
        postcode: 'LE99 1AJ',
        accommodation: 'home',
        educationSetting: 'Bramble Hill Primary School (demo)',
        firstLanguage: 'eng',
        interpreter: 'none',
        communicationNeeds: 'Say what will happen, in order; no groups',
        ethnicity: 'WBRI',
        disabilities: ['AUT'],
        disabilityNote: 'Asperger syndrome',
      },
      carers: [
        {
          as: s.carer('charlie: mother'),
          name: 'Helen Sandpiper',
          relationship: 'mother',
          parentalResponsibility: 'yes',
          livesWithChild: true,
          telephone: '07700 900711',
        },
        {
          as: s.carer('charlie: father'),
          name: 'Robert Sandpiper',
          relationship: 'father',
          parentalResponsibility: 'yes',
          livesWithChild: true,
        },
      ],
    }),
    s.opensEpisode(-119, 'outreachWorker', family, {
      children: [charlie],
      reason:
        'Referred for help to take up a sport of his choice; providers’ attitudes had put the family off.',
      referralSource: 'family',
      presentingNeeds: ['isolation', 'physical_disability_child'],
      presentPeople: [{ name: 'Helen Sandpiper', role: 'Mother' }],
    }),
    s.completesChecklist(-118, 'outreachWorker', family, {
      extraHelp: 'A sport without a crowd',
      answers: {
        healthy: ['yes'],
        safe_from_harm: ['yes'],
        learning_and_developing: ['yes'],
        positive_impact: ['not_sure', 'Avoids groups'],
        free_from_poverty: ['yes'],
      },
    }),
    s.agreement(-116, 'outreachWorker', s.consent('charlie'), family, {
      decision: 'given_in_part',
      shares: [
        ['lpt', 'T2'],
        ['brambleHill', 'T1'],
      ],
      decidedBy: 'Helen Sandpiper',
      decidedByCarerId: s.carer('charlie: mother'),
      capacity: 'parental_responsibility',
      competence: 'not_assessed',
      explainedHow: 'At home, with pictures for Charlie',
      indexAgreed: true,
    }),
    s.writesAssessment(-114, 'outreachWorker', family, {
      sections: {
        people_present: {
          people: [
            { name: 'Charlie', role: 'Child' },
            { name: 'Helen Sandpiper', role: 'Mother' },
          ],
        },
        reason: { what_led: 'The family had asked several clubs and given up.' },
        family_and_home: { structure: 'Charlie and both parents', lives_with: 'Both parents' },
        services: {
          services: [{ name: 'School nursing', contact: 'Patience Adebright', status: 'Involved' }],
        },
        conclusions: {
          strengths_summary: 'Knows his own mind; parents who keep trying.',
          needs_summary: 'A sport without a crowd, and a teacher who understands him.',
          needs_category: 'additional',
          goals: 'One activity that is his.',
        },
        comments: {
          child_comment: 'Not with lots of people.',
          parent_comment: 'We would love him to find something.',
        },
      },
      elements: [
        { element: 'A5', needs: 'Does not enjoy group or team activities', levelIndicator: 2 },
        { element: 'A4', needs: 'Self-esteem', childsWords: 'Clubs look at me funny.', levelIndicator: 2 },
        { element: 'B3', strengths: 'Parents who keep trying', levelIndicator: 1 },
        { element: 'C4', needs: 'Attitudes of clubs to his disability', levelIndicator: 2 },
      ],
    }),
    s.completesAssessment(-112, 'outreachWorker', family),
    s.decidesLevel(-112, 'outreachWorker', family, {
      level: 2,
      reason: 'A field worker for a while; school and health as before.',
      familyView: 'His parents agree.',
    }),
    s.joinsTeam(-110, 'outreachWorker', family, 'schoolNurse'),
    s.proposesLead(-110, 'coordinatorCharnwood', lead, family, {
      who: 'outreachWorker',
      familyPreference: 'His parents asked for the field worker.',
      reason: 'Charlie lets him in.',
    }),
    s.acceptsLead(-109, 'outreachWorker', lead, family),
    s.addsOutcome(-108, 'outreachWorker', sport, family, {
      description: 'Charlie has a sport of his own choice',
      everyChildMatters: 'enjoy_and_achieve',
      startingScore: 1,
      targetScore: 8,
      elements: ['A4', 'C4'],
    }),
    s.addsAction(-108, 'outreachWorker', riding, family, {
      outcome: sport,
      description: 'An introductory horse riding session',
      doer: 'outreachWorker',
      dueOn: s.day(-85),
      familyAgreement: 'yes',
    }),
    s.notes(
      -88,
      'outreachWorker',
      family,
      'Horse riding: Charlie refused to take it further, too many people there.',
    ),
    s.drops(
      -87,
      'outreachWorker',
      riding,
      family,
      'Charlie refused: too many people. He chose windsurfing instead.',
    ),
    s.addsAction(-87, 'outreachWorker', instructor, family, {
      outcome: sport,
      description: 'Visit the windsurfing instructor and help him to meet Charlie’s needs',
      doer: 'outreachWorker',
      dueOn: s.day(-70),
    }),
    s.addsAction(-87, 'outreachWorker', saturdays, family, {
      outcome: sport,
      description: 'Windsurfing on Saturday mornings, with his parents',
      doer: { name: 'Charlie and his parents' },
      dueOn: s.day(3),
    }),
    s.marksDone(
      -72,
      'outreachWorker',
      instructor,
      family,
      'Instructor visited and prepared; first lesson booked.',
    ),
    s.holdsReview(-31, 'outreachWorker', family, {
      peoplePresent: [
        { name: 'Charlie', role: 'Child' },
        { name: 'Helen Sandpiper', role: 'Mother' },
      ],
      whatHasChanged: 'He really enjoys the lessons; self-esteem and confidence are up.',
      nextSteps: 'Saturday mornings go on with his parents’ support, then we close.',
      scores: [
        { outcomeId: sport, scorer: 'child', score: 9, progress: '“Fantastic time”' },
        { outcomeId: sport, scorer: 'parent', score: 8 },
      ],
      level: 2,
      levelReason: 'Until Saturdays run by themselves.',
      childComment: 'Fantastic time.',
      parentComment: 'He is proud of himself.',
      nextReviewOn: s.day(4),
    }),
    s.reportsProgress(-9, 'outreachWorker', saturdays, family, 'on_track', 'Four Saturdays out of four.'),
    s.convenes(-8, 'outreachWorker', s.meeting('charlie: closing'), family, {
      kind: 'closing',
      startsAt: s.moment(4, '16:00'),
      endsAt: s.moment(4, '16:45'),
      place: 'Charlie’s home',
      chair: 'outreachWorker',
      purpose: 'See with Charlie and his parents whether we can close.',
      invited: ['outreachWorker', 'schoolNurse'],
      familyInvited: ['Charlie Sandpiper', 'Helen Sandpiper'],
    }),
  ],
};
