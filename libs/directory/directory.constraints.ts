import type { ConstraintMessages } from '#libs/platform';

/** What is said when a request raced past the check of the service and the database refused. */
export const DIRECTORY_CONSTRAINTS: ConstraintMessages = {
  support_not_sensitive:
    'Business support cannot record sensitive information. Ask the practitioner to record it.',
  departures_of_another: 'You cannot mark yourself as left. Ask another administrator of the agency.',
  departures_once: 'This has already been done. Open the page again to see it.',
  posts_covers_another: 'A person cannot cover for themselves. Select a colleague.',
  posts_cover_ends: 'Enter the last day of the cover.',
  posts_ends_after_it_began: 'The last day must be on or after the first day.',
  leaving_handed_over: 'Some work must be handed over first. Open the page again to see it.',
  receiver_may_take:
    'This person cannot be given this. They must be able to see it, and still work here when it is due.',
  posts_agency_open: 'This agency closes before then. Choose an earlier last day.',
  agency_closures_once: 'A closure of this agency has been proposed or agreed already. Call it off first.',
  agency_closures_two_people: 'You proposed this closure. A second person has to agree to it.',
  agency_closures_successor:
    'The agency that takes over must be another, and stay open. Choose one, or leave the people where they are.',
  agency_closures_reason: 'Enter a reason of at most 2,000 characters.',
  agency_closures_notice: 'The last day must be at least 14 days away.',
  agency_closures_offices:
    'Coordinators, the front door, governance and other offices of the authority work here. Give them posts at another agency first.',
  agency_closures_late: 'The last day has passed. Call this closure off and propose another.',
  agency_closures_over: 'The agency has closed. This can no longer be undone.',
  provisioned_people_address: 'A person of your agency has this userName already.',
  support_ended: 'This has already ended.',
  front_doors_place: 'These numbers have already been set. Open the page again to see them.',
};
