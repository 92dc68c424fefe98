import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { embeddedBinaries, enterablePlace, serverUser } from './embedded-place.js';

const START_TIMEOUT_MS = 60_000;
/** How long another program's server may take to answer before this one tries to start its own. */
const OTHER_PROGRAM_TIMEOUT_MS = 10_000;
const MAX_STARTS = 5;
const WRONG_PASSWORD = '28P01';
const STARTING = '57P03';
const MAX_LOG_BYTES = 1_000_000;

/** The files of one Postgres and how to connect: a local socket only, so there is no port to conflict. */
export class EmbeddedServer {
  readonly data: string;
  private readonly user = serverUser();
  private readonly place: string;
  private readonly password: string;

  /** `locale` is how a new cluster compares text; an existing one keeps its own. */
  constructor(
    folder: string,
    password: string,
    private readonly locale: readonly string[] = LOCALE,
  ) {
    this.place = enterablePlace(folder, this.user);
    this.password = password;
    this.data = join(this.place, 'postgres');
  }

  /** Connection string of the superuser for one database. */
  url(database: string): string {
    return `postgres://postgres:${encodeURIComponent(this.password)}@localhost/${database}?host=${encodeURIComponent(this.place)}`;
  }

  get exists(): boolean {
    return existsSync(join(this.data, 'PG_VERSION'));
  }

  /** Connects to the running server or starts one, however the last one ended. Throws one line when it cannot run. */
  async ensureRunning(): Promise<void> {
    if (!this.exists) this.create();
    const startedAt = Date.now();
    let child: ChildProcess | null = null;
    for (let starts = 0; Date.now() - startedAt < START_TIMEOUT_MS; await pause(100)) {
      const answer = await this.probe();
      if (answer === 'yes') return child?.unref();
      if (answer === 'wrong password') {
        child?.kill('SIGINT');
        throw new Error(
          `The database in ${this.data} was founded with another secret. Give the one that it was founded with; nothing was changed.`,
        );
      }
      if (answer === 'starting' || (child && child.exitCode === null)) continue;
      // Another program's server may not listen yet; a crashed server may not have released its lock yet.
      if (!child && this.pid !== null && Date.now() - startedAt < OTHER_PROGRAM_TIMEOUT_MS) continue;
      if (starts++ >= MAX_STARTS) throw new Error(this.describeFailedStart(child));
      if (child) await pause(500);
      child = this.spawn();
    }
    throw new Error(`The embedded database did not answer within a minute. See ${this.logFile}.`);
  }

  /** Ends the server and waits until it is gone. */
  async stop(): Promise<void> {
    const { pid } = this;
    if (pid === null) return;
    try {
      process.kill(pid, 'SIGINT');
      for (let wait = 0; wait < 200; wait++) {
        process.kill(pid, 0);
        await pause(50);
      }
    } catch {
      // The process is gone already: the goal is reached.
    }
  }

  /** The running server's process, or null. */
  private get pid(): number | null {
    const file = join(this.data, 'postmaster.pid');
    if (!existsSync(file)) return null;
    const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
    try {
      process.kill(pid, 0);
      return pid;
    } catch {
      return null;
    }
  }

  private get logFile(): string {
    return join(this.place, 'server.log');
  }

  private describeFailedStart(child: ChildProcess | null): string {
    const lastLines = readFileSync(this.logFile, 'utf8').trim().split('\n').slice(-3).join(' ');
    return `The embedded database in ${this.data} stopped at its start (exit ${child?.exitCode}). It said: ${lastLines}`;
  }

  /** Created beside its final place and moved there when complete: an interrupted attempt is redone. */
  private create(): void {
    const { place, user } = this;
    mkdirSync(place, { recursive: true, mode: 0o711 });
    if (user) chownSync(place, user.uid, user.gid);
    const passwordFile = join(place, 'initdb-password');
    const newData = `${this.data}.new`;
    writeFileSync(passwordFile, this.password, { mode: 0o600 });
    if (user) chownSync(passwordFile, user.uid, user.gid);
    rmSync(newData, { recursive: true, force: true });
    try {
      execFileSync(
        join(embeddedBinaries(user), 'initdb'),
        ['-D', newData, '-U', 'postgres', `--pwfile=${passwordFile}`, ...INITDB, ...this.locale],
        { ...user, cwd: place, stdio: 'pipe' },
      );
      rmSync(this.data, { recursive: true, force: true });
      renameSync(newData, this.data);
    } catch (error) {
      rmSync(newData, { recursive: true, force: true });
      throw new Error(
        `The embedded database could not be made: ${String((error as { stderr?: Buffer }).stderr ?? error)}`,
        { cause: error },
      );
    } finally {
      rmSync(passwordFile, { force: true });
    }
  }

  private spawn(): ChildProcess {
    const flags = Object.entries({ ...SETTINGS, unix_socket_directories: this.place }).flatMap(
      ([name, value]) => ['-c', `${name}=${value}`],
    );
    if ((statSync(this.logFile, { throwIfNoEntry: false })?.size ?? 0) > MAX_LOG_BYTES) rmSync(this.logFile);
    const log = openSync(this.logFile, 'a', 0o600);
    try {
      return spawn(join(embeddedBinaries(this.user), 'postgres'), ['-D', this.data, ...flags], {
        ...this.user,
        cwd: this.place,
        stdio: ['ignore', log, log],
        detached: true,
      });
    } finally {
      closeSync(log);
    }
  }

  private async probe(): Promise<'yes' | 'no' | 'starting' | 'wrong password'> {
    const client = new pg.Client({ connectionString: this.url('postgres') });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query('select 1');
      return 'yes';
    } catch (error) {
      const { code } = error as { code?: string };
      return code === WRONG_PASSWORD ? 'wrong password' : code === STARTING ? 'starting' : 'no';
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

const INITDB = ['--auth=scram-sha-256', '-E', 'UTF8'];
const LOCALE = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];

// Parameter values never reach the log: they could hold a claim or a child's name.
const SETTINGS = {
  listen_addresses: '',
  max_connections: '120',
  shared_buffers: '256MB',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_min_messages: 'warning',
  jit: 'off',
};

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
