import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { deriveKey } from '#libs/platform';

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** What a stored secret is for: each use has a key of its own. */
export type SecretUse = 'second factor' | 'identity provider';

/**
 * Encrypts a secret with a key of the program's secret. It is bound to the row that it belongs to: copied to another row
 * it does not open.
 */
export function sealSecret(programSecret: string, use: SecretUse, boundTo: string, secret: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, deriveKey(programSecret, use), nonce).setAAD(Buffer.from(boundTo));
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** Throws when it was sealed with another secret, for another use or row, or has been changed. */
export function openSecret(programSecret: string, use: SecretUse, boundTo: string, sealed: Buffer): string {
  const key = deriveKey(programSecret, use);
  const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(0, NONCE_BYTES))
    .setAAD(Buffer.from(boundTo))
    .setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  return (
    decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
  );
}
