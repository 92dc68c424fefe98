import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeFonts } from '../libs/documents/pdf/fonts.mjs';
import { buildAssets } from './build-assets.mjs';

// Compiles TypeScript into dist and the styles into dist/assets; both skip what has not changed.
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'dist/.sources');
const sources = fingerprint([
  ...['apps', 'libs', 'bench'].flatMap((folder) => sourcesIn(join(root, folder))),
  ...['tsconfig.json', 'tsconfig.build.json', 'package-lock.json'].map((name) => join(root, name)),
]);
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== sources) {
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  const compiled = spawnSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.build.json')], {
    cwd: root,
    stdio: 'inherit',
  });
  if (compiled.status !== 0) process.exit(compiled.status ?? 1);
  writeFileSync(stamp, sources);
}
await buildAssets(root);
await makeFonts(join(root, 'dist'));

function sourcesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.spec)\.(ts|mts|json)$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

// By time and size: asking the compiler whether there is anything to do takes longer than starting the program.
function fingerprint(files) {
  const hash = createHash('sha256').update(process.version);
  for (const file of files.sort()) {
    const { mtimeMs, size } = statSync(file);
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}
