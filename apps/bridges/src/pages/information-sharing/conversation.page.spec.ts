import { namingAgencies } from './conversation.page.js';

const OTHER = '01a201c3-0000-7000-8000-000000000002';

it('names the agency that an error is about', () => {
  const agencies = [{ id: OTHER, name: 'Invented Nursery' }];
  const message = 'Select whether the family agrees to share with this agency';
  expect(namingAgencies([{ field: `standing-${OTHER}`, message }], agencies)).toEqual([
    {
      field: `standing-${OTHER}`,
      message: 'Select whether the family agrees to share with Invented Nursery',
    },
  ]);
  expect(namingAgencies([{ field: 'decision', message: 'Select' }], agencies)).toEqual([
    { field: 'decision', message: 'Select' },
  ]);
});
