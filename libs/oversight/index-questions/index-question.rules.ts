import { addDays, compareDates, type FieldError, isCalendarDate } from '#libs/platform';
import { hasVisibleText } from '#libs/terms';

/** The response to every search by name and date of birth, whatever exists. */
export const SEARCH_RESPONSE = 'Someone may already be working with this child. You can ask.';
/** The response to every question, whatever exists. */
export const QUESTION_RESPONSE =
  'Your question has been sent. If someone is working with a child like this, you’ll hear within 2 working days if they choose to reply.';
const SILENCE =
  'No answer. This can mean that no one is working with a child like this, or that someone is and chose not to reply. If you are worried about a child’s safety, phone children’s social care now.';
const RING_COORDINATOR = 'Phone the coordinator for the locality.';
export const WORKING_DAYS_TO_ANSWER = 2;
const MAX_AGE_DAYS = 26 * 366;

export interface IndexQuestionDraft {
  readonly givenNames: string;
  readonly familyName: string;
  readonly dateOfBirth: string;
  /** Why this practitioner asks: the holder of the record reads it. */
  readonly reason: string;
}

/** A question as its asker reads it: "no" and silence look the same. */
export interface IndexQuestion extends IndexQuestionDraft {
  readonly id: string;
  readonly askedAt: Date;
  readonly answerBy: string;
  readonly shared: readonly { readonly name: string; readonly telephone: string | null }[];
  readonly talk: boolean;
}

export function validateIndexQuestion(draft: IndexQuestionDraft, today: string): FieldError[] {
  const errors: FieldError[] = [];
  const born = draft.dateOfBirth;
  if (!hasVisibleText(draft.givenNames + draft.familyName))
    errors.push({ field: 'givenNames', message: 'Enter the given names, the family name, or both' });
  if (!isCalendarDate(born))
    errors.push({ field: 'dateOfBirth', message: 'The date of birth must be a real date' });
  else if (compareDates(born, today) > 0)
    errors.push({ field: 'dateOfBirth', message: 'The date of birth must be today or in the past' });
  else if (compareDates(born, addDays(today, -MAX_AGE_DAYS)) < 0)
    errors.push({ field: 'dateOfBirth', message: 'The date of birth must be within the last 25 years' });
  if (!draft.reason.trim()) errors.push({ field: 'reason', message: 'Enter why you are asking' });
  return errors;
}

/** The sentences that the asker reads; only answers that share or ask to talk change them. */
export function standing({ shared, talk, answerBy }: IndexQuestion, today: string): string[] {
  const answers = [
    ...shared.map(({ name, telephone }) => `Phone ${name}${telephone ? `, ${telephone}` : ''}.`),
    ...(talk ? [RING_COORDINATOR] : []),
  ];
  if (answers.length > 0) return answers;
  return [compareDates(today, answerBy) > 0 ? SILENCE : QUESTION_RESPONSE];
}
