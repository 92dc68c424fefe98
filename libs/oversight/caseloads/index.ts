export {
  CASELOAD_BY,
  type CaseloadBy,
  type Counted,
  EXCEPTION_NAMES,
  FILTER_FIELDS,
  LEVEL_KEYS,
  type LevelKey,
  rowFilter,
  rowsBehind,
  type Sort,
  SORTS,
} from './caseload.rules.js';
export { CaseloadsModule } from './caseloads.module.js';
export {
  type Caseload,
  type CaseloadGroup,
  type CaseloadQuery,
  CaseloadsService,
} from './caseloads.service.js';
export {
  type OverdueBirth,
  type OwnDraft,
  type OwnMeeting,
  type Waiting,
  WaitingService,
} from './waiting.service.js';
