/** Would a common assessment help? A practitioner who is not sure asks the coordinator. */
export const WOULD_CAF_HELP = {
  yes: 'Yes',
  no: 'No',
  not_sure: 'Not sure: ask the coordinator',
} as const;
