import type { FamilyGraph, FamilyTie } from './family-graph.js';

/** How many generations below `from` the person `to` stands, by each kind of tie and word. */
function stepOf({ kind, as }: FamilyTie): number {
  if (kind === 'parent' || kind === 'step' || kind === 'carer') return 1;
  if (as === 'grandparent') return 2;
  return as === 'aunt_or_uncle' ? 1 : 0;
}
/** A kinship carer may be a grandparent: birth and marriage are asked before who cares for whom. */
const ASKED = [['parent', 'partner', 'sibling', 'together'], ['step', 'relative'], ['carer']] as const;

/**
 * The generation of each person: 0 is the child’s, parents stand above at -1. A person without a tie that says it stands
 * with the parents, as an adult of the home.
 */
export function generationsOf({ childId, people, ties }: FamilyGraph): ReadonlyMap<string, number> {
  const found = new Map([[childId, 0]]);
  for (let level = 1; level <= ASKED.length; level += 1) {
    const asked = ASKED.slice(0, level).flat() as string[];
    spread(
      found,
      ties.filter(({ kind }) => asked.includes(kind)),
    );
  }
  for (const { id, childId: own } of people) if (!found.has(id)) found.set(id, own ? 0 : -1);
  return found;
}

function spread(found: Map<string, number>, ties: readonly FamilyTie[]): void {
  const waiting = [...found.keys()];
  for (let person = waiting.shift(); person !== undefined; person = waiting.shift())
    for (const tie of ties) {
      if (tie.from !== person && tie.to !== person) continue;
      const other = tie.from === person ? tie.to : tie.from;
      if (found.has(other)) continue;
      found.set(other, found.get(person)! + stepOf(tie) * (tie.from === person ? 1 : -1));
      waiting.push(other);
    }
}
