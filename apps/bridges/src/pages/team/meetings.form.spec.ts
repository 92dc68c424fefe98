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

it('reads the time of a meeting as it is on the clock in London, in summer too', () => {
  const form = readMeeting(BODY, ['1']);
  expect(form.ok && form.values.startsAt.toISOString()).toBe('2026-07-14T14:30:00.000Z');
});

it('invites each person of the family once', () => {
  const form = readMeeting(BODY, ['1']);
  expect(form.ok && form.values.invited).toEqual([
    { practitionerId: '1' },
    { name: 'Grandmother' },
    { name: 'An uncle' },
  ]);
});

it('asks for hours and minutes, and takes nobody who does not work with the family', () => {
  const form = readMeeting({ ...BODY, startsAt: 'half past', invited: ['9'] }, ['1']);
  expect(form.ok ? [] : form.errors.map(({ field }) => field)).toEqual(['startsAt', 'invited']);
});
