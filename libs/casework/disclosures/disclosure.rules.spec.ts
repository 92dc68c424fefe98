import {
  basisOf,
  type DisclosureCircumstances,
  type DisclosureDraft,
  validateDisclosure,
} from './disclosure.rules.js';

const draft: DisclosureDraft = {
  toName: 'Invented Court',
  askedFor: 'Invented.',
  purpose: 'Invented.',
  tiers: ['T1'],
  decision: 'shared',
  familyTold: 'told',
  familyToldNote: 'Invented.',
};
const at = (more: Partial<DisclosureCircumstances> = {}): DisclosureCircumstances => ({
  today: '2026-03-03',
  withinAgreement: false,
  duty16la: false,
  ...more,
});
const fieldsOf = (more: Partial<DisclosureDraft>, circumstances = at()): string[] =>
  validateDisclosure({ ...draft, ...more }, circumstances).map(({ field }) => field);

test('sharing outside the family’s agreement needs a basis of its own and a reason; within it neither', () => {
  expect(fieldsOf({})).toEqual(['basis', 'reason']);
  expect(fieldsOf({ basis: 'within_consent', reason: 'x' })).toEqual(['basis']);
  expect(fieldsOf({ basis: 'serious_harm', reason: 'x' })).toEqual([]);
  expect(fieldsOf({}, at({ withinAgreement: true }))).toEqual([]);
  expect(basisOf(draft, at({ withinAgreement: true }))).toBe('within_consent');
  expect(basisOf(draft, at())).toBeNull();
});

test('not sharing needs a reason and no basis', () => {
  expect(fieldsOf({ decision: 'not_shared' })).toEqual(['reason']);
  expect(fieldsOf({ decision: 'not_shared', reason: 'x' })).toEqual([]);
});

test('the duty is a basis only where it is in force, with the harm weighed', () => {
  const duty = { basis: 'duty_16la', reason: 'x', detrimentConsidered: 'x' };
  expect(fieldsOf(duty)).toEqual(['basis']);
  expect(fieldsOf(duty, at({ duty16la: true }))).toEqual([]);
  expect(fieldsOf({ ...duty, detrimentConsidered: '' }, at({ duty16la: true }))).toEqual([
    'detrimentConsidered',
  ]);
});

test('a disclosure has exactly one recipient and a subject', () => {
  expect(fieldsOf({ toName: null })).toEqual(['toName']);
  expect(fieldsOf({ toAgencyId: 'an agency', basis: 'public_task', reason: 'x' })).toEqual(['toName']);
  expect(fieldsOf({ tiers: [] })).toEqual(['tiers']);
});
