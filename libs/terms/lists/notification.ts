/** When Bridges writes to a practitioner about a message. */
export const EMAIL_CHOICES = {
  at_once: 'An email for each message, at once',
  daily: 'One email a day',
  never: 'No email',
} as const;
export type EmailChoice = keyof typeof EMAIL_CHOICES;

/** What became of an email in the outbox. */
export const MAIL_STATES = {
  waiting: 'Waiting to be sent',
  scheduled: 'Waiting for its time',
  retrying: 'Failed, will be tried again',
  sent: 'Sent',
  failed: 'Failed',
  dropped: 'Not sent',
} as const;

/** Why an email was not sent, or not yet. */
export const MAIL_REASONS = {
  connection: 'The mail system could not be reached',
  sign_in: 'The mail system did not accept the user name or key',
  later: 'The mail system asked to try again later',
  rejected_address: 'The mail system does not accept the address',
  rejected: 'The mail system did not accept the email',
  unknown_kind: 'This version does not know this kind of email',
  unexpected: 'An unexpected error: see the program’s log',
  left: 'The person has left',
  suspended: 'The person’s account is suspended',
  no_account: 'The person has no account',
  no_address: 'No address is recorded, or the link is no longer open',
  not_wanted: 'The person chose no email',
  already_read: 'Read, done or no longer for its reader before the email was due',
  mail_off: 'No mail system was set up',
} as const;

/** What the system of an agency can be told of. */
export const WEBHOOK_KINDS = {
  'episode.started': 'An episode was started',
  'episode.closed': 'An episode was closed',
  'episode.reopened': 'A closed episode was reopened',
  'lead_professional.changed': 'The lead professional changed',
  'assessment.completed': 'An assessment was completed',
  'level.decided': 'A level of need was decided',
  'meeting.planned': 'A team meeting was planned',
  'meeting.cancelled': 'A team meeting was cancelled',
  'meeting.held': 'A team meeting was held',
  'plan.started': 'A plan was started',
  'review.held': 'A review was held',
  'consent.recorded': 'Consent was recorded',
  'consent.withdrawn': 'Consent was withdrawn',
} as const;
export type WebhookKind = keyof typeof WEBHOOK_KINDS;

/** Why a webhook’s delivery failed. */
export const WEBHOOK_REASONS = {
  address: 'The address does not lead to the public internet',
  timeout: 'No answer within 10 seconds',
  connection: 'Could not connect',
  certificate: 'The certificate is not valid',
  redirect: 'The system answered with another address, which is not followed',
  answer: 'The system did not accept it',
} as const;
