import { describeRetention } from '../shared/retention-summary.js';

const LINE = {
  class: 'early_help',
  trigger: 'date_of_birth',
  months: 300,
  action: 'destroy',
  source: 'as elsewhere',
  dueOn: '2041-01-05',
} as const;

it('states the retention date in advance, in one sentence, with its reason', () => {
  expect(describeRetention({ ...LINE, held: false, lines: [] })).toBe(
    'This record is due for deletion on 5 January 2041, because it is kept for 25 years from the youngest child’s date of birth (as elsewhere).',
  );
  expect(describeRetention({ ...LINE, action: 'review', held: false, lines: [] })).toContain(
    'due for review before deletion on',
  );
});

it('states a hold in place of a date that falls earlier', () => {
  expect(describeRetention({ ...LINE, held: true, lines: [] })).not.toContain('2041');
});

it('states nothing for an open episode', () => expect(describeRetention(null)).toBeNull());
