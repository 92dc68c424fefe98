import { spawn, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

// Compiles as files are saved and starts the program again; pages are read anew at each request. Options go to Node.
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const built = spawnSync(process.execPath, ['bin/build.mjs'], { cwd: root, stdio: 'inherit' });
if (built.status !== 0) process.exit(built.status ?? 1);

const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
const running = [
  start([tsc, '-p', 'tsconfig.build.json', '--watch', '--preserveWatchOutput']),
  start([...process.argv.slice(2), '--watch', 'dist/apps/console/src/main.js', 'start']),
];
for (const name of ['SIGINT', 'SIGTERM'])
  process.once(name, () => running.forEach((child) => child.kill(name)));
// One without the other is of no use.
for (const child of running) child.once('exit', () => running.forEach((other) => other.kill()));

function start(args) {
  const env = { ...process.env, BRIDGES_WATCH: '1' };
  return spawn(process.execPath, args, { cwd: root, stdio: 'inherit', env });
}
