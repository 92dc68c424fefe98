import { isTie, formatFieldName, formatFieldValue } from './bundle-fields.js';

it('names what is held as somebody would say it', () => {
  expect(['given_names', 'gp', 'disabilities 2', 'Detail reasonCode'].map(formatFieldName)).toEqual([
    'Given names',
    'GP',
    'Disabilities 2',
    'Detail reason code',
  ]);
});

it('writes days, moments and yes or no in words', () => {
  expect(formatFieldValue('date_of_birth', '2024-02-06')).toBe('6 February 2024');
  expect(formatFieldValue('recorded_at', '2026-04-06T08:00:00.223+00:00')).toBe('6 April 2026 at 9am');
  expect(formatFieldValue('lives_with_child', 'true')).toBe('Yes');
});

it('writes a code by its label, and an unknown one as it stands', () => {
  expect(formatFieldValue('sex', 'F')).toBe('Female');
  expect(formatFieldValue('disabilities 2', 'HAND')).toBe('Hand function');
  expect(formatFieldValue('decision', 'given_in_part')).toBe('Partial consent given');
  expect(formatFieldValue('status', 'not_begun')).toBe('Not begun');
  expect(formatFieldValue('purpose', 'Agree the next steps.')).toBe('Agree the next steps.');
});

it('leaves out what only ties entries together', () => {
  expect(isTie('salt', '\\xa5b6')).toBe(true);
  expect(isTie('meeting_id', '01a201c3-40c6-707c-821a-08138fdca2db')).toBe(true);
  expect(isTie('recorded_by', 'Rosalind Invented')).toBe(false);
});
