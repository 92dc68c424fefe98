import { canonicalJson, type Json } from './canonical-json.js';
import type { LogKey } from './log-key.js';
import { sha256 } from './merkle.js';

/** A head as a row of audit.heads. */
export interface HeadRow {
  readonly batch: number;
  readonly firstLeaf: number;
  readonly size: number;
  readonly root: Buffer;
  readonly previous: Buffer | null;
  readonly sealedAt: Date;
  readonly key: string;
  readonly signature: Buffer;
  readonly hash: Buffer;
}

export const HEAD_COLUMNS = `
  h.batch::float8 as batch, h.first_leaf::float8 as "firstLeaf", h.size, h.root, h.previous, h.sealed_at as "sealedAt",
  h.key, h.signature, h.hash`;

/** The signed statement of a head: the root of its leaves, their place, and the head before. */
function headStatement(head: Omit<HeadRow, 'signature' | 'hash'>) {
  return {
    batch: head.batch,
    firstLeaf: head.firstLeaf,
    key: head.key,
    previous: head.previous?.toString('hex') ?? null,
    root: head.root.toString('hex'),
    sealedAt: head.sealedAt.toISOString(),
    size: head.size,
    type: 'bridges access log head' as const,
  };
}

export const headHash = (statement: Json): Buffer => sha256(canonicalJson(statement));

/** What the line of a head holds. */
export interface SealedHead {
  readonly head: ReturnType<typeof headStatement>;
  readonly kind: 'head';
  readonly signature: string;
}

/** A head as its line in an export and in the file of heads. */
export const headLine = (head: HeadRow): string =>
  canonicalJson({
    head: headStatement(head),
    kind: 'head',
    signature: head.signature.toString('base64'),
  });

/** Signs the head of the next batch. */
export function signHead(
  key: LogKey,
  head: Pick<HeadRow, 'batch' | 'firstLeaf' | 'size' | 'root' | 'previous' | 'sealedAt'>,
): HeadRow {
  const unsigned = { ...head, key: key.id };
  const statement = headStatement(unsigned);
  return {
    ...unsigned,
    signature: Buffer.from(key.sign(statement), 'base64'),
    hash: headHash(statement),
  };
}
