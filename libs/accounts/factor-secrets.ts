import type { ClientBase } from 'pg';
import { openSecret, sealSecret } from './sealed-secrets.js';

const USE = 'second factor';

/** Encrypts the secret of a second factor, bound to its account. */
export const sealFactorSecret = (programSecret: string, accountId: string, secret: string): Buffer =>
  sealSecret(programSecret, USE, accountId, secret);

/** Throws when it was sealed with another secret, for another account, or has been changed. */
export const openFactorSecret = (programSecret: string, accountId: string, sealed: Buffer): string =>
  openSecret(programSecret, USE, accountId, sealed);

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
