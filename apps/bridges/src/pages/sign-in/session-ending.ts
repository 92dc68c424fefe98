import type { SessionEnding } from '#libs/access';
import { plural } from '#libs/page-kit';
import type { SessionLimits } from '#libs/platform';

/** Why a person has to sign in again. What was done to an account, a sign-in page does not say. */
export function describeEnding(
  ending: SessionEnding,
  { idleMinutes, hours, perAccount }: SessionLimits,
): string {
  switch (ending) {
    case 'idle':
      return `You were signed out after ${plural(idleMinutes, 'minute')} without activity.`;
    case 'hours':
      return `You were signed out because you had been signed in for ${plural(hours, 'hour')}.`;
    case 'owner':
      return 'You were signed out because this session was ended from another browser.';
    case 'limit':
      return `You were signed out because you signed in somewhere else. You can be signed in to ${plural(perAccount, 'browser')} at a time.`;
    default:
      return 'You were signed out.';
  }
}
