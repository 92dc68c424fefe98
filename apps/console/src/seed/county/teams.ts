import type { AgencyKey } from './agencies.js';
import type { LocalityKey } from './localities.js';

export interface TeamData {
  readonly name: string;
  readonly agency: AgencyKey;
  readonly locality?: LocalityKey;
}

/** Teams within the agencies. The county's own services of 2006 are teams of its Children and Young People's Service. */
export const TEAM_DATA = {
  frontDoor: { name: 'Social care front door', agency: 'cyps' },
  familySteps: { name: 'Family STEPS', agency: 'cyps', locality: 'charnwood' },
  youthService: { name: 'Youth Service', agency: 'cyps', locality: 'northWest' },
  emass: { name: 'Ethnic Minority Achievement Support Service', agency: 'cyps' },
  educationalPsychology: { name: 'Educational Psychology Service', agency: 'cyps' },
  specialistTeaching: { name: 'Specialist Teaching Service', agency: 'cyps' },
  coordination: { name: 'Common assessment coordination', agency: 'cyps' },
  information: { name: 'Information and performance', agency: 'cyps' },
  schoolNursing: { name: 'School nursing', agency: 'lpt', locality: 'northWest' },
  healthVisiting: { name: 'Health visiting', agency: 'lpt', locality: 'northWest' },
  childHealth: { name: 'Specialist Community Child Health Services', agency: 'lpt' },
  adultMentalHealth: { name: 'Community psychiatric nursing', agency: 'lpt' },
  therapies: { name: 'Children’s therapies', agency: 'uhl' },
  yisp: { name: 'Youth Inclusion and Support Panel', agency: 'yos', locality: 'northWest' },
  neighbourhood: { name: 'Coalville neighbourhood policing', agency: 'police', locality: 'northWest' },
  advisers: { name: 'Personal advisers', agency: 'connexions' },
  housingNeeds: { name: 'Housing needs', agency: 'northWestCouncil', locality: 'northWest' },
  housingMelton: { name: 'Housing options', agency: 'meltonCouncil', locality: 'melton' },
  outreach: { name: 'Special Outreach Service', agency: 'menphys' },
  twoHalves: { name: 'Two Halves; One Whole', agency: 'familyServicesUnit' },
} as const satisfies Record<string, TeamData>;
export type TeamKey = keyof typeof TEAM_DATA;
