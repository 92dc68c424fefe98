import type { KeptInputOwner } from '#libs/access';
import { actor } from '#libs/platform';
import type { BridgesRequest, HeldUser } from './request.js';

/** Who typed what this request sends, for KeptInputsService. */
export const ownerOf = ({ user, session }: BridgesRequest): KeptInputOwner => ({
  accountId: (user as HeldUser).accountId,
  postId: actor().postId,
  beganAt: session.startedAt ?? 0,
});
