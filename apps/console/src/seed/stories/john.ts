import type { Story } from '../story.js';
import * as s from '../story.js';

const family = s.episode('john');
const john = s.child('john');
const work = s.outcome('john: work');
const anger = s.outcome('john: anger');
const lead = s.proposal('john: lead');

/** Delivering. A young person who is a father too; one of his agreements has expired. */
export const JOHN: Story = {
  key: 'john',
  title: 'John, 17: Positive Activities for Young People',
  source: 'Leicestershire CYPP 2006–2009, chapter 5, story 8',
  acts: [
    s.recordsChild(-118, 'youthWorker', john, {
      givenNames: 'John',
      familyName: 'Coppersmith',
      sex: 'M',
      dateOfBirth: s.aged(17, 260),
      locality: 'northWest',
      details: {
        address: '6 Example Street, Coalville',
        postcode: 'LE99 1AG',
        telephone: '07700 900709',
        accommodation: 'home',
        firstLanguage: 'eng',
        interpreter: 'none',
        communicationNeeds: 'Would rather be told than sent a letter',
        ethnicity: 'WBRI',
      },
      carers: [
        {
          as: s.carer('john: mother'),
          name: 'Pauline Coppersmith',
          relationship: 'mother',
          parentalResponsibility: 'yes',
          livesWithChild: true,
        },
      ],
    }),
    s.opensEpisode(-118, 'youthWorker', family, {
      children: [john],
      reason: 'Excluded from school, left college, wants an income and a trade.',
      referralSource: 'youth_justice',
      presentingNeeds: ['neet', 'teenage_parent', 'exclusion'],
      presentPeople: [{ name: 'Pauline Coppersmith', role: 'Mother' }],
    }),
    // He is also in another record as a father: his son's, who needs no episode.
    s.recordsChild(-117, 'youthWorker', s.child('john’s son'), {
      givenNames: 'Ellis',
      familyName: 'Tumbleweed',
      sex: 'M',
      dateOfBirth: s.aged(0, 150),
      locality: 'northWest',
      carers: [
        {
          as: s.carer('ellis: mother'),
          name: 'Stacey Tumbleweed',
          relationship: 'mother',
          parentalResponsibility: 'yes',
          livesWithChild: true,
        },
        {
          as: s.carer('ellis: father'),
          name: 'John Coppersmith',
          relationship: 'father',
          parentalResponsibility: 'not_known',
          livesWithChild: false,
        },
      ],
    }),
    s.completesChecklist(-117, 'youthWorker', family, {
      extraHelp: 'An income, reading and writing, a trade',
      answers: {
        healthy: ['yes'],
        safe_from_harm: ['not_sure'],
        learning_and_developing: ['no', 'Excluded; left college'],
        positive_impact: ['no'],
        free_from_poverty: ['no', 'No income'],
      },
    }),
    s.agreement(-116, 'youthWorker', s.consent('john: connexions'), family, {
      decision: 'given',
      shares: [['connexions', 'T2', 'offending']],
      excluded: ['police'],
      decidedBy: 'John Coppersmith',
      decidedByChildId: john,
      capacity: 'child',
      competence: 'competent',
      explainedHow: 'Read aloud to him',
      form: 'verbal_witnessed',
      witness: 'Pauline Coppersmith',
      indexAgreed: true,
      validUntil: s.day(-6),
      note: 'Connexions for sixteen weeks, then we talk again. Not the police.',
    }),
    s.agreement(-116, 'youthWorker', s.consent('john'), family, {
      decision: 'given_in_part',
      shares: [
        ['yos', 'T2', 'offending'],
        ['trainingProvider', 'T2'],
      ],
      decidedBy: 'John Coppersmith',
      decidedByChildId: john,
      capacity: 'child',
      competence: 'competent',
      explainedHow: 'Read aloud to him',
      form: 'verbal_witnessed',
      witness: 'Pauline Coppersmith',
      indexAgreed: true,
      note: 'The training provider is not to know about the offences.',
    }),
    s.writesAssessment(-114, 'youthWorker', family, {
      sections: {
        people_present: {
          people: [
            { name: 'John', role: 'Young person' },
            { name: 'Pauline Coppersmith', role: 'Mother' },
          ],
        },
        reason: {
          what_led: 'Mounting pressure to bring in money, and from his family to get back into education.',
        },
        family_and_home: {
          structure: 'John and his mother; a baby son who lives with his ex-partner',
          lives_with: 'Mother',
        },
        services: { services: [{ name: 'Connexions', contact: 'Farida Lightwood', status: 'Involved' }] },
        conclusions: {
          strengths_summary: 'Wants to provide for his son; keen on motor mechanics.',
          needs_summary: 'Income, reading and writing, his temper.',
          needs_category: 'additional',
          goals: 'A programme that pays and teaches.',
        },
        comments: {
          child_comment: 'I should be bringing something in.',
          parent_comment: 'He needs a start.',
        },
      },
      elements: [
        {
          element: 'A7b',
          needs: 'Excluded; did not attend or achieve at college',
          strengths: 'Chose motor mechanics himself',
          levelIndicator: 2,
        },
        { element: 'A7c', needs: 'Basic reading and writing', levelIndicator: 2 },
        {
          element: 'C1',
          strengths: 'Became a father this year and wants to do right by his son',
          levelIndicator: 2,
        },
        {
          element: 'A3',
          topic: 'offending',
          needs: 'Arrests for burglary, for taking and driving away, and for violent behaviour.',
          levelIndicator: 3,
        },
        { element: 'B3', strengths: 'A mother who pushes him to learn', levelIndicator: 1 },
      ],
    }),
    s.completesAssessment(-112, 'youthWorker', family),
    s.decidesLevel(-112, 'youthWorker', family, {
      level: 2,
      reason: 'Several agencies, one programme.',
      familyView: 'John and his mother agree.',
    }),
    s.joinsTeam(-110, 'youthWorker', family, 'connexionsAdviser'),
    s.joinsTeam(-110, 'youthWorker', family, 'yispWorker'),
    s.joinsTeam(-110, 'youthWorker', family, 'trainingTutor'),
    s.proposesLead(-110, 'cypsManager', lead, family, {
      who: 'youthWorker',
      familyPreference: 'John says the youth worker does not talk down to him.',
      reason: 'His key worker.',
    }),
    s.acceptsLead(-109, 'youthWorker', lead, family),
    s.addsOutcome(-108, 'youthWorker', work, family, {
      description: 'Earning and learning: a place on Entry 2 Employment',
      everyChildMatters: 'economic_well_being',
      startingScore: 1,
      targetScore: 8,
      elements: ['A7b', 'A7c', 'C3'],
    }),
    s.addsOutcome(-108, 'youthWorker', anger, family, {
      description: 'Temper under control, no new trouble',
      everyChildMatters: 'stay_safe',
      startingScore: 2,
      targetScore: 7,
      elements: ['A3'],
    }),
    s.addsAction(-108, 'youthWorker', s.action('john: programme'), family, {
      outcome: work,
      description: 'Find a motor programme with a payment and basic skills',
      doer: 'connexionsAdviser',
      dueOn: s.day(-80),
    }),
    s.addsAction(-108, 'youthWorker', s.action('john: skills'), family, {
      outcome: work,
      description: 'Reading and writing, two sessions a week',
      doer: 'trainingTutor',
      dueOn: s.day(16),
    }),
    s.addsAction(-108, 'youthWorker', s.action('john: anger'), family, {
      outcome: anger,
      description: 'Sessions on temper and on the people it touches',
      doer: 'yispWorker',
      dueOn: s.day(10),
    }),
    ...s.holdsMeeting(-96, 'youthWorker', s.meeting('john: first'), family, {
      kind: 'first',
      place: 'Coalville youth centre',
      chair: 'youthWorker',
      noteTaker: 'connexionsAdviser',
      purpose: 'Possible solutions, with John and his mother.',
      invited: ['youthWorker', 'connexionsAdviser', 'yispWorker'],
      familyInvited: ['John Coppersmith', 'Pauline Coppersmith'],
      childView: 'John wants money coming in before Christmas.',
      goingWell: 'He knows what he wants to learn.',
      decisions: 'Entry 2 Employment, motor programme.',
      nextMeetingOn: s.day(-35),
    }),
    s.marksDone(
      -82,
      'connexionsAdviser',
      s.action('john: programme'),
      family,
      'Entry 2 Employment placement found; started.',
    ),
    s.reportsProgress(-40, 'yispWorker', s.action('john: anger'), family, 'on_track', 'Comes, and talks.'),
    s.holdsReview(-35, 'youthWorker', family, {
      peoplePresent: [
        { name: 'John', role: 'Young person' },
        { name: 'Pauline Coppersmith', role: 'Mother' },
      ],
      whatHasChanged: 'Doing well on the programme and enjoying it; some income for his family.',
      nextSteps: 'Keep on; talk about Connexions again when the agreement runs out.',
      scores: [
        { outcomeId: work, scorer: 'child', score: 7 },
        { outcomeId: anger, scorer: 'worker', score: 5 },
      ],
      level: 2,
      levelReason: 'Holding with help.',
      childComment: 'First time I liked going somewhere.',
      parentComment: 'He gets up by himself.',
      nextReviewOn: s.day(21),
    }),
  ],
};
