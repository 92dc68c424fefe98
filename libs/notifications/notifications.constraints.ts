import type { ConstraintMessages } from '#libs/platform';

/** What is said when a request raced past the check of the service and the database refused. */
export const NOTIFICATION_CONSTRAINTS: ConstraintMessages = {
  webhooks_once: 'This address has already been added.',
  calendar_feeds_one: 'Your calendar address has just been created. Open the page again.',
  notification_choices_quiet: 'Select when your quiet hours start and end, at different hours.',
  webhooks_url: 'Enter an address of up to 500 characters that starts with https://.',
  webhooks_kinds: 'Select what this system is told.',
  notification_choices_pkey: 'Your choice was saved by another request. Open the page again.',
};
