import type { Story } from '../story.js';
import * as s from '../story.js';

const family = s.episode('harry');
const harry = s.child('harry');
const routine = s.outcome('harry: routine');
const school = s.outcome('harry: school');
const plan = s.action('harry: plan of work');
const report = s.action('harry: report to the next teacher');
const lead = s.proposal('harry: lead');

const visit = (on: number, what: string) => s.notes(on, 'familySupportWorker', family, what);

/** Closed: needs met. Four months, eight visits, two of them with the specialist teacher. */
export const HARRY: Story = {
  key: 'harry',
  title: 'Harry, 7: Family STEPS',
  source: 'Leicestershire CYPP 2006–2009, chapter 5, story 1',
  acts: [
    s.recordsChild(-140, 'familySupportWorker', harry, {
      givenNames: 'Harry',
      familyName: 'Thistledown',
      sex: 'M',
      dateOfBirth: s.aged(7, 210),
      locality: 'charnwood',
      details: {
        address: '1 Example Close, Loughborough',
        postcode: 'LE99 1AA',
        telephone: '07700 900701',
        accommodation: 'home',
        educationSetting: 'Bramble Hill Primary School (demo)',
        gp: 'Example Road Surgery (demo)',
        firstLanguage: 'eng',
        interpreter: 'none',
        ethnicity: 'WBRI',
      },
      carers: [
        {
          as: s.carer('harry: mother'),
          name: 'Linda Thistledown',
          relationship: 'mother',
          parentalResponsibility: 'yes',
          livesWithChild: true,
          telephone: '07700 900702',
        },
      ],
    }),
    s.opensEpisode(-140, 'familySupportWorker', family, {
      children: [harry],
      reason:
        'A community psychiatric nurse asked Family STEPS to help Harry and his mother with his behaviour.',
      referralSource: 'other_health',
      presentingNeeds: ['unacceptable_behaviour', 'parenting'],
      presentPeople: [{ name: 'Linda Thistledown', role: 'Mother' }],
    }),
    s.completesChecklist(-139, 'familySupportWorker', family, {
      answers: {
        healthy: ['yes'],
        safe_from_harm: ['yes'],
        learning_and_developing: ['not_sure', 'Unsettled in class'],
        positive_impact: ['no', 'Falls out with other children'],
        free_from_poverty: ['yes'],
      },
      extraHelp: 'Routines at home, behaviour at school',
    }),
    s.agreement(-138, 'familySupportWorker', s.consent('harry'), family, {
      decision: 'given_in_part',
      shares: [
        ['brambleHill', 'T2'],
        ['lpt', 'T1'],
      ],
      decidedBy: 'Linda Thistledown',
      decidedByCarerId: s.carer('harry: mother'),
      capacity: 'parental_responsibility',
      explainedHow: 'Talked through at home, leaflet left',
      indexAgreed: true,
      note: 'The nurse who referred may know that help is given, and no more.',
    }),
    s.writesAssessment(-136, 'familySupportWorker', family, {
      sections: {
        people_present: {
          people: [
            { name: 'Harry', role: 'Child' },
            { name: 'Linda Thistledown', role: 'Mother' },
          ],
        },
        reason: { what_led: 'Harry’s mother found his behaviour hard to manage; school sees the same.' },
        family_and_home: { structure: 'Harry and his mother', lives_with: 'Mother' },
        services: {
          services: [
            { name: 'Bramble Hill Primary School (demo)', contact: 'Class teacher', status: 'Involved' },
          ],
        },
        conclusions: {
          strengths_summary: 'A mother who asked for help, and a boy who responds to praise.',
          needs_summary: 'Stress and low confidence; behaviour at home and at school.',
          needs_category: 'additional',
          goals: 'A settled bedtime, fewer battles, a happier time at school.',
        },
        comments: {
          child_comment: 'I want mornings without shouting.',
          parent_comment: 'I would like to enjoy him again.',
        },
      },
      elements: [
        {
          element: 'A3',
          strengths: 'Calms quickly with one adult',
          needs: 'Does not follow requests; falls out with other children',
          evidence:
            'Strengths and difficulties questionnaire filled in with his mother: high for conduct and stress',
          childsWords: 'I get cross before I know it.',
          levelIndicator: 2,
        },
        { element: 'A2', strengths: 'Affectionate', needs: 'Low confidence', levelIndicator: 2 },
        {
          element: 'B3',
          strengths: 'Clear about what she wants to change',
          needs: 'No set bedtime or rewards',
          levelIndicator: 2,
        },
        { element: 'C4', strengths: 'A school that wants to help', levelIndicator: 1 },
      ],
    }),
    s.completesAssessment(-133, 'familySupportWorker', family),
    s.decidesLevel(-133, 'familySupportWorker', family, {
      level: 2,
      reason: 'Too little for a specialist service, more than school and family can do alone.',
      familyView: 'His mother agrees.',
    }),
    s.joinsTeam(-132, 'familySupportWorker', family, 'specialistTeacher'),
    s.joinsTeam(-132, 'familySupportWorker', family, 'primaryTeacher'),
    s.proposesLead(-132, 'cypsManager', lead, family, {
      who: 'familySupportWorker',
      familyPreference: 'His mother asked for the family support worker.',
      reason: 'Knows the family and visits at home.',
    }),
    s.acceptsLead(-131, 'familySupportWorker', lead, family),
    s.addsOutcome(-130, 'familySupportWorker', routine, family, {
      description: 'A settled bedtime routine and calmer days at home',
      everyChildMatters: 'stay_safe',
      startingScore: 3,
      targetScore: 8,
      elements: ['A3', 'B3'],
    }),
    s.addsOutcome(-130, 'familySupportWorker', school, family, {
      description: 'Happier and achieving better at school',
      everyChildMatters: 'enjoy_and_achieve',
      startingScore: 4,
      targetScore: 8,
      elements: ['A2', 'A3'],
    }),
    s.addsAction(-130, 'familySupportWorker', plan, family, {
      outcome: routine,
      description: 'Routines, positive praise and rewards, in eight visits',
      doer: 'familySupportWorker',
      dueOn: s.day(-30),
    }),
    s.addsAction(-130, 'familySupportWorker', report, family, {
      outcome: school,
      description:
        'Suggest ways to tackle his difficulties in class and go through the report with his next teacher',
      doer: 'specialistTeacher',
      dueOn: s.day(-40),
    }),
    visit(-128, 'Visit 1: plan of work agreed with Harry and his mother.'),
    visit(-116, 'Visit 2: bedtime routine and a star chart.'),
    visit(-103, 'Visit 3: joint visit with the specialist teacher.'),
    visit(-90, 'Visit 4: joint visit with the specialist teacher.'),
    visit(-77, 'Visit 5: praise and rewards; fewer battles at bedtime.'),
    visit(-63, 'Visit 6: relationships with other children.'),
    visit(-49, 'Visit 7: routine holds.'),
    s.marksDone(
      -44,
      'specialistTeacher',
      report,
      family,
      'School visited; report gone through with his next class teacher.',
    ),
    visit(-33, 'Visit 8: behaviour assessed again, significant improvements.'),
    s.marksDone(-33, 'familySupportWorker', plan, family, 'Eight visits made.'),
    s.holdsReview(-24, 'familySupportWorker', family, {
      kind: 'final',
      peoplePresent: [
        { name: 'Harry', role: 'Child' },
        { name: 'Linda Thistledown', role: 'Mother' },
      ],
      whatHasChanged:
        'Settled bedtime, much more responsive to requests, happier and achieving better at school.',
      nextSteps: 'School carries on with the report; nothing more from Family STEPS.',
      scores: [
        { outcomeId: routine, scorer: 'parent', score: 9, progress: 'Bed by half past seven' },
        {
          outcomeId: school,
          scorer: 'worker',
          score: 8,
          progress: 'Second questionnaire in the usual range',
        },
      ],
      level: 1,
      levelReason: 'School and family are enough now.',
      childComment: 'I got a certificate.',
      parentComment: 'Somebody listened before it got worse.',
      toClose: true,
    }),
    s.closes(-20, 'familySupportWorker', family, {
      reason: 'NEEDS_MET',
      summary: 'Four months of Family STEPS, eight visits; significant improvements at home and at school.',
      outcomes: [
        { outcomeId: routine, result: 'achieved', closingScore: 9 },
        { outcomeId: school, result: 'achieved', closingScore: 8 },
      ],
      finalLevel: 1,
      familyTold: true,
      copyGivenOn: s.day(-20),
      copyFormat: 'Paper',
      childView: 'It is good now.',
      parentView: 'We worked it out together.',
      ratings: { fairness: 5, decisions: 5, working_together: 5, information: 4, contact: 5, respect: 5 },
    }),
  ],
};
