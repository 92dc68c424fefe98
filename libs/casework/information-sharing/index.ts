import { Consent, ConsentAgency, ConsentPerson, ConsentWithdrawal } from './consent.entities.js';

export * from './agreed-scope.js';
export * from './consent.entities.js';
export * from './information-sharing.module.js';
export const INFORMATION_SHARING_ENTITIES = [Consent, ConsentAgency, ConsentPerson, ConsentWithdrawal];
