import { ConsentReask, WithdrawalSignOff } from './asking-again.entities.js';
import { AgencyLawfulBasis, GoldenRules, InformationSharingSettings } from './sharing-settings.entities.js';
import { Consent, ConsentAgency, ConsentPerson, ConsentWithdrawal } from './consent.entities.js';

export * from './consent.constraints.js';
export * from './agreed-scope.js';
export * from './asking-again.entities.js';
export * from './asking-again.rules.js';
export * from './asking-again.service.js';
export * from './consent-ledger.service.js';
export * from './consent.entities.js';
export * from './consent.rules.js';
export * from './consents.service.js';
export * from './information-sharing.module.js';
export * from './overseers.service.js';
export * from './sharing-settings.entities.js';
export * from './sharing-settings.service.js';
export * from './withdrawal-sign-offs.service.js';
export * from './withdrawals.service.js';
export const INFORMATION_SHARING_ENTITIES = [
  Consent,
  ConsentAgency,
  ConsentPerson,
  ConsentReask,
  ConsentWithdrawal,
  WithdrawalSignOff,
  AgencyLawfulBasis,
  GoldenRules,
  InformationSharingSettings,
];
