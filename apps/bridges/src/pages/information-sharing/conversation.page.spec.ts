import { placed, typedFromStanding, withPreset } from './conversation.page.js';

const SCHOOL = '01a201c3-0000-7000-8000-000000000001';
const OTHER = '01a201c3-0000-7000-8000-000000000002';
const agencies = [
  { id: SCHOOL, opened: true },
  { id: OTHER, opened: false },
];
const inForce = { consentId: SCHOOL, decidedBy: null, decidedOn: '2026-11-01', until: null } as const;

describe('usual answers', () => {
  it('the team sees all but sensitive topics, except an agency that is never to see it; what was typed stays', () => {
    const third = { id: inForce.consentId.replace(/1$/, '3'), opened: false };
    const typed = { note: 'Kept', [`standing-${third.id}`]: 'excluded', [`topics-${OTHER}`]: ['offending'] };
    expect(withPreset(typed, 'team', [...agencies, third])).toEqual({
      ...typed,
      decision: 'given',
      [`tiers-${OTHER}`]: ['T0', 'T1', 'T2'],
      [`topics-${OTHER}`]: [],
    });
  });
  it('no agency yet unticks everything and says that they did not agree', () => {
    const typed = { decision: 'given', [`tiers-${SCHOOL}`]: ['T0'], [`tiers-${OTHER}`]: ['T0', 'T1'] };
    const none = Object.fromEntries(
      [SCHOOL, OTHER].flatMap((id) => [
        [`tiers-${id}`, []],
        [`topics-${id}`, []],
      ]),
    );
    expect(withPreset(typed, 'no-agency', agencies)).toEqual({ decision: 'refused', ...none });
    expect(withPreset(typed, 'anything', agencies)).toBe(typed);
  });
});

it('what applies now is filled in for the agencies of the page only', () => {
  const standing = [
    {
      ...inForce,
      agency: { id: OTHER, name: 'Other' },
      state: 'agreed',
      tiers: [0, 1, 3],
      topics: ['offending'],
    },
    { ...inForce, agency: { id: SCHOOL, name: 'School' }, state: 'excluded', tiers: [], topics: [] },
  ] as const;
  const agreed = { [`tiers-${OTHER}`]: ['T0', 'T1'], [`topics-${OTHER}`]: ['offending'] };
  expect(typedFromStanding(standing, [OTHER])).toEqual(agreed);
  expect(typedFromStanding(standing, [OTHER, SCHOOL])).toEqual({
    ...agreed,
    [`standing-${SCHOOL}`]: 'excluded',
  });
});

it('an error about the person who decided is beside the list of people', () => {
  expect(placed([{ field: 'decidedByCarerId', message: 'Ask' }])).toEqual([
    { field: 'decider', message: 'Ask' },
  ]);
  expect(placed([{ field: 'note', message: 'Enter' }])).toEqual([{ field: 'note', message: 'Enter' }]);
});
