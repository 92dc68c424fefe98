import { createHash, randomBytes } from 'node:crypto';

const HOW_MANY = 10;
/** No letter or digit that is taken for another (o is read as 0); 32 of them, so that each character holds five random bits. */
const ALPHABET = '023456789abcdefghjkmnpqrstuvwxyz';
/** 120 bits: enough that a plain digest cannot be searched. */
const LENGTH = 24;
const GROUP = /.{4}(?=.)/g;

/** Ten codes for when the authenticator app is lost, each `abcd-efgh-…`. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: HOW_MANY }, () =>
    [...randomBytes(LENGTH)]
      .map((byte) => ALPHABET[byte % ALPHABET.length])
      .join('')
      .replace(GROUP, '$&-'),
  );

/** The digest of a typed code, whatever its spaces, dashes and capitals; null if it cannot be one. */
export function recoveryCodeDigest(typed: string): Buffer | null {
  const code = typed.toLowerCase().replace(/[\s-]/g, '').replace(/o/g, '0');
  return code.length === LENGTH ? createHash('sha256').update(code).digest() : null;
}
