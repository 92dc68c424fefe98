import { HOURS, hourInWords, toTyped } from './choices.page.js';

describe('the hours of a choice', () => {
  it('are written as people say them', () => {
    expect([0, 1, 11, 12, 13, 23].map(hourInWords)).toEqual([
      ...['midnight', '1am', '11am', 'noon', '1pm', '11pm'],
    ]);
    expect(HOURS).toHaveLength(24);
    expect(new Set(HOURS.map(({ text }) => text)).size).toBe(24);
  });

  it('are filled in as they are stored, midnight too', () => {
    const choice = { email: 'daily', digestHour: 0, quietFrom: 0, quietUntil: null } as const;
    expect(toTyped({ ...choice, version: 2, address: null })).toEqual({
      ...{ email: 'daily', version: '2', digestHour: '0', quietFrom: '0', quietUntil: '' },
    });
  });
});
