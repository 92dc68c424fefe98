import type { ConstraintMessages } from '#libs/platform';

/** What is said when a request raced past the check of the service and the database refused. */
export const CONSENT_CONSTRAINTS: ConstraintMessages = {
  consents_adult_decides: 'Someone on this episode is 18 or over, so only they can decide.',
  consents_until_18: 'Consent given by someone else for a child ends the day before the 18th birthday.',
  consents_young_person: 'At 16 or over the young person decides. If not, enter why.',
  consents_parental_responsibility: 'A person without parental responsibility cannot decide for the child.',
  consents_contrary_to_child:
    'A competent child has just made a different decision. Read their decision first.',
};
