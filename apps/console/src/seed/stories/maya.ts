import type { Story } from '../story.js';
import * as s from '../story.js';

const family = s.episode('maya');
const maya = s.child('maya');

/** A checklist, half completed: no decision yet. */
export const MAYA: Story = {
  key: 'maya',
  title: 'Maya, 9: a checklist half done',
  source: 'Invented',
  acts: [
    s.recordsChild(-3, 'familySupportWorker', maya, {
      givenNames: 'Maya',
      familyName: 'Fennimoor',
      sex: 'F',
      dateOfBirth: s.aged(9, 75),
      locality: 'charnwood',
      details: {
        address: '11 Example Close, Loughborough',
        postcode: 'LE99 1AP',
        educationSetting: 'Bramble Hill Primary School (demo)',
        firstLanguage: 'guj',
        interpreter: 'spoken',
        ethnicity: 'AIND',
      },
      carers: [
        {
          as: s.carer('maya: mother'),
          name: 'Hansa Fennimoor',
          relationship: 'mother',
          parentalResponsibility: 'yes',
          livesWithChild: true,
          firstLanguage: 'guj',
        },
      ],
    }),
    s.opensEpisode(-3, 'familySupportWorker', family, {
      children: [maya],
      reason: 'Her mother asked at school for help after a bereavement.',
      referralSource: 'family',
      presentingNeeds: ['bereavement'],
      presentPeople: [{ name: 'Hansa Fennimoor', role: 'Mother' }],
    }),
    s.beginsChecklist(-2, 'familySupportWorker', family, {
      answers: {
        healthy: ['yes'],
        safe_from_harm: ['yes'],
        learning_and_developing: ['not_sure', 'Quiet since the summer'],
      },
    }),
  ],
};
