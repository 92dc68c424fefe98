import type { PossibleDuplicate } from '#libs/casework/children';
import { ageOf, born } from '#libs/page-kit';
import { isId } from '#libs/platform';
import { labelOf, SEXES, type Sex, fullName } from '#libs/terms';

const MOST = 50;

/** The children whom the practitioner has confirmed to be different from the one being recorded. */
export function answeredIds(body: Record<string, unknown>): string[] {
  const given = body['notTheSameAs'];
  return (Array.isArray(given) ? given : [given]).filter(isId).slice(0, MOST);
}

/** Likely duplicates, with only the details that every practitioner may see, each with its own question. */
export function toPossibleDuplicatesView(possibles: readonly PossibleDuplicate[], today: string) {
  return possibles.map((child) => ({
    id: child.id,
    name: fullName(child),
    matchedName: child.matchedName,
    explanation: child.explanation,
    sex: labelOf(SEXES, child.sex as Sex),
    born: born(child),
    age: child.estimatedAge == null ? ageOf(child, today) : '',
    withinReach: child.withinReach,
    episodeOpen: child.episodeOpen,
  }));
}
