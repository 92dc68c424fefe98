import { Inject, Injectable } from '@nestjs/common';
import { audit, mayEver } from '#libs/access';
import {
  actor,
  CONFIG,
  type Config,
  conflict,
  forbidden,
  invalidField,
  isId,
  db,
  unreachable,
  query,
} from '#libs/platform';
import { validateLogFilter, cursorAfter, type LogFilter } from './access-log.rules.js';
import { FIND, searchSql } from './access-log.sql.js';
import { HEAD_COLUMNS, headLine, type HeadRow } from './head.js';
import { type LogKey, logKey } from './log-key.js';
import { LAST_HEAD } from './log-reader.sql.js';

/** One entry of the log, with its place in the sealed batches. */
export interface LogEntry {
  readonly id: string;
  readonly at: Date;
  /** Null for a system of an agency, whose service token `detail` names. */
  readonly practitioner: { readonly id: string; readonly name: string } | null;
  readonly agency: { readonly id: string; readonly name: string };
  readonly role: string;
  readonly act: string;
  readonly subjectKind: string;
  readonly subjectId: string | null;
  readonly episodeId: string | null;
  readonly childId: string | null;
  readonly reaches: readonly string[];
  readonly reason: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
  /** Null while it waits to be sealed. */
  readonly leaf: number | null;
  readonly batch: number | null;
  readonly hash: string | null;
  /** The salted digest of the content; null when there was none. */
  readonly content: string | null;
  readonly erased: boolean;
}
export interface LogState {
  readonly sealed: number;
  readonly waiting: number;
  readonly last: HeadRow | null;
  readonly publicKey: string;
  readonly fingerprint: string;
}

const PAGE = 50;
const HEADS = `select ${HEAD_COLUMNS} from audit.heads h where h.batch > $1 order by h.batch limit $2`;

/** The access log for its governance: how far it is sealed, its entries, and erasing their content. */
@Injectable()
export class AccessLogService {
  private readonly key: LogKey;

  constructor(@Inject(CONFIG) config: Config) {
    this.key = logKey(config.secret);
  }

  async state(): Promise<LogState> {
    assertMayReadLog();
    const [last] = await query<HeadRow>(LAST_HEAD);
    const [row] = (await query<{ waiting: number }>(
      'select access.unsealed_log_entries()::float8 as waiting',
    )) as [{ waiting: number }];
    return {
      sealed: last ? last.firstLeaf + last.size : 0,
      waiting: row.waiting,
      last: last ?? null,
      publicKey: this.key.pem,
      fingerprint: this.key.id,
    };
  }

  /**
   * Entries within reach, the latest first, a page at a time. 422 for invalid criteria. The search itself is logged.
   */
  async search(filter: LogFilter): Promise<{ items: LogEntry[]; next: string | null }> {
    assertMayReadLog();
    validateLogFilter(filter);
    const { text, values } = searchSql(filter, PAGE + 1);
    const rows = await query<LogEntry & { exact: string }>(text, values);
    const last = rows.length > PAGE ? rows[PAGE - 1]! : null;
    const { cursor: _cursor, ...criteria } = filter;
    await audit('read access log', 'access log', { detail: { ...criteria } });
    return {
      items: rows.slice(0, PAGE).map(({ exact: _exact, ...entry }) => entry),
      next: last && cursorAfter(last.exact, last.id),
    };
  }

  /** One entry; 404 when it is not within reach. */
  async find(id: string): Promise<LogEntry> {
    assertMayReadLog();
    const [row] = isId(id) ? await query<LogEntry & { exact: string }>(FIND, [id]) : [];
    if (!row) throw unreachable();
    const { exact: _exact, ...entry } = row;
    return entry;
  }

  /** Erases the content of an entry: reason and detail, for good. Its leaf stays, and so does the proof. */
  async eraseContent(id: string, reason: string): Promise<void> {
    const entry = await this.find(id);
    if (!mayEver(actor().role, 'log.erase'))
      throw forbidden('Only information governance can erase from the log.');
    if (!reason.trim()) throw invalidField('reason', 'Enter why it needs to be erased');
    if (entry.leaf === null)
      throw conflict('This entry has not been sealed yet. Try again in a minute or two.');
    if (entry.content === null)
      throw conflict('This entry has no reason or detail, so there is nothing to erase.');
    if (entry.erased) throw conflict('The reason and detail of this entry have already been erased.');
    const { episodeId, childId } = entry;
    await audit('erase log content', 'log entry', {
      subjectId: id,
      reason: reason.trim(),
      ...(episodeId ? { episodeId } : {}),
      ...(childId ? { childId } : {}),
    });
    await db().query('select access.erase_log_content($1)', [id]);
  }

  /** Signed heads in order after this batch, as in the file of heads. */
  async heads(after: number, most: number): Promise<{ batch: number; line: string }[]> {
    assertMayReadLog();
    const rows = await query<HeadRow>(HEADS, [after, most]);
    return rows.map((head) => ({ batch: head.batch, line: headLine(head) }));
  }
}

export function assertMayReadLog(): void {
  if (!mayEver(actor().role, 'log.read'))
    throw forbidden('Only information governance can read the whole access log.');
}
