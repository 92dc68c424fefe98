/** What a family is asked to agree to, each on its own. Evaluation is never bundled with help. */
export const CONSENT_PURPOSES = {
  store: 'Keep a record',
  assess: 'Carry out an assessment',
  share_assessment: 'Share the assessment',
  hold_tac: 'Hold meetings of the team',
  share_plan: 'Share the plan',
  panel_referral: 'Refer to a panel',
  transfer: 'Transfer to another authority',
  evaluation: 'Use in evaluation or research',
} as const;
export type ConsentPurpose = keyof typeof CONSENT_PURPOSES;
