import type { Mutant } from './mutants.js';

/** Guards whose absence changes nothing, because another says the same: what they are, and which. */
const EQUIVALENT: readonly { readonly name: RegExp; readonly because: string }[] = [
  {
    name: /^(?!consent_withdrawals|tac_attendances).*policy named without \((agency_id|practitioner_id) IS NULL\)$/,
    because: 'the column is never null',
  },
  {
    name: /^(consent_people|tac_attendances): policy named without \(practitioner_id = \( SELECT access\.me\(\)/,
    because: 'people_of_sensitive_agencies and people_of_telling_agencies leave out who asks',
  },
  {
    name: /^messages: policy (ask|announce|warn) dropped$/,
    because: 'three policies let bridges_reach send, each alone is enough',
  },
  {
    name: /^audit\.(entries|refusals): policy loader (dropped|open to all)$/,
    because: 'the loader may not use the schema',
  },
];

export function reasonOf({ name }: Mutant): string | undefined {
  return EQUIVALENT.find((one) => one.name.test(name))?.because;
}
