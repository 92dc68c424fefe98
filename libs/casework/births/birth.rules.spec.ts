import { isOverdue, validateBirthDate } from './birth.rules.js';

const setting = { expectedDate: '2026-06-01', today: '2026-06-20' };
const errors = (bornOn: string) => validateBirthDate({ bornOn }, setting).map(({ message }) => message);

test('a birth around the expected date is accepted', () => {
  expect(['2026-01-12', '2026-05-20', '2026-06-01', '2026-06-20'].flatMap(errors)).toEqual([]);
});

test('a birth to come, or far from the expected date, is questioned', () => {
  expect(errors('2026-06-21')).toEqual(['The date of birth must be today or in the past']);
  expect(errors('2026-01-11')[0]).toContain('more than 20 weeks before');
  expect(
    validateBirthDate({ bornOn: '2026-07-01' }, { expectedDate: '2026-06-01', today: '2026-08-01' })[0]!
      .message,
  ).toContain('4 weeks after');
});

test('from the fifteenth day after the expected date it is asked whether the baby has been born', () => {
  expect([isOverdue('2026-06-01', '2026-06-15'), isOverdue('2026-06-01', '2026-06-16')]).toEqual([
    false,
    true,
  ]);
  expect(isOverdue(null, '2026-06-16')).toBe(false);
});
