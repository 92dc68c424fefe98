/** The kind of interpreter a child or family member needs at meetings. */
export const INTERPRETERS = {
  none: 'No interpreter needed',
  spoken: 'Spoken language interpreter',
  bsl: 'British Sign Language interpreter',
  other: 'Another kind of interpreter or communicator',
} as const;
export type Interpreter = keyof typeof INTERPRETERS;
