import {
  type EmergencyDraft,
  validateEmergency,
  validateEmergencyNeed,
  isReviewLate,
  formatRemainingTime,
  type AccessDates,
  stateOf,
} from './emergency-access.rules.js';

const DRAFT: EmergencyDraft = {
  reasonCode: 'missing',
  reason: 'She did not come home from school.',
  lawfulBasis: 'vital_interests',
  tier: 'T1',
  hours: 4,
};
const fields = (draft: Partial<EmergencyDraft>) =>
  validateEmergency({ ...DRAFT, ...draft }).map(({ field }) => field);

describe('asking for emergency access', () => {
  it('needs a reason, a basis, a tier and hours', () => {
    expect(fields({})).toEqual([]);
    expect(fields({ reasonCode: 'curious' })).toEqual(['reasonCode']);
    expect(fields({ reason: '  urgent  ' })).toEqual(['reason']);
    expect(fields({ lawfulBasis: 'consent' })).toEqual(['lawfulBasis']);
    expect(fields({ tier: 'T0' })).toEqual(['tier']);
  });

  it('lasts from one hour to twenty-four', () => {
    expect([0, 1, 24, 25, 1.5].map((hours) => fields({ hours }))).toEqual([
      ['hours'],
      [],
      [],
      ['hours'],
      ['hours'],
    ]);
  });

  it('needs a longer sentence for a reason that is not in the list', () => {
    expect(fields({ reasonCode: 'other', reason: 'It is urgent.' })).toEqual(['reason']);
  });

  it('names sensitive topics one by one, and only where they are asked for', () => {
    expect(fields({ tier: 'T3' })).toEqual(['topics']);
    expect(fields({ tier: 'T3', topics: ['mental_health'] })).toEqual([]);
    expect(fields({ tier: 'T3', topics: ['everything'] })).toEqual(['topics']);
    expect(fields({ topics: ['mental_health'] })).toEqual(['topics']);
  });

  it('is rejected for what the practitioner can see already, except a protected address', () => {
    const held = { basic: true, record: false, topics: ['offending'] };
    expect(validateEmergencyNeed(DRAFT, held)).toHaveLength(1);
    expect(validateEmergencyNeed({ ...DRAFT, protectedDetails: true }, held)).toEqual([]);
    expect(validateEmergencyNeed({ ...DRAFT, tier: 'T2' }, held)).toEqual([]);
    expect(validateEmergencyNeed({ ...DRAFT, tier: 'T3', topics: ['offending'] }, held)).toHaveLength(1);
    expect(
      validateEmergencyNeed({ ...DRAFT, tier: 'T3', topics: ['offending', 'immigration'] }, held),
    ).toEqual([]);
  });
});

describe('the status of an emergency access', () => {
  const at = (time: string) => new Date(`2026-03-02T${time}:00Z`);
  const running: AccessDates = {
    beginsAt: at('10:00'),
    lapsesAt: at('14:00'),
    endedAt: null,
    reviewOutcome: null,
    reviewDueOn: '2026-03-04',
  };

  it('expires by itself, to the instant', () => {
    expect(stateOf(running, at('13:59'))).toBe('open');
    expect(stateOf(running, at('14:00'))).toBe('review_due');
    expect(stateOf({ ...running, endedAt: at('11:00') }, at('11:00'))).toBe('review_due');
  });

  it('waits for a second person, or is cancelled', () => {
    const waiting = { ...running, beginsAt: null, lapsesAt: null };
    expect(stateOf(waiting, at('23:00'))).toBe('waiting_second');
    expect(stateOf({ ...waiting, endedAt: at('11:00') }, at('23:00'))).toBe('withdrawn');
  });

  it('is late when the second working day has passed without a review', () => {
    expect(isReviewLate(running, '2026-03-04', at('15:00'))).toBe(false);
    expect(isReviewLate(running, '2026-03-05', at('15:00'))).toBe(true);
    expect(isReviewLate({ ...running, reviewOutcome: 'justified' }, '2026-03-05', at('15:00'))).toBe(false);
  });
});

test('the time left is given in hours and minutes', () => {
  expect([8_040_000, 3_600_000, 60_000, 59_000].map(formatRemainingTime)).toEqual([
    '2 hours 14 minutes',
    '1 hour',
    '1 minute',
    'less than a minute',
  ]);
});
