/** The topics of tier T3. Each item carries one, so that a family may agree to one topic and not another. */
export const SENSITIVE_TOPICS = {
  mental_health: 'Mental health',
  sexual_health: 'Sexual health',
  substance_misuse: 'Drugs and alcohol',
  domestic_abuse: 'Domestic abuse',
  offending: 'Offending',
  immigration: 'Immigration',
  adult_health: 'An adult’s health',
} as const;
export type SensitiveTopic = keyof typeof SENSITIVE_TOPICS;
