import { Assessment, AssessmentSection, ElementEntry } from './assessment.entities.js';
import { Checklist } from './checklist.entity.js';

export * from './assessment.constraints.js';
export * from './assessment.entities.js';
export * from './assessment.rules.js';
export * from './assessment-reading.service.js';
export * from './assessments.module.js';
export * from './assessments.service.js';
export * from './checklist.entity.js';
export * from './checklist.rules.js';
export * from './checklists.service.js';
export type { AssessmentDraft, ElementDraft } from './draft-parts.js';
export * from './sections/index.js';
export const ASSESSMENTS_ENTITIES = [Assessment, AssessmentSection, Checklist, ElementEntry];
