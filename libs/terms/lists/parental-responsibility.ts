/** Whether a person holds parental responsibility. Not known is an answer: it is never taken for yes. */
export const PARENTAL_RESPONSIBILITIES = {
  yes: 'Has parental responsibility',
  no: 'Does not have parental responsibility',
  not_known: 'Not known',
} as const;
export type ParentalResponsibility = keyof typeof PARENTAL_RESPONSIBILITIES;
