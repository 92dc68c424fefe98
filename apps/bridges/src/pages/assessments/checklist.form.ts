import type { ChecklistDraft, Checklist } from '#libs/casework/assessments';
import { type FormAnswer, FormReader } from '#libs/page-kit';
import {
  CHECKLIST_DECISIONS,
  CHECKLIST_QUESTIONS,
  EXISTING_ASSESSMENTS,
  keysOf,
  WOULD_CAF_HELP,
  YES_NO_NOT_SURE,
} from '#libs/terms';

const QUESTIONS = keysOf(CHECKLIST_QUESTIONS);
const THREE = keysOf(YES_NO_NOT_SURE);

/** Reads a checklist that may be incomplete. The service checks what a complete one requires. */
export function readChecklistForm(body: unknown, today: string): FormAnswer<ChecklistDraft> {
  const form = new FormReader(body);
  const answers = Object.fromEntries(
    QUESTIONS.map((question) => {
      const answer = form.optionalChoice(question, THREE, { label: 'the answer' });
      const note = form.optionalLongText(`${question}-note`, { label: 'the note', max: 2000 });
      return [question, answer && { answer, ...(note ? { note } : {}) }];
    }).filter(([, answer]) => answer),
  ) as ChecklistDraft['answers'];
  const yesNo = (name: string, label: string): boolean | null => {
    const chosen = form.optionalChoice(name, ['yes', 'no'], { label });
    return chosen === null ? null : chosen === 'yes';
  };
  return form.answer({
    answers: answers ?? {},
    extraHelp: form.optionalLongText('extraHelp', { label: 'the extra help needed' }),
    clearWhatIsNeeded: form.optionalChoice('clearWhatIsNeeded', THREE, { label: 'whether it is clear' }),
    ownServiceCanProvide: form.optionalChoice('ownServiceCanProvide', THREE, {
      label: 'whether your service can provide it',
    }),
    moreThanOneService: form.optionalChoice('moreThanOneService', THREE, {
      label: 'whether more than one service is needed',
    }),
    assessmentWouldHelp: form.optionalChoice('assessmentWouldHelp', keysOf(WOULD_CAF_HELP), {
      label: 'whether an assessment would help',
    }),
    existingAssessment: form.optionalChoice('existingAssessment', keysOf(EXISTING_ASSESSMENTS), {
      label: 'whether there is already one',
    }),
    discussedWithChild: yesNo('discussedWithChild', 'whether you discussed it with the child'),
    discussedWithParent: yesNo('discussedWithParent', 'whether you discussed it with a parent'),
    reasonNotDiscussed: form.optionalLongText('reasonNotDiscussed', { label: 'the reason', max: 2000 }),
    decision: form.optionalChoice('decision', keysOf(CHECKLIST_DECISIONS), { label: 'what happens next' }),
    decidedOn: form.optionalDate('decidedOn', { label: 'the date of the decision', latest: today }),
    complete: form.optionalChoice('complete', ['yes'], { label: 'completing' }) === 'yes',
  });
}

/** A stored checklist as form values. */
export function toChecklistValues(checklist: Checklist | null, today: string): Record<string, unknown> {
  const [year, month, day] = (checklist?.decidedOn ?? today).split('-').map(Number);
  const date = {
    'decidedOn-day': String(day),
    'decidedOn-month': String(month),
    'decidedOn-year': String(year),
  };
  if (!checklist) return date;
  const { answers, discussedWithChild, discussedWithParent, ...rest } = checklist;
  return {
    ...rest,
    ...Object.fromEntries(
      QUESTIONS.flatMap((question) => [
        [question, answers[question]?.answer],
        [`${question}-note`, answers[question]?.note],
      ]),
    ),
    discussedWithChild: yesOrNo(discussedWithChild),
    discussedWithParent: yesOrNo(discussedWithParent),
    ...date,
  };
}

const yesOrNo = (value: boolean | null): string | null => (value === null ? null : value ? 'yes' : 'no');
