import type { Story } from '../story.js';
import * as s from '../story.js';

const atSchool = s.episode('recorded twice: school');
const atClinic = s.episode('recorded twice: clinic');
const poppy = s.child('recorded twice: school');
const popy = s.child('recorded twice: clinic');

/** One child whom two agencies recorded, each with another spelling: a question for the coordinator. */
export const RECORDED_TWICE: Story = {
  key: 'recorded-twice',
  title: 'Poppy, 6: recorded twice',
  source: 'Invented',
  acts: [
    s.recordsChild(-9, 'schoolTeacher', poppy, {
      givenNames: 'Poppy',
      familyName: 'Wetherlam',
      sex: 'F',
      dateOfBirth: s.aged(6, 40),
      locality: 'northWest',
      details: { address: '14 Example Row, Coalville', postcode: 'LE99 1AR' },
      carers: [
        {
          as: s.carer('recorded twice: mother at school'),
          name: 'Una Wetherlam',
          relationship: 'mother',
          parentalResponsibility: 'yes',
          livesWithChild: true,
        },
      ],
    }),
    s.opensEpisode(-9, 'schoolTeacher', atSchool, {
      children: [poppy],
      reason: 'Often tired, and her mother asked for help with mornings.',
      referralSource: 'family',
      presentingNeeds: ['attendance'],
      presentPeople: [{ name: 'Una Wetherlam', role: 'Mother' }],
    }),
    s.recordsChild(-4, 'healthVisitor', popy, {
      givenNames: 'Popy',
      familyName: 'Wetherlam',
      sex: 'F',
      dateOfBirth: s.aged(6, 40),
      locality: 'northWest',
      details: { address: '14 Example Row, Coalville', postcode: 'LE99 1AR' },
      carers: [
        {
          as: s.carer('recorded twice: mother at clinic'),
          name: 'Una Wetherlam',
          relationship: 'mother',
          parentalResponsibility: 'yes',
          livesWithChild: true,
        },
      ],
    }),
    s.opensEpisode(-4, 'healthVisitor', atClinic, {
      children: [popy],
      reason: 'Her mother asked at the clinic for help with sleep.',
      referralSource: 'family',
      presentingNeeds: ['attendance'],
      presentPeople: [{ name: 'Una Wetherlam', role: 'Mother' }],
    }),
  ],
};
