/** Kinds of meeting. One without the family is a professionals' discussion and needs consent or a recorded basis. */
export const MEETING_KINDS = {
  first: 'First meeting',
  review: 'Review meeting',
  closing: 'Closing meeting',
  step_down: 'Step-down meeting',
  professionals_discussion: 'Professionals’ discussion',
} as const;
export type MeetingKind = keyof typeof MEETING_KINDS;
