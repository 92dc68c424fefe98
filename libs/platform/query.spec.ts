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
