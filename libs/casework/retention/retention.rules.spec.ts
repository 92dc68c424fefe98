import {
  keptUntil,
  formatPeriod,
  retentionDates,
  type RetentionFacts,
  type RetentionRule,
} from './retention.rules.js';

const rule = (changes: Partial<RetentionRule>): RetentionRule => ({
  class: 'early_help',
  appliesTo: 'every_episode',
  trigger: 'closure',
  months: 84,
  action: 'destroy',
  source: 'Invented',
  ...changes,
});
const RULES = [
  rule({ months: 12, action: 'archive', class: 'common_assessment' }),
  rule({ class: 'common_assessment' }),
  rule({ trigger: 'date_of_birth', months: 300 }),
  rule({ trigger: 'death', months: 72 }),
  rule({
    class: 'child_in_need',
    appliesTo: 'child_in_need',
    trigger: 'eighteenth_birthday',
    months: 36,
    action: 'review',
  }),
  rule({ class: 'child_protection', appliesTo: 'child_protection', trigger: 'last_contact', months: 420 }),
];
const FACTS: RetentionFacts = {
  closedOn: '2026-03-10',
  youngestBornOn: '2012-02-29',
  diedOn: null,
  lastContactOn: '2026-03-01',
  kinds: ['every_episode'],
};
const until = (changes: Partial<RetentionFacts> = {}) => {
  const kept = keptUntil({ ...FACTS, ...changes }, RULES);
  return [kept?.class, kept?.dueOn];
};

describe('how long a record is kept', () => {
  it('is decided by the latest date that applies', () => {
    expect(until()).toEqual(['early_help', '2037-02-28']);
    expect(until({ youngestBornOn: '2006-01-01' })).toEqual(['common_assessment', '2033-03-10']);
    expect(until({ kinds: ['every_episode', 'child_protection'] })).toEqual([
      'child_protection',
      '2061-03-01',
    ]);
  });

  it('does not count the birthdays of a child who died', () => {
    expect(until({ diedOn: '2026-03-05' })).toEqual(['common_assessment', '2033-03-10']);
    expect(until({ diedOn: '2026-03-05', kinds: ['every_episode', 'child_in_need'] })).toEqual([
      'common_assessment',
      '2033-03-10',
    ]);
  });

  it('is never over before the episode closed', () => {
    expect(
      keptUntil({ ...FACTS, youngestBornOn: '1990-01-01' }, [rule({ trigger: 'date_of_birth', months: 300 })])
        ?.dueOn,
    ).toBe('2026-03-10');
  });

  it('names the archive as well, which destroys nothing', () => {
    expect(retentionDates(FACTS, RULES).map(({ action, dueOn }) => [action, dueOn])).toContainEqual([
      'archive',
      '2027-03-10',
    ]);
  });

  it('is given in years and months', () => {
    expect([formatPeriod(300), formatPeriod(42), formatPeriod(1), formatPeriod(0)]).toEqual([
      '25 years',
      '3 years and 6 months',
      '1 month',
      'no time',
    ]);
  });
});
