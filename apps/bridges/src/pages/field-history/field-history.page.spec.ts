import type { FieldChange } from '#libs/casework/field-history';
import { toChangeView } from './field-history.page.js';

const change: FieldChange = {
  id: 'a',
  relation: 'child_details',
  field: 'sen_needs',
  before: ['SLCN'],
  after: ['SLCN', 'ASD'],
  changedAt: new Date('2026-03-03T10:00:00Z'),
  changedBy: 'Rosalind Invented',
  about: null,
};

it.each([
  ['sen_needs', ['SLCN'], [], 'Types of need', 'Speech, language and communication needs', 'Nothing'],
  ['date_of_birth', null, '2012-03-09', 'Date of birth', 'Nothing', '9 March 2012'],
  ['nhs_number', '9990123454', null, 'NHS number', '999 012 3454', 'Nothing'],
  ['lives_with_child', true, false, 'Lives with the child', 'Yes', 'No'],
  ['estimated_age', 14, 15, 'Estimated age', '14', '15'],
])('shows the change of %s in words', (field, before, after, label, from, to) =>
  expect(toChangeView({ ...change, field, before, after })).toMatchObject({
    field: label,
    before: from,
    after: to,
    changedBy: 'Rosalind Invented',
  }),
);

it('says that the program made a change that no person made', () =>
  expect(toChangeView({ ...change, changedBy: null }).changedBy).toBe('Bridges'));
