import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildAssets } from './build-assets.mjs';

// Compiles as files are saved, and after each good compilation starts the program again; views are read anew at each
// request. Options go to Node. The program is asked to stop, not killed, so that it stops its database too.
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
let program = null;
let restarted = Promise.resolve();

const compiler = node([tsc, '-p', 'tsconfig.build.json', '--watch', '--preserveWatchOutput'], 'pipe');
compiler.stdout.setEncoding('utf8').on('data', (text) => {
  process.stdout.write(text);
  if (text.includes('Found 0 errors')) restarted = restarted.then(restart);
});
for (const name of ['SIGINT', 'SIGTERM'])
  process.once(name, () => {
    compiler.kill();
    restarted = restarted.then(stop);
  });

async function restart() {
  await stop();
  await buildAssets(root);
  program = node([...process.argv.slice(2), 'dist/apps/console/src/main.js', 'start'], 'inherit');
}

async function stop() {
  if (!program || program.exitCode !== null || program.signalCode !== null) return;
  program.kill();
  await once(program, 'exit');
}

function node(args, output) {
  const env = { ...process.env, BRIDGES_WATCH: '1' };
  return spawn(process.execPath, args, { cwd: root, env, stdio: ['inherit', output, 'inherit'] });
}
