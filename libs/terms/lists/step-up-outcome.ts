/** What social care answered to a step-up. */
export const STEP_UP_OUTCOMES = {
  no_further_action: 'No further action',
  advice_or_signpost: 'Advice or signposting',
  back_to_early_help: 'Back to early help',
  assessment_required: 'Assessment required',
  strategy_discussion: 'Strategy discussion or section 47 enquiry',
  other: 'Another answer',
} as const;
export type StepUpOutcome = keyof typeof STEP_UP_OUTCOMES;

/** The answers by which social care takes the case. Only these may close the episode; sending it never does. */
export const ACCEPTED_STEP_UP_OUTCOMES: readonly StepUpOutcome[] = [
  'assessment_required',
  'strategy_discussion',
];
