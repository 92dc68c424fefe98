import type { AgencyKind } from '#libs/terms';

export interface AgencyData {
  readonly name: string;
  readonly kind: AgencyKind;
  /** Other agencies see only that a sensitive service is involved. */
  readonly sensitive?: true;
}

/** Agencies named in the county's plan of 2006, and a few settings invented for its stories: those end in "(demo)". */
export const AGENCY_DATA = {
  cyps: { name: 'Leicestershire Children and Young People’s Service', kind: 'childrens_services' },
  lpt: { name: 'Leicestershire Partnership NHS Trust', kind: 'health_provider' },
  uhl: { name: 'University Hospitals of Leicester NHS Trust', kind: 'health_provider' },
  pctHinckley: { name: 'Hinckley and Bosworth Primary Care Trust', kind: 'health_commissioner' },
  pctMelton: { name: 'Melton, Rutland and Harborough Primary Care Trust', kind: 'health_commissioner' },
  pctCharnwood: {
    name: 'Charnwood and North West Leicestershire Primary Care Trust',
    kind: 'health_commissioner',
  },
  pctSouth: { name: 'South Leicestershire Primary Care Trust', kind: 'health_commissioner' },
  police: { name: 'Leicestershire Constabulary', kind: 'police' },
  yos: { name: 'Youth Offending Service', kind: 'youth_justice' },
  probation: { name: 'Leicestershire and Rutland Probation Area', kind: 'probation' },
  connexions: { name: 'Connexions Leicestershire', kind: 'connexions' },
  daat: { name: 'Drug and Alcohol Action Team', kind: 'substance_misuse', sensitive: true },
  sexualHealth: {
    name: 'Teenage Pregnancy and Sexual Health Service',
    kind: 'health_provider',
    sensitive: true,
  },
  blabyCouncil: { name: 'Blaby District Council', kind: 'district_council' },
  charnwoodCouncil: { name: 'Charnwood Borough Council', kind: 'district_council' },
  harboroughCouncil: { name: 'Harborough District Council', kind: 'district_council' },
  hinckleyCouncil: { name: 'Hinckley and Bosworth Borough Council', kind: 'district_council' },
  meltonCouncil: { name: 'Melton Borough Council', kind: 'district_council' },
  northWestCouncil: { name: 'North West Leicestershire District Council', kind: 'district_council' },
  oadbyCouncil: { name: 'Oadby and Wigston Borough Council', kind: 'district_council' },
  menphys: { name: 'Menphys', kind: 'voluntary_sector' },
  familyServicesUnit: { name: 'Leicester Family Services Unit', kind: 'voluntary_sector' },
  positiveFutures: { name: 'Positive Futures', kind: 'voluntary_sector' },
  bridgeHousing: { name: 'Bridge Housing', kind: 'housing_provider' },
  safeguardingBoard: {
    name: 'Leicestershire Safeguarding Children Board',
    kind: 'safeguarding_partnership',
  },
  castleRock: { name: 'Castle Rock High School, Coalville', kind: 'school' },
  brambleHill: { name: 'Bramble Hill Primary School (demo)', kind: 'school' },
  ashbyLane: { name: 'Ashby Lane Community College (demo)', kind: 'school' },
  wigstonMead: { name: 'Wigston Mead High School (demo)', kind: 'school' },
  acornNursery: { name: 'Little Acorn Nursery (demo)', kind: 'early_years' },
  childrensCentre: { name: 'Coalville Children’s Centre (demo)', kind: 'early_years' },
  trainingProvider: { name: 'Forge Lane Training (demo)', kind: 'further_education' },
} as const satisfies Record<string, AgencyData>;
export type AgencyKey = keyof typeof AGENCY_DATA;
