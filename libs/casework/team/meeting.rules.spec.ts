import { ProblemError } from '#libs/platform';
import { assertMeetingComplete, assertPlausibleMeeting, assertMeetingStep } from './meeting.rules.js';

const HELD = {
  kind: 'review',
  status: 'held',
  startsAt: new Date('2026-03-03T15:30:00Z'),
  consentChecked: true,
  nextMeetingOn: '2026-04-14',
};
const fieldsOf = (work: () => void): string[] => {
  try {
    work();
    return [];
  } catch (error) {
    return (error as ProblemError).errors.map(({ field }) => field);
  }
};

it('a meeting is held with consent checked and a next date', () => {
  expect(fieldsOf(() => assertMeetingComplete(HELD, '2026-03-04'))).toEqual([]);
  expect(fieldsOf(() => assertMeetingComplete({ ...HELD, consentChecked: false }, '2026-03-04'))).toEqual([
    'consentChecked',
  ]);
  expect(fieldsOf(() => assertMeetingComplete({ ...HELD, nextMeetingOn: null }, '2026-03-04'))).toEqual([
    'nextMeetingOn',
  ]);
});

it('a closing meeting needs no next one', () => {
  expect(() =>
    assertMeetingComplete({ ...HELD, kind: 'closing', nextMeetingOn: null }, '2026-03-04'),
  ).not.toThrow();
});

it('the next meeting comes after this one', () => {
  expect(
    fieldsOf(() => assertMeetingComplete({ ...HELD, nextMeetingOn: '2026-03-03' }, '2026-03-04')),
  ).toEqual(['nextMeetingOn']);
});

it('a meeting is not held before its day, but on the day itself it is', () => {
  expect(() => assertMeetingComplete(HELD, '2026-03-02')).toThrow('has not happened yet');
  expect(() => assertMeetingComplete(HELD, '2026-03-03')).not.toThrow();
});

const today = '2026-03-02';

it('chair and note-taker are different people', () => {
  const startsAt = HELD.startsAt;
  expect(fieldsOf(() => assertPlausibleMeeting({ chairId: 'a', noteTakerId: 'a', startsAt }, today))).toEqual(
    ['noteTakerId'],
  );
  expect(() => assertPlausibleMeeting({ chairId: 'a', noteTakerId: 'b', startsAt }, today)).not.toThrow();
  expect(fieldsOf(() => assertPlausibleMeeting({ startsAt, endsAt: startsAt }, today))).toEqual(['endsAt']);
});

it('a meeting is within five years, and ends on the day it starts', () => {
  const planned = (starts: string, ends?: string) => () =>
    assertPlausibleMeeting(
      { startsAt: new Date(starts), ...(ends === undefined ? {} : { endsAt: new Date(ends) }) },
      today,
    );
  for (const starts of [
    '1066-10-14T09:00:00Z',
    '2021-03-01T09:00:00Z',
    '2031-03-03T09:00:00Z',
    '2999-01-01T09:00:00Z',
  ])
    expect(fieldsOf(planned(starts))).toEqual(['startsAt']);
  expect(planned('2021-03-02T09:00:00Z')).not.toThrow();
  expect(planned('2031-03-02T09:00:00Z')).not.toThrow();
  expect(fieldsOf(planned('2026-03-03T15:00:00Z', '2027-03-03T16:00:00Z'))).toEqual(['endsAt']);
  expect(planned('2026-03-03T15:00:00Z', '2026-03-03T23:30:00Z')).not.toThrow();
  // In summer the day of London ends an hour before that of UTC.
  expect(fieldsOf(planned('2026-07-03T15:00:00Z', '2026-07-03T23:30:00Z'))).toEqual(['endsAt']);
});

it('a held or cancelled meeting does not become planned again', () => {
  expect(() => assertMeetingStep('held', 'planned')).toThrow(ProblemError);
  expect(() => assertMeetingStep('cancelled', 'held')).toThrow(ProblemError);
  expect(() => assertMeetingStep('held', 'held')).not.toThrow();
});
