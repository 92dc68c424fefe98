import pg from 'pg';
import { deriveKey } from '../secrets.js';

/**
 * The database roles. None is a superuser, here or in production: owner migrates, app serves, reach owns the functions
 * that decide, door keeps accounts and sessions, sealer seals the access log, loader fills a synthetic county.
 */
const ROLES = {
  bridges_owner: 'nologin noinherit',
  bridges_reach: 'nologin noinherit',
  bridges_loader: 'nologin noinherit',
  bridges_app: 'login noinherit',
  bridges_door: 'login noinherit',
  bridges_sealer: 'login noinherit',
} as const;
const LOGIN_ROLES = ['bridges_app', 'bridges_door', 'bridges_sealer'] as const;
export type LoginRole = (typeof LOGIN_ROLES)[number];

/** Makes the roles and the database's owner, if they are not there; safe to repeat. Needs a connection that may create roles. */
export async function provision(adminUrl: string, secret: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(hashtext('bridges provision'))");
    for (const [role, attributes] of Object.entries(ROLES)) {
      const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
      if (rowCount === 0)
        await client.query(
          `create role ${role} ${attributes} nosuperuser nocreatedb nocreaterole nobypassrls`,
        );
    }
    for (const role of LOGIN_ROLES)
      await client.query(`alter role ${role} password ${client.escapeLiteral(rolePassword(secret, role))}`);
    await client.query('grant bridges_reach, bridges_loader to bridges_owner');
    await client.query('grant bridges_owner to current_user');
    const { rows } = await client.query<{ name: string }>('select current_database() as name');
    const database = client.escapeIdentifier(rows[0]!.name);
    await client.query(`alter database ${database} owner to bridges_owner`);
    await client.query(`revoke all on database ${database} from public`);
    await client.query(`grant connect on database ${database} to ${LOGIN_ROLES.join(', ')}`);
    await client.query('alter schema public owner to bridges_owner');
  } finally {
    await client.end();
  }
}

export function rolePassword(secret: string, role: LoginRole): string {
  return deriveKey(secret, `database role ${role}`).toString('hex');
}

/** The same server and database, signed in as one of the roles that serve. */
export function urlAs(adminUrl: string, role: LoginRole, secret: string): string {
  const url = new URL(adminUrl);
  url.username = role;
  url.password = rolePassword(secret, role);
  return url.toString();
}
