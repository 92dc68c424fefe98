import { Birth } from './birth.entity.js';

export { askedBefore, type Baby, type BirthDraft, isOverdue } from './birth.rules.js';
export { BirthsModule } from './births.module.js';
export { BirthsService } from './births.service.js';
export const BIRTH_ENTITIES = [Birth];
