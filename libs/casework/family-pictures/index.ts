export type {
  FamilyGraph,
  FamilyHome,
  FamilyPerson,
  FamilyTie,
  FamilyTieKind,
  PersonState,
} from './family-graph.js';
export { byBirth, isOfFamily, toFamily } from './family-graph.rules.js';
export { FamilyGraphService } from './family-graph.service.js';
export { FamilyPicturesModule } from './family-pictures.module.js';
export { generationsOf } from './generations.rules.js';
export { type Supporter, SupportService } from './support.service.js';
