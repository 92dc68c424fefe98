import type { CarerOfChild, Child } from '#libs/casework/children';
import { toCarerView, identityRows } from './child.page.js';

const child = {
  id: 'a',
  givenNames: 'Chloe',
  familyName: 'Invented',
  sex: 'F',
  dateOfBirth: null,
  expectedDate: '2026-05-01',
} as unknown as Child;
const carer: CarerOfChild = {
  id: 'b',
  name: 'Ann Invented',
  relationship: 'mother',
  parentalResponsibility: 'not_known',
  livesWithChild: true,
  telephone: null,
  address: null,
  postcode: null,
  firstLanguage: 'pol',
  interpreter: 'spoken',
  beganOn: null,
  endedOn: null,
  endingReason: null,
  responsibilityBasis: null,
  evidence: null,
  evidenceSeenOn: null,
  evidenceSeenBy: null,
  contactRestriction: null,
  restrictionBasis: null,
  restrictedFrom: null,
  emergencyOrder: null,
  safeToContact: null,
  contactAdvice: null,
  version: 1,
  personVersion: 1,
};

describe('the page of a child', () => {
  it('shows the expected date of an unborn child', () => {
    expect(identityRows(child, 'Charnwood', '2026-03-03')).toContainEqual({
      key: 'Expected date',
      value: '1 May 2026',
    });
  });
  it.each([
    [{ birthPeriod: '2012-03' }, 'Month of birth', 'March 2012 (13 or 14 years)'],
    [{ birthPeriod: '2012' }, 'Year of birth', '2012 (13 or 14 years)'],
    [
      { estimatedAge: 14, estimatedOn: '2025-03-03' },
      'Estimated age',
      'About 14 on 3 March 2025 (about 15 years now)',
    ],
  ])('shows a birth as it is known: %j', (birth, key, value) => {
    const known = { ...child, expectedDate: null, ...birth } as unknown as Child;
    expect(identityRows(known, null, '2026-03-03')).toContainEqual({ key, value });
  });
  it('never assumes parental responsibility', () => {
    expect(toCarerView(carer).responsibility).toBe('Parental responsibility not known');
  });
  it('shows which interpreter a carer needs', () => {
    expect(toCarerView(carer).notes).toBe('Lives with the child · Polish · Spoken language interpreter');
  });
});
