import { toProperties } from './query.js';

test('columns are named as properties are, and their values stay', () => {
  const said = new Date();
  expect(toProperties([{ id: 'a', said_at: said, line_2: null }])).toEqual([
    { id: 'a', saidAt: said, line2: null },
  ]);
  expect(toProperties([])).toEqual([]);
});

test('a name that is right already stays, and so do the keys within a value', () => {
  const rows = [{ id: 'a', openedAt: 1, lead: { job_title: 'Nurse' } }];
  expect(toProperties(rows)).toBe(rows);
  expect(toProperties([{ the_lead: { job_title: 'Nurse' } }])).toEqual([{ theLead: { job_title: 'Nurse' } }]);
});

test('naming the columns of 1,000 rows anew takes a few thousandths of a second', () => {
  const rows = Array.from({ length: 1000 }, (_, index) => ({
    ...{ id: String(index), given_names: 'Zoe', family_name: 'Invented', date_of_birth: '2015-01-01' },
    ...{
      opened_at: 1,
      closed_at: null,
      next_review_on: null,
      last_contact_on: null,
      level_name: 'x',
      level: 2,
    },
  }));
  const rounds = Array.from({ length: 30 }, () => {
    const began = performance.now();
    toProperties(rows);
    return performance.now() - began;
  });
  // The best of them: the others had to share the machine.
  expect(Math.min(...rounds)).toBeLessThan(10);
});
