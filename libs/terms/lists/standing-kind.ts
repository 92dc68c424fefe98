/** What a practitioner has open in Bridges, by kind: what another person takes over, or what ends, when they leave. */
export const STANDING_KINDS = {
  lead: 'Lead professional',
  author: 'Opened or assesses an episode',
  chair: 'Chairs a planned meeting',
  action: 'Has an open action in a plan',
  team: 'Member of a team',
  deputy: 'Deputy lead professional',
  proposal: 'Asked to be lead professional',
  note_taker: 'Takes notes at a planned meeting',
  invitation: 'Invited to a planned meeting',
  closure_approver: 'Asked to approve a closure',
  closure_proposer: 'Proposed a closure',
  support: 'Has business support',
  supporter: 'Gives business support',
  panel_member: 'Member of a panel',
  audit: 'Does an audit',
  guardian: 'Access reviewer of the agency',
  emergency: 'Has emergency access',
  emergency_review: 'Reviews an emergency access',
  shield_name: 'May see protected contact details',
} as const;
export type StandingKind = keyof typeof STANDING_KINDS;
