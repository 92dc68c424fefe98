import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Runs in the child process: reports its port, and its processor time on request. */
export function reportUsage(port: number): void {
  process.on('message', () => process.send!({ cpu: process.cpuUsage() }));
  process.on('disconnect', () => process.exit());
  process.send!({ port });
}

/** A server in its own process, stopped by process id. */
export class Child {
  private constructor(
    private readonly process: ChildProcess,
    readonly port: number,
  ) {}

  static async start(file: string, env: Record<string, string>): Promise<Child> {
    const child = fork(fileURLToPath(new URL(file, import.meta.url)), { env: { ...process.env, ...env } });
    const { port } = (await nextMessage(child)) as { port: number };
    return new Child(child, port);
  }

  /** User and system processor time so far, in milliseconds. */
  async cpuMilliseconds(): Promise<number> {
    const answer = nextMessage(this.process);
    this.process.send('cpu');
    const { cpu } = (await answer) as { cpu: NodeJS.CpuUsage };
    return (cpu.user + cpu.system) / 1000;
  }

  async stop(): Promise<void> {
    if (this.process.exitCode !== null) return;
    const gone = new Promise((resolve) => this.process.once('exit', resolve));
    this.process.kill('SIGKILL');
    await gone;
  }
}

function nextMessage(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null): void =>
      reject(new Error(`A server of the measurements stopped (exit ${code}).`));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      resolve(message);
    });
  });
}
