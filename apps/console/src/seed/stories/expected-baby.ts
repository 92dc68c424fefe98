import type { Story } from '../story.js';
import * as s from '../story.js';

const family = s.episode('expected baby');
const baby = s.child('expected baby');

/** An assessment in draft, of a baby not yet born. */
export const EXPECTED_BABY: Story = {
  key: 'expected-baby',
  title: 'A baby expected: an assessment in draft',
  source: 'Invented',
  acts: [
    s.recordsChild(-12, 'healthVisitor', baby, {
      givenNames: 'Baby',
      familyName: 'Marshlight',
      sex: 'U',
      expectedDate: s.day(70),
      locality: 'northWest',
      details: { address: '12 Example Row, Coalville', postcode: 'LE99 1AQ', accommodation: 'temporary' },
      carers: [
        {
          as: s.carer('expected baby: mother'),
          name: 'Gemma Marshlight',
          relationship: 'mother',
          parentalResponsibility: 'yes',
          livesWithChild: true,
          telephone: '07700 900714',
        },
      ],
    }),
    s.opensEpisode(-12, 'healthVisitor', family, {
      children: [baby],
      reason: 'First baby, temporary home, little family nearby.',
      referralSource: 'other_primary_health',
      presentingNeeds: ['housing', 'isolation'],
      presentPeople: [{ name: 'Gemma Marshlight', role: 'Mother' }],
    }),
    s.completesChecklist(-11, 'healthVisitor', family, {
      extraHelp: 'A home and company before the birth',
      answers: {
        healthy: ['yes', 'Pregnancy going well'],
        safe_from_harm: ['yes'],
        learning_and_developing: ['not_sure', 'Not born yet'],
        positive_impact: ['yes'],
        free_from_poverty: ['no', 'Temporary home'],
      },
      discussedWithChild: false,
      reasonNotDiscussed: 'Not born yet.',
    }),
    s.agreement(-10, 'healthVisitor', s.consent('expected baby'), family, {
      purpose: 'assess',
      decision: 'given_in_part',
      shares: [['childrensCentre', 'T1']],
      refused: ['northWestCouncil'],
      decidedBy: 'Gemma Marshlight',
      decidedByCarerId: s.carer('expected baby: mother'),
      capacity: 'parental_responsibility',
      explainedHow: 'At the clinic',
      indexAgreed: false,
      note: 'Not yet to housing.',
    }),
    s.writesAssessment(-5, 'healthVisitor', family, {
      sections: {
        people_present: { people: [{ name: 'Gemma Marshlight', role: 'Mother' }] },
        reason: { what_led: 'A home and company before the baby comes.' },
      },
      elements: [{ element: 'C3', needs: 'Temporary home until spring', levelIndicator: 2 }],
    }),
    s.writesAssessment(-2, 'healthVisitor', family, {
      elements: [
        { element: 'A1a', strengths: 'Goes to every appointment', levelIndicator: 1 },
        { element: 'C2', needs: 'Her mother lives abroad', levelIndicator: 2 },
      ],
    }),
  ],
};
