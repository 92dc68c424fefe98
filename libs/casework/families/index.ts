import { CarerChildhood, CarerTie, ChildTie } from './family.entities.js';
import { CarerStay, ChildStay, Household } from './household.entities.js';

export { CarerTiesService, type CarerTieView, type Childhood } from './carer-ties.service.js';
export { type ChildTieView, ChildTiesService, type SuggestedChild } from './child-ties.service.js';
export { FAMILY_CONSTRAINTS } from './families.constraints.js';
export { FamiliesModule } from './families.module.js';
export { type HouseholdView, HouseholdsService, type StayView } from './households.service.js';
export { kindSeenBy } from './tie.rules.js';
export const FAMILY_ENTITIES = [CarerChildhood, CarerStay, CarerTie, ChildStay, ChildTie, Household];
