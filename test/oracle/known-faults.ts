import type { Difference } from './compare.js';

/** A fault of the running system that is known and not mended yet. Mend it and take it out: nothing else may be here. */
interface Fault {
  /** The sentence of the rule book that the system does not keep. */
  readonly sentence: string;
  readonly is: (difference: Difference) => boolean;
}

export const KNOWN_FAULTS: readonly Fault[] = [];

export const isKnown = (difference: Difference): boolean =>
  KNOWN_FAULTS.some((fault) => fault.is(difference));
