import type { WaitingProposal } from '#libs/casework/lead-professional';
import { leadChangeReasonLabel } from '../shared/lead-professional.js';

/** A question that waits, with the names of the children it is about. */
export function toWaitingProposalView({ children, changeReason, ...proposal }: WaitingProposal) {
  return {
    ...proposal,
    changeReason: leadChangeReasonLabel(changeReason),
    href: `/episodes/${proposal.episodeId}`,
    names: children.map(({ givenNames, familyName }) => `${givenNames} ${familyName}`).join(', '),
  };
}
