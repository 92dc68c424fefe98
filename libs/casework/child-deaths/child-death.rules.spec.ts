import { canBeUndone, validateDeath } from './child-death.rules.js';

const setting = { today: '2026-03-10', bornOn: '2020-02-01' };
const errors = (dateKnown: string, diedOn: string | null) =>
  validateDeath({ dateKnown, diedOn, source: 'family' }, setting).map(({ message }) => message);

test('an exact date, an approximate one or none at all is accepted', () => {
  expect([errors('exact', '2026-03-10'), errors('about', '2020-02-01'), errors('not_known', null)]).toEqual([
    [],
    [],
    [],
  ]);
});

test('a date to come, before the birth, missing or contradicted is refused', () => {
  expect(errors('exact', '2026-03-11')).toEqual(['The date must be today or in the past']);
  expect(errors('about', '2020-01-31')).toEqual(['The date must be on or after the date of birth']);
  expect(errors('exact', null)).toEqual(['Enter the date, or select that it is not known']);
  expect(errors('not_known', '2026-03-10')).toEqual(['Remove the date, or select that it is known']);
});

test('it can be undone for 28 days', () => {
  const at = new Date('2026-03-01T12:00:00Z');
  expect([
    canBeUndone(at, new Date('2026-03-29T11:59:59Z')),
    canBeUndone(at, new Date('2026-03-29T12:00:00Z')),
  ]).toEqual([true, false]);
});
