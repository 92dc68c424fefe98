/** The kinds of agency that work together round a child. An agency keeps its kind when it changes its name. */
export const AGENCY_KINDS = {
  childrens_services: 'Council children’s services',
  school: 'School or pupil referral unit',
  early_years: 'Early years setting, children’s centre or family hub',
  further_education: 'Further education or training',
  education_support: 'Education support service',
  health_commissioner: 'Health commissioner',
  health_provider: 'Health service',
  general_practice: 'GP practice',
  police: 'Police',
  youth_justice: 'Youth justice service',
  probation: 'Probation',
  connexions: 'Connexions or careers service',
  substance_misuse: 'Drug and alcohol service',
  district_council: 'District council',
  housing_provider: 'Housing provider',
  voluntary_sector: 'Voluntary or community organisation',
  safeguarding_partnership: 'Safeguarding partnership',
  other: 'Another agency',
} as const;
export type AgencyKind = keyof typeof AGENCY_KINDS;
