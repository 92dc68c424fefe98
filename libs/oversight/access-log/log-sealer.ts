import type { Pool, PoolClient } from 'pg';
import { HEAD_COLUMNS, type HeadRow, signHead } from './head.js';
import { contentDigest, ENTRY_COLUMNS, type EntryRow, hashOfEntry } from './leaf.js';
import type { LogKey } from './log-key.js';
import { merkleRoot } from './merkle.js';

const LARGEST_BATCH = 5_000;

/** The lock for sealing, writing out heads and beginning an export, so that one of them happens at a time. */
export const LOG_LOCK = "hashtext('bridges access log')";

type LastHead = HeadRow & { readonly horizon: string | null };

/** Seals entries into batches, in a database role that can do nothing else. */
export class LogSealer {
  constructor(
    private readonly pool: Pool,
    private readonly key: LogKey,
    private readonly largestBatch = LARGEST_BATCH,
  ) {}

  /**
   * Seals the new entries, a batch to a transaction; returns how many. `everything` scans all entries instead of those
   * since the last time: the same unless the database was restored elsewhere.
   */
  async seal({ everything = false } = {}): Promise<number> {
    let sealed = 0;
    for (;;) {
      const size = await this.inLock((client) => this.sealBatch(client, everything));
      sealed += size;
      if (size < this.largestBatch) return sealed;
    }
  }

  private async sealBatch(client: PoolClient, everything: boolean): Promise<number> {
    const last = await lastHead(client);
    // Read before the entries: every transaction below xmin has ended, so the next query sees its entries.
    const { rows: moments } = await client.query<{ xmin: string; moment: Date; known: boolean }>(
      `select pg_snapshot_xmin(pg_current_snapshot())::text as xmin, date_trunc('milliseconds', clock_timestamp()) as moment,
         coalesce($1::xid8 <= pg_snapshot_xmax(pg_current_snapshot()), false) as known`,
      [last?.horizon ?? null],
    );
    const { xmin, moment, known: isHorizonKnown } = moments[0]!;
    const from = isHorizonKnown && !everything ? last!.horizon : null;
    const { rows: entries } = await client.query<EntryRow>(WAITING, [from, this.largestBatch]);
    if (entries.length === 0) return 0;
    const sealed = entries.map((entry) => {
      const content = contentDigest(entry);
      return { id: entry.id, content, hash: hashOfEntry(entry, content) };
    });
    const head = signHead(this.key, {
      batch: (last?.batch ?? 0) + 1,
      firstLeaf: last ? last.firstLeaf + last.size : 0,
      size: sealed.length,
      root: merkleRoot(sealed.map(({ hash }) => hash)),
      previous: last?.hash ?? null,
      sealedAt: moment,
    });
    const isComplete = entries.length < this.largestBatch;
    await client.query(ADD_HEAD, [
      head.batch,
      head.firstLeaf,
      head.size,
      head.root,
      head.previous,
      head.sealedAt,
      head.key,
      head.signature,
      head.hash,
      isComplete ? xmin : from,
    ]);
    await client.query(ADD_LEAVES, [
      head.firstLeaf,
      sealed.map(({ id }) => id),
      head.batch,
      sealed.map(({ content }) => content),
      sealed.map(({ hash }) => hash),
    ]);
    return entries.length;
  }

  /** Runs work in a transaction of its own, under the lock that excludes other sealers. */
  async inLock<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    try {
      await client.query('begin isolation level read committed');
      await client.query(`select pg_advisory_xact_lock(${LOG_LOCK})`);
      const result = await work(client);
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
  }
}

async function lastHead(client: PoolClient): Promise<LastHead | null> {
  const { rows } = await client.query<LastHead>(
    `select ${HEAD_COLUMNS}, h.horizon::text as horizon from audit.heads h order by h.batch desc limit 1`,
  );
  return rows[0] ?? null;
}

const WAITING = `
  select ${ENTRY_COLUMNS} from audit.entries e
  where ($1::xid8 is null or e.xact >= $1::xid8)
    and not exists (select from audit.leaves l where l.entry_id = e.id)
  order by e.at, e.id limit $2`;

const ADD_HEAD = `
  insert into audit.heads (batch, first_leaf, size, root, previous, sealed_at, key, signature, hash, horizon)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::xid8)`;

const ADD_LEAVES = `
  insert into audit.leaves (number, entry_id, batch, content, hash)
  select $1::bigint + u.n - 1, u.id, $3, u.content, u.hash
  from unnest($2::uuid[], $4::bytea[], $5::bytea[]) with ordinality as u (id, content, hash, n)`;
