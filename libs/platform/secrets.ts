import { createHmac } from 'node:crypto';

/** One secret for each use, derived from the installation's own, so that a leaked one opens nothing else. */
export function deriveKey(secret: string, use: string): Buffer {
  return createHmac('sha256', secret).update(`bridges:${use}`).digest();
}

/**
 * The secret part of a link in an e-mail, such as an invitation's, derived from what it is for and its id: 43 characters
 * for a URL. Neither the database nor the outbox stores it.
 */
export function linkToken(secret: string, kind: string, id: string): string {
  return createHmac('sha256', deriveKey(secret, `link ${kind}`))
    .update(id)
    .digest('base64url');
}
