import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Stops the database server that the tests of this checkout left running for each other.
for (const name of readdirSync(tmpdir()).filter((entry) => /^bridges-test-[0-9a-f]{12}$/.test(entry))) {
  const file = join(tmpdir(), name, 'postgres', 'postmaster.pid');
  if (!existsSync(file)) continue;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  try {
    process.kill(pid, 'SIGINT');
  } catch {
    // It had stopped already.
  }
}
