/** The one main reason for help, by the primary need codes of the children in need census. */
export const PRIMARY_NEEDS = {
  N1: 'Abuse or neglect',
  N2: 'Child’s disability or illness',
  N3: 'Parent’s disability or illness',
  N4: 'Family in acute stress',
  N5: 'Family dysfunction',
  N6: 'Socially unacceptable behaviour',
  N7: 'Low income',
  N8: 'Absent parenting',
} as const;
export type PrimaryNeed = keyof typeof PRIMARY_NEEDS;
