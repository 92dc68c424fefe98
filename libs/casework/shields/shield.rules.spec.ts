import { validateShieldDecision, isInForce, stateOf } from './shield.rules.js';

const TODAY = '2026-03-03';
const reason = 'The risk stands.';

test('a shield protects from the request until it is declined or ended', () => {
  expect(stateOf({ decision: null, endedAt: null })).toBe('provisional');
  expect(isInForce({ decision: null, endedAt: null })).toBe(true);
  expect(isInForce({ decision: 'confirmed', endedAt: null })).toBe(true);
  expect(isInForce({ decision: 'declined', endedAt: null })).toBe(false);
  expect(isInForce({ decision: 'confirmed', endedAt: new Date() })).toBe(false);
});

test('a confirmed shield is reviewed within six months', () => {
  const on = (reviewOn: string | null) =>
    validateShieldDecision({ decision: 'confirmed', reason, reviewOn }, TODAY);
  expect(on('2026-09-03')).toEqual([]);
  expect(on('2026-09-04')[0]?.field).toBe('reviewOn');
  expect(on(TODAY)[0]?.field).toBe('reviewOn');
  expect(on(null)[0]?.field).toBe('reviewOn');
});

test('a decision has a reason, and a refusal has no date', () => {
  expect(validateShieldDecision({ decision: 'declined', reason: ' ' }, TODAY)).toHaveLength(1);
  expect(
    validateShieldDecision({ decision: 'declined', reason, reviewOn: '2026-04-03' }, TODAY)[0]?.field,
  ).toBe('reviewOn');
});
