import type { WaitingProposal } from '#libs/casework/lead-professional';
import { fullName } from '#libs/terms';
import { leadChangeReasonLabel } from '../shared/lead-professional.js';

/** An unanswered proposal, with the names of the children. */
export function toWaitingProposalView({ children, changeReason, ...proposal }: WaitingProposal) {
  return {
    ...proposal,
    changeReason: leadChangeReasonLabel(changeReason),
    href: `/episodes/${proposal.episodeId}`,
    names: children.map(({ givenNames, familyName }) => fullName({ givenNames, familyName })).join(', '),
  };
}
