import { Disclosure } from './disclosure.entity.js';

export { DISCLOSURE_CONSTRAINTS } from './disclosure.constraints.js';
export { DisclosureReadingService, type DisclosureView } from './disclosure-reading.service.js';
export type { DisclosureDraft } from './disclosure.rules.js';
export { DisclosuresModule } from './disclosures.module.js';
export { DisclosuresService } from './disclosures.service.js';
export const DISCLOSURES_ENTITIES = [Disclosure];
