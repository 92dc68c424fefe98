import { createHmac } from 'node:crypto';
import type { Actor } from './actor.js';

/**
 * The lifetime of a claim, defined only here; the database learns it at every start (platform.settings.longest_claim).
 */
export const CLAIM_LIFE_SECONDS = 60;

/**
 * The signed statement of the actor's identity, valid for a minute: practitioner|agency|role|post|expiry|HMAC-SHA256 in
 * hex. The database checks it (access.actor); without a valid one it returns no rows.
 */
export function signClaim(key: Buffer, actor: Actor, now: number = Date.now()): string {
  const expiry = Math.floor(now / 1000) + CLAIM_LIFE_SECONDS;
  const body = [actor.practitionerId, actor.agencyId, actor.role, actor.postId, expiry].join('|');
  return `${body}|${createHmac('sha256', key).update(body).digest('hex')}`;
}
