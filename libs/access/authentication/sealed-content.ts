import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { deriveKey } from '#libs/platform';

const [NONCE_BYTES, TAG_BYTES] = [12, 16];

/** The key of one row: of the installation, for this use. */
export const contentKey = (secret: string, use: string, id: string): Buffer =>
  Buffer.from(hkdfSync('sha256', deriveKey(secret, use), use, id, 32));

/** Encrypts with AES-256-GCM and returns nonce, ciphertext and tag. It opens only for the same key and account. */
export function seal(plain: Buffer, key: Buffer, accountId: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(accountId));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** The text that was sealed; null if the key, the account or the content is another. */
export function unseal(sealed: Buffer, key: Buffer, accountId: string): string | null {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES));
    decipher.setAAD(Buffer.from(accountId));
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
    return Buffer.concat([
      decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)),
      decipher.final(),
    ]).toString();
  } catch {
    return null;
  }
}
