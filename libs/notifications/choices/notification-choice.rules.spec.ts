import { validateChoice } from './notification-choice.rules.js';

const fieldsOf = (draft: Parameters<typeof validateChoice>[0]): string[] =>
  validateChoice(draft).map(({ field }) => field);

describe('choosing when Bridges writes', () => {
  it('takes each way, with or without quiet hours, also past midnight', () => {
    for (const email of ['at_once', 'daily', 'never']) expect(fieldsOf({ email })).toEqual([]);
    expect(fieldsOf({ email: 'daily', digestHour: 0, quietFrom: 22, quietUntil: 7 })).toEqual([]);
  });

  it('needs one of the ways, and a whole hour of the day', () => {
    expect(fieldsOf({ email: 'often' })).toEqual(['email']);
    for (const digestHour of [-1, 24, 7.5, NaN])
      expect(fieldsOf({ email: 'daily', digestHour })).toEqual(['digestHour']);
  });

  it('needs both ends of the quiet hours, and they must differ', () => {
    expect(fieldsOf({ email: 'at_once', quietFrom: 20 })).toEqual(['quietUntil']);
    expect(fieldsOf({ email: 'at_once', quietUntil: 7 })).toEqual(['quietFrom']);
    expect(fieldsOf({ email: 'at_once', quietFrom: 7, quietUntil: 7 })).toEqual(['quietUntil']);
    expect(fieldsOf({ email: 'at_once', quietFrom: 24, quietUntil: 7 })).toEqual(['quietFrom']);
  });
});
