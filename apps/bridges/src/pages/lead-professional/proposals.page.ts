import type { WaitingProposal } from '#libs/casework/lead-professional';
import { reasonInWords } from '../shared/lead-professional.js';

/** A question that waits, with the names of the children it is about. */
export function waitingShown({ children, changeReason, ...proposal }: WaitingProposal) {
  return {
    ...proposal,
    changeReason: reasonInWords(changeReason),
    href: `/episodes/${proposal.episodeId}`,
    names: children.map(({ givenNames, familyName }) => `${givenNames} ${familyName}`).join(', '),
  };
}
