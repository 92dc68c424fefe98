/** Whether a child is or was looked after by a local authority, and on which footing. */
export const LOOKED_AFTER = {
  never: 'Never looked after',
  accommodated: 'Looked after by agreement (section 20)',
  care_order: 'Looked after under a care order (section 31)',
  interim_order: 'Looked after under an interim care order (section 38)',
  short_breaks: 'Looked after for short breaks',
  remand: 'Looked after on remand',
  left_care: 'Was looked after, and went home',
  adopted: 'Was looked after, then adopted',
  special_guardianship: 'Was looked after, then special guardianship',
  care_leaver: 'Care leaver',
  not_known: 'Asked, not known',
} as const;
export type LookedAfter = keyof typeof LOOKED_AFTER;
