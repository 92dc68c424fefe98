/** How a child belongs to a school or setting, or is taught without one. */
export const SCHOOL_ATTENDANCES = {
  on_roll: 'On roll',
  dual: 'On roll here and elsewhere',
  early_years: 'Nursery or childminder',
  EHE: 'Home educated',
  EOTAS: 'Education otherwise than at school',
  CME: 'Child missing education',
  NEET: 'Not in education, employment or training',
  employed: 'Employed or in training',
} as const;
export type SchoolAttendance = keyof typeof SCHOOL_ATTENDANCES;

/** The year of the national curriculum that a child is taught in. */
export const YEAR_GROUPS = {
  N: 'Nursery',
  R: 'Reception',
  Y1: 'Year 1',
  Y2: 'Year 2',
  Y3: 'Year 3',
  Y4: 'Year 4',
  Y5: 'Year 5',
  Y6: 'Year 6',
  Y7: 'Year 7',
  Y8: 'Year 8',
  Y9: 'Year 9',
  Y10: 'Year 10',
  Y11: 'Year 11',
  Y12: 'Year 12',
  Y13: 'Year 13',
  Y14: 'Year 14',
} as const;
export type YearGroup = keyof typeof YEAR_GROUPS;
