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
  it('asks what is known of the birth', () => {
    const form = new FormReader(said);
    readIdentity(form, [HOME], '2026-03-03');
    expect(form.errors).toEqual([
      { field: 'birthKind', message: 'Select what you know about the date of birth' },
    ]);
  });
  it.each([
    [{ birthKind: 'exact', ...born }, { dateOfBirth: '2015-03-01' }],
    [
      { birthKind: 'month', 'birthMonth-month': '3', 'birthMonth-year': '2015', ...born },
      { birthPeriod: '2015-03' },
    ],
    [{ birthKind: 'year', birthYear: '2015' }, { birthPeriod: '2015' }],
    [
      {
        ...{ birthKind: 'about', estimatedAge: '14', 'estimatedOn-day': '3' },
        ...{ 'estimatedOn-month': '3', 'estimatedOn-year': '2025' },
      },
      { estimatedAge: 14, estimatedOn: '2025-03-03' },
    ],
    [
      {
        ...{ birthKind: 'expected', 'expectedDate-day': '1', 'expectedDate-month': '5' },
        'expectedDate-year': '2026',
      },
      { expectedDate: '2026-05-01' },
    ],
    [{ birthYear: '2015' }, { birthPeriod: '2015' }],
  ])('takes the birth as %j', (typed, birth) => {
    const form = new FormReader({ ...said, ...typed });
    const none = {
      ...{ dateOfBirth: null, birthPeriod: null, estimatedAge: null, estimatedOn: null, expectedDate: null },
    };
    expect(readIdentity(form, [HOME], '2026-03-03')).toMatchObject({ ...none, ...birth });
    expect(form.errors).toEqual([]);
  });
  it.each([
    [{ birthKind: 'month' }, 'birthMonth'],
    [{ birthKind: 'month', 'birthMonth-month': '13', 'birthMonth-year': '2015' }, 'birthMonth'],
    [{ birthKind: 'year', birthYear: '15' }, 'birthYear'],
    [{ birthKind: 'year', birthYear: '2090' }, 'birthYear'],
    [{ birthKind: 'about', estimatedAge: '14' }, 'estimatedOn'],
    [{ birthKind: 'expected' }, 'expectedDate'],
    [{ birthKind: 'guess' }, 'birthKind'],
    [{ ...born, birthYear: '2015' }, 'birthKind'],
  ])('shows what is wrong with %j beside %s, and keeps what was typed', (typed, field) => {
    const form = new FormReader({ ...said, ...typed });
    readIdentity(form, [HOME], '2026-03-03');
    expect(form.errors.map((error) => error.field)).toEqual([field]);
    expect(form.typed).toMatchObject(typed);
  });
  it('asks about an expected date long past, and not about one that was stored', () => {
    const late = {
      birthKind: 'expected',
      'expectedDate-day': '1',
      'expectedDate-month': '1',
      'expectedDate-year': '2026',
    };
    const errorsOf = (typed: object, stored?: object) => {
      const form = new FormReader({ ...said, ...typed });
      readIdentity(form, [HOME], '2026-03-03', stored);
      return form.errors.map((error) => error.field);
    };
    expect(errorsOf(late)).toEqual(['expectedDateConfirmed']);
    expect(errorsOf({ ...late, expectedDateConfirmed: 'yes' })).toEqual([]);
    expect(errorsOf(late, { expectedDate: '2026-01-01' })).toEqual([]);
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
