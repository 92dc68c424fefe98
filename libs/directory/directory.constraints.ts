import type { ConstraintMessages } from '#libs/platform';

/** What is said when a request raced past the check of the service and the database refused. */
export const DIRECTORY_CONSTRAINTS: ConstraintMessages = {
  support_not_sensitive: 'Business support writes nothing sensitive. Ask the practitioner to write it.',
  support_ended: 'This has ended already.',
  front_doors_place: 'These numbers have been set already. Open the page again to see them.',
};
