/** What each tier means, in the words used with a family. */
export const TIER_EXPLANATIONS = [
  {
    value: 'T0',
    text: 'That we are helping',
    hint: 'The child’s name and age, that the family gets help, and who to contact',
  },
  {
    value: 'T1',
    text: 'Basic details',
    hint: 'Address, telephone, carers, school, GP, and which services help',
  },
  {
    value: 'T2',
    text: 'Assessment and plan',
    hint: 'Assessment findings, decisions, meetings, the plan and reviews',
  },
] as const;
