import { type ContactOffer, type FamilyContacts, keyOf } from '#libs/casework/shields';

const ANSWER = /^share-(carer|child|requester)-([0-9a-f-]{36})-([a-z]+)$/;

/**
 * The tokens of the included details, from the answers in an address. A question with no answer, with the answer no, or
 * with contradictory answers includes nothing.
 */
export function includedIn(query: Record<string, unknown>): string[] {
  return Object.entries(query).flatMap(([name, answer]) => {
    const [, kind, id, detail] = ANSWER.exec(name) ?? [];
    if (!kind || typeof answer !== 'string' || answer === '' || answer === 'no') return [];
    return [`${kind}:${id}:${detail}:${answer}`];
  });
}

/** The question for one contact detail, as radios; the value of "yes" is the detail's token. */
function contactQuestion(offer: ContactOffer) {
  return {
    name: `share-${keyOf(offer).replaceAll(':', '-')}`,
    question: offer.question,
    text: offer.text,
    answer: offer.putIn ? tokenEnd(offer) : 'no',
    items: [
      { value: 'no', text: 'No, leave it out' },
      { value: tokenEnd(offer), text: 'Yes, include it' },
    ],
  };
}
const tokenEnd = ({ token }: ContactOffer): string => token.slice(token.lastIndexOf(':') + 1);

/** The same answers, for the address of the copy that belongs to this preview. */
export function answersIn(offers: readonly ContactOffer[]): string {
  return new URLSearchParams(
    offers
      .filter(({ putIn }) => putIn)
      .map((offer): [string, string] => [contactQuestion(offer).name, tokenEnd(offer)]),
  ).toString();
}

/** The questions of one copy with their current answers. */
export function toContactsView({ isProtected, offers }: FamilyContacts) {
  const questions = offers.map(contactQuestion);
  return {
    isProtected,
    questions,
    answers: Object.fromEntries(questions.map(({ name, answer }) => [name, answer])),
  };
}
