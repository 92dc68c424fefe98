import type { Actor } from './actor.js';
import { signClaim } from './claim.js';
import { deriveKey } from './secrets.js';

const someone = { practitionerId: 'p', agencyId: 'a', role: 'practitioner', postId: 'o' } as Actor;

describe('a claim', () => {
  it('states the person, role and expiry, one minute ahead', () => {
    const [practitioner, agency, role, post, expiry] = signClaim(
      deriveKey('s', 'claim'),
      someone,
      1_000_000,
    ).split('|');
    expect([practitioner, agency, role, post, Number(expiry)]).toEqual(['p', 'a', 'practitioner', 'o', 1060]);
  });

  it('has another signature under another key, and for another person', () => {
    const signature = (key: string, who: Actor): string | undefined =>
      signClaim(deriveKey(key, 'claim'), who, 0).split('|').at(-1);
    expect(signature('s', someone)).not.toBe(signature('t', someone));
    expect(signature('s', someone)).not.toBe(signature('s', { ...someone, role: 'manager' }));
  });
});
