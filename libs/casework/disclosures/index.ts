import { Disclosure } from './disclosure.entity.js';

export * from './disclosure.constraints.js';
export * from './disclosure-reading.service.js';
export * from './disclosure.entity.js';
export * from './disclosure.rules.js';
export * from './disclosures.module.js';
export * from './disclosures.service.js';
export const DISCLOSURES_ENTITIES = [Disclosure];
