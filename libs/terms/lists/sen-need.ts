/** Types of special educational need, as the school census has them: up to two, the first the main one. */
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
  ASD: 'Autistic spectrum disorder',
  DS: 'Down syndrome',
  OTH: 'Another difficulty or disability',
  NSA: 'SEN support without a specialist assessment',
} as const;
export type SenNeed = keyof typeof SEN_NEEDS;
