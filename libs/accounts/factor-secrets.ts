import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { ClientBase } from 'pg';
import { deriveKey } from '#libs/platform';

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Encrypts the secret of a second factor with a key of the program's secret. It is bound to its account: copied to
 * another account's row it does not open.
 */
export function sealFactorSecret(programSecret: string, accountId: string, secret: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, keyOf(programSecret), nonce).setAAD(Buffer.from(accountId));
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** Throws when it was sealed with another secret, for another account, or has been changed. */
export function openFactorSecret(programSecret: string, accountId: string, sealed: Buffer): string {
  const decipher = createDecipheriv(ALGORITHM, keyOf(programSecret), sealed.subarray(0, NONCE_BYTES))
    .setAAD(Buffer.from(accountId))
    .setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  return (
    decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
  );
}

/** Encrypts every stored secret anew when the program's secret changes, or no authenticator app would work. */
export async function resealFactorSecrets(client: ClientBase, from: string, to: string): Promise<void> {
  const { rows } = await client.query<{ id: string; account_id: string; secret: Buffer }>(
    'select id, account_id, secret from auth.second_factors for update',
  );
  for (const { id, account_id: account, secret } of rows)
    await client.query('update auth.second_factors set secret = $2 where id = $1', [
      id,
      sealFactorSecret(to, account, openFactorSecret(from, account, secret)),
    ]);
}

const keyOf = (programSecret: string): Buffer => deriveKey(programSecret, 'second factor');
