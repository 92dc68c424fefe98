import type { Story } from '../story.js';
import * as s from '../story.js';

const family = s.episode('leah');
const leah = s.child('leah');
const home = s.outcome('leah: home');
const lead = s.proposal('leah: lead');

/** A step-up waits at the front door; the plan continues meanwhile. */
export const LEAH: Story = {
  key: 'leah',
  title: 'Leah, 14: a step-up waits',
  source: 'Invented',
  acts: [
    s.recordsChild(-46, 'familySupportWorker', leah, {
      givenNames: 'Leah',
      familyName: 'Starlingwood',
      sex: 'F',
      dateOfBirth: s.aged(14, 60),
      locality: 'charnwood',
      details: {
        address: '13 Example Avenue, Loughborough',
        postcode: 'LE99 1AR',
        accommodation: 'home',
        educationSetting: 'Ashby Lane Community College (demo)',
        firstLanguage: 'eng',
        interpreter: 'none',
        ethnicity: 'WBRI',
        senProvision: 'K',
        senNeeds: ['SPLD', 'SLCN'],
        accessNeeds: ['transport', 'large_print'],
        accessNeedsArranged: ['large_print'],
        youngCarer: 'yes',
        exclusionRisk: 'not_known',
        lookedAfter: 'never',
      },
      carers: [
        {
          as: s.carer('leah: grandmother'),
          name: 'Ivy Starlingwood',
          relationship: 'grandparent',
          parentalResponsibility: 'yes',
          livesWithChild: true,
        },
      ],
    }),
    s.recordsSchool(-46, 'familySupportWorker', leah, {
      setting: 'Invented Primary School (demo)',
      attendance: 'on_roll',
      yearGroup: 'Y6',
      fromOn: s.day(-3000),
      untilOn: s.day(-1200),
    }),
    s.recordsReference(-46, 'familySupportWorker', leah, 'Early help (demo)', 'EH204418'),
    s.opensEpisode(-46, 'familySupportWorker', family, {
      children: [leah],
      reason: 'Looks after her grandmother; misses school.',
      referralSource: 'school',
      presentingNeeds: ['young_carer', 'attendance'],
    }),
    s.completesChecklist(-45, 'familySupportWorker', family, {
      extraHelp: 'Help at home, a rest, catching up at school',
      answers: {
        healthy: ['yes'],
        safe_from_harm: ['not_sure'],
        learning_and_developing: ['no', 'Misses two days a week'],
        positive_impact: ['yes'],
        free_from_poverty: ['not_sure'],
      },
    }),
    s.agreement(-44, 'familySupportWorker', s.consent('leah'), family, {
      decision: 'given_in_part',
      shares: [['ashbyLane', 'T2']],
      decidedBy: 'Ivy Starlingwood',
      decidedByCarerId: s.carer('leah: grandmother'),
      capacity: 'parental_responsibility',
      competence: 'competent',
      competenceNote: 'Leah agrees.',
      explainedHow: 'At home',
      indexAgreed: true,
    }),
    s.writesAssessment(-42, 'familySupportWorker', family, {
      sections: {
        people_present: {
          people: [
            { name: 'Leah', role: 'Young person' },
            { name: 'Ivy Starlingwood', role: 'Grandmother' },
          ],
        },
        reason: { what_led: 'School noticed that she comes late and tired.' },
        family_and_home: {
          structure: 'Leah and her grandmother',
          lives_with: 'Grandmother, who has a residence order',
        },
        services: {
          services: [
            { name: 'Ashby Lane Community College (demo)', contact: 'Bernard Ashpole', status: 'Involved' },
          ],
        },
        conclusions: {
          strengths_summary: 'Capable and loving.',
          needs_summary: 'Carries too much; nights alone when her grandmother is in hospital.',
          needs_category: 'additional',
          goals: 'Help at home and a rest.',
        },
        comments: {
          child_comment: 'I do not mind. I mind being tired.',
          parent_comment: 'She should be out with friends.',
        },
      },
      elements: [
        { element: 'A7b', needs: 'Two days a week missed', levelIndicator: 2 },
        { element: 'B1', needs: 'Who is there at night when her grandmother is away?', levelIndicator: 3 },
        { element: 'C2', needs: 'No other relative nearby', levelIndicator: 2 },
      ],
    }),
    s.completesAssessment(-40, 'familySupportWorker', family),
    s.decidesLevel(-40, 'familySupportWorker', family, {
      level: 2,
      reason: 'Help at home and at school.',
      familyView: 'Both agree.',
    }),
    s.joinsTeam(-39, 'familySupportWorker', family, 'collegeTutor'),
    s.proposesLead(-39, 'cypsManager', lead, family, {
      who: 'familySupportWorker',
      familyPreference: 'Leah likes her.',
      reason: 'Visits at home.',
    }),
    s.acceptsLead(-38, 'familySupportWorker', lead, family),
    s.addsOutcome(-36, 'familySupportWorker', home, family, {
      description: 'Leah is a girl of fourteen again, most days',
      everyChildMatters: 'stay_safe',
      startingScore: 3,
      targetScore: 7,
      elements: ['B1', 'A7b'],
    }),
    s.addsAction(-36, 'familySupportWorker', s.action('leah: home help'), family, {
      outcome: home,
      description: 'Ask for home help for her grandmother',
      doer: 'familySupportWorker',
      dueOn: s.day(-4),
    }),
    s.reportsProgress(
      -10,
      'familySupportWorker',
      s.action('leah: home help'),
      family,
      'delayed',
      'Asked twice; no date yet.',
    ),
    s.decidesLevel(-5, 'familySupportWorker', family, {
      level: 3,
      reason: 'Her grandmother is back in hospital and nobody is there at night.',
      familyView: 'Leah says she can manage; her grandmother is worried.',
    }),
    s.raisesStepUp(-2, 'familySupportWorker', s.stepUp('leah'), family, {
      reason: 'Alone at night for a week or more, with no adult who can step in.',
      evidence: 'Visit this week; call with the ward.',
      familyAgreement: 'agreed',
    }),
  ],
};
