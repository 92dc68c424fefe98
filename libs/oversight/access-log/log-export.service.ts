import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { audit } from '#libs/access';
import { type Actor, actor, CONFIG, type Config, db, UnitOfWork } from '#libs/platform';
import { assertMayReadLog } from './access-log.service.js';
import type { HeadRow } from './head.js';
import { type LogKey, logKey } from './log-key.js';
import { type LeafRow, type LogExtent, logLines, type LogReader } from './log-lines.js';
import { HEADS, LAST_HEAD, leavesSql, MOMENT, SHARED_LOCK } from './log-reader.sql.js';

/** The log as a file that an outsider can check, without any content. */
@Injectable()
export class LogExportService {
  private readonly key: LogKey;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CONFIG) config: Config,
  ) {
    this.key = logKey(config.secret);
  }

  /**
   * Logs the export in the current unit of work; the lines are then read in parts, each in a unit of its own with a
   * fresh claim, while they are sent. Entries of other authorities appear as hashes alone.
   */
  async export(): Promise<Readable> {
    assertMayReadLog();
    const reader = new ReachReader(this.unitOfWork, actor());
    const extent = await reader.begin();
    await audit('export access log', 'access log', { detail: { batches: extent.last?.batch ?? 0 } });
    return Readable.from(withBreaks(logLines(reader, this.key, false, extent)), { objectMode: false });
  }
}

const LINES_AT_ONCE = 200;

async function* withBreaks(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let waiting: string[] = [];
  for await (const line of lines) {
    waiting.push(`${line}\n`);
    if (waiting.length < LINES_AT_ONCE) continue;
    yield waiting.join('');
    waiting = [];
  }
  yield waiting.join('');
}

const LEAVES = leavesSql(
  'e.id is null and l.number in (select access.missing_log_entries($1::bigint + 1, $2::bigint))',
);

/** Reads the log as far as one actor's reach. */
class ReachReader implements LogReader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly who: Actor,
  ) {}

  /** In the current unit of work. */
  async begin(): Promise<LogExtent> {
    await db().query(SHARED_LOCK);
    const [row] = (await db().query(MOMENT)) as [{ moment: Date }];
    const [last] = (await db().query(LAST_HEAD)) as HeadRow[];
    return { exportedAt: row.moment, last: last ?? null };
  }

  leaves(after: number, upTo: number): Promise<LeafRow[]> {
    return this.read(LEAVES, [after, upTo]);
  }

  heads(after: number, upTo: number): Promise<HeadRow[]> {
    return this.read(HEADS, [after, upTo]);
  }

  private read<Row>(text: string, values: unknown[]): Promise<Row[]> {
    return this.unitOfWork.run(this.who, () => db().query(text, values) as Promise<Row[]>);
  }
}
