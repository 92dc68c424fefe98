/**
 * Services whose very name would reveal what a family may wish to keep private: other readers see only that one is
 * involved. The first three come from the ContactPoint rules; domestic abuse services need the same care.
 */
export const SENSITIVE_SERVICES = {
  sexual_health: 'Sexual health',
  mental_health: 'Mental health',
  substance_misuse: 'Substance misuse',
  domestic_abuse: 'Domestic abuse',
} as const;
export type SensitiveService = keyof typeof SENSITIVE_SERVICES;
