import type { FrontDoorNumbers } from '#libs/casework/episodes';
import type { SafetyConcernView } from '#libs/casework/safety-concerns';
import { type SafetyConcernGround, SAFETY_CONCERN_GROUNDS } from '#libs/terms';

/** A concern as displayed, open or answered. */
export function toConcernView(concern: SafetyConcernView, episodeHref: string) {
  return {
    ...concern,
    href: `${episodeHref}/safety-concerns/${concern.id}`,
    groundText: SAFETY_CONCERN_GROUNDS[concern.ground as SafetyConcernGround],
    raisedByText: signed(concern.raisedBy),
    answeredByText: signed(concern.answeredBy),
  };
}

/** The banner of an episode's pages: the open concerns and the numbers to phone; null if none is open. */
export function toSafetyBanner(
  concerns: readonly SafetyConcernView[] | null,
  frontDoor: FrontDoorNumbers | null,
  { href, mayAnswer }: { readonly href: string; readonly mayAnswer: boolean },
) {
  if (!concerns || concerns.length === 0) return null;
  return {
    title: bannerTitle(concerns),
    concerns: concerns.map((concern) => toConcernView(concern, href)),
    frontDoor,
    mayAnswer,
  };
}

function bannerTitle(concerns: readonly SafetyConcernView[]): string {
  const [name, ...others] = new Set(concerns.map(({ childName }) => childName));
  return name && others.length === 0 ? `${name} may not be safe` : 'A child in this family may not be safe';
}

function signed(person: SafetyConcernView['raisedBy']): string {
  return person ? `${person.name}, ${person.agency.name}` : '';
}
