#!/usr/bin/env node
// Checks an export of the access log of Bridges without Bridges: Node 20 or newer, this one file, the public key.
// How to use it, and what each line of an export means: docs/VERIFYING-THE-LOG.md
import { createHash, createPublicKey, hash as hashOnce, verify as verifySignature } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const USAGE = `node verify-log.mjs EXPORT --key KEY [--heads HEADS]

  EXPORT  the file that was exported, one JSON object a line
  KEY     the public key: a PEM file, or its base64 (of the SPKI form, or of the 32 bytes); may be given again
  HEADS   log-heads.ndjson as it was kept elsewhere: finds a log that was rewritten or cut before it was exported`;

const HEX = /^[0-9a-f]{64}$/;
const FIELDS =
  'act agencyId at childId content episodeId id practitionerId reaches requestId role subjectId subjectKind';
const SHAPES = {
  header: 'contents exportedAt format key kind version',
  entry: 'content hash kind leaf number',
  hidden: 'hash kind number',
  lost: 'hash kind number',
  head: 'head kind signature',
  closing: 'closing kind signature',
};
const HEAD_FIELDS = 'batch firstLeaf key previous root sealedAt size type';
const CLOSING_FIELDS = 'batches digest entries exportedAt key lastHead lastLeaf type';

/** The public keys by their fingerprints, from PEM text or base64. */
export function readKeys(texts) {
  const keys = new Map();
  for (const text of texts)
    for (const part of text.includes('BEGIN')
      ? (text.match(/-+BEGIN[^-]+-+[^-]+-+END[^-]+-+/g) ?? [])
      : [text.trim()]) {
      const key = part.startsWith('-') ? createPublicKey(part) : keyFromBase64(part);
      if (key.asymmetricKeyType !== 'ed25519') throw new Error('The key is not an Ed25519 key.');
      keys.set(hex(key.export({ format: 'der', type: 'spki' })), key);
    }
  return keys;
}

function keyFromBase64(text) {
  let der = Buffer.from(text, 'base64');
  if (der.length === 32) der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), der]);
  return createPublicKey({ key: der, format: 'der', type: 'spki' });
}

/**
 * Checks the lines of an export in order. `keys` come from readKeys; `heads` are the lines of a kept file of heads.
 * Answers { ok, problems, entries, hidden, batches, from, to, exportedAt }.
 */
export function verifyLog(lines, { keys, heads } = {}) {
  const problems = [];
  const found = { entries: 0, hidden: 0, batches: 0, from: null, to: null, exportedAt: null };
  const wrong = (text) => void (problems.length < 100 && problems.push(text));
  const kept = heads && heads[Symbol.iterator]();
  const whole = createHash('sha256');
  const erased = new Map();
  const erasures = new Map();
  let at = 0;
  let next = 0;
  let batchStart = 0;
  let tree = [];
  let previous = null;
  let header = null;
  let closed = false;

  for (const line of lines) {
    at++;
    if (closed) {
      wrong(`line ${at}: something follows the closing line`);
      break;
    }
    const value = parse(line);
    const shape = value && SHAPES[value.kind];
    if (!shape || !hasFields(value, shape)) {
      wrong(`line ${at}: this is not a line of an access log`);
      whole.update(line).update('\n');
      continue;
    }
    if ((value.kind === 'header') !== (at === 1))
      wrong(`line ${at}: the header belongs in the first line, and only there`);
    if (value.kind !== 'closing') whole.update(line).update('\n');
    if (value.kind === 'header') readHeader(value);
    else if (value.kind === 'head') readHead(value, line);
    else if (value.kind === 'closing') readClosing(value);
    else readLeaf(value);
  }
  if (!header) wrong('there is no header');
  if (!closed) wrong('there is no closing line: the end is missing');
  for (const [id, number] of erased)
    if (!(erasures.get(id) > number))
      wrong(`leaf ${number}: marked as erased, but no later entry says who erased it and when`);
  for (const [id, number] of erasures)
    if (!erased.has(id)) wrong(`leaf ${number}: tells of an erasure, but what should be gone is not`);
  return { ok: problems.length === 0, problems, ...found };

  function readHeader(value) {
    header = value;
    if (value.format !== 'bridges-access-log' || value.version !== 1)
      wrong('line 1: this verifier does not know such a format');
    if (!keys.has(value.key)) wrong('line 1: the log was signed with another key than the one given');
  }

  function readLeaf({ kind, number, hash, leaf, content }) {
    found.entries++;
    if (number !== next) wrong(`line ${at}: leaf ${next} should stand here, and leaf ${number} does`);
    next = Number.isSafeInteger(number) ? number + 1 : next + 1;
    if (typeof hash !== 'string' || !HEX.test(hash)) {
      wrong(`leaf ${number}: its hash is no hash`);
      return;
    }
    tree.push(hash);
    if (kind === 'hidden') found.hidden++;
    if (kind === 'lost') wrong(`leaf ${number}: its entry was gone from the database when this was exported`);
    if (kind === 'entry') readEntry(number, hash, leaf, content);
  }

  function readEntry(number, hash, leaf, content) {
    if (!hasFields(leaf, FIELDS) || hex(`\0${write(leaf)}`) !== hash) {
      wrong(`leaf ${number}: the entry is not the one that was sealed`);
      return;
    }
    found.from ??= leaf.at;
    if (leaf.act === 'erase log content' && leaf.subjectId !== null) erasures.set(leaf.subjectId, number);
    if (leaf.content === null) {
      if (content !== 'none') wrong(`leaf ${number}: nothing was said in it, but the mark is otherwise`);
    } else if (content === 'erased') erased.set(leaf.id, number);
    else if (content === 'gone') wrong(`leaf ${number}: what was said is gone, and no erasure was recorded`);
    else if (header?.contents && hasFields(content, 'detail reason salt')) readSaid(number, leaf, content);
    else if (content !== 'being erased' && (header?.contents || content !== 'kept'))
      wrong(`leaf ${number}: its mark is none that there is`);
  }

  function readSaid(number, leaf, { detail, reason, salt }) {
    const said = Buffer.from(write({ detail, reason }));
    if (hex(Buffer.concat([Buffer.from(String(salt), 'hex'), said])) !== leaf.content)
      wrong(`leaf ${number}: what was said is not what was sealed`);
  }

  function readHead({ head, signature }, line) {
    const batch = ++found.batches;
    if (!hasFields(head, HEAD_FIELDS) || !isSigned(head, signature, 'bridges access log head'))
      wrong(`batch ${batch}: its head is not signed by the log`);
    if (head?.batch !== batch) wrong(`batch ${batch}: the head of batch ${head?.batch} stands in its place`);
    if (head?.previous !== previous) wrong(`batch ${batch}: does not follow from the batch before it`);
    if (head?.firstLeaf !== batchStart || head?.size !== tree.length)
      wrong(
        `batch ${batch}: sealed ${head?.size} leaves from ${head?.firstLeaf} on; here are ${tree.length} from ${batchStart} on`,
      );
    if (head?.root !== rootOf(tree))
      wrong(`batch ${batch}: the leaves here are not the leaves that were sealed`);
    if (found.to !== null && head?.sealedAt < found.to)
      wrong(`batch ${batch}: sealed before the batch before it`);
    const outside = kept?.next();
    if (outside && !outside.done && outside.value !== line)
      wrong(`batch ${batch}: another head was kept elsewhere`);
    previous = hex(write(head));
    batchStart = next;
    tree = [];
    found.to = head?.sealedAt ?? null;
  }

  function readClosing({ closing, signature }) {
    closed = true;
    if (!hasFields(closing, CLOSING_FIELDS) || !isSigned(closing, signature, 'bridges access log closing')) {
      wrong('the closing line is not signed by the log');
      return;
    }
    found.exportedAt = closing.exportedAt;
    if (tree.length > 0) wrong(`the last ${tree.length} leaves are under no head`);
    if (closing.entries !== found.entries)
      wrong(`${closing.entries} entries were exported, and ${found.entries} are here`);
    if (closing.batches !== found.batches)
      wrong(`${closing.batches} batches were exported, and ${found.batches} are here`);
    if (closing.lastLeaf !== (next > 0 ? next - 1 : null))
      wrong(`the last leaf was ${closing.lastLeaf}, and is ${next - 1} here`);
    if (closing.lastHead !== previous) wrong('the last head is not the one that was exported last');
    if (closing.exportedAt !== header?.exportedAt) wrong('header and closing line are of two exports');
    if (closing.digest !== whole.digest('hex'))
      wrong('the lines are not, byte for byte, those that were exported');
    for (let outside = kept?.next(); outside && !outside.done; outside = kept.next())
      keptLater(outside.value, closing.exportedAt);
  }

  /** A head that was kept elsewhere and is not in the export: all right only if it was sealed afterwards. */
  function keptLater(line, exportedAt) {
    const value = parse(line);
    if (
      !value ||
      !hasFields(value, SHAPES.head) ||
      !isSigned(value.head, value.signature, 'bridges access log head')
    )
      wrong('a line of the kept heads is not signed by the log');
    else if (value.head.sealedAt <= exportedAt)
      wrong(`batch ${value.head.batch}: kept elsewhere, and missing at the end here`);
  }

  function isSigned(statement, signature, type) {
    const key = keys.get(statement?.key);
    if (!key || statement.type !== type || typeof signature !== 'string') return false;
    const bytes = Buffer.from(signature, 'base64');
    return (
      bytes.toString('base64') === signature &&
      verifySignature(null, Buffer.from(write(statement)), key, bytes)
    );
  }
}

/** The value of a line, or null unless the line is just how that value is written: from then on `write` gives it back. */
function parse(line) {
  try {
    const value = JSON.parse(line);
    return write(value) === line && isInOrder(value) ? value : null;
  } catch {
    return null;
  }
}

/** JSON in its one canonical form (RFC 8785), of a value that is in order. */
function write(value) {
  return JSON.stringify(value);
}

/** Names in the order of their UTF-16 units, numbers whole. */
function isInOrder(value) {
  if (typeof value === 'number') return Number.isSafeInteger(value);
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(isInOrder);
  let before = '';
  for (const name in value) {
    if (name < before || !isInOrder(value[name])) return false;
    before = name;
  }
  return true;
}

function hasFields(value, names) {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.keys(value).join(' ') === names
  );
}

function hex(data) {
  return hashOnce('sha256', data, 'hex');
}

/** The root of the Merkle tree of RFC 6962: split at the largest power of two that is smaller than the number. */
function rootOf(leaves, from = 0, to = leaves.length) {
  if (to - from === 0) return hex('');
  if (to - from === 1) return leaves[from];
  let split = 1;
  while (split * 2 < to - from) split *= 2;
  return hex(
    Buffer.from(`01${rootOf(leaves, from, from + split)}${rootOf(leaves, from + split, to)}`, 'hex'),
  );
}

/** The lines of a file, a piece at a time; a last line that does not end is a line too. */
export function* linesOf(path) {
  const file = openSync(path, 'r');
  const piece = Buffer.alloc(1 << 20);
  let rest = Buffer.alloc(0);
  try {
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) {
      rest = Buffer.concat([rest, piece.subarray(0, read)]);
      let start = 0;
      for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10, start)) {
        yield rest.toString('utf8', start, end);
        start = end + 1;
      }
      rest = rest.subarray(start);
    }
    if (rest.length > 0) yield rest.toString('utf8');
  } finally {
    closeSync(file);
  }
}

const count = (number, one, many) => `${number} ${number === 1 ? one : many}`;

function main(given) {
  const files = [];
  const options = { '--key': [], '--heads': [] };
  for (let n = 0; n < given.length; n++)
    if (options[given[n]]) options[given[n]].push(given[++n]);
    else files.push(given[n]);
  if (files.length !== 1 || options['--key'].length === 0 || options['--heads'].length > 1) {
    console.error(USAGE);
    return 2;
  }
  const keys = readKeys(
    options['--key'].map((key) => (/^[\w+/=]{43,60}$/.test(key) ? key : readFileSync(key, 'utf8'))),
  );
  const [heads] = options['--heads'];
  const result = verifyLog(linesOf(files[0]), { keys, heads: heads && linesOf(heads) });
  for (const problem of result.problems) console.log(problem);
  if (!result.ok) {
    console.log(
      `The access log does not match what was sealed: ${result.problems.length} ${result.problems.length === 1 ? 'problem' : 'problems'}.`,
    );
    return 1;
  }
  console.log(
    `${count(result.entries, 'entry', 'entries')} in ${count(result.batches, 'batch', 'batches')}, unbroken from ${result.from} to ${result.to}.`,
  );
  if (result.hidden > 0) console.log(`${result.hidden} of them are other authorities’: here as hashes only.`);
  console.log(`Exported ${result.exportedAt}. Signed by ${[...keys.keys()].join(', ')}.`);
  if (!heads)
    console.log('No kept heads were given, so a log that was rewritten with its key would not be noticed.');
  return 0;
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    process.exitCode = main(process.argv.slice(2));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 2;
  }
}
