import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '#libs/platform';
import { SEED } from './config.js';
import { type Database, query, type Size } from './databases.js';
import type { Measured } from './measured.js';
import { isExact } from './processor-time.js';

const folder = join(projectRoot, 'bench/results');

/** Writes the figures next to the program. A report never passes or fails a run. */
export async function report(
  size: Size,
  one: Database,
  measured: readonly Measured[],
  name: string,
): Promise<void> {
  const [counted] = await query<{ postgres: string; episodes: number; grants: number }>(
    one.adminUrl,
    `select current_setting('server_version') as postgres, (select count(*)::int from episodes) as episodes,
       (select count(*)::int from access.grants) as grants`,
  );
  const about = {
    date: new Date().toISOString(),
    machine: `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${(totalmem() / 2 ** 30).toFixed(0)} GB`,
    load: loadavg().map((load) => Math.round(load * 10) / 10),
    time: isExact ? 'processor time of the backend' : 'time on the wall',
    node: process.version,
    seed: SEED,
    ...size,
    ...counted!,
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.md`), table(about, measured));
}

function table(about: object, measured: readonly Measured[]): string {
  const rows = measured.map(
    ({ what, value, unit, goal, met, note }) =>
      `| ${what} | ${Number.isInteger(value) ? value : value.toFixed(2)}${unit} | ${goal}${met ? '' : ', **missed**'} | ${note} |`,
  );
  return `# Figures

${Object.entries(about)
  .map(([name, value]) => `- ${name}: ${String(value)}`)
  .join('\n')}

| figure | measured | goal | how |
|---|---|---|---|
${rows.join('\n')}
`;
}
