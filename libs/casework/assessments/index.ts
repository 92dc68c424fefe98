import { Assessment, AssessmentSection, ElementEntry, FormDefinition } from './assessment.entities.js';
import { Checklist } from './checklist.entity.js';

export { ASSESSMENT_CONSTRAINTS } from './assessment.constraints.js';
export { isExplored, progressOf } from './assessment.rules.js';
export { AssessmentPresenceService, type Writing } from './assessment-presence.service.js';
export {
  AssessmentReadingService,
  type AssessmentView,
  type AssessmentForm,
  type ElementView,
  type VersionView,
} from './assessment-reading.service.js';
export { AssessmentsModule } from './assessments.module.js';
export { AssessmentsService } from './assessments.service.js';
export { Checklist } from './checklist.entity.js';
export { EMPTY_CHECKLIST, isUnsafe, SAFEGUARDING_ADVICE } from './checklist.rules.js';
export { type ChecklistDraft, ChecklistsService } from './checklists.service.js';
export type { AssessmentDraft, ElementDraft } from './draft-parts.js';
export { ASSESSMENT_SECTIONS, type AssessmentSectionName, type SectionAnswers } from './sections/index.js';
export const ASSESSMENTS_ENTITIES = [Assessment, AssessmentSection, Checklist, ElementEntry, FormDefinition];
