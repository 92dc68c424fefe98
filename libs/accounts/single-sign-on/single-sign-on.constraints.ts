import type { ConstraintMessages } from '#libs/platform';

/** What is said when the database refused. */
export const SINGLE_SIGN_ON_CONSTRAINTS: ConstraintMessages = {
  identity_providers_once: 'Your agency has already added this issuer.',
  identity_providers_name: 'Enter a name of up to 60 characters.',
  identity_links_subject: 'Another person already signs in with this identifier.',
  identity_links_account: 'This person already signs in with a provider. Remove that first.',
  accounts_username_key: 'This email address belongs to another account. Use another.',
};
