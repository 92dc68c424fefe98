import { sentenceOf } from './chronology.sentences.js';

it.each([
  ['level_decided', { level: 3, name: 'Specialist', from: 2 }, 'Level of need set: 3 Specialist, was 2.'],
  ['level_decided', { level: 3, name: 'Specialist', from: null }, 'Level of need set: 3 Specialist.'],
  [
    'consent_withdrawn',
    { withdrawnBy: 'Invented Mother', agency: null },
    'Consent withdrawn by Invented Mother, for every agency.',
  ],
  ['assessment_completed', { number: 2 }, 'Assessment completed, version 2.'],
  ['step_up_answered', { outcome: 'advice' }, 'Social care answered the step-up: advice given.'],
  [
    'action_dropped',
    { what: 'Ring housing', reason: 'Moved away.' },
    'Action dropped: Ring housing. Moved away.',
  ],
  ['review_held', { kind: 'final', next: null }, 'Final review held: the episode can close.'],
  ['next_review_set', { on: '2026-05-01', from: null, reason: null }, 'Next review set to 1 May 2026.'],
  [
    'next_review_set',
    { on: '2026-05-01', from: '2026-04-01', reason: 'The school is closed' },
    'Next review moved from 1 April 2026 to 1 May 2026: The school is closed.',
  ],
  [
    'lead_ended',
    { who: 'A. Nother', reason: 'Went on leave' },
    'A. Nother stopped being lead professional: went on leave.',
  ],
  [
    'field_changed',
    { field: 'religion', of: 'Chloe', before: null, after: 'sikh' },
    'Religion of Chloe changed from nothing to “Sikh”.',
  ],
  [
    'field_changed',
    { field: 'due_on', of: null, before: '2026-03-03', after: '2026-04-03' },
    'Due changed from “3 March 2026” to “3 April 2026”.',
  ],
  ['note_written', { what: 'Said <so>.' }, 'Said <so>.'],
])('tells %s in one plain sentence', (event, facts, sentence) => {
  expect(sentenceOf({ kind: 'note', event, facts })).toBe(sentence);
});
