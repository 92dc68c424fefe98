import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { RULES } from '#libs/access';
import { ASSESSMENT_FORM } from '#libs/terms';
import { keysIn, logKey } from '#libs/oversight/access-log';
import {
  assertReady,
  deriveKey,
  type EmbeddedDatabase,
  LOGIN_ROLES,
  migrate,
  provision,
  readConfig,
  rolePassword,
  rotateSecret,
  secretFile,
  startEmbeddedDatabase,
  urlAs,
} from '#libs/platform';
import { openFactorSecret, sealFactorSecret } from '../../../libs/accounts/factor-secrets.js';
import { administratorOf, prepareDatabase, superuserPassword } from '../../../apps/bridges/src/database.js';
import {
  openClientSecret,
  sealClientSecret,
} from '../../../libs/accounts/single-sign-on/provider-secrets.js';
import { contentKey, seal, unseal } from '../../../libs/access/authentication/sealed-content.js';
import { rotate } from '../../../apps/console/src/rotate.js';
import { ask, ownFolder } from '../../support/own-cluster.js';

// Roles belong to the whole server, so these tests use a server of their own.
const { folder, remove } = ownFolder();
const A = 'the secret of the first installation, long enough';
const B = 'the secret of another installation, long enough';
const NEW = 'the secret that comes after, long enough as well';
let cluster: EmbeddedDatabase;
let one: string;

const begin = async (url: string, secret: string): Promise<void> => {
  await provision(url, secret);
  await migrate(url, { secret, demo: false, rules: RULES, assessmentForm: ASSESSMENT_FORM });
};

/** Every stored value derived from a secret. */
const storedSecrets = async (): Promise<unknown> => ({
  roles: await ask(
    one,
    `select rolname, rolpassword, shobj_description(oid, 'pg_authid') as mark from pg_authid where rolname like 'bridges%' order by 1`,
  ),
  keys: await ask(one, `select encode(key, 'hex') as key from access.signing_keys`),
  mark: await ask(one, `select encode(secret_fingerprint, 'hex') as mark from platform.installation`),
});

const serves = (secret: string, url = one) => ask(urlAs(url, 'bridges_app', secret), 'select 1 as one');

beforeAll(async () => {
  cluster = await startEmbeddedDatabase(folder, 'of this cluster');
  await ask(cluster.url('postgres'), "alter system set log_statement = 'all'");
  await ask(cluster.url('postgres'), 'select pg_reload_conf()');
  await ask(cluster.url('postgres'), 'create database one');
  one = cluster.url('one');
  await begin(one, A);
}, 120_000);
afterAll(async () => {
  await cluster.stop();
  remove();
});

test('a start with the same secret changes nothing derived from it', async () => {
  const before = await storedSecrets();
  await begin(one, A);
  expect(await storedSecrets()).toEqual(before);
  expect(await serves(A)).toEqual([{ one: 1 }]);
}, 60_000);

test('a new installation has no account: none that everyone knows', async () => {
  expect(
    await ask(
      one,
      'select (select count(*) from auth.accounts)::int + (select count(*) from practitioners)::int as n',
    ),
  ).toEqual([{ n: 0 }]);
}, 60_000);

test('a start with another secret is refused in one line, and the running installation goes on', async () => {
  const before = await storedSecrets();
  await expect(begin(one, B)).rejects.toThrow(/^This database was founded with another secret .*$/);
  expect(await storedSecrets()).toEqual(before);
  expect(await serves(A)).toEqual([{ one: 1 }]);
});

test('a database from before fingerprints were stored is recognised by its signing key', async () => {
  await ask(one, 'delete from platform.installation');
  await expect(provision(one, B)).rejects.toThrow(/founded with another secret/);
  await begin(one, A);
  expect(await ask(one, 'select count(*)::int as marks from platform.installation')).toEqual([{ marks: 1 }]);
}, 60_000);

test('read-only commands refuse another secret and an empty database, and create nothing in either', async () => {
  const before = await storedSecrets();
  await assertReady(one, A);
  await expect(assertReady(one, B)).rejects.toThrow(/founded with another secret/);
  await ask(cluster.url('postgres'), 'create database empty');
  await expect(assertReady(cluster.url('empty'), A)).rejects.toThrow(/nothing in this database yet/);
  const [row] = await ask<{ tables: number }>(
    cluster.url('empty'),
    "select count(*)::int as tables from pg_class where relkind = 'r' and relnamespace::regnamespace::text !~ '^(pg_|information_schema)'",
  );
  expect(row!.tables).toBe(0);
  expect(await storedSecrets()).toEqual(before);
});

test('read-only commands refuse a database of an earlier version', async () => {
  await ask(one, "update migrations set name = 'x' || name where name like 'tables/060%'");
  await expect(assertReady(one, A)).rejects.toThrow(/earlier version \(tables\/060\w+\.sql is missing\)/);
  await ask(one, "update migrations set name = substr(name, 2) where name like 'xtables/060%'");
  await ask(one, "update database_code set digest = 'x' || digest");
  await expect(assertReady(one, A)).rejects.toThrow(/functions of this database are of another version/);
  await ask(one, 'update database_code set digest = substr(digest, 2)');
});

test('a program that is given no user of Postgres serves what was prepared, and cannot change it', async () => {
  const addressOf = (name: string): string => {
    const url = new URL(cluster.url(name));
    url.username = url.password = '';
    return url.toString();
  };
  const open = (name: string, secret: string) =>
    prepareDatabase(
      readConfig({ NODE_ENV: 'production', DATABASE_URL: addressOf(name), BRIDGES_SECRET: secret }),
    );
  const before = await storedSecrets();
  const database = await open('one', A);
  expect(await ask(database.appUrl, 'select current_user::text as me')).toEqual([{ me: 'bridges_app' }]);
  expect(() => administratorOf(database)).toThrow(/^This needs a DATABASE_URL with the user name/);
  for (const [name, secret] of [
    ['one', B],
    ['empty', A],
    ['missing', A],
  ] as const)
    await expect(open(name, secret)).rejects.toThrow(
      /^This database was not prepared with this BRIDGES_SECRET/,
    );
  await ask(one, "update database_code set digest = 'x' || digest");
  await expect(open('one', A)).rejects.toThrow(/functions of this database are of another version/);
  await ask(one, 'update database_code set digest = substr(digest, 2)');
  await ask(one, "update migrations set name = 'x' || name where name like 'tables/060%'");
  await expect(open('one', A)).rejects.toThrow(/earlier version \(tables\/060\w+\.sql is missing\)/);
  await ask(one, "update migrations set name = substr(name, 2) where name like 'xtables/060%'");
  expect(await storedSecrets()).toEqual(before);
});

test('a second database on the server with another secret is refused, and does not stop the first', async () => {
  const before = await storedSecrets();
  await ask(cluster.url('postgres'), 'create database two');
  await expect(begin(cluster.url('two'), B)).rejects.toThrow(
    /^The roles of this server belong to a Bridges with another secret \(database one\).*$/,
  );
  expect(await storedSecrets()).toEqual(before);
  expect(await serves(A)).toEqual([{ one: 1 }]);
});

test('unmarked roles of an earlier version are kept if the secret opens them, otherwise refused', async () => {
  for (const role of LOGIN_ROLES) await ask(one, `comment on role ${role} is null`);
  const before = await storedSecrets();
  await expect(provision(cluster.url('two'), B)).rejects.toThrow(/belong to a Bridges with another secret/);
  expect(await storedSecrets()).toEqual(before);
  await provision(one, A);
  expect(await serves(A)).toEqual([{ one: 1 }]);
  expect(JSON.stringify(await storedSecrets())).toContain('Bridges, secret');
});

test('no role password appears in the log of a server that logs every statement', async () => {
  const place = new URL(one).searchParams.get('host')!;
  const log = readFileSync(join(place, 'server.log'), 'utf8');
  expect(log).toMatch(/alter role bridges_app password 'SCRAM-SHA-256/);
  for (const role of LOGIN_ROLES) expect(log).not.toContain(rolePassword(A, role));
  expect(await ask(one, 'show log_error_verbosity')).toEqual([{ log_error_verbosity: 'terse' }]);
});

describe('exchanging the secret', () => {
  const exchange = (from: string) => rotateSecret(one, { from, to: NEW });

  test('is refused with a wrong secret, while a program serves, and beside another database of the same roles', async () => {
    const before = await storedSecrets();
    await expect(exchange(B)).rejects.toThrow(/founded with another secret/);
    const serving = new pg.Client({ connectionString: urlAs(one, 'bridges_app', A) });
    await serving.connect();
    await expect(exchange(A)).rejects.toThrow(/Bridges is serving this database/);
    await serving.end();
    await ask(cluster.url('postgres'), 'create database three');
    await provision(cluster.url('three'), A);
    await expect(exchange(A)).rejects.toThrow(/The database three .* uses the same roles/);
    await ask(cluster.url('postgres'), 'drop database three');
    expect(await storedSecrets()).toEqual(before);
  });

  test('changes nothing when interrupted', async () => {
    const before = await storedSecrets();
    const broken = rotateSecret(one, { from: A, to: NEW }, () => {
      throw new Error('no room for the file');
    });
    await expect(broken).rejects.toThrow('no room for the file');
    expect(await storedSecrets()).toEqual(before);
  });

  test('opens the database to the new secret alone, and ends every session', async () => {
    await ask(one, `insert into auth.sessions values ('s', '{}', now() + interval '1 hour')`);
    await exchange(A);
    await begin(one, NEW);
    expect(await serves(NEW)).toEqual([{ one: 1 }]);
    await expect(serves(A)).rejects.toThrow(/password authentication failed/);
    await expect(begin(one, A)).rejects.toThrow(/founded with another secret/);
    expect(await ask(one, `select key from access.signing_keys`)).toEqual([{ key: deriveKey(NEW, 'claim') }]);
    expect(await ask(one, 'select from auth.sessions')).toEqual([]);
  }, 60_000);

  test('takes over roles of a database that no longer exists', async () => {
    await ask(cluster.url('postgres'), 'drop database one with (force)');
    await begin(cluster.url('two'), B);
    expect(await serves(B, cluster.url('two'))).toEqual([{ one: 1 }]);
  }, 60_000);

  test('by the console replaces the stored secret, readable by its owner alone, and keeps both public keys', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'rotate-'));
    const file = secretFile(dataDir);
    writeFileSync(file, B);
    const config = { ...readConfig({ BRIDGES_SECRET: B, DATA_DIR: dataDir }) };
    const two = cluster.url('two');
    await expect(rotate({ adminUrl: two }, config, 'short', () => undefined)).rejects.toThrow(
      /BRIDGES_NEW_SECRET to 32/,
    );
    await expect(rotate({ adminUrl: two }, config, B, () => undefined)).rejects.toThrow(
      /is the same as the secret/,
    );
    expect(readFileSync(file, 'utf8')).toBe(B);
    const account = '00000000-0000-7000-8000-000000000001';
    await ask(two, `insert into practitioners (id, name, job_title) values ($1, 'Invented', 'Invented')`, [
      account,
    ]);
    await ask(two, `insert into auth.accounts (id, username, practitioner_id) values ($1, 'invented', $1)`, [
      account,
    ]);
    await ask(
      two,
      `insert into auth.second_factors (id, account_id, kind, secret, created_at) values ($1, $1, 'totp', $2, now())`,
      [account, sealFactorSecret(B, account, 'ABCDEFGH')],
    );
    await ask(two, `insert into authorities (id, name, gss_code) values ($1, 'Invented', 'E')`, [account]);
    await ask(
      two,
      `insert into agencies (id, authority_id, name, kind) values ($1, $1, 'Invented', 'voluntary_sector')`,
      [account],
    );
    await ask(
      two,
      `insert into auth.identity_providers (id, agency_id, name, issuer, subject_claim, client_id, client_secret, is_on, changed_by, changed_at)
       values ($1, $1, 'Invented', 'https://invented.example', 'sub', 'invented', $2, true, $1, now())`,
      [account, sealClientSecret(B, account, 'of the client')],
    );
    const unsent = Buffer.from('typed and not sent');
    await ask(
      two,
      `insert into posts (id, practitioner_id, agency_id, role, began_at) values ($1, $1, $1, 'agency_administrator', now())`,
      [account],
    );
    await ask(
      two,
      `insert into drafts (id, practitioner_id, post_id, form, page, permission, content, revision, saved_at)
       values ($1, $1, $1, '/invented', '/invented', 'directory.read', $2, 1, now())`,
      [account, seal(unsent, contentKey(B, 'drafts', account), account)],
    );
    await ask(
      two,
      `insert into auth.kept_inputs (id, account_id, post_id, kind, content, kept_at) values ($1, $1, $1, 'new child', $2, now())`,
      [account, seal(unsent, contentKey(B, 'kept inputs', account), account)],
    );
    await rotate({ adminUrl: two }, config, undefined, () => undefined);
    const next = readFileSync(file, 'utf8');
    expect(next).toMatch(/^[0-9a-f]{64}$/);
    expect(statSync(file).mode & 0o077).toBe(0);
    const keys = keysIn(readFileSync(join(dataDir, 'log-public-key.pem'), 'utf8'));
    expect([...keys.keys()]).toEqual([logKey(B).id, logKey(next).id]);
    const superuser = new URL(two);
    superuser.password = superuserPassword(next);
    const [factor] = await ask<{ secret: Buffer }>(
      superuser.toString(),
      'select secret from auth.second_factors',
    );
    expect(openFactorSecret(next, account, factor!.secret)).toBe('ABCDEFGH');
    expect(() => openFactorSecret(B, account, factor!.secret)).toThrow();
    const [provider] = await ask<{ secret: Buffer }>(
      superuser.toString(),
      'select client_secret as secret from auth.identity_providers',
    );
    expect(openClientSecret(next, account, provider!.secret)).toBe('of the client');
    // Bound to its provider, and no use as another kind of secret.
    expect(() => openClientSecret(next, account.replace(/1$/, '2'), provider!.secret)).toThrow();
    expect(() => openFactorSecret(next, account, provider!.secret)).toThrow();
    for (const [table, use] of [
      ['drafts', 'drafts'],
      ['auth.kept_inputs', 'kept inputs'],
    ] as const) {
      const [draft] = await ask<{ content: Buffer }>(superuser.toString(), `select content from ${table}`);
      expect(unseal(draft!.content, contentKey(next, use, account), account)).toBe('typed and not sent');
      expect(unseal(draft!.content, contentKey(B, use, account), account)).toBeNull();
    }
    await begin(superuser.toString(), next);
    expect(await serves(next, superuser.toString())).toEqual([{ one: 1 }]);
    await expect(ask(two, 'select 1')).rejects.toThrow(/password authentication failed/);
  }, 60_000);
});
