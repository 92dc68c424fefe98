import type { FieldError } from '#libs/platform';
import {
  agenciesNamed,
  eachAgencyNamedOnce,
  excludedAndReadmittedDiffer,
  openingAgencyCannotBeExcluded,
} from './consent-agencies.rules.js';
import { datesValid } from './consent-dates.rules.js';
import {
  adultHealthNeedsAdultConsent,
  competentChildPrevails,
  deciderEntitled,
  deciderNamed,
  youngPersonDecidesAt16,
} from './consent-deciders.rules.js';
import {
  type Circumstances,
  type ConsentDraft,
  type ConsentRule,
  errorIf,
  isAgreement,
} from './consent-draft.js';

/** Validates an agreement, each error beside its field. */
export function validateConsent(draft: ConsentDraft, circumstances: Circumstances): FieldError[] {
  return RULES.flatMap((rule) => rule(draft, circumstances));
}

const limitsExplainedFirst: ConsentRule = (draft) =>
  errorIf(
    isAgreement(draft) && draft.limitsExplained !== true,
    'limitsExplained',
    'Explain the limits of confidentiality before you record consent',
  );

const spokenConsentWitnessed: ConsentRule = (draft) =>
  errorIf(
    draft.form === 'verbal_witnessed' && !draft.witness?.trim(),
    'witness',
    'Enter who heard the consent',
  );

const RULES: readonly ConsentRule[] = [
  deciderNamed,
  agenciesNamed,
  eachAgencyNamedOnce,
  openingAgencyCannotBeExcluded,
  excludedAndReadmittedDiffer,
  youngPersonDecidesAt16,
  deciderEntitled,
  adultHealthNeedsAdultConsent,
  competentChildPrevails,
  limitsExplainedFirst,
  spokenConsentWitnessed,
  datesValid,
];
