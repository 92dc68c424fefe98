/** The answer in a checklist or an assessment that raised a safety concern. */
export const SAFETY_CONCERN_GROUNDS = {
  not_safe: 'The checklist says that the child is not safe from harm',
  procedures: 'The checklist says to follow safeguarding procedures',
  significant_harm: 'The assessment says that the child is suffering, or likely to suffer, significant harm',
} as const;
export type SafetyConcernGround = keyof typeof SAFETY_CONCERN_GROUNDS;
