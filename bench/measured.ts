/** One row of the report: a figure, its goal, and the conditions of the measurement. */
export interface Measured {
  readonly what: string;
  readonly value: number;
  readonly unit: '' | ' ms' | ' s';
  readonly goal: string;
  readonly met: boolean;
  readonly note: string;
}

type Circumstances = Pick<Measured, 'what' | 'value' | 'note'> & { unit?: Measured['unit'] };

export const atMost = (most: number, { unit = '', ...rest }: Circumstances): Measured => ({
  ...rest,
  unit,
  goal: `≤ ${most}${unit}`,
  met: rest.value <= most,
});

export const atLeast = (least: number, { unit = '', ...rest }: Circumstances): Measured => ({
  ...rest,
  unit,
  goal: `≥ ${least}${unit}`,
  met: rest.value >= least,
});

export const milliseconds = (value: number): string => `${value.toFixed(2)} ms`;
