import { createHmac } from 'node:crypto';
import { type Actor, isService, type Service } from './actor.js';

/**
 * The lifetime of a claim, defined only here; the database learns it at every start (platform.settings.longest_claim).
 */
export const CLAIM_LIFE_SECONDS = 60;

/**
 * The signed statement of the actor's identity, valid for a minute: practitioner|agency|role|post|expiry|HMAC-SHA256 in
 * hex. The database checks it (access.actor); without a valid one it returns no rows. For a system of an agency:
 * token|agency|service||expiry|HMAC, which access.service reads and access.actor does not.
 */
export function signClaim(key: Buffer, who: Actor | Service, now: number = Date.now()): string {
  const expiry = Math.floor(now / 1000) + CLAIM_LIFE_SECONDS;
  const named = isService(who)
    ? [who.tokenId, who.agencyId, 'service', '']
    : [who.practitionerId, who.agencyId, who.role, who.postId];
  const body = [...named, expiry].join('|');
  return `${body}|${createHmac('sha256', key).update(body).digest('hex')}`;
}
