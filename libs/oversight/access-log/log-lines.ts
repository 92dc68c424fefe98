import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from './canonical-json.js';
import { headLine, type HeadRow } from './head.js';
import { type EntryRow, leafOf, saysAnything } from './leaf.js';
import type { LogKey } from './log-key.js';

/** A leaf with its entry, or with nulls where the entry is not within reach. */
export interface LeafRow extends EntryRow {
  readonly number: number;
  readonly hash: Buffer;
  readonly content: Buffer | null;
  /** The entry no longer exists, which no rule allows. */
  readonly lost: boolean;
  /** Whether the log records an erasure of the content, and whether that record is sealed too. */
  readonly erasure: 'erased' | 'being erased' | null;
}

/** The source of the lines: the console's own connection, or one actor's reach. */
export interface LogReader {
  /** How far the log goes now; no batch is being sealed at that moment. */
  begin(): Promise<LogExtent>;
  leaves(after: number, upTo: number): Promise<LeafRow[]>;
  heads(after: number, upTo: number): Promise<HeadRow[]>;
}
export interface LogExtent {
  readonly exportedAt: Date;
  readonly last: HeadRow | null;
}

export const AT_ONCE = 2_000;
export const HEADS_AT_ONCE = 500;

/** The log as lines: header, each batch's entries and then its head, and a signed closing line over all of them. */
export async function* logLines(
  reader: LogReader,
  key: LogKey,
  contents: boolean,
  { exportedAt, last }: LogExtent,
): AsyncGenerator<string> {
  const digest = createHash('sha256');
  let entries = 0;
  for await (const { line, leaf } of piecesOf(reader, key, contents, { exportedAt, last })) {
    if (leaf) entries++;
    digest.update(`${line}\n`);
    yield line;
  }
  const closing = {
    batches: last?.batch ?? 0,
    digest: digest.digest('hex'),
    entries,
    exportedAt: exportedAt.toISOString(),
    key: key.id,
    lastHead: last?.hash.toString('hex') ?? null,
    lastLeaf: last ? last.firstLeaf + last.size - 1 : null,
    type: 'bridges access log closing',
  };
  yield canonicalJson({ closing, kind: 'closing', signature: key.sign(closing) });
}

interface Piece {
  readonly line: string;
  readonly leaf?: true;
}

async function* piecesOf(
  reader: LogReader,
  key: LogKey,
  contents: boolean,
  { exportedAt, last }: LogExtent,
): AsyncGenerator<Piece> {
  yield { line: headerLine(key, contents, exportedAt) };
  if (!last) return;
  const heads = headsUpTo(reader, last.batch);
  let head = (await heads.next()).value;
  const end = last.firstLeaf + last.size - 1;
  for (let after = -1, more = true; more;) {
    const leaves = await reader.leaves(after, end);
    for (const leaf of leaves) {
      for (; head && leaf.number >= head.firstLeaf + head.size; head = (await heads.next()).value)
        yield { line: headLine(head) };
      yield { line: canonicalJson(entryLine(leaf, contents)), leaf: true };
    }
    more = leaves.length === AT_ONCE;
    after = leaves.at(-1)?.number ?? end;
  }
  for (; head; head = (await heads.next()).value) yield { line: headLine(head) };
}

const headerLine = (key: LogKey, contents: boolean, exportedAt: Date): string =>
  canonicalJson({
    contents,
    exportedAt: exportedAt.toISOString(),
    format: 'bridges-access-log',
    key: key.id,
    kind: 'header',
    version: 1,
  });

async function* headsUpTo(reader: LogReader, upTo: number): AsyncGenerator<HeadRow, undefined> {
  for (let after = 0; ;) {
    const heads = await reader.heads(after, upTo);
    yield* heads;
    if (heads.length < HEADS_AT_ONCE) return undefined;
    after = heads.at(-1)!.batch;
  }
}

function entryLine(leaf: LeafRow, contents: boolean): Json {
  const hash = leaf.hash.toString('hex');
  const { number } = leaf;
  if (leaf.lost) return { hash, kind: 'lost', number };
  if (leaf.id === null) return { hash, kind: 'hidden', number };
  return {
    content: contentOf(leaf, contents),
    hash,
    kind: 'entry',
    leaf: leafOf(leaf, leaf.content),
    number,
  };
}

/** The content, or the word that says why it is missing. */
function contentOf(leaf: LeafRow, contents: boolean): Json {
  if (leaf.content !== null && leaf.salt === null) return leaf.erasure ?? 'gone';
  if (!saysAnything(leaf) && leaf.content === null) return 'none';
  if (!contents) return 'kept';
  return { detail: leaf.detail, reason: leaf.reason, salt: leaf.salt?.toString('hex') ?? null };
}
