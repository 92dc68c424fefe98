import { Shield, ShieldName, ShieldUnsafeCarer } from './shield.entities.js';

export { SHIELD_CONSTRAINTS } from './shield.constraints.js';
export {
  type ContactDetail,
  type ContactValue,
  type ContactOffer,
  type FamilyMember,
  keyOf,
  type Tie,
} from './family-contacts.rules.js';
export {
  type FamilyContacts,
  FamilyContactsService,
  keeps,
  type IncludesContact,
} from './family-contacts.service.js';
export { type Decision, isInForce, lastReviewDay, SHIELD_STATES } from './shield.rules.js';
export { ShieldNamesService } from './shield-names.service.js';
export { ShieldsModule } from './shields.module.js';
export { type ShieldView, ShieldsReadingService } from './shields-reading.service.js';
export { type ShieldDraft, ShieldsService } from './shields.service.js';
export const SHIELDS_ENTITIES = [Shield, ShieldName, ShieldUnsafeCarer];
