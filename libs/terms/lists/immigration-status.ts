/** Immigration status, tier T3: known to those with the topic alone. */
export const IMMIGRATION_STATUSES = {
  british_irish: 'British or Irish citizen',
  settled: 'Settled status (EU Settlement Scheme)',
  pre_settled: 'Pre-settled status (EU Settlement Scheme)',
  ilr: 'Indefinite leave to remain',
  limited: 'Limited leave to remain',
  dlr_18: 'Discretionary leave until 18',
  refugee: 'Refugee or humanitarian protection',
  asylum_family: 'In a family that seeks asylum',
  uasc: 'Unaccompanied asylum-seeking child',
  visa: 'Visa or another permission',
  no_permission: 'No current permission',
  other: 'Another status',
  not_given: 'Not given',
  not_known: 'Asked, not known',
} as const;
export type ImmigrationStatus = keyof typeof IMMIGRATION_STATUSES;
