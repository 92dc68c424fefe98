import { deriveKey } from '../secrets.js';

/** Tells whether two secrets are the same, and nothing of either. */
export const fingerprintOf = (secret: string): Buffer => deriveKey(secret, 'fingerprint');
