import { compareDates, conflict, type FieldError } from '#libs/platform';
import { NO_SAFETY_ANSWERS, type SafetyAnswers } from '#libs/casework/safety-concerns';
import { CHECKLIST_QUESTIONS, keysOf } from '#libs/terms';
import type { Checklist } from './checklist.entity.js';

/** What a practitioner fills in; null is not answered yet. */
export type ChecklistFilled = Omit<
  Checklist,
  'episodeId' | 'completedAt' | 'savedBy' | 'savedAt' | 'version'
>;

export const EMPTY_CHECKLIST: ChecklistFilled = {
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

/** Nobody waits for a form when a child is not safe (Working Together; a checklist never delays a referral). */
export const SAFEGUARDING_ADVICE =
  'You have said this child may not be safe. Follow your safeguarding procedures now: tell your designated safeguarding lead and phone children’s social care. Do not wait for this checklist or an assessment.';

const QUESTIONS = keysOf(CHECKLIST_QUESTIONS);
const OTHERS: Partial<Record<keyof ChecklistFilled, string>> = {
  assessmentWouldHelp: 'Select whether a common assessment would help',
  existingAssessment: 'Select whether there is already an assessment',
  discussedWithChild: 'Select whether you discussed this with the child or young person',
  discussedWithParent: 'Select whether you discussed this with a parent or carer',
  decision: 'Select what happens next',
  decidedOn: 'Enter the date of the decision',
};

/** What a checklist still lacks before it is complete, beside the fields, in the order of the form. */
export function missingFromChecklist(filled: ChecklistFilled): FieldError[] {
  const unanswered = QUESTIONS.filter((question) => !filled.answers[question]).map((question) => ({
    field: `answers.${question}`,
    message: `Answer yes, no or not sure: ${CHECKLIST_QUESTIONS[question].toLowerCase()}`,
  }));
  const help = raisesConcern(filled) && isBlank(filled.extraHelp);
  const others = Object.entries(OTHERS).filter(([field]) => isBlank(filled[field as keyof ChecklistFilled]));
  const undiscussed = filled.discussedWithChild === false || filled.discussedWithParent === false;
  return [
    ...unanswered,
    ...(help ? [{ field: 'extraHelp', message: 'Enter what extra help is needed' }] : []),
    ...others.map(([field, message]) => ({ field, message })),
    ...(undiscussed && isBlank(filled.reasonNotDiscussed)
      ? [{ field: 'reasonNotDiscussed', message: 'Enter the reason it was not discussed' }]
      : []),
  ];
}

/** Faults that even a draft may not hold. */
export function faultsOfChecklist({ decidedOn }: ChecklistFilled, today: string): FieldError[] {
  if (decidedOn && compareDates(decidedOn, today) > 0)
    return [{ field: 'decidedOn', message: 'The date of the decision must be today or in the past' }];
  return [];
}

export const isUnsafe = ({ answers }: Pick<ChecklistFilled, 'answers'>): boolean =>
  answers.safe_from_harm?.answer === 'no';

/** What a checklist says about the child's safety; one not yet begun says nothing. */
export const safetyAnswersOf = (
  checklist: Pick<ChecklistFilled, 'answers' | 'decision'> | null,
): SafetyAnswers =>
  checklist
    ? {
        isUnsafe: isUnsafe(checklist),
        followsProcedures: checklist.decision === 'safeguarding',
        said: checklist.answers.safe_from_harm?.note?.trim() || null,
      }
    : NO_SAFETY_ANSWERS;

/** Refuses with 409 a change of a checklist that has led on to registering the episode. */
export function refuseChecklistDone(status: string): void {
  if (status !== 'checklist')
    throw conflict('The checklist is complete and the episode has moved on, so it can no longer be edited.');
}

function raisesConcern({ answers }: ChecklistFilled): boolean {
  return QUESTIONS.some((question) => answers[question] && answers[question].answer !== 'yes');
}

function isBlank(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
}
