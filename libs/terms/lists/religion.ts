/** Religion, as the national CAF form lists it. */
export const RELIGIONS = {
  christian: 'Christian',
  jewish: 'Jewish',
  hindu: 'Hindu',
  muslim: 'Muslim',
  buddhist: 'Buddhist',
  sikh: 'Sikh',
  none: 'No religion',
  other: 'Another religion',
  not_given: 'Not given',
} as const;
export type Religion = keyof typeof RELIGIONS;
