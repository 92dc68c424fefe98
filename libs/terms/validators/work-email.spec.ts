import { checkWorkEmail } from './work-email.js';

describe('a work e-mail address', () => {
  it('is kept in lower case', () => {
    expect(checkWorkEmail(' Pat.Example@School.Example.ORG ')).toEqual({
      ok: true,
      value: 'pat.example@school.example.org',
    });
  });

  it.each(["pat.o'example+caf@nhs.example", 'p@a.uk', 'pat@xn--exmple-cua.org'])('%s is right', (address) => {
    expect(checkWorkEmail(address).ok).toBe(true);
  });

  it.each([
    'pat',
    'pat@',
    '@example.org',
    'pat@example',
    'pat..e@example.org',
    'pat@-example.org',
    'a@b@example.org',
  ])('%s is refused', (address) => expect(checkWorkEmail(address).ok).toBe(false));

  it.each([
    'pat@example.org\nbcc:x@example.org',
    'pat @example.org',
    'pat@192.0.2.1',
    `${'p'.repeat(65)}@example.org`,
  ])('%p is refused', (address) => expect(checkWorkEmail(address).ok).toBe(false));

  it('too long to be delivered is rejected', () => {
    const message = 'Work email address must be 254 characters or fewer';
    expect(checkWorkEmail(`pat@${'example.'.repeat(40)}org`)).toEqual({ ok: false, message });
  });
});
