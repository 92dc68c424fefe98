import type { Database } from './databases.js';
import { atMost, type Measured } from './measured.js';
import type { PageRequest } from './pages.js';
import type { Program } from './program.js';
import { Replay } from './replay.js';

const READS = 20;

/** One person reads one episode twenty times; no transaction ends before all have sent their last statement. */
export async function waitsForRows(
  program: Program,
  database: Database,
  page: PageRequest,
): Promise<Measured> {
  const who = await program.actor(page.who);
  const replays = await Promise.all(Array.from({ length: READS }, () => Replay.over(database.appUrl, who)));
  const patience = { text: "set local lock_timeout = '2s'", values: [] };
  const [begin, ...rest] = page.statements;
  const read = [begin!, patience, ...rest];
  const ended = await Promise.allSettled(replays.map((replay) => replay.send(read)));
  for (const replay of replays) {
    await replay.undo();
    await replay.end();
  }
  const failed = ended.flatMap((end) => (end.status === 'rejected' ? [String(end.reason)] : []));
  return atMost(0, {
    what: `${READS} reads of one episode by one person at once: those that wait for another's row`,
    value: failed.length,
    note: failed[0] ?? 'all twenty transactions came to their end before one of them was over',
  });
}
