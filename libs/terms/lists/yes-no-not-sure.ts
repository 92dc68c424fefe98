/** The answer to a checklist question. Not sure counts as a reason to look further. */
export const YES_NO_NOT_SURE = { yes: 'Yes', no: 'No', not_sure: 'Not sure' } as const;
export type YesNoNotSure = keyof typeof YES_NO_NOT_SURE;
