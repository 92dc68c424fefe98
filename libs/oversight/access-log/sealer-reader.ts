import type { ClientBase } from 'pg';
import type { HeadRow } from './head.js';
import type { LeafRow, LogExtent, LogReader } from './log-lines.js';
import { HEADS, LAST_HEAD, leavesSql, MOMENT, SHARED_LOCK } from './log-reader.sql.js';

const LEAVES = leavesSql('e.id is null');

/** Reads the whole log as the sealing role. Log rows never change, so only the start needs a fixed moment. */
export class SealerReader implements LogReader {
  constructor(private readonly client: ClientBase) {}

  async begin(): Promise<LogExtent> {
    await this.client.query('begin');
    await this.client.query(SHARED_LOCK);
    const { rows } = await this.client.query<{ moment: Date }>(MOMENT);
    const { rows: heads } = await this.client.query<HeadRow>(LAST_HEAD);
    await this.client.query('commit');
    return { exportedAt: rows[0]!.moment, last: heads[0] ?? null };
  }

  async leaves(after: number, upTo: number): Promise<LeafRow[]> {
    return (await this.client.query<LeafRow>(LEAVES, [after, upTo])).rows;
  }

  async heads(after: number, upTo: number): Promise<HeadRow[]> {
    return (await this.client.query<HeadRow>(HEADS, [after, upTo])).rows;
  }
}
