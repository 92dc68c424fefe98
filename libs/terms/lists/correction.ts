/** What a correction may be about. */
export const CORRECTION_SUBJECTS = {
  assessment_element: 'A part of the assessment',
  chronology_note: 'A note',
  child_details: 'The child’s details',
} as const;
export type CorrectionSubject = keyof typeof CORRECTION_SUBJECTS;

/** Which member of the family asks for the correction. */
export const CORRECTION_ASKERS = {
  child: 'The child or young person',
  parental_responsibility: 'A person with parental responsibility',
  carer: 'Another carer',
  other: 'Another family member',
} as const;
export type CorrectionAsker = keyof typeof CORRECTION_ASKERS;

/** The result. The original stays, whatever is decided. */
export const CORRECTION_STATUSES = {
  asked: 'Correction requested',
  accepted: 'Corrected',
  disputed: 'Disputed',
  declined: 'Correction declined',
} as const;
export type CorrectionStatus = keyof typeof CORRECTION_STATUSES;
