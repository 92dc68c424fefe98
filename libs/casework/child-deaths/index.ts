import { ChildDeath } from './child-death.entity.js';

export { CHILD_DEATH_CONSTRAINTS } from './child-death.constraints.js';
export { type DeathDraft, UNDO_DEATH_DAYS } from './child-death.rules.js';
export { ChildDeathsModule } from './child-deaths.module.js';
export { ChildDeathsService, type DeathView } from './child-deaths.service.js';
export const CHILD_DEATH_ENTITIES = [ChildDeath];
