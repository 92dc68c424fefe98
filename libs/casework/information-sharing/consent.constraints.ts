import type { ConstraintMessages } from '#libs/platform';

/** What is said when a request raced past the check of the service and the database refused. */
export const CONSENT_CONSTRAINTS: ConstraintMessages = {
  consents_adult_decides: 'Someone on this episode is 18 or over, so only they can decide.',
  consents_until_18: 'Consent given by someone else for a child ends the day before the 18th birthday.',
  consents_young_person: 'At 16 or over the young person decides. If not, enter why.',
  consents_parental_responsibility: 'A person without parental responsibility cannot decide for the child.',
  consents_contrary_to_child:
    'A competent child has just made a different decision. Read their decision first.',
  consents_decided_on: 'The date of the decision must be today or in the past.',
  consents_six_months: 'Consent can last 6 months at most. Ask the family again then.',
  consents_review: 'The date you will ask the family again must be before consent ends.',
  consents_child_of_episode: 'Select a child on this episode.',
  consents_carer_of_episode: 'Select a parent or carer of a child on this episode.',
  consents_competence: 'A child under 16 can decide only if assessed as competent to make this decision.',
  consents_adult_health:
    'Only the adult can agree to share their own health. Enter the name of the adult who agreed.',
  consents_limits: 'Explain the limits of confidentiality before you record consent.',
  consents_not_sought: 'Enter why you did not ask for consent.',
  consents_witness: 'Enter who heard the consent.',
};
