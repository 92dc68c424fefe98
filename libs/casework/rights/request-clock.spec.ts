import fc from 'fast-check';
import { addDays } from '#libs/platform';
import { clockOf, lastDayToExtend, type RequestDates } from './request-clock.js';

const ASKED: RequestDates = {
  kind: 'access',
  receivedOn: '2026-03-02',
  identityCheckedOn: '2026-03-02',
  extendedToldOn: null,
  acknowledgedOn: null,
  pauses: [],
  finished: false,
};
const due = (changes: Partial<RequestDates>, today = '2026-03-10'): string | null =>
  clockOf({ ...ASKED, ...changes }, today).dueOn;

describe('the clock of a request', () => {
  it.each<[string, Partial<RequestDates>, string]>([
    ['is one calendar month from the day it came', {}, '2026-04-02'],
    [
      'begins when the identity is checked, if that is later',
      { identityCheckedOn: '2026-03-09' },
      '2026-04-09',
    ],
    [
      'ends on the last day of a shorter month',
      { receivedOn: '2026-01-31', identityCheckedOn: '2026-01-31' },
      '2026-02-28',
    ],
    ['has two months more when it is complex', { extendedToldOn: '2026-03-20' }, '2026-06-02'],
    [
      'is pushed on by the days of a pause',
      { pauses: [{ fromOn: '2026-03-04', toOn: '2026-03-09' }] },
      '2026-04-07',
    ],
    [
      'is pushed on each day while a pause lasts',
      { pauses: [{ fromOn: '2026-03-04', toOn: null }] },
      '2026-04-08',
    ],
    [
      'does not count a pause from before it began',
      { identityCheckedOn: '2026-03-09', pauses: [{ fromOn: '2026-03-04', toOn: '2026-03-09' }] },
      '2026-04-09',
    ],
    [
      'would be a month from today while the identity is not checked',
      { identityCheckedOn: null },
      '2026-04-10',
    ],
    [
      'gives thirty days to acknowledge a complaint',
      { kind: 'complaint', identityCheckedOn: null },
      '2026-04-01',
    ],
  ])('%s', (_what, changes, day) => expect(due(changes)).toBe(day));

  it('gives the days left, and a negative number when it is late', () => {
    expect(clockOf(ASKED, '2026-04-01').daysLeft).toBe(1);
    expect(clockOf(ASKED, '2026-04-02').daysLeft).toBe(0);
    expect(clockOf(ASKED, '2026-04-05').daysLeft).toBe(-3);
  });

  it('does not run while it is paused', () => {
    const paused = { ...ASKED, pauses: [{ fromOn: '2026-03-10', toOn: null }] };
    expect(clockOf(paused, '2026-03-10').state).toBe('paused');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), (days) => {
        expect(clockOf(paused, addDays('2026-03-10', days)).daysLeft).toBe(23);
      }),
    );
  });

  it('stops when it is finished, or the complaint acknowledged', () => {
    expect(clockOf({ ...ASKED, finished: true }, '2026-03-10')).toMatchObject({
      state: 'stopped',
      dueOn: null,
    });
    expect(clockOf({ ...ASKED, kind: 'complaint', acknowledgedOn: '2026-03-05' }, '2026-03-10').state).toBe(
      'stopped',
    );
  });

  it('can be extended within the first month only', () => {
    expect(lastDayToExtend({ ...ASKED, extendedToldOn: '2026-03-20' }, '2026-03-21')).toBe('2026-04-02');
  });
});
