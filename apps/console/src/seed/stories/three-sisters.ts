import type { Story } from '../story.js';
import * as s from '../story.js';

const family = s.episode('three sisters');
const amber = s.child('amber');
const grace = s.child('grace');
const lily = s.child('lily');
const mother = s.carer('three sisters: mother');
const identity = s.outcome('three sisters: identity');
const school = s.outcome('three sisters: school');
const lead = s.proposal('three sisters: lead');

const home = {
  address: '5 Example Drive, Wigston',
  postcode: 'LE99 1AF',
  accommodation: 'home',
  firstLanguage: 'eng',
  interpreter: 'none',
  ethnicity: 'MWBC',
} as const;
const withMother = {
  known: mother,
  relationship: 'mother',
  parentalResponsibility: 'yes',
  livesWithChild: true,
} as const;

/** One episode for three children. Their mother came for practical advice, and asked for help herself. */
export const THREE_SISTERS: Story = {
  key: 'three-sisters',
  title: 'A mother and three girls: Two Halves; One Whole',
  source: 'Leicestershire CYPP 2006–2009, chapter 5, story 6',
  acts: [
    s.recordsChild(-96, 'twoHalvesWorker', amber, {
      givenNames: 'Amber',
      familyName: 'Meadowsweet',
      sex: 'F',
      dateOfBirth: s.aged(12, 40),
      locality: 'oadby',
      details: { ...home, educationSetting: 'Wigston Mead High School (demo)' },
      carers: [
        {
          as: mother,
          name: 'Karen Meadowsweet',
          relationship: 'mother',
          parentalResponsibility: 'yes',
          livesWithChild: true,
          telephone: '07700 900708',
        },
      ],
    }),
    s.recordsChild(-96, 'twoHalvesWorker', grace, {
      givenNames: 'Grace',
      familyName: 'Meadowsweet',
      sex: 'F',
      dateOfBirth: s.aged(9, 300),
      locality: 'oadby',
      details: home,
      carers: [withMother],
      notTheSameAs: [amber],
    }),
    s.recordsChild(-96, 'twoHalvesWorker', lily, {
      givenNames: 'Lily',
      familyName: 'Meadowsweet',
      sex: 'F',
      dateOfBirth: s.aged(6, 120),
      locality: 'oadby',
      details: home,
      carers: [withMother],
      notTheSameAs: [amber, grace],
    }),
    s.relatesChildren(-96, 'twoHalvesWorker', amber, grace, 'full_sibling'),
    s.relatesChildren(-96, 'twoHalvesWorker', amber, lily, 'half_sibling'),
    s.recordsHome(-96, 'twoHalvesWorker', amber, {
      kind: 'family',
      children: [amber, grace, lily],
      carers: [mother],
    }),
    s.opensEpisode(-96, 'twoHalvesWorker', family, {
      children: [amber, grace, lily],
      reason: 'Their mother asked for practical advice about hair care, then for more for the girls.',
      referralSource: 'family',
      presentingNeeds: ['isolation', 'bullying'],
      presentPeople: [{ name: 'Karen Meadowsweet', role: 'Mother' }],
    }),
    s.completesChecklist(-95, 'twoHalvesWorker', family, {
      answers: {
        healthy: ['yes'],
        safe_from_harm: ['yes'],
        learning_and_developing: ['yes'],
        positive_impact: ['yes'],
        free_from_poverty: ['yes'],
      },
      extraHelp: 'Feeling good about who they are',
    }),
    s.agreement(-93, 'twoHalvesWorker', s.consent('three sisters'), family, {
      decision: 'given_in_part',
      shares: [['wigstonMead', 'T2']],
      refused: ['cyps'],
      decidedBy: 'Karen Meadowsweet',
      decidedByCarerId: mother,
      capacity: 'parental_responsibility',
      competence: 'competent',
      competenceNote: 'Amber was asked, and wants her school to know.',
      explainedHow: 'At the project',
      indexAgreed: false,
      note: 'Nobody else needs to know the family is here; not to be found in the index.',
    }),
    s.writesAssessment(-90, 'twoHalvesWorker', family, {
      sections: {
        people_present: {
          people: [
            { name: 'Karen Meadowsweet', role: 'Mother' },
            { name: 'Amber', role: 'Child' },
          ],
        },
        reason: {
          what_led: 'Few shops near them sell what the girls’ hair needs; from there to wider questions.',
        },
        family_and_home: { structure: 'A mother and three girls', lives_with: 'Mother' },
        services: {
          services: [{ name: 'Two Halves; One Whole', contact: 'Marcia Evenfield', status: 'Involved' }],
        },
        conclusions: {
          strengths_summary: 'A close family; girls who are curious about their heritage.',
          needs_summary: 'Pride in who they are, and adults who take racism seriously.',
          needs_category: 'additional',
          goals: 'Practical advice, then the group.',
        },
        comments: {
          child_comment: 'I like it when people ask about me and not about my hair.',
          parent_comment: 'I want to get this right for them.',
        },
      },
      elements: [
        {
          element: 'A4',
          strengths: 'Pleased with the results of the advice',
          needs: 'Name-calling about their looks',
          levelIndicator: 2,
        },
        { element: 'C4', needs: 'Few families like theirs nearby', levelIndicator: 1 },
        { element: 'B2', strengths: 'Warm, and proud of her girls', levelIndicator: 1 },
      ],
    }),
    s.completesAssessment(-88, 'twoHalvesWorker', family),
    s.decidesLevel(-88, 'twoHalvesWorker', family, {
      level: 2,
      reason: 'The group and a word with school, for a time.',
      familyView: 'Their mother agrees.',
    }),
    s.proposesLead(-87, 'coordinatorOadby', lead, family, {
      who: 'twoHalvesWorker',
      familyPreference: 'The person who answered the first call.',
      reason: 'The family trusts her.',
    }),
    s.acceptsLead(-86, 'twoHalvesWorker', lead, family),
    s.joinsTeam(-85, 'twoHalvesWorker', family, 'wigstonTeacher'),
    s.addsOutcome(-84, 'twoHalvesWorker', identity, family, {
      description: 'The girls feel good about themselves',
      everyChildMatters: 'be_healthy',
      startingScore: 4,
      targetScore: 9,
      elements: ['A4'],
    }),
    s.addsOutcome(-84, 'twoHalvesWorker', school, family, {
      description: 'Racism can be talked about at school',
      everyChildMatters: 'positive_contribution',
      startingScore: 2,
      targetScore: 7,
      elements: ['A4', 'C4'],
    }),
    s.addsAction(-84, 'twoHalvesWorker', s.action('three sisters: advice'), family, {
      outcome: identity,
      description: 'Advice on hair care and where to buy',
      doer: 'twoHalvesWorker',
      dueOn: s.day(-75),
    }),
    s.addsAction(-84, 'twoHalvesWorker', s.action('three sisters: group'), family, {
      outcome: identity,
      description: 'Two of the girls join the group',
      doer: { name: 'Amber and Grace' },
      dueOn: s.day(-40),
    }),
    s.marksDone(
      -78,
      'twoHalvesWorker',
      s.action('three sisters: advice'),
      family,
      'She and the girls are pleased.',
    ),
    s.marksDone(
      -41,
      'twoHalvesWorker',
      s.action('three sisters: group'),
      family,
      'Enthusiastic; one session was about answering racism.',
    ),
    s.notes(
      -36,
      'twoHalvesWorker',
      family,
      'Amber took it up at school in a session about bullying. The school was very supportive.',
    ),
    s.holdsReview(-25, 'twoHalvesWorker', family, {
      peoplePresent: [
        { name: 'Karen Meadowsweet', role: 'Mother' },
        { name: 'Amber', role: 'Child' },
      ],
      whatHasChanged: 'Confident enough to take it from the safety of the group into school.',
      nextSteps: 'School carries the lesson on; the girls stay in the group to the end of the programme.',
      scores: [
        { outcomeId: identity, scorer: 'child', score: 8 },
        { outcomeId: school, scorer: 'parent', score: 6 },
      ],
      level: 2,
      levelReason: 'Nearly there.',
      childComment: 'My teacher listened.',
      parentComment: 'They walk taller.',
      nextReviewOn: s.day(19),
    }),
  ],
};
