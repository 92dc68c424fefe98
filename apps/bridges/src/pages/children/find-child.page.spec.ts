import type { ChildMatch } from '#libs/casework/children';
import { FormReader } from '#libs/page-kit';
import { carried, describeLikeness, readSearch } from './find-child.page.js';

const child: ChildMatch = {
  id: 'a',
  givenNames: 'Chloe',
  familyName: 'Invented',
  sex: 'F',
  dateOfBirth: '2015-03-01',
  expectedDate: null,
  likeness: 2,
  matchedName: null,
  withinReach: true,
  episodeId: null,
  episodeOpen: false,
  lead: null,
};

describe('finding a child', () => {
  it('says that name and date of birth are the same', () => {
    expect(describeLikeness(child, { name: 'Chloe Invented', born: '2015-03-01' })).toBe(
      'Same name, same date',
    );
  });
  it('says that the name is similar and the date of birth differs', () => {
    expect(
      describeLikeness({ ...child, likeness: 0.75 }, { name: 'Cloe Invented', born: '2015-03-02' }),
    ).toBe('Very similar name, different date');
  });
  it('says that only the postcode is the same', () => {
    expect(describeLikeness({ ...child, likeness: 0.6 }, { postcode: 'LE67 1AA' })).toBe('Same postcode');
  });
  it('carries over what was typed, and nothing else', () => {
    expect(carried({ name: 'Chloe O’Hara', 'dateOfBirth-day': '1', postcode: '', found: 'x' })).toEqual([
      { name: 'name', value: 'Chloe O’Hara' },
      { name: 'dateOfBirth-day', value: '1' },
    ]);
  });
  it('shows an impossible date beside its field, and keeps what was typed', () => {
    const form = new FormReader({
      name: 'Chloe',
      'dateOfBirth-day': '31',
      'dateOfBirth-month': '2',
      'dateOfBirth-year': '2015',
      reason: 'x',
    });
    readSearch(form);
    expect(form.errors).toEqual([
      { field: 'dateOfBirth', message: expect.stringContaining('must be a real date') },
    ]);
    expect(form.typed['dateOfBirth-day']).toBe('31');
  });
});
