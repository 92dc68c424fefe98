import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '#libs/platform';
import { atMost, type Measured } from './measured.js';
import { median } from './ratios.js';

const STARTS = 5;
const LONGEST_MS = 60_000;

/** From nothing running, not even the database, until the program reports that it is ready. */
export async function startTime(): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'bridges-bench-start-'));
  const port = await freePort();
  const env = { ...process.env, DATA_DIR: folder, PORT: String(port) };
  try {
    await ended(console_('prepare', env));
    const seconds: number[] = [];
    for (let n = 0; n < STARTS; n++) {
      const began = performance.now();
      const program = console_('start', env);
      await ready(port, program);
      seconds.push((performance.now() - began) / 1000);
      program.kill('SIGTERM');
      await ended(program);
    }
    return atMost(4, {
      what: 'start of the program on a prepared database',
      value: median(seconds),
      unit: ' s',
      note: `what npm start runs after the build, until it is ready; ${STARTS} starts, the quickest ${Math.min(...seconds).toFixed(1)} s`,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const console_ = (command: string, env: NodeJS.ProcessEnv): ChildProcess =>
  spawn(process.execPath, [join(projectRoot, 'dist/apps/console/src/main.js'), command], {
    env,
    stdio: 'ignore',
  });

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) =>
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`The program ended with ${code}.`)),
    ),
  );

async function ready(port: number, program: ChildProcess): Promise<void> {
  for (const began = Date.now(); Date.now() - began < LONGEST_MS && program.exitCode === null;) {
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => null);
    if (answer?.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  program.kill('SIGKILL');
  throw new Error('The program did not come to be ready.');
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
