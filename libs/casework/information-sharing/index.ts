import { ConsentReask, WithdrawalSignOff } from './consent-renewal.entities.js';
import { AgencyLawfulBasis, GoldenRules, InformationSharingSettings } from './sharing-settings.entities.js';
import {
  Consent,
  ConsentAgency,
  ConsentChild,
  ConsentPerson,
  ConsentWithdrawal,
} from './consent.entities.js';

export { CONSENT_CONSTRAINTS } from './consent.constraints.js';
export { AgreedScope, describeSharing } from './agreed-scope.js';
export type { Ending } from './consent-renewal.rules.js';
export { ConsentRenewalService } from './consent-renewal.service.js';
export {
  ConsentLedgerService,
  type LatestChange,
  type LedgerEntry,
  type Standing,
} from './consent-ledger.service.js';
export { Consent } from './consent.entities.js';
export type { AgreedAgency, ConsentDraft } from './consent-draft.js';
export {
  agencySentence,
  type AgencyWords,
  type ConsentWords,
  decisionSentences,
} from './consent-in-words.js';
export type { ResolvedConsent } from './consent-resolution.service.js';
export { ConsentsService } from './consents.service.js';
export { InformationSharingModule } from './information-sharing.module.js';
export { OverseersService } from './overseers.service.js';
export { SharingSettingsService } from './sharing-settings.service.js';
export { WithdrawalSignOffsService } from './withdrawal-sign-offs.service.js';
export { type Affected, WithdrawalsService } from './withdrawals.service.js';
export const INFORMATION_SHARING_ENTITIES = [
  Consent,
  ConsentAgency,
  ConsentChild,
  ConsentPerson,
  ConsentReask,
  ConsentWithdrawal,
  WithdrawalSignOff,
  AgencyLawfulBasis,
  GoldenRules,
  InformationSharingSettings,
];
