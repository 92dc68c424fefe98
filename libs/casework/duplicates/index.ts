import { ChildMerge } from './child-merge.entity.js';

export {
  type Comparison,
  DuplicatesService,
  type LikelyPair,
  type RecordSide,
} from './duplicates.service.js';
export { DuplicatesModule } from './duplicates.module.js';
export { MERGE_CONSTRAINTS } from './merge.constraints.js';
export { UNMERGE_DAYS } from './merge.rules.js';
export { MergesService, type MergeView, type WrittenSince } from './merges.service.js';
export const DUPLICATE_ENTITIES = [ChildMerge];
