import type { ChildMatch } from '#libs/casework/children';
import { FormReader } from '#libs/page-kit';
import { carried, describeLikeness, readSearch, typedSearch } from './find-child.page.js';

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
  it('says that a birth known by its year may be of the date', () => {
    const known = { ...child, dateOfBirth: null, birthPeriod: '2015' };
    expect(describeLikeness(known, { name: 'Chloe Invented', born: '2015-03-01' })).toBe(
      'Same name, possible date',
    );
    expect(describeLikeness({ ...known, likeness: 1 }, { name: 'Chloe Invented', born: '2016-03-01' })).toBe(
      'Same name, different date',
    );
  });
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
  it('carries over the search and the reason in words, and nothing else', () => {
    const typed = typedSearch({ name: 'Chloe O’Hara', 'dateOfBirth-day': '1', postcode: '', found: 'x' });
    expect(carried(typed, 'I am worried about this child')).toEqual([
      { name: 'name', value: 'Chloe O’Hara' },
      { name: 'dateOfBirth-day', value: '1' },
      { name: 'reason', value: 'I am worried about this child' },
    ]);
    expect(carried({ ...typed, reason: 'worried' })).toEqual([
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
      reason: 'asked',
    });
    readSearch(form);
    expect(form.errors).toEqual([
      { field: 'dateOfBirth', message: expect.stringContaining('must be a real date') },
    ]);
    expect(form.typed['dateOfBirth-day']).toBe('31');
  });
  it('gives the log a common reason in its words, and any other as typed', () => {
    const reason = (fields: object) => readSearch(new FormReader({ name: 'Chloe', ...fields })).reason;
    expect(reason({ reason: 'worried', reasonInWords: '' })).toBe('I am worried about this child');
    expect(reason({ reason: 'other', reasonInWords: 'Court asked' })).toBe('Court asked');
  });
  it.each([
    [{ name: 'Chloe' }, 'reason', 'Select why you are searching for this child'],
    [{ name: 'Chloe', reason: 'other' }, 'reasonInWords', 'Enter why you are searching for this child'],
    [{ reason: 'asked' }, 'name', 'Enter a name, a date of birth or a postcode'],
    [{ name: 'C', reason: 'asked' }, 'name', 'Enter at least two letters of the name'],
  ])('asks for what is missing in %j, beside its field', (fields, field, message) => {
    const form = new FormReader(fields);
    readSearch(form);
    expect(form.errors).toEqual([{ field, message }]);
  });
  it('shows every error of a search at once, each once', () => {
    const form = new FormReader({ 'dateOfBirth-day': '31', postcode: 'nowhere' });
    readSearch(form);
    expect(form.errors.map(({ field }) => field)).toEqual(['dateOfBirth', 'postcode', 'reason']);
  });
});
