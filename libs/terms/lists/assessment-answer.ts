/** What kind of service works with a child, in the assessment. */
export const SERVICE_KINDS = {
  gp: 'GP',
  education: 'Early years, school, college or training',
  health: 'Health visitor or school nurse',
  other: 'Another service',
} as const;
export type ServiceKind = keyof typeof SERVICE_KINDS;

/** The list of services is empty because none is known. */
export const NO_SERVICES = { yes: 'No services are known to work with the child' } as const;

/** The level of need in the conclusions: the assessor's judgement with the family. A decision about it is recorded apart. */
export const CONCLUDED_LEVELS = { 1: 'Level 1', 2: 'Level 2', 3: 'Level 3', 4: 'Level 4' } as const;
export type ConcludedLevel = '1' | '2' | '3' | '4';

/** Whether a child is suffering significant harm, or is likely to. */
export const SIGNIFICANT_HARM = { yes: 'Yes', no: 'No' } as const;
export type SignificantHarm = keyof typeof SIGNIFICANT_HARM;
