import type { ChildMatch } from '#libs/casework/children';
import { age } from '#libs/page-kit';
import { isId } from '#libs/platform';
import { labelOf, SEXES, type Sex } from '#libs/terms';

const MOST = 50;

/** The children of whom somebody has said that they are not the one being recorded. */
export function answeredIds(body: Record<string, unknown>): string[] {
  const given = body['notTheSameAs'];
  return (Array.isArray(given) ? given : [given]).filter(isId).slice(0, MOST);
}

/** Likely the same: shown as anybody may see them, each with its own answer to give. */
export function toPossibleDuplicatesView(possibles: readonly ChildMatch[], today: string) {
  return possibles.map((child) => ({
    id: child.id,
    name: `${child.givenNames} ${child.familyName}`,
    sex: labelOf(SEXES, child.sex as Sex),
    dateOfBirth: child.dateOfBirth,
    expectedDate: child.expectedDate,
    age: age(child.dateOfBirth, today),
    withinReach: child.withinReach,
    episodeOpen: child.episodeOpen,
  }));
}
