import pg from 'pg';
import { deriveKey } from '../secrets.js';
import { fingerprintOf } from './fingerprint.js';
import { assertSecret } from './installation.js';
import { LOGIN_ROLES, loginStates, otherDatabases, setMark, setPassword } from './login-roles.js';
import { scramVerifier } from './scram.js';

/** What to change together with the secret. */
interface Rotation {
  readonly from: string;
  readonly to: string;
  /** The new password for the superuser of an embedded database. */
  readonly superuserPassword?: string;
}

/**
 * Exchanges the secret of a database that no program serves: fingerprint, signing key and the roles' passwords, in one
 * transaction, and every session, token and open link ends. `beforeCommit` runs in it after all of it succeeded. Throws one line, with
 * nothing changed, when `from` is not its secret, while a program serves it, or while another database shares its
 * roles.
 */
export async function rotateSecret(
  adminUrl: string,
  { from, to, superuserPassword }: Rotation,
  beforeCommit: (client: pg.Client) => void | Promise<void> = () => undefined,
): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(hashtext('bridges provision'))");
    if (!(await assertSecret(client, from))) throw new Error('There is nothing in this database yet.');
    await loginStates(client, adminUrl, from);
    await assertNotServed(client);
    const [other] = await otherDatabases(client);
    if (other)
      throw new Error(
        `The database ${other} on this server uses the same roles, and its secret would have to change with this one's. Nothing was changed.`,
      );
    await client.query('begin');
    for (const role of LOGIN_ROLES) {
      await setPassword(client, role, to);
      await setMark(client, role, to);
    }
    if (superuserPassword !== undefined)
      await client.query(
        `alter role current_user password ${client.escapeLiteral(scramVerifier(superuserPassword))}`,
      );
    await client.query('set local role bridges_owner');
    await client.query('update access.signing_keys set key = $1', [deriveKey(to, 'claim')]);
    await client.query(
      `insert into platform.installation (secret_fingerprint) values ($1)
       on conflict (only_row) do update set secret_fingerprint = excluded.secret_fingerprint`,
      [fingerprintOf(to)],
    );
    await client.query('delete from auth.sessions');
    await client.query('delete from auth.tokens');
    await client.query('delete from auth.password_resets');
    await client.query(
      'update auth.invitations set withdrawn_at = now() where accepted_at is null and withdrawn_at is null',
    );
    // Each is encrypted with a key that only its author's browser has, too: it cannot be encrypted anew.
    await client.query('delete from auth.kept_forms');
    await beforeCommit(client);
    await client.query('commit');
  } finally {
    await client.end();
  }
}

async function assertNotServed(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query(
    'select from pg_stat_activity where datname = current_database() and usename = any($1) limit 1',
    [LOGIN_ROLES],
  );
  if (rowCount) throw new Error('Bridges is serving this database. Stop it first; nothing was changed.');
}
