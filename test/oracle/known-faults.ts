import type { Difference } from './compare.js';

/** A fault of the running system that is known and not mended yet. Mend it and take it out: nothing else may be here. */
interface Fault {
  /** The sentence of the rule book that the system does not keep. */
  readonly sentence: string;
  readonly is: (difference: Difference) => boolean;
}

export const KNOWN_FAULTS: readonly Fault[] = [
  {
    sentence:
      'Support reads "as that practitioner for T0 T1 T2", a quality auditor "T0 T1 T2 of the episodes drawn": the database gives it, the doors of the API and the pages refuse both roles.',
    is: ({ who, question, system }) =>
      /\((business_support|quality_auditor)\)$/.test(who) &&
      /^(GET|page of)/.test(question) &&
      system === 'false',
  },
  {
    sentence:
      '"Someone cannot be made lead or member before their agency has at least T1", and "nobody is given work on a record they may not reach": the database takes such a person as deputy. They come to nothing by it.',
    is: ({ question, model, system }) =>
      /^act: names \w+.* as deputy .*, who may not be given work$/.test(question) &&
      model === 'false' &&
      system.startsWith('true'),
  },
  {
    sentence:
      '"Exclusion beats every inclusion": whoever records that the family keeps them out themselves is answered 404, since they cannot read back what they wrote.',
    is: ({ who, question, system }) =>
      question.includes(`person kept out: ${who.split(' ')[0]}`) && system.startsWith('false 404'),
  },
  {
    sentence:
      '"Nobody is given work on a record they may not reach": somebody whose agency was agreed T1 and not T0 can be proposed as lead, and is answered 404 when they accept.',
    is: ({ question, system, because }) =>
      question === 'act: accepts to lead' && because === 'agency' && system.startsWith('false 404'),
  },
];

export const isKnown = (difference: Difference): boolean =>
  KNOWN_FAULTS.some((fault) => fault.is(difference));
