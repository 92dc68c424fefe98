import { date } from '#libs/page-kit';
import { toCurrentViewersView } from './access.page.js';

it('shows the last full day of access when a grant ends at the start of the next day', () => {
  const [row] = toCurrentViewersView([
    {
      practitionerId: 'p',
      name: 'Invented Worker',
      agency: { id: 'a', name: 'Invented Nursery' },
      reaches: ['agency', 'team'],
      tier: 2,
      ends: new Date('2027-03-24T00:00:00Z'),
    } as never,
  ])!;
  expect(date(row!.ends)).toBe('23 March 2027');
  expect(row!.why).toBe('The family agreed to share with their agency; in the team');
});
