import type { Story } from '../story.js';
import * as s from '../story.js';

const family = s.episode('kyle');
const kyle = s.child('kyle');
const trust = s.outcome('kyle: trust');
const future = s.outcome('kyle: future');
const lead = s.proposal('kyle: lead');

/** Closed: needs met. Kyle decides for himself, and withdrew consent for his college. */
export const KYLE: Story = {
  key: 'kyle',
  title: 'Kyle, 17: Positive Futures',
  source: 'Leicestershire CYPP 2006–2009, chapter 5, story 4',
  acts: [
    s.recordsChild(-166, 'positiveFuturesWorker', kyle, {
      givenNames: 'Kyle',
      familyName: 'Brambleby',
      sex: 'M',
      dateOfBirth: s.aged(17, 230),
      locality: 'charnwood',
      details: {
        address: '4 Example Court, Loughborough',
        postcode: 'LE99 1AE',
        telephone: '07700 900707',
        accommodation: 'home',
        educationSetting: 'Ashby Lane Community College (demo)',
        firstLanguage: 'eng',
        interpreter: 'none',
        ethnicity: 'MWBC',
      },
      carers: [
        {
          as: s.carer('kyle: mother'),
          name: 'Sandra Brambleby',
          relationship: 'mother',
          parentalResponsibility: 'yes',
          livesWithChild: true,
        },
      ],
    }),
    s.opensEpisode(-166, 'positiveFuturesWorker', family, {
      children: [kyle],
      reason: 'Referred by his school: negative towards adults, not doing well, regularly truanting.',
      referralSource: 'school',
      presentingNeeds: ['attendance', 'isolation'],
    }),
    s.completesChecklist(-165, 'positiveFuturesWorker', family, {
      extraHelp: 'Somebody to trust outside school',
      answers: {
        healthy: ['yes'],
        safe_from_harm: ['not_sure', 'Problems at home'],
        learning_and_developing: ['no'],
        positive_impact: ['no'],
        free_from_poverty: ['not_sure'],
      },
      discussedWithParent: false,
      reasonNotDiscussed: 'Kyle is 17 and would rather tell his mother himself.',
    }),
    s.agreement(-163, 'positiveFuturesWorker', s.consent('kyle'), family, {
      decision: 'given_in_part',
      shares: [
        ['ashbyLane', 'T2'],
        ['charnwoodCouncil', 'T1'],
      ],
      refused: ['connexions'],
      decidedBy: 'Kyle Brambleby',
      decidedByChildId: kyle,
      capacity: 'child',
      competence: 'competent',
      explainedHow: 'At the football pitch, in his own time',
      indexAgreed: true,
    }),
    s.writesAssessment(-158, 'positiveFuturesWorker', family, {
      sections: {
        people_present: { people: [{ name: 'Kyle', role: 'Young person' }] },
        reason: { what_led: 'School could not reach him.' },
        family_and_home: { structure: 'Kyle, his mother and a younger brother', lives_with: 'Mother' },
        services: {
          services: [
            { name: 'Ashby Lane Community College (demo)', contact: 'Bernard Ashpole', status: 'Involved' },
          ],
        },
        conclusions: {
          strengths_summary: 'Football: plays well, and comes alive.',
          needs_summary: 'Trust in adults, poor social skills, low self-esteem.',
          needs_category: 'additional',
          goals: 'Trust first; everything else after.',
        },
        comments: { child_comment: 'Football is all right.', parent_comment_missing: 'absent' },
      },
      elements: [
        { element: 'A4', needs: 'Low self-esteem', strengths: 'Proud of his football', levelIndicator: 2 },
        { element: 'A5', needs: 'Finds it hard to talk with adults', levelIndicator: 2 },
        {
          element: 'A7d',
          strengths: 'Could imagine coaching one day',
          childsWords: 'Maybe show kids how to play.',
          levelIndicator: 1,
        },
        { element: 'B2', notExploredBecause: 'Kyle does not want to talk about home yet.' },
        { element: 'C4', needs: 'Few friends on the ward where he lives', levelIndicator: 2 },
      ],
    }),
    s.completesAssessment(-156, 'positiveFuturesWorker', family),
    s.decidesLevel(-156, 'positiveFuturesWorker', family, {
      level: 2,
      reason: 'Needs someone outside school for a while.',
      familyView: 'Kyle says fine.',
    }),
    s.proposesLead(-155, 'coordinatorCharnwood', lead, family, {
      who: 'positiveFuturesWorker',
      familyPreference: 'Kyle wants no one from school or an office.',
      reason: 'The only adult he talks to.',
    }),
    s.acceptsLead(-155, 'positiveFuturesWorker', lead, family),
    s.joinsTeam(-154, 'positiveFuturesWorker', family, 'collegeTutor'),
    s.addsOutcome(-152, 'positiveFuturesWorker', trust, family, {
      description: 'Kyle trusts adults enough to talk things through',
      everyChildMatters: 'be_healthy',
      startingScore: 1,
      targetScore: 7,
      elements: ['A4', 'A5'],
    }),
    s.addsOutcome(-152, 'positiveFuturesWorker', future, family, {
      description: 'In school, and on the way to something he wants to do',
      everyChildMatters: 'economic_well_being',
      startingScore: 2,
      targetScore: 8,
      elements: ['A7b', 'A7d'],
    }),
    s.addsAction(-152, 'positiveFuturesWorker', s.action('kyle: football'), family, {
      outcome: trust,
      description: 'Football sessions, then the drama group if he likes',
      doer: 'positiveFuturesWorker',
      dueOn: s.day(-110),
    }),
    s.addsAction(-152, 'positiveFuturesWorker', s.action('kyle: certificates'), family, {
      outcome: future,
      description: 'Football Association level 1 coaching certificate and first aid training',
      doer: { name: 'Kyle Brambleby' },
      dueOn: s.day(-40),
    }),
    s.notes(
      -140,
      'positiveFuturesWorker',
      family,
      'Hardly says a word, but comes to every football session.',
    ),
    s.marksDone(
      -112,
      'positiveFuturesWorker',
      s.action('kyle: football'),
      family,
      'Drama as well as football: a turning point.',
    ),
    s.holdsReview(-90, 'positiveFuturesWorker', family, {
      peoplePresent: [{ name: 'Kyle', role: 'Young person' }],
      whatHasChanged: 'Attendance has improved and he can talk about what he faces.',
      nextSteps: 'Coaching certificate; a seat on the young persons’ committee of his ward.',
      scores: [
        { outcomeId: trust, scorer: 'child', score: 6 },
        { outcomeId: future, scorer: 'child', score: 5 },
      ],
      level: 2,
      levelReason: 'Still early.',
      childComment: 'They do not give up on you.',
      parentCommentMissing: 'absent',
      nextReviewOn: s.day(-20),
    }),
    s.withdraws(-75, 'positiveFuturesWorker', s.consent('kyle'), {
      from: 'ashbyLane',
      withdrawnBy: 'Kyle Brambleby',
      capacity: 'child',
      reason: 'What he says here is not for his teachers.',
    }),
    s.notes(
      -58,
      'positiveFuturesWorker',
      family,
      'Plays for a local team at quite a high standard; on the ward committee.',
    ),
    s.marksDone(
      -42,
      'positiveFuturesWorker',
      s.action('kyle: certificates'),
      family,
      'Both certificates gained.',
    ),
    s.holdsReview(-20, 'positiveFuturesWorker', family, {
      kind: 'final',
      peoplePresent: [{ name: 'Kyle', role: 'Young person' }],
      whatHasChanged: 'Committee, interview panel, certificates, and a summer job coaching.',
      nextSteps: 'Employed by Positive Futures for the summer.',
      scores: [
        { outcomeId: trust, scorer: 'child', score: 8 },
        { outcomeId: future, scorer: 'child', score: 9 },
      ],
      level: 1,
      levelReason: 'He helps others now.',
      consentReaffirmed: 'narrowed',
      childComment: 'I get paid to do this.',
      parentCommentMissing: 'absent',
      toClose: true,
    }),
    s.closes(-12, 'positiveFuturesWorker', family, {
      reason: 'NEEDS_MET',
      summary: 'Trust first, then school, committee, certificates and work.',
      outcomes: [
        { outcomeId: trust, result: 'achieved', closingScore: 8 },
        { outcomeId: future, result: 'achieved', closingScore: 9 },
      ],
      finalLevel: 1,
      familyTold: true,
      copyGivenOn: s.day(-12),
      copyFormat: 'Paper',
      childView: 'Would tell a mate to go.',
      ratings: { fairness: 5, decisions: 5, working_together: 4, information: 4, contact: 5, respect: 5 },
    }),
  ],
};
