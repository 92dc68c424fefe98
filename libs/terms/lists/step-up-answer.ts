/**
 * What the front door answers to a step-up. Only accepting takes the case to level 4; none of them closes the episode.
 */
export const STEP_UP_ANSWERS = {
  accepted: 'Accepted by social care',
  advice: 'Advice given',
  back_to_early_help: 'Back to early help',
  no_further_action: 'No further action',
} as const;
export type StepUpAnswer = keyof typeof STEP_UP_ANSWERS;

/** Whether the family agreed to asking social care. Not asking is allowed where asking would raise the risk. */
export const FAMILY_AGREEMENTS = {
  agreed: 'The family agreed',
  not_agreed: 'The family did not agree',
  not_asked: 'The family was not asked',
} as const;
export type FamilyAgreement = keyof typeof FAMILY_AGREEMENTS;
