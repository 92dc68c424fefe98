import pg from 'pg';
import { assertSecret } from './installation.js';
import { LOGIN_ROLES, loginStates, provideLogins } from './login-roles.js';

/**
 * The database roles. None is a superuser, here or in production: owner migrates, app serves, reach owns the deciding
 * functions, door stores accounts and sessions, sealer seals the access log, jobs holds the job queue and calls each
 * job's function, loader fills a synthetic county.
 */
const ROLES = {
  bridges_owner: 'nologin noinherit',
  bridges_reach: 'nologin noinherit',
  bridges_loader: 'nologin noinherit',
  bridges_app: 'login noinherit',
  bridges_auth: 'login noinherit',
  bridges_sealer: 'login noinherit',
  bridges_jobs: 'login noinherit',
} as const;

/**
 * Creates the roles and the database's owner, if missing; safe to repeat. Needs a connection that may create roles.
 * Throws one line, before any change, when database or roles were created with another secret.
 */
export async function provision(adminUrl: string, secret: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(hashtext('bridges provision'))");
    await assertSecret(client, secret);
    const logins = await loginStates(client, adminUrl, secret);
    await provideRoles(client);
    await provideLogins(client, secret, logins);
    await client.query('grant bridges_reach, bridges_loader to bridges_owner');
    await client.query('grant bridges_owner to current_user');
    const { rows } = await client.query<{ name: string }>('select current_database() as name');
    const database = client.escapeIdentifier(rows[0]!.name);
    await client.query(`alter database ${database} owner to bridges_owner`);
    await client.query(`revoke all on database ${database} from public`);
    await client.query(`grant connect on database ${database} to ${LOGIN_ROLES.join(', ')}`);
    await client.query('alter schema public owner to bridges_owner');
    await keepOutOfLog(client, database);
  } finally {
    await client.end();
  }
}

async function provideRoles(client: pg.Client): Promise<void> {
  for (const [role, attributes] of Object.entries(ROLES)) {
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
    if (rowCount === 0)
      await client.query(`create role ${role} ${attributes} nosuperuser nocreatedb nocreaterole nobypassrls`);
  }
}

/**
 * Settings that keep parameter values, and values of rows that broke a constraint, out of the log: names, telephones
 * and claims among them.
 */
const QUIET = { log_parameter_max_length: '0', log_error_verbosity: 'terse' } as const;

/**
 * Keeps values of this database out of the server's log. Only a superuser may set this; README says what others must
 * set.
 */
async function keepOutOfLog(client: pg.Client, database: string): Promise<void> {
  const { rows } = await client.query<{ superuser: boolean }>(
    'select rolsuper as superuser from pg_roles where rolname = current_user',
  );
  if (!rows[0]!.superuser) return;
  for (const [name, value] of Object.entries(QUIET))
    await client.query(`alter database ${database} set ${name} = '${value}'`);
}
