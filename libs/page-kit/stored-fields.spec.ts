import { isTie, formatFieldName, formatFieldValue, storedText } from './stored-fields.js';

it('names the fields in plain English', () => {
  expect(['given_names', 'gp', 'disabilities 2', 'Detail reasonCode'].map(formatFieldName)).toEqual([
    'Given names',
    'GP',
    'Disabilities 2',
    'Detail reason code',
  ]);
});

it('formats dates, times and yes or no for a reader', () => {
  expect(formatFieldValue('date_of_birth', '2024-02-06')).toBe('6 February 2024');
  expect(formatFieldValue('recorded_at', '2026-04-06T08:00:00.223+00:00')).toBe('6 April 2026 at 9am');
  expect(formatFieldValue('lives_with_child', 'true')).toBe('Yes');
});

it('shows a code by its label, and an unknown code unchanged', () => {
  expect(formatFieldValue('sex', 'F')).toBe('Female');
  expect(formatFieldValue('disabilities 2', 'HAND')).toBe('Hand function');
  expect(formatFieldValue('decision', 'given_in_part')).toBe('Partial consent given');
  expect(formatFieldValue('status', 'not_begun')).toBe('Not begun');
  expect(formatFieldValue('purpose', 'Agree the next steps.')).toBe('Agree the next steps.');
});

it('leaves out technical keys', () => {
  expect(isTie('salt', '\\xa5b6')).toBe(true);
  expect(isTie('meeting_id', '01a201c3-40c6-707c-821a-08138fdca2db')).toBe(true);
  expect(isTie('recorded_by', 'Rosalind Invented')).toBe(false);
});

it('reads a stored value: lists by their labels, an empty one as none, an NHS number in groups', () => {
  expect([
    storedText('sen_needs', ['SLCN', 'PD']),
    storedText('sen_needs', []),
    storedText('nhs_number', '9990123454'),
    storedText('lives_with_child', false),
    storedText('gp', null),
  ]).toEqual([
    'Speech, language and communication needs, Physical disability',
    null,
    '999 012 3454',
    'No',
    null,
  ]);
});
