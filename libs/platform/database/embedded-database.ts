import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { embeddedBinaries, enterablePlace, serverUser } from './embedded-place.js';

export interface EmbeddedDatabase {
  /** Connection string of the cluster's superuser for one database of it. */
  url(database: string): string;
  stop(): Promise<void>;
}

/**
 * A real Postgres from the package registry, its data under `folder`, reached by a local socket only, so no port can be
 * taken. A server left running by an earlier start is found and used again.
 */
export async function startEmbeddedDatabase(folder: string, password: string): Promise<EmbeddedDatabase> {
  const user = serverUser();
  const place = enterablePlace(folder, user);
  const data = join(place, 'postgres');
  const bin = embeddedBinaries(user);
  const url = (database: string): string =>
    `postgres://postgres:${encodeURIComponent(password)}@localhost/${database}?host=${encodeURIComponent(place)}`;
  mkdirSync(place, { recursive: true, mode: 0o711 });
  if (user) chownSync(place, user.uid, user.gid);
  if (!existsSync(join(data, 'PG_VERSION'))) createCluster(bin, place, data, password, user);
  const left = await runningServer(data, url('postgres'));
  if (left) return { url, stop: () => stopServer(left) };
  const server = startServer(bin, place, data, user);
  await untilReady(server, url('postgres'));
  server.unref();
  return { url, stop: () => stopServer(server.pid!) };
}

type User = { uid: number; gid: number } | null;

function createCluster(bin: string, place: string, data: string, password: string, user: User): void {
  const passwordFile = join(place, 'initdb-password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user) chownSync(passwordFile, user.uid, user.gid);
  rmSync(data, { recursive: true, force: true });
  try {
    execFileSync(
      join(bin, 'initdb'),
      [
        '-D',
        data,
        '-U',
        'postgres',
        '--auth=scram-sha-256',
        `--pwfile=${passwordFile}`,
        '-E',
        'UTF8',
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
      ],
      { ...user, cwd: place, stdio: 'pipe' },
    );
  } catch (error) {
    rmSync(data, { recursive: true, force: true });
    throw new Error(
      `The embedded database could not be made: ${String((error as { stderr?: Buffer }).stderr ?? error)}`,
      { cause: error },
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function startServer(bin: string, place: string, data: string, user: User): ChildProcess {
  // No parameter value reaches the log: a claim or a child's name would stand there.
  const settings = {
    listen_addresses: '',
    unix_socket_directories: place,
    max_connections: '120',
    shared_buffers: '256MB',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
    log_min_error_statement: 'panic',
    log_min_messages: 'warning',
    jit: 'off',
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return spawn(join(bin, 'postgres'), ['-D', data, ...flags], {
    ...user,
    cwd: place,
    stdio: 'ignore',
    detached: true,
  });
}

async function untilReady(server: ChildProcess, url: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    if (server.exitCode !== null)
      throw new Error(`The embedded database stopped at its start (exit ${server.exitCode}).`);
    if (await answers(url)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The embedded database did not answer within a minute.');
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function runningServer(data: string, url: string): Promise<number | null> {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  return (await answers(url)) ? pid : null;
}

async function stopServer(pid: number): Promise<void> {
  try {
    process.kill(pid, 'SIGINT');
    for (let wait = 0; wait < 200; wait++) {
      process.kill(pid, 0);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  } catch {
    // Gone, which is what was wanted.
  }
}
