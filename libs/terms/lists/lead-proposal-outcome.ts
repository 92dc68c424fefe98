/** What became of a proposal that someone should lead. Until one is accepted, the outgoing lead remains. */
export const LEAD_PROPOSAL_OUTCOMES = {
  accepted: 'Accepted',
  declined: 'Declined',
  withdrawn: 'Withdrawn',
} as const;
export type LeadProposalOutcome = keyof typeof LEAD_PROPOSAL_OUTCOMES;
