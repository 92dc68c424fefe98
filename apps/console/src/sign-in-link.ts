import pg from 'pg';
import { linkPath, secretDigest, toUsername } from '#libs/accounts';
import { baseUrl, type Config, newId } from '#libs/platform';

const HOURS = 72;

/**
 * Prints a link, once usable, for a person whom no administrator can help: an invitation for a person without an account,
 * a link to set a new password for one with. A person who signed in with their agency's provider has a
 * password from then on. An account that was suspended for long disuse is in use again; one that an
 * agency suspended is not. Throws when no current person has this user name or work e-mail address.
 */
export async function signInLink(
  adminUrl: string,
  config: Pick<Config, 'secret' | 'publicUrl' | 'port'>,
  name: string | undefined,
  say: (line: string) => void,
): Promise<void> {
  if (!name) throw new Error('Name the person: console sign-in-link name@agency.example');
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('set role bridges_owner');
    await client.query('begin');
    const path =
      (await resetFor(client, config.secret, name)) ?? (await invitationFor(client, config.secret, name));
    if (!path) throw new Error('No one who works here has this user name or work email address.');
    await client.query('commit');
    say(`${baseUrl(config)}${path}`);
    say(`It works once, for ${HOURS} hours. Give it to the person yourself.`);
  } finally {
    await client.end();
  }
}

/** Adds an invitation and gives its path; an open one of the person stops working. */
export async function addInvitation(
  client: pg.ClientBase,
  secret: string,
  { practitionerId, email }: { practitionerId: string; email: string },
): Promise<string> {
  const id = newId();
  const path = linkPath(secret, 'invitation', id);
  await client.query(
    `update auth.invitations set withdrawn_at = now()
     where practitioner_id = $1 and accepted_at is null and withdrawn_at is null`,
    [practitionerId],
  );
  await client.query(
    `insert into auth.invitations (id, practitioner_id, email, secret_hash, invited_at, expires_at)
     values ($1, $2, $3, $4, now(), now() + make_interval(hours => $5))`,
    [id, practitionerId, email, secretDigest(secretIn(path)), HOURS],
  );
  return path;
}

async function resetFor(client: pg.ClientBase, secret: string, name: string): Promise<string | null> {
  const { rows } = await client.query<{ id: string; practitioner_id: string }>(
    `update auth.accounts set suspended_at = null, suspension_reason = null, credentials_changed_at =
       case when suspended_at is null then credentials_changed_at else clock_timestamp() end
     where username = $1 and (suspended_at is null or suspension_reason = 'dormant') returning id, practitioner_id`,
    [toUsername(name)],
  );
  if (!rows[0]) return null;
  const unlinked = await client.query(
    `with unlinked as (delete from auth.identity_links where account_id = $1 returning account_id)
     update auth.accounts a set credentials_changed_at = clock_timestamp() from unlinked u where a.id = u.account_id`,
    [rows[0].id],
  );
  if (unlinked.rowCount) {
    await client.query('set local role bridges_auth');
    await client.query(`select access.record_authentication($1, 'unlink identity', '{"by": "console"}')`, [
      rows[0].practitioner_id,
    ]);
    await client.query('set local role bridges_owner');
  }
  const id = newId();
  const path = linkPath(secret, 'password reset', id);
  await client.query(
    `insert into auth.password_resets (id, account_id, secret_hash, requested_at, expires_at)
     values ($1, $2, $3, now(), now() + make_interval(hours => $4))`,
    [id, rows[0].id, secretDigest(secretIn(path)), HOURS],
  );
  return path;
}

async function invitationFor(client: pg.ClientBase, secret: string, name: string): Promise<string | null> {
  // Row-level security binds the owner too: the loader reads people.
  await client.query('set local role bridges_loader');
  const { rows } = await client.query<{ id: string }>(
    `select p.id from practitioners p where lower(p.email) = $1 and p.left_at is null limit 1`,
    [toUsername(name)],
  );
  await client.query('set local role bridges_owner');
  const [person] = rows;
  if (!person) return null;
  const { rowCount } = await client.query('select from auth.accounts where practitioner_id = $1', [
    person.id,
  ]);
  return rowCount
    ? null
    : addInvitation(client, secret, { practitionerId: person.id, email: toUsername(name) });
}

const secretIn = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
