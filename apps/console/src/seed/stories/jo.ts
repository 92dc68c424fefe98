import type { Story } from '../story.js';
import * as s from '../story.js';

const family = s.episode('jo');
const jo = s.child('jo');
const anger = s.outcome('jo: anger');
const health = s.outcome('jo: health');
const home = s.outcome('jo: home');
const community = s.outcome('jo: community');
const lead = s.proposal('jo: lead');

/** Delivering. Jo decides for herself about one service; an agency and a person are excluded. */
export const JO: Story = {
  key: 'jo',
  title: 'Jo, 13: teenage pregnancy strategy',
  source: 'Leicestershire CYPP 2006–2009, chapter 5, story 2',
  acts: [
    s.recordsChild(-112, 'schoolTeacher', jo, {
      givenNames: 'Josephine',
      familyName: 'Quillfeather',
      alsoKnownAs: 'Jo',
      sex: 'F',
      dateOfBirth: s.aged(13, 190),
      locality: 'northWest',
      details: {
        address: '2 Example Row, Coalville',
        postcode: 'LE99 1AB',
        telephone: '07700 900703',
        accommodation: 'home',
        educationSetting: 'Castle Rock High School, Coalville',
        gp: 'Sample Street Surgery (demo)',
        firstLanguage: 'eng',
        interpreter: 'none',
        ethnicity: 'WBRI',
      },
      carers: [
        {
          as: s.carer('jo: mother'),
          name: 'Denise Quillfeather',
          relationship: 'mother',
          parentalResponsibility: 'yes',
          livesWithChild: true,
          telephone: '07700 900704',
        },
      ],
    }),
    s.opensEpisode(-112, 'schoolTeacher', family, {
      children: [jo],
      reason:
        'Jo’s behaviour is causing difficulties at home and at school; her mother is worried about older friends.',
      referralSource: 'school',
      presentingNeeds: ['unacceptable_behaviour', 'parenting'],
      presentPeople: [{ name: 'Denise Quillfeather', role: 'Mother' }],
    }),
    s.completesChecklist(-111, 'schoolTeacher', family, {
      extraHelp: 'Managing anger; health; boundaries; somewhere to be in the evening',
      answers: {
        healthy: ['not_sure'],
        safe_from_harm: ['not_sure', 'Out late with much older teenagers'],
        learning_and_developing: ['no', 'Sent out of lessons'],
        positive_impact: ['no'],
        free_from_poverty: ['yes'],
      },
    }),
    s.agreement(-108, 'schoolTeacher', s.consent('jo: mother'), family, {
      decision: 'given_in_part',
      shares: [
        ['cyps', 'T2'],
        ['lpt', 'T2', 'substance_misuse'],
        ['daat', 'T2', 'substance_misuse'],
      ],
      excluded: ['police'],
      excludedPeople: ['castleRockAssistant'],
      decidedBy: 'Denise Quillfeather',
      decidedByCarerId: s.carer('jo: mother'),
      capacity: 'parental_responsibility',
      competence: 'competent',
      competenceNote: 'Jo took part and agrees. She understood who would know what.',
      explainedHow: 'At school, with Jo and her mother',
      indexAgreed: true,
      note: 'One teaching assistant is a neighbour: not to see anything. Not the police.',
    }),
    s.agreement(-106, 'schoolTeacher', s.consent('jo: herself'), family, {
      decision: 'given',
      shares: [
        ['sexualHealth', 'T2', 'sexual_health'],
        ['lpt', 'T2', 'sexual_health', 'substance_misuse'],
      ],
      decidedBy: 'Jo Quillfeather',
      decidedByChildId: jo,
      capacity: 'child',
      competence: 'competent',
      competenceNote:
        'Jo could say back what the service does, what is kept private and when it would not be.',
      explainedHow: 'Alone with her head of year',
      form: 'verbal_witnessed',
      witness: 'Patience Adebright, school nurse',
      note: 'Jo’s own decision about this service.',
    }),
    s.writesAssessment(-104, 'schoolTeacher', family, {
      sections: {
        people_present: {
          people: [
            { name: 'Jo', role: 'Young person' },
            { name: 'Denise Quillfeather', role: 'Mother' },
          ],
        },
        reason: { what_led: 'Difficulties at home and at school, and involvement with older teenagers.' },
        family_and_home: { structure: 'Jo and her mother', lives_with: 'Mother' },
        services: {
          services: [{ name: 'School nursing', contact: 'Patience Adebright', status: 'Involved' }],
        },
        conclusions: {
          strengths_summary: 'Jo is quick, funny and loyal; her mother wants to understand.',
          needs_summary: 'Anger, risk-taking, boundaries at home, safe things to do in the evening.',
          needs_category: 'additional',
          goals: 'A package across four settings: one-to-one, home, school and community.',
        },
        comments: {
          child_comment: 'People only notice when I kick off.',
          parent_comment: 'I have run out of ways to say no.',
        },
      },
      elements: [
        {
          element: 'A3',
          strengths: 'Sorry afterwards, and says so',
          needs: 'Anger at home and in lessons; follows older friends',
          childsWords: 'They treat me like I am grown up.',
          levelIndicator: 2,
        },
        {
          element: 'A3',
          topic: 'substance_misuse',
          needs: 'Her mother suspects alcohol and drugs; Jo says she smokes and drinks at weekends.',
          levelIndicator: 2,
        },
        {
          element: 'A1a',
          topic: 'sexual_health',
          needs: 'Worry about sexually inappropriate behaviour; wants someone to talk to who is not school.',
          levelIndicator: 2,
        },
        { element: 'B3', strengths: 'Steady, warm', needs: 'Boundaries that hold', levelIndicator: 2 },
        { element: 'C4', needs: 'Little to do nearby in the evening', levelIndicator: 2 },
      ],
    }),
    s.completesAssessment(-102, 'schoolTeacher', family),
    s.decidesLevel(-102, 'schoolTeacher', family, {
      level: 2,
      reason: 'Several services are needed together, for a time.',
      familyView: 'Jo and her mother agree.',
    }),
    s.joinsTeam(-100, 'schoolTeacher', family, 'schoolNurse'),
    s.joinsTeam(-100, 'schoolTeacher', family, 'drugWorker'),
    s.joinsTeam(-100, 'schoolTeacher', family, 'sexualHealthNurse'),
    s.joinsTeam(-100, 'schoolTeacher', family, 'girlsGroupWorker', 'key_worker'),
    s.proposesLead(-99, 'coordinatorNwl', lead, family, {
      who: 'schoolTeacher',
      familyPreference: 'Jo chose her head of year.',
      reason: 'Sees Jo every day.',
    }),
    s.acceptsLead(-99, 'schoolTeacher', lead, family),
    s.addsOutcome(-97, 'schoolTeacher', anger, family, {
      description: 'School: anger and frustration managed without being sent out',
      everyChildMatters: 'enjoy_and_achieve',
      startingScore: 3,
      targetScore: 8,
      elements: ['A3'],
    }),
    s.addsOutcome(-97, 'schoolTeacher', health, family, {
      description: 'One-to-one: Jo knows what her choices do to her health',
      everyChildMatters: 'be_healthy',
      startingScore: 2,
      targetScore: 7,
      elements: ['A1a', 'A3'],
    }),
    s.addsOutcome(-97, 'schoolTeacher', home, family, {
      description: 'Home: boundaries that hold and more praise than rows',
      everyChildMatters: 'stay_safe',
      startingScore: 3,
      targetScore: 7,
      elements: ['B3'],
    }),
    s.addsOutcome(-97, 'schoolTeacher', community, family, {
      description: 'Community: somewhere better to be than the street corner',
      everyChildMatters: 'positive_contribution',
      startingScore: 1,
      targetScore: 7,
      elements: ['A5', 'C4'],
    }),
    s.addsAction(-97, 'schoolTeacher', s.action('jo: praise'), family, {
      outcome: anger,
      description: 'Time-out card, positive praise and reinforcement in every lesson',
      doer: 'schoolTeacher',
      dueOn: s.day(14),
    }),
    s.addsAction(-97, 'schoolTeacher', s.action('jo: sessions'), family, {
      outcome: health,
      description: 'Six one-to-one sessions',
      doer: 'schoolNurse',
      dueOn: s.day(-45),
    }),
    s.addsAction(-97, 'schoolTeacher', s.action('jo: boundaries'), family, {
      outcome: home,
      description: 'Agree three house rules with Jo and keep to them',
      doer: { name: 'Denise Quillfeather' },
      dueOn: s.day(-60),
    }),
    s.addsAction(-97, 'schoolTeacher', s.action('jo: group'), family, {
      outcome: community,
      description: 'A place in the girls’ group: keeping safe, respect, healthy living',
      doer: 'girlsGroupWorker',
      dueOn: s.day(-50),
    }),
    ...s.holdsMeeting(-90, 'schoolTeacher', s.meeting('jo: first'), family, {
      kind: 'first',
      place: 'Castle Rock High School, room 4',
      chair: 'schoolTeacher',
      noteTaker: 'girlsGroupWorker',
      purpose: 'Put the package together with Jo and her mother.',
      invited: ['schoolTeacher', 'schoolNurse', 'girlsGroupWorker', 'drugWorker'],
      familyInvited: ['Jo Quillfeather', 'Denise Quillfeather'],
      childView: 'Jo wants to be told first when people talk about her.',
      goingWell: 'Jo came, and stayed.',
      worries: 'Evenings with older teenagers.',
      needsToHappen: 'Four strands: one-to-one, home, school, community.',
      decisions: 'Package agreed.',
      nextMeetingOn: s.day(12),
      apologies: [['drugWorker', 'On leave']],
    }),
    s.reportsProgress(
      -55,
      'schoolTeacher',
      s.action('jo: praise'),
      family,
      'on_track',
      'Sent out once this month.',
    ),
    s.marksDone(-52, 'girlsGroupWorker', s.action('jo: group'), family, 'Comes every week.'),
    s.marksDone(-46, 'schoolNurse', s.action('jo: sessions'), family, 'Six sessions held.'),
    s.marksDone(
      -44,
      'schoolTeacher',
      s.action('jo: boundaries'),
      family,
      'Two rules kept, the third talked over again.',
    ),
    s.holdsReview(-32, 'schoolTeacher', family, {
      peoplePresent: [
        { name: 'Jo', role: 'Young person' },
        { name: 'Denise Quillfeather', role: 'Mother' },
        { name: 'Patience Adebright', role: 'School nurse' },
      ],
      whatHasChanged:
        'A huge impact at home, at school and in the community; extra-curricular activities fill her evenings.',
      nextSteps: 'Keep the group and the praise; look again in the new term.',
      scores: [
        { outcomeId: anger, scorer: 'child', score: 7 },
        { outcomeId: health, scorer: 'worker', score: 6, progress: 'More aware of consequences' },
        { outcomeId: home, scorer: 'parent', score: 7 },
        { outcomeId: community, scorer: 'child', score: 8 },
      ],
      level: 2,
      levelReason: 'Going well with the help in place.',
      childComment: 'I am not on the corner any more.',
      parentComment: 'I have my daughter back.',
      nextReviewOn: s.day(12),
    }),
    s.notes(-6, 'schoolTeacher', family, 'Talked with Jo after drama club: settled, pleased with her part.'),
  ],
};
