import pg from 'pg';
import { deriveKey } from '../secrets.js';
import { fingerprintOf } from './fingerprint.js';
import { scramVerifier } from './scram.js';

export const LOGIN_ROLES = ['bridges_app', 'bridges_auth', 'bridges_sealer', 'bridges_jobs'] as const;
type LoginRole = (typeof LOGIN_ROLES)[number];

export function rolePassword(secret: string, role: LoginRole): string {
  return deriveKey(secret, `database role ${role}`).toString('hex');
}

/** The same server and database, signed in as one of the serving roles. */
export function urlAs(adminUrl: string, role: LoginRole, secret: string): string {
  const url = new URL(adminUrl);
  url.username = role;
  url.password = rolePassword(secret, role);
  return url.toString();
}

/** Roles belong to the whole server, so each carries a mark of the secret that its password derives from. */
const markOf = (secret: string): string =>
  `Bridges, secret ${fingerprintOf(secret).toString('hex').slice(0, 16)}`;

interface LoginState {
  readonly role: LoginRole;
  readonly opens: boolean;
  readonly marked: boolean;
}

/**
 * The roles that this secret opens already. Throws one line when another database on this server depends on passwords
 * derived from another secret.
 */
export async function loginStates(
  client: pg.Client,
  adminUrl: string,
  secret: string,
): Promise<LoginState[]> {
  const { rows } = await client.query<{ name: LoginRole; mark: string | null }>(
    `select rolname as name, shobj_description(oid, 'pg_authid') as mark from pg_roles where rolname = any($1)`,
    [LOGIN_ROLES],
  );
  const marks = new Map(rows.map(({ name, mark }) => [name, mark]));
  const states = await Promise.all(
    LOGIN_ROLES.map(async (role) => ({
      role,
      opens: await opens(urlAs(adminUrl, role, secret)),
      marked: marks.get(role) === markOf(secret),
    })),
  );
  const isForeign = ({ role, opens, marked }: LoginState): boolean =>
    marks.has(role) && !marked && (marks.get(role) !== null || !opens);
  if (states.some(isForeign)) await assertAlone(client);
  return states;
}

/** Sets the passwords of the serving roles from this secret, where they differ. */
export async function provideLogins(
  client: pg.Client,
  secret: string,
  states: readonly LoginState[],
): Promise<void> {
  for (const { role, opens, marked } of states) {
    if (!opens) await setPassword(client, role, secret);
    if (!marked) await setMark(client, role, secret);
  }
}

export async function setPassword(client: pg.Client, role: LoginRole, secret: string): Promise<void> {
  const verifier = scramVerifier(rolePassword(secret, role));
  await client.query(`alter role ${role} password ${client.escapeLiteral(verifier)}`);
}

export async function setMark(client: pg.Client, role: LoginRole, secret: string): Promise<void> {
  await client.query(`comment on role ${role} is ${client.escapeLiteral(markOf(secret))}`);
}

/** Other Bridges databases on this server, with the same roles. */
export async function otherDatabases(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select d.datname as name from pg_database d join pg_roles o on o.oid = d.datdba
     where o.rolname = 'bridges_owner' and d.datname <> current_database() order by 1`,
  );
  return rows.map(({ name }) => name);
}

async function assertAlone(client: pg.Client): Promise<void> {
  const others = await otherDatabases(client);
  if (others.length > 0)
    throw new Error(
      `The roles of this server belong to a Bridges with another secret (database ${others[0]}). Use its secret, or another server; nothing was changed.`,
    );
}

/** Whether the password is right; whether the role may use this database yet is a separate question. */
async function opens(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === '28P01' || code === '28000') return false;
    if (code === '42501') return true;
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}
