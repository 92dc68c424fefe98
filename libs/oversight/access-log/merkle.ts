import { hash } from 'node:crypto';

/** SHA-256 of the concatenated parts, in one step: a hash object for each would cost more than the hashing. */
export const sha256 = (...parts: (string | Buffer)[]): Buffer =>
  hash(
    'sha256',
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part))),
    'buffer',
  );

const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);

/** The hash of one leaf, RFC 6962 section 2.1: the prefix prevents a node from passing as a leaf. */
export const leafHash = (leaf: string | Buffer): Buffer => sha256(LEAF, leaf);

/**
 * The root of a Merkle tree over leaf hashes in order, RFC 6962 section 2.1; without leaves, the hash of the empty
 * string.
 */
export function merkleRoot(hashes: readonly Buffer[]): Buffer {
  if (hashes.length === 0) return sha256();
  let level = hashes;
  while (level.length > 1) level = pairs(level);
  return level[0]!;
}

/** One level up. The last of an odd number goes up unchanged, which builds the tree of the RFC from below. */
function pairs(level: readonly Buffer[]): Buffer[] {
  const above: Buffer[] = [];
  for (let n = 0; n < level.length; n += 2)
    above.push(n + 1 < level.length ? sha256(NODE, level[n]!, level[n + 1]!) : level[n]!);
  return above;
}
