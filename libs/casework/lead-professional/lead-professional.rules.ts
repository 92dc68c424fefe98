import { conflict, daysBetween, forbidden, londonDate } from '#libs/platform';

/** Throws 409 for a closed episode; takes T0 data, which the proposed practitioner can see. */
export function assertNotClosed(closedAt: Date | null): void {
  if (closedAt) throw conflict('This episode is closed, so its lead professional cannot change.');
}

/** Throws 409 for a proposal while another waits, or of the current lead. */
export function assertProposable(isOpen: boolean, leads: boolean): void {
  if (isOpen)
    throw conflict('Someone has already been asked to lead. Wait for their answer, or withdraw the request.');
  if (leads) throw conflict('This person is already the lead professional.');
}

/** Only the proposed practitioner answers (403), and only once (409). */
export function assertMayAnswer(
  proposal: { practitionerId: string; answer: string | null },
  answerer: string,
): void {
  if (proposal.practitionerId !== answerer)
    throw forbidden('Only the person who was asked to lead can answer.');
  assertNotAnswered(proposal.answer);
}

/** Throws 409 for a proposal that was answered or withdrawn. */
export function assertNotAnswered(answer: string | null): void {
  if (answer === 'superseded') throw conflict('This request was withdrawn.');
  if (answer) throw conflict(`This request has already been answered: ${answer}.`);
}

/** Whole days without a lead professional, counted in England; null while there is one or after closure. */
export function vacancyDays(vacantSince: Date | null, now: Date): number | null {
  return vacantSince && daysBetween(londonDate(vacantSince), londonDate(now));
}
