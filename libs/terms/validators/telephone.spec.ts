import { checkTelephone } from './telephone.js';

describe('a telephone number', () => {
  it.each(['01632 960001', '(01632) 960 001', '+44 (0)1632 960001', '116 123', '07700 900982'])(
    '%s is kept',
    (number) => {
      expect(checkTelephone(number)).toEqual({ ok: true, value: number });
    },
  );

  it.each(['01632 960001 extension 3', '01632 960001 ext. 3', '01632 960001x3', '01632-960001 EXT 3'])(
    '%s is kept with its extension',
    (number) => {
      expect(checkTelephone(number)).toEqual({
        ok: true,
        value: expect.stringMatching(/^01632 960001 ext 3$/),
      });
    },
  );

  it('typed with hyphens is kept with spaces', () => {
    expect(checkTelephone('01632-960-001')).toEqual({ ok: true, value: '01632 960 001' });
  });

  it.each([
    '01632',
    '01632 960001 extension',
    'ext 3',
    '01632 960001 ext 1234567',
    'none',
    '(((((())))))',
    '012345678901234567890',
  ])('%s is refused', (number) => {
    expect(checkTelephone(number).ok).toBe(false);
  });
});
