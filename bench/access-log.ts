import { hash } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { logKey } from '#libs/oversight/access-log';
import { projectRoot } from '#libs/platform';
import { exampleLog } from './example-log.js';
import { atMost, type Measured, milliseconds } from './measured.js';
import { paired } from './ratios.js';

const ENTRIES = 100_000;
const BATCH = 5_000;
const PAIRS = 5;

interface Verifier {
  readKeys(texts: readonly string[]): unknown;
  verifyLog(lines: readonly string[], options: { keys: unknown }): { ok: boolean };
}

/** Time for the external verifier to check an export, compared with hashing the same bytes once. */
export async function logVerification(): Promise<Measured> {
  const verifier = (await import(pathToFileURL(join(projectRoot, 'bin/verify-log.mjs')).href)) as Verifier;
  const key = logKey('a secret of the measurements alone');
  const keys = verifier.readKeys([key.pem]);
  const lines = await exampleLog(key, ENTRIES, BATCH).lines();
  let whole = true;
  const { a, b, ratio, pairs } = await paired(
    PAIRS,
    () => timed(() => (whole &&= verifier.verifyLog(lines, { keys }).ok)),
    () => timed(() => lines.forEach((line) => hash('sha256', line, 'buffer'))),
  );
  return atMost(8, {
    what: 'access log: verifying an export ÷ hashing its lines',
    value: ratio,
    note: `${ENTRIES} entries in batches of ${BATCH}, ${pairs} pairs; ${milliseconds(a)} and ${milliseconds(b)}; ${Math.round((ENTRIES / a) * 1000)} entries a second; ${whole ? 'found whole' : 'NOT WHOLE'}`,
  });
}

async function timed(work: () => void): Promise<number> {
  const began = performance.now();
  work();
  return performance.now() - began;
}
