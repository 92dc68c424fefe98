import type { ConstraintMessages } from '#libs/platform';

/** What is said when a request raced past the check of the service and the database refused. */
export const DIRECTORY_CONSTRAINTS: ConstraintMessages = {
  support_not_sensitive:
    'Business support cannot record sensitive information. Ask the practitioner to record it.',
  support_ended: 'This has already ended.',
  front_doors_place: 'These numbers have already been set. Open the page again to see them.',
};
