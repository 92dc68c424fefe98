import { closeSync, existsSync, fstatSync, fsyncSync, ftruncateSync, mkdirSync, openSync } from 'node:fs';
import { appendFileSync, readFileSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { HEAD_COLUMNS, headHash, headLine, type HeadRow } from './head.js';
import type { LogKey } from './log-key.js';
import type { LogSealer } from './log-sealer.js';

const HEADS_AT_A_TIME = 2_000;
const MAX_LINE_LENGTH = 4_096;

/** The heads outside the database: one signed line each, append only, with the public key beside them. */
export class HeadsFile {
  readonly path: string;
  readonly keyPath: string;

  constructor(
    private readonly folder: string,
    private readonly key: LogKey,
  ) {
    this.path = join(folder, 'log-heads.ndjson');
    this.keyPath = join(folder, 'log-public-key.pem');
  }

  /** Appends the missing heads; throws when the database's heads no longer follow those in the file. */
  async writeOut(sealer: LogSealer): Promise<void> {
    mkdirSync(this.folder, { recursive: true });
    this.keepKey();
    while ((await sealer.inLock((client) => this.addSome(client))) === HEADS_AT_A_TIME);
  }

  private async addSome(client: {
    query(text: string, values: unknown[]): Promise<{ rows: unknown[] }>;
  }): Promise<number> {
    const file = openSync(this.path, existsSync(this.path) ? 'r+' : 'w+', 0o644);
    try {
      const last = lastIn(file);
      const { rows } = await client.query(
        `select ${HEAD_COLUMNS} from audit.heads h where h.batch >= $1 order by h.batch limit $2`,
        [last?.batch ?? 1, HEADS_AT_A_TIME + 1],
      );
      const heads = rows as HeadRow[];
      if (last && heads.shift()?.hash.toString('hex') !== last.hash)
        throw new Error(
          `The access log of this database does not continue ${this.path}, whose last batch is ${last.batch}. Run: console verify-log --heads ${this.path}`,
        );
      if (heads.length === 0) return 0;
      writeSync(file, heads.map((head) => `${headLine(head)}\n`).join(''), fstatSync(file).size);
      fsyncSync(file);
      return heads.length;
    } finally {
      closeSync(file);
    }
  }

  /** An earlier key stays: its signatures must still be verifiable. */
  private keepKey(): void {
    const storedKeys = existsSync(this.keyPath) ? readFileSync(this.keyPath, 'utf8') : '';
    if (!storedKeys.includes(this.key.pem)) appendFileSync(this.keyPath, this.key.pem);
  }
}

/** The last whole line. A partial line after it, left by an interrupted write, is cut off: it will be written again. */
function lastIn(file: number): { batch: number; hash: string } | null {
  const { size } = fstatSync(file);
  const tail = Buffer.alloc(Math.min(size, 2 * MAX_LINE_LENGTH));
  readSync(file, tail, 0, tail.length, size - tail.length);
  const end = tail.lastIndexOf(10);
  if (end + 1 < tail.length) ftruncateSync(file, size - (tail.length - end - 1));
  if (end < 0) return null;
  const line = tail.toString('utf8', tail.lastIndexOf(10, end - 1) + 1, end);
  const { head } = JSON.parse(line) as { head: { batch: number } };
  return { batch: head.batch, hash: headHash(head).toString('hex') };
}
