import type { Story } from '../story.js';
import * as s from '../story.js';

const family = s.episode('owen');
const owen = s.child('owen');

/** Closed by refusal: the family heard the offer and said no. */
export const OWEN: Story = {
  key: 'owen',
  title: 'Owen, 12: the family said no',
  source: 'Invented',
  acts: [
    s.recordsChild(-34, 'schoolTeacher', owen, {
      givenNames: 'Owen',
      familyName: 'Pebblewick',
      sex: 'M',
      dateOfBirth: s.aged(12, 205),
      locality: 'northWest',
      details: { postcode: 'LE99 1AS', educationSetting: 'Castle Rock High School, Coalville' },
      carers: [
        {
          as: s.carer('owen: mother'),
          name: 'Joanne Pebblewick',
          relationship: 'mother',
          parentalResponsibility: 'yes',
          livesWithChild: true,
        },
      ],
    }),
    s.opensEpisode(-34, 'schoolTeacher', family, {
      children: [owen],
      reason: 'Falling behind since the move to high school.',
      referralSource: 'school',
      presentingNeeds: ['transition'],
      presentPeople: [{ name: 'Joanne Pebblewick', role: 'Mother' }],
    }),
    s.completesChecklist(-33, 'schoolTeacher', family, {
      extraHelp: 'Catching up in three subjects',
      answers: {
        healthy: ['yes'],
        safe_from_harm: ['yes'],
        learning_and_developing: ['not_sure', 'Behind in three subjects'],
        positive_impact: ['yes'],
        free_from_poverty: ['yes'],
      },
    }),
    s.agreement(-30, 'schoolTeacher', s.consent('owen'), family, {
      purpose: 'assess',
      decision: 'refused',
      decidedBy: 'Joanne Pebblewick',
      decidedByCarerId: s.carer('owen: mother'),
      capacity: 'parental_responsibility',
      explainedHow: 'At school',
      note: 'Offered and explained. The family will manage with the form tutor.',
    }),
    s.notes(-21, 'schoolTeacher', family, 'Asked once more, by telephone: still no, and no hard feelings.'),
    s.closes(-14, 'schoolManager', family, {
      reason: 'DECLINED',
      summary: 'Help was offered and the family declined. School goes on as for every pupil.',
      safeguardingChecked: true,
      safeguardingNote: 'Nothing known that would need social care.',
      familyTold: true,
      parentView: 'Thank you, but no.',
    }),
  ],
};
