/** The occasion on which a level of need was decided. */
export const LEVEL_OCCASIONS = {
  assessment: 'At the assessment',
  review: 'At a review',
  moderation: 'Moderated by the coordinator',
  step_up: 'On a step-up',
  step_down: 'Stepped down by social care',
  closure: 'At closure',
  other: 'At another time',
} as const;
export type LevelOccasion = keyof typeof LEVEL_OCCASIONS;
