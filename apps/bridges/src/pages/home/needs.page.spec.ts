import { inOrder, namesOf, type Need, parted } from './needs.page.js';

const need = (what: string, when: string | null): Need => ({
  what,
  href: '/',
  when,
  note: null,
  act: { text: '', href: '/' },
});

describe('what needs a practitioner', () => {
  const needs = inOrder([
    need('vacancy', null),
    need('review', '2026-03-20'),
    need('housing', '2026-03-01'),
    need('school', '2026-03-05'),
  ]);

  it('begins with what is latest', () => {
    expect(needs.map(({ what }) => what)).toEqual(['housing', 'school', 'review', 'vacancy']);
  });
  it('is parted into late, waiting, this week and later', () => {
    const { late, waiting, thisWeek, later } = parted(needs, '2026-03-03');
    expect([late, waiting, thisWeek, later].map((part) => part.map(({ what }) => what))).toEqual([
      ['housing'],
      ['vacancy'],
      ['school'],
      ['review'],
    ]);
  });
  it('counts what is due today as not yet late', () => {
    expect(parted([need('today', '2026-03-03')], '2026-03-03').thisWeek).toHaveLength(1);
  });
  it('speaks of a family where no name is within reach', () => {
    expect(namesOf(null)).toBe('a family');
  });
});
