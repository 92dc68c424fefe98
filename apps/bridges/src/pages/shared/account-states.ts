import type { AccountState } from '#libs/accounts';

/** How a list names the state of an account. */
export const ACCOUNT_STATES: Readonly<Record<AccountState, string>> = {
  none: 'Cannot sign in yet',
  invited: 'Invited',
  'invitation expired': 'Invitation expired',
  'not signed in yet': 'Not signed in yet',
  active: 'Active',
  suspended: 'Suspended',
};
