import { randomBytes } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { resealDrafts } from '#libs/access';
import { resealClientSecrets, resealFactorSecrets } from '#libs/accounts';
import { logKey } from '#libs/oversight/access-log';
import { type Config, rotateSecret, secretFile } from '#libs/platform';
import { superuserPassword } from '../../bridges/src/database.js';

const SHORTEST_SECRET = 32;

/**
 * Rotates the secret. An installation with an embedded database and a generated secret gets a new generated one; every
 * other takes it from BRIDGES_NEW_SECRET, because other users of the machine can read the command line.
 */
export async function rotate(
  { adminUrl }: { readonly adminUrl: string },
  config: Config,
  given: string | undefined,
  say: (line: string) => void,
): Promise<void> {
  const file = secretFile(config.dataDir);
  const keptHere =
    !config.databaseUrl && existsSync(file) && readFileSync(file, 'utf8').trim() === config.secret;
  const to = given || (keptHere ? randomBytes(32).toString('hex') : '');
  if (to.length < SHORTEST_SECRET)
    throw new Error(`Set BRIDGES_NEW_SECRET to ${SHORTEST_SECRET} characters or more.`);
  if (to === config.secret) throw new Error('BRIDGES_NEW_SECRET is the same as the secret now in use.');
  const rotation = {
    from: config.secret,
    to,
    ...(config.databaseUrl ? {} : { superuserPassword: superuserPassword(to) }),
  };
  // Written before the commit and renamed after it, so that neither secret can be lost in between.
  await rotateSecret(adminUrl, rotation, async (client) => {
    await resealFactorSecrets(client, config.secret, to);
    await resealClientSecrets(client, config.secret, to);
    await resealDrafts(client, config.secret, to);
    if (keptHere) writeFileSync(`${file}.new`, to, { mode: 0o600 });
  });
  if (keptHere) renameSync(`${file}.new`, file);
  const keys = keepPublicKeys(config, to);
  say('The secret has been replaced. Everyone must sign in again.');
  if (!keptHere) say('From now on, start Bridges with the new secret as BRIDGES_SECRET.');
  say(
    `Entries in the access log until now are signed with the earlier key. To check them: verify-log --key ${keys}`,
  );
}

/** Keeps the public keys of both secrets beside the heads, so that earlier signatures can still be verified. */
function keepPublicKeys({ dataDir, secret }: Config, to: string): string {
  const path = join(dataDir, 'log-public-key.pem');
  mkdirSync(dataDir, { recursive: true });
  const kept = existsSync(path) ? readFileSync(path, 'utf8') : '';
  for (const { pem } of [logKey(secret), logKey(to)]) if (!kept.includes(pem)) appendFileSync(path, pem);
  return path;
}
