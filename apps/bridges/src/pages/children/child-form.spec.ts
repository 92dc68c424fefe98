import { FormReader } from '#libs/page-kit';
import { readDetails, readIdentity, toFormValues } from './child-form.js';
import { nameParts } from '../shared/name-parts.js';

const HOME = { id: '018f0000-0000-7000-8000-000000000001', name: 'Charnwood' };
const said = { givenNames: 'Chloe', familyName: 'Invented', sex: 'F', localityId: HOME.id };
const born = { 'dateOfBirth-day': '1', 'dateOfBirth-month': '3', 'dateOfBirth-year': '2015' };

describe('recording a child', () => {
  it('takes a child with a date of birth', () => {
    const form = new FormReader({ ...said, ...born });
    expect(readIdentity(form, [HOME], '2026-03-03')).toMatchObject({
      dateOfBirth: '2015-03-01',
      expectedDate: null,
    });
    expect(form.errors).toEqual([]);
  });
  it('requires either a date of birth or an expected date', () => {
    const form = new FormReader(said);
    readIdentity(form, [HOME], '2026-03-03');
    expect(form.errors).toEqual([
      { field: 'dateOfBirth', message: 'Enter the date of birth, or the expected date' },
    ]);
  });
  it('reports an impossible date once', () => {
    const form = new FormReader({ ...said, ...born, 'dateOfBirth-day': '31', 'dateOfBirth-month': '2' });
    readIdentity(form, [HOME], '2026-03-03');
    expect(form.errors).toHaveLength(1);
  });
  it('shows the error of a postcode, an NHS number and a pupil number beside its field', () => {
    const form = new FormReader({ postcode: 'nowhere', nhsNumber: '123', uln: '12', upn: 'A1' });
    readDetails(form, '2026-03-03');
    expect(form.errors.map(({ field }) => field)).toEqual(['postcode', 'nhsNumber', 'uln', 'upn']);
  });
  it('does not accept “no disability” together with a disability', () => {
    const form = new FormReader({ disabilities: ['NONE', 'HEAR'] });
    readDetails(form, '2026-03-03');
    expect(form.errors).toEqual([{ field: 'disabilities', message: expect.stringContaining('alone') }]);
  });
  it('fills the form with a stored record as it was typed', () => {
    expect(
      toFormValues({ ...said, dateOfBirth: '2015-03-01', expectedDate: null }, { address: '1 Lane' }),
    ).toMatchObject({ ...born, address: '1 Lane' });
  });
  it('splits the name that was searched for', () => {
    expect(nameParts('Chloe Ann Invented')).toEqual({ givenNames: 'Chloe Ann', familyName: 'Invented' });
  });
});
