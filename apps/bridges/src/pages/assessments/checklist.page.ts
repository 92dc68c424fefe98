import type { Checklist } from '#libs/casework/assessments';
import { date } from '#libs/page-kit';
import {
  CHECKLIST_DECISIONS,
  CHECKLIST_QUESTIONS,
  EXISTING_ASSESSMENTS,
  keysOf,
  optionsOf,
  WOULD_CAF_HELP,
  YES_NO_NOT_SURE,
} from '#libs/terms';
import { describeLastSave } from './last-save.js';

/** The questions and choices of the checklist, in the order of the form. */
export const checklistChoices = () => ({
  questions: keysOf(CHECKLIST_QUESTIONS).map((name) => ({ name, text: CHECKLIST_QUESTIONS[name] })),
  three: optionsOf(YES_NO_NOT_SURE),
  yesNo: [
    { value: 'yes', text: 'Yes' },
    { value: 'no', text: 'No' },
  ],
  wouldHelp: optionsOf(WOULD_CAF_HELP),
  existing: optionsOf(EXISTING_ASSESSMENTS),
  decisions: optionsOf(CHECKLIST_DECISIONS),
});

export function toChecklistView(checklist: Checklist | null, today: string) {
  return {
    begun: checklist !== null,
    complete: Boolean(checklist?.completedAt),
    version: checklist?.version ?? 0,
    saved: checklist ? describeLastSave({ savedAt: checklist.savedAt }, today) : '',
    rows: checklist ? rowsOf(checklist) : [],
  };
}

/** The checklist as a document: every question with its answer. */
function rowsOf(checklist: Checklist): { key: string; value: string }[] {
  const questions = keysOf(CHECKLIST_QUESTIONS).map((name) => {
    const answer = checklist.answers[name];
    return {
      key: CHECKLIST_QUESTIONS[name],
      value: answer ? [label(YES_NO_NOT_SURE, answer.answer), answer.note].filter(Boolean).join('. ') : '',
    };
  });
  return [
    ...questions,
    { key: 'Extra help needed', value: checklist.extraHelp ?? '' },
    { key: 'Clear what is needed', value: label(YES_NO_NOT_SURE, checklist.clearWhatIsNeeded) },
    { key: 'Own service can provide it', value: label(YES_NO_NOT_SURE, checklist.ownServiceCanProvide) },
    { key: 'More than one service needed', value: label(YES_NO_NOT_SURE, checklist.moreThanOneService) },
    { key: 'A common assessment would help', value: label(WOULD_CAF_HELP, checklist.assessmentWouldHelp) },
    { key: 'Existing assessment', value: label(EXISTING_ASSESSMENTS, checklist.existingAssessment) },
    { key: 'Discussed with the child or young person', value: yesNo(checklist.discussedWithChild) },
    { key: 'Discussed with a parent or carer', value: yesNo(checklist.discussedWithParent) },
    ...(checklist.reasonNotDiscussed
      ? [{ key: 'Why it was not discussed', value: checklist.reasonNotDiscussed }]
      : []),
    { key: 'What happens next', value: label(CHECKLIST_DECISIONS, checklist.decision) },
    { key: 'Decided on', value: date(checklist.decidedOn) },
  ];
}

const label = (list: Readonly<Record<string, string>>, key: string | null): string =>
  key ? (list[key] ?? key) : '';
const yesNo = (value: boolean | null): string => (value === null ? '' : value ? 'Yes' : 'No');
