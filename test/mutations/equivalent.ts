import type { Mutant } from './mutants.js';

/** Guards whose absence changes nothing, because another says the same: what they are, and which. */
const EQUIVALENT: readonly { readonly name: RegExp; readonly because: string }[] = [
  {
    name: /policy named .*without \((agency_id|practitioner_id) IS NULL\)$/,
    because: 'the column is never null, but in consent_withdrawals and tac_attendances',
  },
];

export function reasonOf({ name }: Mutant): string | undefined {
  return EQUIVALENT.find((one) => one.name.test(name))?.because;
}
