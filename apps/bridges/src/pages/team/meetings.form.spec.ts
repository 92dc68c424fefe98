import { readMeeting } from './meetings.form.js';

const BODY = {
  kind: 'first',
  'on-day': '14',
  'on-month': '7',
  'on-year': '2026',
  startsAt: '15:30',
  place: 'The school',
  purpose: 'To begin.',
  invited: ['1'],
  family: 'Grandmother\n\nAn uncle\nGrandmother',
};

it('reads the time of a meeting as London time, in summer too', () => {
  const form = readMeeting(BODY, ['1']);
  expect(form.ok && form.values.startsAt.toISOString()).toBe('2026-07-14T14:30:00.000Z');
});

it('invites each family member once', () => {
  const form = readMeeting(BODY, ['1']);
  expect(form.ok && form.values.invited).toEqual([
    { practitionerId: '1' },
    { name: 'Grandmother' },
    { name: 'An uncle' },
  ]);
});

it('requires hours and minutes, and rejects a practitioner who does not work with the family', () => {
  const form = readMeeting({ ...BODY, startsAt: 'half past', invited: ['9'] }, ['1']);
  expect(form.ok ? [] : form.errors.map(({ field }) => field)).toEqual(['startsAt', 'invited']);
});
