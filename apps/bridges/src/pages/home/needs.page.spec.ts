import { namesOf } from '../shared/names-of.js';
import { inOrder, groupByUrgency } from './needs.page.js';
import type { Need } from '../shared/need.js';

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

  it('starts with the most overdue', () => {
    expect(needs.map(({ what }) => what)).toEqual(['housing', 'school', 'review', 'vacancy']);
  });
  it('is grouped into late, waiting, this week and later', () => {
    const { late, waiting, thisWeek, later } = groupByUrgency(needs, '2026-03-03');
    expect([late, waiting, thisWeek, later].map((part) => part.map(({ what }) => what))).toEqual([
      ['housing'],
      ['vacancy'],
      ['school'],
      ['review'],
    ]);
  });
  it('lists a child who may not be safe first, and only once', () => {
    const concern = { ...need('concern', null), isUrgent: true };
    const { urgent, waiting } = groupByUrgency([...needs, concern], '2026-03-03');
    expect([urgent, waiting].map((part) => part.map(({ what }) => what))).toEqual([['concern'], ['vacancy']]);
  });
  it('does not count what is due today as late', () => {
    expect(groupByUrgency([need('today', '2026-03-03')], '2026-03-03').thisWeek).toHaveLength(1);
  });
  it('refers to "a family" if no name is within reach', () => {
    expect(namesOf(null)).toBe('a family');
  });
});
