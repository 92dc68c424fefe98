import { createHash, createHmac } from 'node:crypto';
import { deriveKey } from '#libs/platform';

export type LinkKind = 'invitation' | 'password reset';

/**
 * The secret of a link, worked out from the link's id, so that it is stored nowhere: the database holds only its digest,
 * and a mail is made from the id when it is sent.
 */
export function linkSecret(secret: string, kind: LinkKind, id: string): string {
  return createHmac('sha256', deriveKey(secret, `${kind} link`))
    .update(id)
    .digest('base64url');
}

const PATHS: Readonly<Record<LinkKind, string>> = {
  invitation: '/invitations/',
  'password reset': '/password/reset/',
};

export const linkPath = (secret: string, kind: LinkKind, id: string): string =>
  PATHS[kind] + linkSecret(secret, kind, id);

export const secretDigest = (linkSecret: string): Buffer => createHash('sha256').update(linkSecret).digest();
/** 256 bits in base64url. */
export const isLinkSecret = (text: unknown): text is string =>
  typeof text === 'string' && /^[\w-]{43}$/.test(text);
