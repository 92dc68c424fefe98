import pg from 'pg';
import { toUsername } from '#libs/accounts';

/**
 * Removes the lost authenticator app, passkeys and recovery codes of a person whom no administrator can help, and ends their
 * sessions. Throws when no account has this user name, or it has no second step.
 */
export async function removeSecondStep(
  adminUrl: string,
  name: string | undefined,
  say: (line: string) => void,
): Promise<void> {
  if (!name) throw new Error('Name the person: console remove-second-step name@agency.example');
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query('set local role bridges_auth');
    const { rows } = await client.query<{ id: string; practitioner_id: string }>(
      'select id, practitioner_id from auth.accounts where username = $1',
      [toUsername(name)],
    );
    const [account] = rows;
    if (!account) throw new Error('No account has this user name.');
    const removed = await client.query<{ act: string }>(
      `with apps as (delete from auth.second_factors where account_id = $1 and confirmed_at is not null returning id),
         passkeys as (delete from auth.passkeys where account_id = $1 returning id)
       select 'remove second step' as act from apps union select 'remove passkey' from passkeys`,
      [account.id],
    );
    if (!removed.rowCount) throw new Error('This account has no authenticator app or passkey set up.');
    await client.query('delete from auth.recovery_codes where account_id = $1', [account.id]);
    await client.query('update auth.accounts set credentials_changed_at = now() where id = $1', [account.id]);
    for (const { act } of removed.rows)
      await client.query(`select access.record_authentication($1, $2, '{"by": "console"}')`, [
        ...[account.practitioner_id, act],
      ]);
    await client.query('commit');
    say(
      'Removed. They are signed out everywhere; if they need a second step, they set up another at sign-in.',
    );
  } finally {
    await client.end();
  }
}
