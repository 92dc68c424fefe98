import { ProblemError } from '#libs/platform';
import type { BridgesRequest, HeldUser } from '../../http/request.js';

/** The account of this session. Throws 401 without one. */
export function accountOf(request: BridgesRequest): string {
  const user = request.user as HeldUser | undefined;
  if (!user) throw new ProblemError(401, 'Sign in to continue.');
  return user.accountId;
}
