import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type MailSettings, readMailSettings } from './mail-settings.js';
import { projectRoot } from './project-root.js';
import { DEFAULT_SESSIONS, DEMO_SESSIONS, readSessionLimits, type SessionLimits } from './session-limits.js';

export interface Config {
  readonly port: number;
  readonly metricsPort: number | null;
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  readonly roles: readonly ProgramRole[];
  readonly production: boolean;
  readonly demo: boolean;
  readonly secret: string;
  /** Where people find it, without a slash at the end. */
  readonly publicUrl: string | null;
  readonly mail: MailSettings;
  /** Whether a webhook may have a plain or local address: for trials on one machine only. */
  readonly webhooksToLoopback: boolean;
  /** Whether an agency's identity provider may have a plain or local address: for tests on one machine only. */
  readonly providersOnLoopback: boolean;
  readonly sessions: SessionLimits;
}

export type ProgramRole = 'pages' | 'api' | 'jobs';
const PROGRAM_ROLES: readonly ProgramRole[] = ['pages', 'api', 'jobs'];
const MIN_SECRET_LENGTH = 32;

/**
 * Reads the environment once. Demo mode is on only with the embedded database outside production. Without `begins` no
 * missing secret is created: for commands that work on an existing installation and never start one. Throws an Error
 * with one readable line for each unusable setting.
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env, { begins = true } = {}): Config {
  const errors: string[] = [];
  const production = env['NODE_ENV'] === 'production';
  const databaseUrl = env['DATABASE_URL'] || null;
  const dataDir = env['DATA_DIR'] || join(projectRoot, '.data');
  const roles = readRoles(env['ROLES'], errors);
  if (databaseUrl && !URL.canParse(databaseUrl))
    errors.push('DATABASE_URL must be an address such as postgres://host:5432/bridges.');
  if (production && !databaseUrl) errors.push('Set DATABASE_URL in production.');
  const secret = env['BRIDGES_SECRET'] ?? '';
  if ((production || databaseUrl || secret) && secret.length < MIN_SECRET_LENGTH)
    errors.push(
      `Set BRIDGES_SECRET to ${MIN_SECRET_LENGTH} characters or more${production ? ' in production' : databaseUrl ? ' with DATABASE_URL' : ''}.`,
    );
  const port = readPort('PORT', env['PORT'] ?? '3000', errors);
  const metricsPort = env['METRICS_PORT'] ? readPort('METRICS_PORT', env['METRICS_PORT'], errors) : null;
  const publicUrl = readPublicUrl(env['PUBLIC_URL'], errors);
  const mail = readMailSettings(env, publicUrl, errors);
  const webhooksToLoopback = env['WEBHOOKS_TO_LOOPBACK'] === 'true';
  if (webhooksToLoopback && production) errors.push('WEBHOOKS_TO_LOOPBACK is not for production.');
  const providersOnLoopback = env['IDENTITY_PROVIDERS_ON_LOOPBACK'] === 'true';
  if (providersOnLoopback && production) errors.push('IDENTITY_PROVIDERS_ON_LOOPBACK is not for production.');
  const demo = !databaseUrl && !production;
  const sessions = readSessionLimits(env, demo ? DEMO_SESSIONS : DEFAULT_SESSIONS, errors);
  if (errors.length > 0) throw new Error(errors.join('\n'));
  return {
    port,
    metricsPort,
    databaseUrl,
    dataDir,
    roles,
    production,
    demo,
    secret: secret || storedSecret(dataDir, begins),
    publicUrl,
    mail,
    webhooksToLoopback,
    providersOnLoopback,
    sessions,
  };
}

function readPort(name: string, text: string, errors: string[]): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    errors.push(`${name} must be a port, not "${text}".`);
  return port;
}

function readRoles(text: string | undefined, errors: string[]): ProgramRole[] {
  const names = (text ?? PROGRAM_ROLES.join(',')).split(',').map((role) => role.trim());
  const roles = names.filter((role): role is ProgramRole => PROGRAM_ROLES.includes(role as ProgramRole));
  if (roles.length !== names.length)
    errors.push(`ROLES can name ${PROGRAM_ROLES.join(', ')}. It is "${text}".`);
  return roles;
}

const ONE_MACHINE = new Set(['localhost', '127.0.0.1', '[::1]']);

function readPublicUrl(text: string | undefined, errors: string[]): string | null {
  if (!text) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  const usable = url?.protocol === 'https:' || (url?.protocol === 'http:' && ONE_MACHINE.has(url.hostname));
  if (!url || !usable || url.origin !== text.replace(/\/$/, '')) {
    errors.push(`PUBLIC_URL must be https:// and a host, or http://localhost and a port, not "${text}".`);
    return null;
  }
  return url.origin;
}

/** Where people find Bridges, without a slash at the end: on this machine, unless PUBLIC_URL says otherwise. */
export const baseUrl = ({ publicUrl, port }: Pick<Config, 'publicUrl' | 'port'>): string =>
  publicUrl ?? `http://localhost:${port}`;

/** Whether people come by TLS: always, but for a demonstration and a PUBLIC_URL of http, which is on one machine. */
export const isOverTls = ({ demo, publicUrl }: Pick<Config, 'demo' | 'publicUrl'>): boolean =>
  !demo && !publicUrl?.startsWith('http:');

/** Where an installation with an embedded database keeps its secret. */
export const secretFile = (dataDir: string): string => join(dataDir, 'secret');

/** The installation's own secret, created at the first start and stored beside the data. */
function storedSecret(dataDir: string, begins: boolean): string {
  const file = secretFile(dataDir);
  const stored = existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
  if (stored !== null && stored.length >= MIN_SECRET_LENGTH) return stored;
  if (stored !== null || existsSync(join(dataDir, 'database')))
    throw new Error(
      `The secret of this installation is ${stored === null ? 'missing from' : 'incomplete in'} ${file}, and its database cannot be opened without it. Restore it from a backup. Nothing was changed.`,
    );
  if (!begins) throw new Error(`There is no installation in ${dataDir} yet. First run: npm start.`);
  mkdirSync(dataDir, { recursive: true });
  const secret = randomBytes(32).toString('hex');
  writeFileSync(file, secret, { mode: 0o600 });
  return secret;
}
