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
};

describe('the page of a child', () => {
  it('shows the expected date of an unborn child', () => {
    expect(identityRows(child, 'Charnwood', '2026-03-03')).toContainEqual({
      key: 'Expected date',
      value: '1 May 2026',
    });
  });
  it('never assumes parental responsibility', () => {
    expect(toCarerView(carer).responsibility).toBe('Parental responsibility not known');
  });
  it('shows which interpreter a carer needs', () => {
    expect(toCarerView(carer).notes).toBe('Lives with the child · Polish · Spoken language interpreter');
  });
});
