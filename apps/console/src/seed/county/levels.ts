interface LevelData {
  readonly number: 1 | 2 | 3 | 4;
  readonly name: string;
  readonly description: string;
  readonly countyShare: number;
  readonly nationalShare: number;
  readonly statutory: boolean;
}

/** The triangle of need: shares of all children, in per cent, as the plan of 2006 estimates them. */
export const LEVELS: readonly LevelData[] = [
  {
    number: 1,
    name: 'Universal',
    description: 'Children who grow up well with their family and the services that every child has.',
    countyShare: 66,
    nationalShare: 59.65,
    statutory: false,
  },
  {
    number: 2,
    name: 'Targeted',
    description: 'Children with additional needs, who need some more support for a while.',
    countyShare: 30,
    nationalShare: 36.4,
    statutory: false,
  },
  {
    number: 3,
    name: 'Specialist',
    description: 'Children with high needs, found by an assessment, who need specialist help.',
    countyShare: 3,
    nationalShare: 3.2,
    statutory: false,
  },
  {
    number: 4,
    name: 'Highly specialist',
    description: 'Children with the highest needs, who need intensive help or protection.',
    countyShare: 0.4,
    nationalShare: 0.75,
    statutory: true,
  },
];
