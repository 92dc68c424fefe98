import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '#libs/platform';
import { type Database, query } from './databases.js';
import type { Measured } from './measures.js';

export interface Run {
  readonly children: number;
  readonly counties: number;
  readonly seed: number;
}

/** Prints what was measured, whatever it is, and keeps it beside the program; it passes or fails nothing. */
export async function report(
  run: Run,
  one: Database,
  many: Database | null,
  measured: readonly Measured[],
): Promise<void> {
  const [server] = await query<{ version: string }>(
    one.adminUrl,
    "select current_setting('server_version') as version",
  );
  const about = {
    date: new Date().toISOString(),
    machine: `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${(totalmem() / 2 ** 30).toFixed(0)} GB`,
    node: process.version,
    postgres: server!.version,
    ...run,
    episodes: one.report.counties[0]!.episodes,
    grants: one.report.grants,
    grantsInAllCounties: many?.report.grants ?? null,
    secondsToGenerate: [one.report.seconds, ...(many ? [many.report.seconds] : [])],
  };
  for (const [name, value] of Object.entries(about))
    console.log(`${name.padEnd(20)} ${JSON.stringify(value)}`);
  const rows = measured.map(({ what, a, b, ratio, goal }) => [what, a, b, ratio?.toFixed(3) ?? '', goal]);
  const all = [['measured', 'first', 'second', 'ratio', 'goal'], ...rows];
  const widths = all[0]!.map((_column, n) => Math.max(...all.map((row) => row[n]!.length)));
  for (const row of all)
    console.log(
      row
        .map((cell, n) => cell.padEnd(widths[n]!))
        .join('  ')
        .trimEnd(),
    );
  for (const { what, note } of measured) console.log(`- ${what}: ${note}`);
  const folder = join(projectRoot, 'bench/results');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'latest.json'), `${JSON.stringify({ about, measured }, null, 2)}\n`);
}
