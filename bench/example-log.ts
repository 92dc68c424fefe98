import { randomBytes } from 'node:crypto';
import {
  AT_ONCE,
  contentDigest,
  type EntryRow,
  hashOfEntry,
  headLine,
  HEADS_AT_ONCE,
  type HeadRow,
  type LeafRow,
  type LogKey,
  logLines,
  type LogReader,
  merkleRoot,
  signHead,
} from '#libs/oversight/access-log';
import { newId } from '#libs/platform';

interface ExampleLog {
  /** The log in export format. */
  lines(contents?: boolean): Promise<string[]>;
  /** The lines of the heads file. */
  readonly heads: readonly string[];
}

const BEGAN = Date.UTC(2026, 2, 2, 9);
const ACTS = ['read episode', 'read index', 'record consent', 'list episodes', 'save assessment'];

/** An invented log without real people, for verification and tampering: one entry in five erased, one in seven hidden. */
export function exampleLog(key: LogKey, entries: number, batchSize: number): ExampleLog {
  const leaves: LeafRow[] = [];
  const heads: HeadRow[] = [];
  for (let first = 0; first < entries; first += batchSize) {
    const batch: LeafRow[] = [];
    for (let number = first; number < Math.min(first + batchSize, entries); number++) {
      const leaf = exampleLeaf(number, leaves);
      batch.push(leaf);
      leaves.push(leaf);
    }
    heads.push(
      signHead(key, {
        batch: heads.length + 1,
        firstLeaf: first,
        size: batch.length,
        root: merkleRoot(batch.map(({ hash }) => hash)),
        previous: heads.at(-1)?.hash ?? null,
        sealedAt: new Date(BEGAN + leaves.length * 1000),
      }),
    );
  }
  const reader: LogReader = {
    begin: async () => ({ exportedAt: new Date(BEGAN + (entries + 1) * 1000), last: heads.at(-1) ?? null }),
    leaves: async (after) => leaves.slice(after + 1, after + 1 + AT_ONCE),
    heads: async (after) => heads.slice(after, after + HEADS_AT_ONCE),
  };
  return {
    heads: heads.map(headLine),
    async lines(contents = false) {
      const lines: string[] = [];
      for await (const line of logLines(reader, key, contents, await reader.begin())) lines.push(line);
      return lines;
    },
  };
}

/** Every tenth entry records the erasure of the content of the entry five before it. */
function exampleLeaf(number: number, before: readonly LeafRow[]): LeafRow {
  const erases = number % 10 === 9 ? before[number - 5]! : null;
  const at = BEGAN + number * 1000;
  const entry: EntryRow = {
    id: newId(at),
    at: new Date(at).toISOString(),
    practitionerId: newId(BEGAN),
    agencyId: newId(BEGAN),
    role: 'governance',
    act: erases ? 'erase log content' : ACTS[number % ACTS.length]!,
    subjectKind: erases ? 'log entry' : 'episode',
    subjectId: erases?.id ?? null,
    episodeId: number % 3 ? newId(BEGAN) : null,
    childId: null,
    reaches: number % 2 ? ['lead', 'team'] : [],
    requestId: newId(at),
    reason:
      number % 3 === 0 || number % 10 === 4 || erases ? `Invented reason ${number}, “said” by someone` : null,
    detail: number % 4 ? '{}' : `{"found": ${number}}`,
    salt: randomBytes(16),
  };
  const content = contentDigest(entry);
  const leaf = { ...entry, number, content, hash: hashOfEntry(entry, content), lost: false, erasure: null };
  if (number % 10 === 4) return { ...leaf, reason: null, detail: '{}', salt: null, erasure: 'erased' };
  return number % 7 === 6 && !erases ? ({ ...leaf, id: null } as unknown as LeafRow) : leaf;
}
