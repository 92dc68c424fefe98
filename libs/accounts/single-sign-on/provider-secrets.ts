import type { ClientBase } from 'pg';
import { openSecret, sealSecret } from '../sealed-secrets.js';

const USE = 'identity provider';

/** Encrypts the client secret that an agency's provider gave us, bound to the provider. */
export const sealClientSecret = (programSecret: string, providerId: string, secret: string): Buffer =>
  sealSecret(programSecret, USE, providerId, secret);

export const openClientSecret = (programSecret: string, providerId: string, sealed: Buffer): string =>
  openSecret(programSecret, USE, providerId, sealed);

/** Encrypts every stored secret anew when the program's secret changes, or no provider would sign anyone in. */
export async function resealClientSecrets(client: ClientBase, from: string, to: string): Promise<void> {
  const { rows } = await client.query<{ id: string; secret: Buffer }>(
    'select id, client_secret as secret from auth.identity_providers for update',
  );
  for (const { id, secret } of rows)
    await client.query('update auth.identity_providers set client_secret = $2 where id = $1', [
      id,
      sealClientSecret(to, id, openClientSecret(from, id, secret)),
    ]);
}
