/** Special educational needs provision. A, P and S ended with the 2014 reforms; older records still hold them. */
export const SEN_PROVISIONS = {
  N: 'No special educational need',
  K: 'SEN support',
  E: 'Education, health and care plan',
  A: 'School Action',
  P: 'School Action Plus',
  S: 'Statement of special educational needs',
} as const;
export type SenProvision = keyof typeof SEN_PROVISIONS;

/** The kinds of special educational need. Up to two are recorded, the greater first. */
export const SEN_NEEDS = {
  SPLD: 'Specific learning difficulty',
  MLD: 'Moderate learning difficulty',
  SLD: 'Severe learning difficulty',
  PMLD: 'Profound and multiple learning difficulty',
  SEMH: 'Social, emotional and mental health',
  SLCN: 'Speech, language and communication needs',
  HI: 'Hearing impairment',
  VI: 'Vision impairment',
  MSI: 'Multi-sensory impairment',
  PD: 'Physical disability',
  ASD: 'Autism',
  DS: 'Down syndrome',
  OTH: 'Another difficulty or disability',
  NSA: 'SEN support, type of need not yet assessed',
} as const;
export type SenNeed = keyof typeof SEN_NEEDS;
