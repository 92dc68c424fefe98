/** Why a child joined an open episode. */
export const JOINING_REASONS = {
  born: 'The child has been born',
  moved_in: 'The child has moved in with the family',
  needs_help: 'The family asked for help for this child too',
  missed: 'The child was left out when the episode started',
  other: 'Another reason',
} as const;
export type JoiningReason = keyof typeof JOINING_REASONS;

/** Why a child left an episode that goes on for the others. */
export const LEAVING_REASONS = {
  moved_out: 'The child has moved out of the family’s home',
  help_ended: 'Help for this child has ended',
  adult: 'The young person has turned 18',
  added_in_error: 'The child was added by mistake',
  other: 'Another reason',
} as const;
export type LeavingReason = keyof typeof LEAVING_REASONS;

/** As above, and what the recording of a birth writes by itself. */
export const MEMBERSHIP_REASONS = {
  ...JOINING_REASONS,
  ...LEAVING_REASONS,
  twin: 'Born together with another child of this episode',
} as const;
