import { deriveKey } from '../secrets.js';

/** Compares two secrets without revealing anything about either. */
export const fingerprintOf = (secret: string): Buffer => deriveKey(secret, 'fingerprint');
