import type { FamilyGraph, FamilyTie } from '#libs/casework/family-pictures';
import type { GenogramTie } from '#libs/page-kit';
import { wordOf } from './words.js';

/** Ties that the lines of parents and couples do not show already. */
export function otherTies(graph: FamilyGraph, nameOf: (id: string) => string): GenogramTie[] {
  return graph.ties
    .filter((tie) => !isShown(tie, graph.ties))
    .map(({ from, to, ...tie }) => ({
      from,
      to,
      sentence: `${nameOf(from)} is the ${wordOf(tie)} of ${nameOf(to)}.`,
    }));
}

function isShown(tie: FamilyTie, ties: readonly FamilyTie[]): boolean {
  const above = (id: string): string[] =>
    ties.filter(({ kind, to }) => kind === 'parent' && to === id).map(({ from }) => from);
  const areTied = (kind: FamilyTie['kind'], one: string, other: string): boolean =>
    ties.some(
      (some) =>
        some.kind === kind &&
        ((some.from === one && some.to === other) || (some.from === other && some.to === one)),
    );
  const shared = (one: string, other: string): number =>
    above(one).filter((parent) => above(other).includes(parent)).length;
  const { kind, as, from, to } = tie;
  switch (kind) {
    case 'step':
      return above(to).some((parent) => areTied('partner', parent, from));
    case 'sibling':
      return isShownSibling(as, shared(from, to), Math.max(above(from).length, above(to).length));
    case 'relative':
      if (as === 'grandparent') return above(to).some((parent) => above(parent).includes(from));
      if (as === 'aunt_or_uncle')
        return above(to).some((parent) => areTied('sibling', parent, from) || shared(parent, from) > 0);
      return false;
    default:
      return true;
  }
}

/** Of half-siblings the lines show one parent of both; of others, that they have the same parents. */
function isShownSibling(as: string, shared: number, parents: number): boolean {
  if (as === 'half_sibling') return shared === 1 && parents > 1;
  if (as === 'full_sibling' || as === 'sibling') return shared > 0 && shared === parents;
  return as === 'adoptive_sibling' && shared > 0;
}
