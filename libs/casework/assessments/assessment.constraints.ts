import type { ConstraintMessages } from '#libs/platform';

/** What is said when a request raced past the check of the service and the database refused. */
export const ASSESSMENT_CONSTRAINTS: ConstraintMessages = {
  assessment_completed: 'This assessment is completed and can no longer be edited. Start a new version.',
  assessments_one_draft: 'There is already a draft of the assessment.',
  assessment_elements_one:
    'Someone else is writing about this element too. Open it again to see what they wrote.',
  assessment_sections_assessment_id_section_key:
    'Someone else has saved this section. Open it again to see what they wrote.',
};
