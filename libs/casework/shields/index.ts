import { Shield, ShieldName, ShieldUnsafeCarer } from './shield.entities.js';

export * from './shield.constraints.js';
export * from './family-contacts.rules.js';
export * from './family-contacts.service.js';
export * from './shield.entities.js';
export * from './shield.rules.js';
export * from './shield-names.service.js';
export * from './shields.module.js';
export * from './shields-reading.service.js';
export * from './shields.service.js';
export const SHIELDS_ENTITIES = [Shield, ShieldName, ShieldUnsafeCarer];
