import { createHmac } from 'node:crypto';

/** One secret for each use, derived from the installation's own, so that a leaked one opens nothing else. */
export function deriveKey(secret: string, use: string): Buffer {
  return createHmac('sha256', secret).update(`bridges:${use}`).digest();
}
