import { FormReader } from './form.js';
import { inLondon, readTime, timeFrom } from './form-time.js';

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

describe('a field for a time', () => {
  const read = (startsAt: string, required = true) => {
    const reader = new FormReader({ startsAt });
    return {
      time: readTime(reader, 'startsAt', { label: 'when it starts', required }),
      errors: reader.errors,
    };
  };

  it('gives hours and minutes, however they were typed', () => {
    expect(read('3.30pm')).toEqual({ time: '15:30', errors: [] });
    expect(read('', false)).toEqual({ time: null, errors: [] });
  });

  it('reports a missing or impossible time beside the field', () => {
    expect(read('').errors).toEqual([
      { field: 'startsAt', message: 'Enter when it starts, such as 3:30pm or 15:30' },
    ]);
    expect(read('25:00', false).errors).toEqual([
      { field: 'startsAt', message: 'Enter when it starts as a time, such as 3:30pm or 15:30' },
    ]);
  });

  it.each([
    ['2026-03-03', '09:05', '2026-03-03T09:05:00.000Z'],
    ['2026-07-03', '09:05', '2026-07-03T08:05:00.000Z'],
  ])('%s at %s in London is %s', (day, time, instant) =>
    expect(inLondon(day, time).toISOString()).toBe(instant),
  );
});
