/** Whether something is so: "not known" is what was asked and could not be answered. */
export const YES_NO_NOT_KNOWN = { yes: 'Yes', no: 'No', not_known: 'Asked, not known' } as const;
export type YesNoNotKnown = keyof typeof YES_NO_NOT_KNOWN;
/** Whether help that is needed has been arranged. */
export const ARRANGED = { yes: 'Arranged', no: 'Not arranged yet', not_known: 'Not known' } as const;
export type Arranged = keyof typeof ARRANGED;
