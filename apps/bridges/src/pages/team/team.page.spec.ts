import type { Appointment } from '#libs/casework/lead-professional';
import type { Author, Member } from '#libs/casework/team';
import { peopleInvolved } from './team.page.js';
import { toLeadView, leadChangeReasonLabel } from '../shared/lead-professional.js';

const person = (id: string, name: string) => ({
  id,
  name,
  jobTitle: 'Teacher',
  telephone: '07700 900000',
  agency: { id: 'a', name: 'A school' },
});
const maureen = person('1', 'Maureen Oakleaf');
const rosalind = person('2', 'Rosalind Peachtree');
const day = (number: number): Date => new Date(Date.UTC(2026, 2, number));
const lead: Appointment = {
  id: 'l',
  practitioner: maureen,
  beganAt: day(5),
  endedAt: null,
  endingReason: null,
};
const opener: Author = { id: 'o', practitioner: maureen, kind: 'opener', since: day(1), until: null };
const member = (until: Date | null): Member => ({
  ...{ id: 'm', practitioner: rosalind, teamRole: 'member', since: day(2), until },
  ...{ addedBy: 'Maureen Oakleaf', leavingReason: null },
});

it('shows a practitioner who leads and started the episode once, with both parts, since the earlier day', () => {
  const [first, ...others] = peopleInvolved(lead, [opener], [member(null)]);
  expect(first).toMatchObject({
    name: 'Maureen Oakleaf',
    roles: 'Lead professional; started the episode',
    since: day(1),
    memberId: null,
  });
  expect(others.map(({ name, memberId }) => [name, memberId])).toEqual([['Rosalind Peachtree', 'm']]);
});

it('does not list people who left among those who work with the family', () => {
  const left = { ...opener, until: day(3) };
  expect(peopleInvolved(null, [left], [member(day(9))])).toEqual([]);
});

it('says whether the reader is the lead professional, and who led before, the latest first', () => {
  const before = (id: string, number: number): Appointment => ({
    ...{
      id,
      practitioner: rosalind,
      beganAt: day(number),
      endedAt: day(number + 1),
      endingReason: 'left_role',
    },
  });
  const history = [before('x', 1), before('y', 3), lead];
  const view = toLeadView(
    { current: lead, unnamed: null, vacancyDays: null, proposal: null, history, answered: [] },
    '1',
  );
  expect(view.isMe).toBe(true);
  expect(view.before.map(({ beganAt, reason }) => [beganAt, reason])).toEqual([
    [day(3), 'Left the role'],
    [day(1), 'Left the role'],
  ]);
});

it('leaves a written reason unchanged', () => {
  expect(leadChangeReasonLabel('Falling out.')).toBe('Falling out.');
  expect(leadChangeReasonLabel('parent_asked')).toBe('A parent or carer asked');
  expect(leadChangeReasonLabel(null)).toBeNull();
});
