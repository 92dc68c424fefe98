import type { ConstraintMessages } from '#libs/platform';

/** What is said when a request raced past the check of the service and the database refused. */
export const CONSENT_CONSTRAINTS: ConstraintMessages = {
  consents_adult_decides: 'Somebody on this episode is 18 or over, and nobody else decides for them.',
  consents_until_18: 'What somebody else decides for a child ends on the day before the 18th birthday.',
  consents_young_person: 'At 16 or over the young person decides, or it is said why not.',
  consents_parental_responsibility: 'Somebody without parental responsibility cannot decide for the child.',
  consents_contrary_to_child:
    'The child decided otherwise a moment ago, and was competent to. Look at what they said first.',
};
