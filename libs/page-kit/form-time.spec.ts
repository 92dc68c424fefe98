import { timeFrom } from './form-time.js';

describe('a time as people type it', () => {
  it.each([
    ['15:30', '15:30'],
    ['15.30', '15:30'],
    ['1530', '15:30'],
    ['9:05', '09:05'],
    ['930', '09:30'],
    ['3pm', '15:00'],
    ['3 PM', '15:00'],
    ['3.30pm', '15:30'],
    ['3:30 p.m.', '15:30'],
    ['12am', '00:00'],
    ['12.15pm', '12:15'],
    ['noon', '12:00'],
    ['Midnight', '00:00'],
  ])('%s is %s', (typed, time) => expect(timeFrom(typed)).toBe(time));

  it.each(['', '3', '24:00', '15:60', '13pm', '0pm', 'half past', '15:30:00', '-1:00', 'constructor'])(
    '%j is none',
    (typed) => expect(timeFrom(typed)).toBeNull(),
  );
});
