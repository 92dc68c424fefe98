import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { deriveKey } from '#libs/platform';
import { canonicalJson, type Json } from './canonical-json.js';

/** An Ed25519 key is its 32 bytes behind this (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * The key that signs the heads of the access log: derived from the installation's secret, so it is nowhere in the
 * database.
 */
export interface LogKey {
  /** SHA-256 of the public key (SPKI), in hex: its fingerprint. */
  readonly id: string;
  readonly pem: string;
  readonly publicKey: KeyObject;
  sign(statement: Json): string;
}

export function logKey(secret: string): LogKey {
  const privateKey = createPrivateKey({
    key: Buffer.concat([PKCS8, deriveKey(secret, 'access log')]),
    format: 'der',
    type: 'pkcs8',
  });
  const publicKey = createPublicKey(privateKey);
  return {
    id: fingerprint(publicKey),
    pem: publicKey.export({ format: 'pem', type: 'spki' }) as string,
    publicKey,
    sign: (statement) => sign(null, Buffer.from(canonicalJson(statement)), privateKey).toString('base64'),
  };
}

export const fingerprint = (key: KeyObject): string =>
  createHash('sha256')
    .update(key.export({ format: 'der', type: 'spki' }))
    .digest('hex');

/** Whether this key signed exactly this statement. */
export function isSigned(key: KeyObject, statement: Json, signature: string): boolean {
  const bytes = Buffer.from(signature, 'base64');
  return (
    bytes.toString('base64') === signature && verify(null, Buffer.from(canonicalJson(statement)), key, bytes)
  );
}

/** The public keys in a text of PEM blocks. Throws when there is none. */
export function keysIn(text: string): Map<string, KeyObject> {
  const blocks = text.match(/-----BEGIN PUBLIC KEY-----[\s\S]+?-----END PUBLIC KEY-----/g) ?? [];
  if (blocks.length === 0) throw new Error('There is no public key in PEM form.');
  return new Map(blocks.map((block) => createPublicKey(block)).map((key) => [fingerprint(key), key]));
}
