import { checkPersonName } from './person-name.js';

describe('a name', () => {
  it.each(['Zoë', "O'Example", 'আনিকা', 'Nguyễn Thị Ví-Dụ', 'X', 'unborn baby of Pat Example', 'محمد'])(
    '%s is a name',
    (name) => {
      expect(checkPersonName(name)).toEqual({ ok: true, value: name.normalize('NFC') });
    },
  );

  it('is kept with its spaces tidied', () => {
    expect(checkPersonName('  Pat   Example ')).toEqual({ ok: true, value: 'Pat Example' });
  });

  it('is the same name however its accents were typed', () => {
    expect(checkPersonName('Zoe\u0308')).toEqual(checkPersonName('Zo\u00eb'));
  });

  it('may have 100 characters and no more', () => {
    expect(checkPersonName('𝒳'.repeat(100)).ok).toBe(true);
    expect(checkPersonName('x'.repeat(101))).toEqual({
      ok: false,
      message: 'Name must be 100 characters or fewer',
    });
  });

  it.each(['-', '.', '—', '?', '(…)'])('%s is no name', (name) => {
    expect(checkPersonName(name)).toMatchObject({
      ok: false,
      message: expect.stringContaining('Leave it blank'),
    });
  });

  it('is kept without marks of direction', () => {
    expect(checkPersonName('\u202ePat\u200f')).toEqual({ ok: true, value: 'Pat' });
  });

  it.each(['Pat\0', 'Pat\nExample', 'Pat\ud800', '\u001b[31mPat'])(
    'with something hidden in it is refused',
    (name) => {
      expect(checkPersonName(name)).toMatchObject({
        ok: false,
        message: expect.stringContaining('hidden characters'),
      });
    },
  );

  it.each(['   ', '\u200b', '\u200d\u200d'])('that is invisible is asked for again', (name) => {
    expect(checkPersonName(name)).toEqual({ ok: false, message: 'Enter a name' });
  });
});
