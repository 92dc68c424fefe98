import { createReadStream, createWriteStream, existsSync, readFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Writable } from 'node:stream';
import pg from 'pg';
import {
  keysIn,
  type LogKey,
  logKey,
  logLines,
  LogVerifier,
  SealerReader,
  type Verdict,
} from '#libs/oversight/access-log';
import { plural } from '#libs/page-kit';
import type { Config } from '#libs/platform';

type Say = (line: string) => void;

/**
 * Exports the whole log as lines to a file or to the terminal; `contents` adds free text, which is for people to read.
 */
export async function exportLog(
  sealerUrl: string,
  config: Config,
  { out, contents }: { out?: string | undefined; contents: boolean },
): Promise<void> {
  await asSealer(sealerUrl, async (client) => {
    const reader = new SealerReader(client);
    const target: Writable = out ? createWriteStream(out, { mode: 0o600 }) : process.stdout;
    for await (const line of logLines(reader, logKey(config.secret), contents, await reader.begin()))
      if (!target.write(`${line}\n`)) await once(target, 'drain');
    await new Promise<void>((resolve, reject) => {
      target.once('error', reject);
      if (out) target.end(resolve);
      else target.write('', () => resolve());
    });
  });
}

interface Check {
  /** A file of heads kept elsewhere; by default the one beside the data. */
  readonly heads?: string | undefined;
  /** A file with public keys of earlier secrets. */
  readonly key?: string | undefined;
}

/** Verifies the log in the database against itself and the exported heads; true if nothing is wrong. */
export async function verifyDatabase(
  sealerUrl: string,
  config: Config,
  check: Check,
  say: Say,
): Promise<boolean> {
  return asSealer(sealerUrl, async (client) => {
    const key = logKey(config.secret);
    const verifier = verifierFor(key, check, config);
    const reader = new SealerReader(client);
    const extent = await reader.begin();
    for await (const line of logLines(reader, key, true, extent)) await verifier.line(line);
    const end = extent.last ? extent.last.firstLeaf + extent.last.size : 0;
    const { rows } = await client.query<{ waiting: number; beyond: number }>(LOOSE, [
      end,
      extent.last?.batch ?? 0,
    ]);
    const { waiting, beyond } = rows[0]!;
    if (beyond > 0) verifier.report(`${beyond} leaves come after the last head`);
    const good = printVerdict(await verifier.verdict(), say);
    say(`${plural(waiting, 'entry', 'entries')} waiting to be sealed.`);
    return good;
  });
}

/** Verifies an export. Needs no database. */
export async function verifyFile(file: string, config: Config, check: Check, say: Say): Promise<boolean> {
  const verifier = verifierFor(logKey(config.secret), check, config);
  for await (const line of linesOf(file)) await verifier.line(line);
  return printVerdict(await verifier.verdict(), say);
}

const LOOSE = `
  select (select count(*)::int from audit.entries e where not exists (select from audit.leaves l where l.entry_id = e.id)) as waiting,
    (select count(*)::int from audit.leaves l where l.number >= $1 and l.batch <= $2) as beyond`;

function verifierFor(key: LogKey, { heads, key: keyFile }: Check, { dataDir }: Config): LogVerifier {
  const beside = join(dataDir, 'log-heads.ndjson');
  const kept = heads ?? (existsSync(beside) ? beside : null);
  const keys = new Map([
    [key.id, key.publicKey] as const,
    ...(keyFile ? keysIn(readFileSync(keyFile, 'utf8')) : []),
  ]);
  return new LogVerifier({ keys, ...(kept ? { heads: linesOf(kept)[Symbol.asyncIterator]() } : {}) });
}

const linesOf = (file: string): AsyncIterable<string> =>
  createInterface({ input: createReadStream(file), crlfDelay: Infinity });

function printVerdict({ problems, problemCount, entries, batches, from, to }: Verdict, say: Say): boolean {
  for (const problem of problems) say(problem.charAt(0).toUpperCase() + problem.slice(1));
  if (problemCount > problems.length) say(`… and ${problemCount - problems.length} more.`);
  if (problemCount > 0) {
    say('The access log does not match what was sealed.');
    return false;
  }
  if (entries === 0) say('No problems found. Nothing has been sealed yet.');
  else
    say(
      `${plural(entries, 'entry', 'entries')} in ${plural(batches, 'batch', 'batches')}, unbroken from ${from} to ${to}.`,
    );
  return true;
}

async function asSealer<T>(sealerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: sealerUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
