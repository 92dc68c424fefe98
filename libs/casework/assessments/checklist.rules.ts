import { compareDates, conflict, type FieldError } from '#libs/platform';
import { NO_SAFETY_ANSWERS, type SafetyAnswers } from '#libs/casework/safety-concerns';
import { CHECKLIST_QUESTIONS, keysOf } from '#libs/terms';
import type { Checklist } from './checklist.entity.js';

/** A practitioner's answers; null is not answered yet. */
export type ChecklistValues = Omit<
  Checklist,
  'episodeId' | 'completedAt' | 'savedBy' | 'savedAt' | 'version'
>;

export const EMPTY_CHECKLIST: ChecklistValues = {
  answers: {},
  extraHelp: null,
  clearWhatIsNeeded: null,
  ownServiceCanProvide: null,
  moreThanOneService: null,
  assessmentWouldHelp: null,
  existingAssessment: null,
  discussedWithChild: null,
  discussedWithParent: null,
  reasonNotDiscussed: null,
  decision: null,
  decidedOn: null,
};

/** Safeguarding does not wait for a form (Working Together; a checklist never delays a referral). */
export const SAFEGUARDING_ADVICE =
  'You have said this child may not be safe. Follow your safeguarding procedures now: tell your designated safeguarding lead and phone children’s social care. Do not wait for this checklist or an assessment.';

const QUESTION_KEYS = keysOf(CHECKLIST_QUESTIONS);
const OTHER_FIELDS: Partial<Record<keyof ChecklistValues, string>> = {
  assessmentWouldHelp: 'Select whether a common assessment would help',
  existingAssessment: 'Select whether there is already an assessment',
  discussedWithChild: 'Select whether you discussed this with the child or young person',
  discussedWithParent: 'Select whether you discussed this with a parent or carer',
  decision: 'Select what happens next',
  decidedOn: 'Enter the date of the decision',
};

/** Missing answers of a checklist, beside the fields, in the order of the form. */
export function missingAnswers(filled: ChecklistValues): FieldError[] {
  const unanswered = QUESTION_KEYS.filter((question) => !filled.answers[question]).map((question) => ({
    field: `answers.${question}`,
    message: `Answer yes, no or not sure: ${CHECKLIST_QUESTIONS[question].toLowerCase()}`,
  }));
  const needsHelpText = raisesConcern(filled) && isBlank(filled.extraHelp);
  const others = Object.entries(OTHER_FIELDS).filter(([field]) =>
    isBlank(filled[field as keyof ChecklistValues]),
  );
  const isUndiscussed = filled.discussedWithChild === false || filled.discussedWithParent === false;
  return [
    ...unanswered,
    ...(needsHelpText ? [{ field: 'extraHelp', message: 'Enter what extra help is needed' }] : []),
    ...others.map(([field, message]) => ({ field, message })),
    ...(isUndiscussed && isBlank(filled.reasonNotDiscussed)
      ? [{ field: 'reasonNotDiscussed', message: 'Enter the reason it was not discussed' }]
      : []),
  ];
}

/** Errors that even a draft may not contain. */
export function validateChecklist({ decidedOn }: ChecklistValues, today: string): FieldError[] {
  if (decidedOn && compareDates(decidedOn, today) > 0)
    return [{ field: 'decidedOn', message: 'The date of the decision must be today or in the past' }];
  return [];
}

export const isUnsafe = ({ answers }: Pick<ChecklistValues, 'answers'>): boolean =>
  answers.safe_from_harm?.answer === 'no';

/** The answers of a checklist that concern the child's safety; null before it is begun. */
export const safetyAnswersOf = (
  checklist: Pick<ChecklistValues, 'answers' | 'decision'> | null,
): SafetyAnswers =>
  checklist
    ? {
        ...NO_SAFETY_ANSWERS,
        isUnsafe: isUnsafe(checklist),
        followsProcedures: checklist.decision === 'safeguarding',
        said: checklist.answers.safe_from_harm?.note?.trim() || null,
      }
    : NO_SAFETY_ANSWERS;

/** Throws 409 on a change to a checklist that has already registered the episode. */
export function assertChecklistOpen(status: string): void {
  if (status !== 'checklist')
    throw conflict('The checklist is complete and the episode has moved on, so it can no longer be edited.');
}

function raisesConcern({ answers }: ChecklistValues): boolean {
  return QUESTION_KEYS.some((question) => answers[question] && answers[question].answer !== 'yes');
}

function isBlank(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
}
