import type { Story } from '../story.js';
import * as s from '../story.js';

const family = s.episode('adrian');
const adrian = s.child('adrian');
const offending = s.outcome('adrian: offending');
const school = s.outcome('adrian: school');
const lead = s.proposal('adrian: lead');
const nextLead = s.proposal('adrian: next lead');

/**
 * Delivering without a lead professional: the days of the vacancy are counted. Housing and health were refused for now.
 */
export const ADRIAN: Story = {
  key: 'adrian',
  title: 'Adrian, 14: Youth Inclusion and Support Panel',
  source: 'Leicestershire CYPP 2006–2009, chapter 5, story 3',
  acts: [
    s.recordsChild(-126, 'yispWorker', adrian, {
      givenNames: 'Adrian',
      familyName: 'Larkspur',
      sex: 'M',
      dateOfBirth: s.aged(14, 250),
      locality: 'northWest',
      details: {
        address: '3 Example Way, Coalville',
        postcode: 'LE99 1AD',
        telephone: '07700 900705',
        accommodation: 'home',
        educationSetting: 'Castle Rock High School, Coalville',
        firstLanguage: 'eng',
        interpreter: 'none',
        ethnicity: 'WBRI',
        youngCarer: 'no',
        exclusionRisk: 'yes',
      },
      carers: [
        {
          as: s.carer('adrian: father'),
          name: 'Raymond Larkspur',
          relationship: 'father',
          parentalResponsibility: 'yes',
          livesWithChild: true,
          telephone: '07700 900706',
        },
      ],
    }),
    s.opensEpisode(-126, 'yispWorker', family, {
      children: [adrian],
      reason: 'Referred to the panel: out in the evenings with a group on the estate, and missing school.',
      referralSource: 'youth_justice',
      presentingNeeds: ['unacceptable_behaviour', 'attendance'],
      presentPeople: [{ name: 'Raymond Larkspur', role: 'Father' }],
    }),
    s.completesChecklist(-125, 'yispWorker', family, {
      extraHelp: 'Attendance, evenings, knowing what his acts do to others',
      answers: {
        healthy: ['yes'],
        safe_from_harm: ['not_sure', 'Out on the streets at night'],
        learning_and_developing: ['no', 'Misses school, does not join in'],
        positive_impact: ['no'],
        free_from_poverty: ['yes'],
      },
    }),
    s.agreement(-123, 'yispWorker', s.consent('adrian'), family, {
      decision: 'given_in_part',
      shares: [
        ['castleRock', 'T2'],
        ['police', 'T2', 'offending'],
        ['cyps', 'T2'],
      ],
      refused: ['northWestCouncil', 'lpt'],
      decidedBy: 'Raymond Larkspur',
      decidedByCarerId: s.carer('adrian: father'),
      capacity: 'parental_responsibility',
      competence: 'competent',
      competenceNote: 'Adrian was there and agrees with his father.',
      explainedHow: 'At home',
      indexAgreed: true,
      note: 'Not yet to housing: worried about the tenancy. Not yet to health.',
    }),
    s.agreement(-123, 'yispWorker', s.consent('adrian: panel'), family, {
      purpose: 'panel_referral',
      decision: 'given',
      shares: [
        ['castleRock', 'T2'],
        ['police', 'T2', 'offending'],
      ],
      decidedBy: 'Raymond Larkspur',
      decidedByCarerId: s.carer('adrian: father'),
      capacity: 'parental_responsibility',
      explainedHow: 'At home',
    }),
    s.writesAssessment(-121, 'yispWorker', family, {
      sections: {
        people_present: {
          people: [
            { name: 'Adrian', role: 'Young person' },
            { name: 'Raymond Larkspur', role: 'Father' },
          ],
        },
        reason: { what_led: 'Referral to the panel after a summer on the streets of the estate.' },
        family_and_home: { structure: 'Adrian and his father', lives_with: 'Father' },
        services: {
          services: [{ name: 'Castle Rock High School', contact: 'Maureen Oakleaf', status: 'Involved' }],
        },
        conclusions: {
          strengths_summary: 'Good with his hands; a father who turns up.',
          needs_summary: 'Attendance, lessons, evenings, and knowing what his acts do to others.',
          needs_category: 'additional',
          goals: 'Back in school, off the streets, no further trouble.',
        },
        comments: {
          child_comment: 'There is nothing to do round here.',
          parent_comment: 'He is a good lad on his own.',
        },
      },
      elements: [
        { element: 'A7b', needs: 'Begins to miss school; does not join in when there', levelIndicator: 2 },
        {
          element: 'A3',
          topic: 'offending',
          needs: 'Regular joy-riding with a group; shop lifting and vandalism in the evenings.',
          evidence: 'Panel papers',
          levelIndicator: 2,
        },
        { element: 'A7d', strengths: 'Would like to work with engines', levelIndicator: 1 },
        {
          element: 'B3',
          strengths: 'A father who turns up',
          needs: 'Evenings are his own',
          levelIndicator: 2,
        },
        {
          element: 'C4',
          needs: 'Nothing to do on the estate since he left the youth club',
          levelIndicator: 2,
        },
      ],
    }),
    s.completesAssessment(-119, 'yispWorker', family),
    s.decidesLevel(-119, 'yispWorker', family, {
      level: 2,
      reason: 'The panel agrees: targeted help, with school.',
      familyView: 'His father agrees; Adrian will give it a go.',
    }),
    s.joinsTeam(-117, 'yispWorker', family, 'schoolTeacher'),
    s.joinsTeam(-117, 'yispWorker', family, 'panelMember'),
    s.joinsTeam(-117, 'yispWorker', family, 'youthWorker'),
    s.addsOutcome(-116, 'yispWorker', offending, family, {
      description: 'Adrian understands what his acts do to others, and stops',
      everyChildMatters: 'positive_contribution',
      startingScore: 2,
      targetScore: 8,
      elements: ['A3'],
    }),
    s.addsOutcome(-116, 'yispWorker', school, family, {
      description: 'In school every day and joining in',
      everyChildMatters: 'enjoy_and_achieve',
      startingScore: 3,
      targetScore: 8,
      elements: ['A7b'],
    }),
    s.addsAction(-116, 'yispWorker', s.action('adrian: visit'), family, {
      outcome: offending,
      description: 'Sessions on community and victims, with the visit to Glen Parva',
      doer: 'yispWorker',
      dueOn: s.day(-70),
    }),
    s.addsAction(-116, 'yispWorker', s.action('adrian: class'), family, {
      outcome: school,
      description: 'Plan with teaching staff for the classroom and his attendance',
      doer: 'yispWorker',
      dueOn: s.day(-90),
    }),
    s.addsAction(-116, 'yispWorker', s.action('adrian: youth club'), family, {
      outcome: offending,
      description: 'Back to the local youth club',
      doer: 'youthWorker',
      dueOn: s.day(-60),
    }),
    s.addsAction(-116, 'yispWorker', s.action('adrian: work experience'), family, {
      outcome: school,
      description: 'A period of work experience',
      doer: { name: 'Adrian Larkspur' },
      dueOn: s.day(-35),
    }),
    s.proposesLead(-112, 'coordinatorNwl', lead, family, {
      who: 'schoolTeacher',
      familyPreference: 'Adrian gets on with her; his father would like someone at school.',
      reason: 'School is where he must settle.',
    }),
    s.acceptsLead(-111, 'schoolTeacher', lead, family),
    s.marksDone(
      -92,
      'yispWorker',
      s.action('adrian: class'),
      family,
      'Met the teaching staff at school; plan in place.',
    ),
    s.marksDone(
      -74,
      'yispWorker',
      s.action('adrian: visit'),
      family,
      'Officers and inmates showed him the reality.',
    ),
    s.marksDone(
      -62,
      'youthWorker',
      s.action('adrian: youth club'),
      family,
      'Goes on Tuesdays and Thursdays.',
    ),
    s.holdsReview(-41, 'schoolTeacher', family, {
      peoplePresent: [
        { name: 'Adrian', role: 'Young person' },
        { name: 'Raymond Larkspur', role: 'Father' },
        { name: 'Delroy Hawksmere', role: 'YISP worker' },
      ],
      whatHasChanged:
        'Settling in school, better with his teachers, attendance improved; no trouble since the work began.',
      nextSteps: 'Work experience, then the job he has been offered when he leaves.',
      scores: [
        { outcomeId: offending, scorer: 'parent', score: 8, progress: 'Better awareness of what he did' },
        { outcomeId: school, scorer: 'worker', score: 6, progress: 'Attendance up' },
      ],
      level: 2,
      levelReason: 'Improving; attendance still needs the plan.',
      childComment: 'Did not like what I saw in there.',
      parentComment: 'He thinks before he goes out now.',
      nextReviewOn: s.day(9),
    }),
    s.addsAction(-40, 'schoolTeacher', s.action('adrian: attendance'), family, {
      outcome: school,
      description: 'Attendance figures for the half term to Adrian and his father',
      doer: 'schoolTeacher',
      dueOn: s.day(-6),
    }),
    s.marksDone(
      -34,
      'yispWorker',
      s.action('adrian: work experience'),
      family,
      'Completed; offered a job when he leaves school.',
    ),
    s.endsLead(-16, 'schoolTeacher', family, 'Away from school for some months; stays in the team for now.'),
    s.notes(
      -13,
      'yispWorker',
      family,
      'Father rang: who do we speak to now? Told him the coordinator is asking round.',
    ),
    s.proposesLead(-10, 'coordinatorNwl', nextLead, family, {
      who: 'youthWorker',
      familyPreference: 'The family know him from the youth club.',
      reason: 'In touch twice a week.',
      changeReason: 'absence_or_return',
    }),
    s.declinesLead(
      -8,
      'youthWorker',
      nextLead,
      family,
      'Leads for another young person and has no room this term.',
    ),
  ],
};
