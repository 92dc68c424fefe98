import { type FieldError, ProblemError } from '#libs/platform';
import { labelOf, STANDING_KINDS, type StandingKind } from '#libs/terms';

/** How many things of one kind a person has open, and what happens to them when the person leaves. */
export interface StandingCount {
  readonly kind: StandingKind;
  /** `must` be handed over before; `passes` to the person who answers for the family; `ends`. */
  readonly weight: 'must' | 'passes' | 'ends';
  readonly many: number;
}

/** How long a departure recorded by mistake can be undone. The database holds the same number. */
export const UNDO_DEPARTURE_DAYS = 14;

/** What keeps a person from leaving: a lead always, the last person of a family unless it is left to their manager. */
export const holdingBack = (counts: readonly StandingCount[], unassigned: boolean): StandingCount[] =>
  counts.filter(({ kind, weight }) => weight === 'must' && (kind === 'lead' || !unassigned));

/** Throws 409 with the kinds that must be handed over first, and no family. */
export function assertHandedOver(counts: readonly StandingCount[], unassigned: boolean): void {
  const held = holdingBack(counts, unassigned);
  if (held.length === 0) return;
  const errors = held.map(({ kind, many }): FieldError => ({ field: kind, message: WHAT[kind]!(many) }));
  const what = errors.map(({ message }) => message).join(' ');
  throw new ProblemError(409, `${what} Their manager must hand this over first.`, errors);
}

const families = (many: number): string => (many === 1 ? '1 family' : `${many} families`);
const WHAT: Partial<Record<StandingKind, (many: number) => string>> = {
  lead: (many) => `This person is the lead professional for ${families(many)}.`,
  author: (many) => `This person is the only one responsible for ${families(many)}.`,
};

export const standingLabel = (kind: StandingKind): string => labelOf(STANDING_KINDS, kind);
