import { createHash } from 'node:crypto';
import {
  canonicalJson,
  headHash,
  type Json,
  leafHash,
  type LogKey,
  merkleRoot,
} from '#libs/oversight/access-log';

/** A parsed line of an export. */
export type Line = { kind: string; [name: string]: Json };
export interface TamperedLog {
  readonly kind: string;
  readonly lines: Line[];
  /** Set when the text is changed but not its meaning. */
  readonly text?: string[];
}
type Roll = (sides: number) => number;
type Editable = Record<string, Json>;
type Tampering = (lines: Line[], roll: Roll) => Line[] | string[];

/** Tampering that is also possible in the database tables, not only in an exported file. */
const DATABASE: Record<string, Tampering> = {
  'an entry edited': (lines, roll) => edit(lines, roll, 'entry', 'leaf'),
  'an entry edited, and hashed again up to the end': (lines, roll) =>
    rehash(edit(lines, roll, 'entry', 'leaf')),
  'an entry deleted': (lines, roll) => splice(lines, pick(lines, roll, LEAF), 1),
  'an entry deleted, renumbered and hashed again': (lines, roll) =>
    rehash(renumber(splice(lines, pick(lines, roll, LEAF), 1))),
  'an entry inserted': (lines, roll) => splice(lines, pick(lines, roll, LEAF), 0, invented(lines, roll)),
  'an entry inserted, renumbered and hashed again': (lines, roll) =>
    rehash(renumber(splice(lines, pick(lines, roll, LEAF), 0, invented(lines, roll)))),
  'an entry twice': (lines, roll) => {
    const at = pick(lines, roll, LEAF);
    return splice(lines, at, 0, structuredClone(lines[at]!));
  },
  'two entries exchanged': (lines, roll) => exchange(lines, pick(lines, roll, LEAF), pick(lines, roll, LEAF)),
  'two entries exchanged, renumbered and hashed again': (lines, roll) =>
    rehash(renumber(exchange(lines, pick(lines, roll, LEAF), pick(lines, roll, LEAF)))),
  'a head edited': (lines, roll) => edit(lines, roll, 'head', 'head'),
  'two heads exchanged': (lines, roll) => exchange(lines, pick(lines, roll, HEAD), pick(lines, roll, HEAD)),
  'two signatures exchanged': (lines, roll) => {
    const [one, other] = [lines[pick(lines, roll, HEAD)]!, lines[pick(lines, roll, HEAD)]!];
    [one['signature'], other['signature']] = [other['signature']!, one['signature']!];
    return lines;
  },
  'a head deleted': (lines, roll) => splice(lines, pick(lines, roll, HEAD), 1),
  'a batch deleted, renumbered and hashed again': (lines, roll) => {
    const heads = lines.flatMap(({ kind }, n) => (kind === 'head' ? [n] : []));
    const which = roll(heads.length);
    const from = which === 0 ? 1 : heads[which - 1]! + 1;
    return rehash(renumber(splice(lines, from, heads[which]! - from + 1)));
  },
  'the last batches cut off': (lines, roll) => {
    const heads = lines.flatMap(({ kind }, n) => (kind === 'head' ? [n] : []));
    const keep = roll(heads.length);
    const end = keep === 0 ? 1 : heads[keep - 1]! + 1;
    return rehash(splice(lines, end, lines.length - 1 - end));
  },
};
const FILE: Record<string, Tampering> = {
  ...DATABASE,
  'a line edited anywhere': (lines, roll) => {
    change(lines[roll(lines.length)]!, roll);
    return lines;
  },
  'any line deleted': (lines, roll) => splice(lines, roll(lines.length), 1),
  'the end cut off': (lines, roll) => lines.slice(0, roll(lines.length)),
  'a mark of what was said altered': (lines, roll) => {
    lines[pick(lines, roll, (line) => line.kind === 'entry')]!['content'] = [
      'none',
      'kept',
      'erased',
      'being erased',
      'gone',
      null,
      { detail: '{}', reason: 'Invented afterwards', salt: '00' },
    ][roll(7)]!;
    return lines;
  },
  'an entry made to look like another authority’s': (lines, roll) => {
    const at = pick(lines, roll, (line) => line.kind === 'entry');
    const { hash, number } = lines[at]!;
    lines[at] = { hash: hash!, kind: 'hidden', number: number! };
    return lines;
  },
  'a character of the text changed': (lines, roll) => {
    const text = lines.map((line) => JSON.stringify(line));
    const at = roll(text.length);
    const place = roll(text[at]!.length);
    text[at] = `${text[at]!.slice(0, place)}${' x0"}'[roll(5)]!}${text[at]!.slice(place + roll(2))}`;
    return text;
  },
};

export function tamper(lines: Line[], roll: Roll, where: 'file' | 'database' = 'file'): TamperedLog {
  const all = Object.entries(where === 'file' ? FILE : DATABASE);
  const [kind, tampering] = all[roll(all.length)]!;
  const changed = tampering(lines, roll);
  return typeof changed[0] === 'string'
    ? { kind, lines, text: changed as string[] }
    : { kind, lines: changed as Line[] };
}

const LEAF = (line: Line): boolean => line.kind === 'entry' || line.kind === 'hidden';
const HEAD = (line: Line): boolean => line.kind === 'head';

function pick(lines: readonly Line[], roll: Roll, which: (line: Line) => boolean): number {
  const places = lines.flatMap((line, n) => (which(line) ? [n] : []));
  return places[roll(places.length)]!;
}

function splice(lines: Line[], at: number, count: number, ...added: Line[]): Line[] {
  lines.splice(at, count, ...added);
  return lines;
}

function exchange(lines: Line[], one: number, other: number): Line[] {
  [lines[one], lines[other]] = [lines[other]!, lines[one]!];
  return lines;
}

function edit(lines: Line[], roll: Roll, kind: string, part: string): Line[] {
  change(lines[pick(lines, roll, (line) => line.kind === kind)]![part] as Editable, roll);
  return lines;
}

/** Changes one nested value. */
function change(object: Editable, roll: Roll): void {
  const names = Object.keys(object);
  const name = names[roll(names.length)]!;
  const value = object[name]!;
  if (roll(12) === 0) object[`${name}x`] = 'added';
  else if (roll(12) === 0) delete object[name];
  else if (value !== null && typeof value === 'object' && Object.keys(value).length > 0)
    change(value as Editable, roll);
  else object[name] = otherThan(value, roll);
}

function otherThan(value: Json, roll: Roll): Json {
  if (typeof value === 'number') return [value + 1, value - 1, value + 0.5, String(value), null][roll(5)]!;
  if (typeof value === 'string') {
    const at = roll(value.length + 1);
    const changed = `${value.slice(0, at)}${'0fZé '[roll(5)]!}${value.slice(at + 1)}`;
    return [changed, value.slice(0, -1), value.toUpperCase(), `${value} `, null][roll(5)]!;
  }
  return [0, '', 'x', ['x'], false][roll(5)]!;
}

function invented(lines: readonly Line[], roll: Roll): Line {
  const made = structuredClone(lines[pick(lines, roll, (line) => line.kind === 'entry')]!);
  const leaf = made['leaf'] as Editable;
  leaf['id'] = `0190a000-0000-7000-8000-${String(roll(1e9)).padStart(12, '0')}`;
  made['hash'] = leafHash(canonicalJson(leaf)).toString('hex');
  return made;
}

function renumber(lines: Line[]): Line[] {
  lines.filter(LEAF).forEach((line, n) => (line['number'] = n));
  return lines;
}

/** Recomputes everything that needs no key: leaf hashes, roots, sizes, the chain, the closing counts and digest. */
export function rehash(lines: Line[]): Line[] {
  let hashes: Buffer[] = [];
  let previous: string | null = null;
  let [batch, first, last] = [0, 0, null as number | null];
  for (const line of lines) {
    if (line.kind === 'entry' && line['leaf'])
      line['hash'] = leafHash(JSON.stringify(line['leaf'])).toString('hex');
    if (LEAF(line)) {
      hashes.push(Buffer.from(String(line['hash']), 'hex'));
      last = Number(line['number']);
    }
    if (!HEAD(line)) continue;
    const head = line['head'] as Editable;
    const root = merkleRoot(hashes).toString('hex');
    Object.assign(head, { batch: ++batch, firstLeaf: first, previous, root, size: hashes.length });
    previous = headHash(head).toString('hex');
    first += hashes.length;
    hashes = [];
  }
  return closeAgain(lines, { batches: batch, lastHead: previous, lastLeaf: last });
}

function closeAgain(lines: Line[], end: Editable): Line[] {
  const closing = lines.find(({ kind }) => kind === 'closing')?.['closing'] as Editable | undefined;
  if (!closing) return lines;
  const before = lines.filter(({ kind }) => kind !== 'closing');
  const digest = createHash('sha256');
  for (const line of before) digest.update(`${JSON.stringify(line)}\n`);
  Object.assign(closing, end, { digest: digest.digest('hex'), entries: before.filter(LEAF).length });
  return lines;
}

/** Closed and signed by the program, which reads the tampered tables. */
export function resign(lines: Line[], key: LogKey): Line[] {
  const heads = lines.filter(HEAD);
  const leaves = lines.filter(LEAF);
  const head = heads.at(-1)?.['head'] as Editable | undefined;
  closeAgain(lines, {
    batches: heads.length,
    lastHead: head ? sha(head) : null,
    lastLeaf: leaves.length > 0 ? leaves.at(-1)!['number']! : null,
  });
  const line = lines.find(({ kind }) => kind === 'closing');
  if (line) line['signature'] = key.sign(line['closing']!);
  return lines;
}

const sha = (head: Editable): string => createHash('sha256').update(sorted(head)).digest('hex');

/** Serialises as canonical JSON, even for values that have none. */
const sorted = (value: Editable): string =>
  JSON.stringify(Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))));
