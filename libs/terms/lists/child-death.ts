/** How well the date of a death is known. */
export const DEATH_DATES_KNOWN = {
  exact: 'The exact date',
  about: 'About this date',
  not_known: 'The date is not known',
} as const;

/** Who told the practitioner of a death. */
export const DEATH_SOURCES = {
  family: 'The family',
  health: 'A hospital, GP or midwife',
  police: 'The police or the coroner',
  social_care: 'Children’s social care',
  register: 'A death certificate or register',
  other: 'Someone else',
} as const;
