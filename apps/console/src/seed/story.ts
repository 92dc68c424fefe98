export { agency, locality, practitioner } from './county.js';
export type { Act, Story } from './story/act.js';
export * from './story/assessment.js';
export * from './story/family.js';
export * from './story/handles.js';
export * from './story/plan.js';
export * from './story/team.js';
