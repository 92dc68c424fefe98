/** Disability: the codes of the children in need census. Several may be chosen; NONE stands alone. */
export const DISABILITIES = {
  AUT: 'Autism or Asperger syndrome',
  BEH: 'Behaviour',
  COMM: 'Communication',
  CON: 'Consciousness',
  HAND: 'Hand function',
  HEAR: 'Hearing',
  INC: 'Incontinence',
  LD: 'Learning',
  MOB: 'Mobility',
  PC: 'Personal care',
  VIS: 'Vision',
  DDA: 'Another disability under the Equality Act',
  NONE: 'No disability',
} as const;
export type Disability = keyof typeof DISABILITIES;
