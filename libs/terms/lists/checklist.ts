/** The five questions of the pre-assessment checklist; each is answered yes, no or not sure. */
export const CHECKLIST_QUESTIONS = {
  healthy: 'Does the child appear healthy?',
  safe_from_harm: 'Does the child appear safe from harm?',
  learning_and_developing: 'Does the child appear to be learning and developing?',
  positive_impact: 'Does the child appear to have a positive impact on others?',
  free_from_poverty: 'Does the child appear free from the effects of poverty?',
} as const;
export type ChecklistQuestion = keyof typeof CHECKLIST_QUESTIONS;

/** What the checklist leads to. Safeguarding goes to social care at once; a checklist never delays it. */
export const CHECKLIST_DECISIONS = {
  none: 'No further help needed',
  single_agency: 'One agency can help',
  common_assessment: 'Carry out a common assessment',
  specialist_assessment: 'Ask for a specialist assessment',
  safeguarding: 'Follow safeguarding procedures now',
} as const;
export type ChecklistDecision = keyof typeof CHECKLIST_DECISIONS;
