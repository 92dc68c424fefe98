import {
  ACTION_AGREEMENTS,
  type ActionChanges,
  type ActionDraft,
  type ActionView,
  type OutcomeChanges,
  type OutcomeDraft,
} from '#libs/casework/plans';
import { type FormAnswer, FormReader } from '#libs/page-kit';
import { ACTION_STATUSES, ASSESSMENT_ELEMENTS, EVERY_CHILD_MATTERS_OUTCOMES, keysOf } from '#libs/terms';
import { readTopic } from '../shared/sensitive-topics.js';

const SCALE = { min: 0, max: 10 };

export function readOutcome(body: unknown): FormAnswer<OutcomeDraft> {
  const reader = new FormReader(body);
  const words = outcomeWords(reader);
  const startingScore = reader.integer('startingScore', { label: 'the score now', ...SCALE });
  return reader.answer({ ...words, startingScore, topic: readTopic(reader) });
}

export function readOutcomeChanges(body: unknown): FormAnswer<OutcomeChanges> {
  const reader = new FormReader(body);
  return reader.answer(outcomeWords(reader));
}

function outcomeWords(reader: FormReader) {
  const description = reader.longText('description', { label: 'what should change for the child', max: 500 });
  const everyChildMatters = reader.choice('everyChildMatters', keysOf(EVERY_CHILD_MATTERS_OUTCOMES), {
    label: 'the Every Child Matters outcome',
  });
  const targetScore = reader.optionalInteger('targetScore', { label: 'the target score', ...SCALE });
  const ask = { label: 'the parts of the assessment', optional: true };
  const elements = reader.choices('elements', keysOf(ASSESSMENT_ELEMENTS), ask);
  return { description, everyChildMatters, targetScore, elements };
}

export function readAction(body: unknown): FormAnswer<ActionDraft> {
  const reader = new FormReader(body);
  const outcomeId = reader.text('outcomeId', {
    label: 'the outcome',
    message: 'Select an outcome',
  });
  const description = reader.longText('description', { label: 'what will be done', max: 500 });
  const doerPractitionerId = reader.optionalText('doerPractitionerId', { label: 'who does it' });
  const doerName = reader.optionalText('doerName', { label: 'the name' });
  const dueOn = reader.date('dueOn', { label: 'the due date' });
  const familyAgreement = reader.choice('familyAgreement', keysOf(ACTION_AGREEMENTS), {
    label: 'whether the family has agreed',
  });
  const note = { label: 'what the family said', max: 2000 };
  const familyAgreementNote = reader.optionalLongText('familyAgreementNote', note);
  const doer = { doerPractitionerId, doerName, topic: readTopic(reader) };
  return reader.answer({ outcomeId, description, ...doer, dueOn, familyAgreement, familyAgreementNote });
}

/** The progress of an action; with `whole`, also what was agreed. */
export function readActionChanges(
  body: unknown,
  action: ActionView,
  whole: boolean,
): FormAnswer<ActionChanges> {
  const reader = new FormReader(body);
  const status = reader.choice('status', keysOf(ACTION_STATUSES), { label: 'the status' });
  const progressNote = reader.optionalLongText('progressNote', { label: 'the progress note' });
  const doneOn = reader.optionalDate('doneOn', { label: 'The date it was done' });
  const dropped = reader.optionalLongText('droppedBecause', { label: 'why it was dropped', max: 2000 });
  const ofStatus = {
    doneOn: status === 'done' ? doneOn : null,
    droppedBecause: status === 'dropped' ? dropped : null,
  };
  if (!whole) return reader.answer({ status, progressNote, ...ofStatus });
  const description = reader.longText('description', { label: 'what will be done', max: 500 });
  const dueOn = reader.optionalDate('dueOn', { label: 'The due date' }) ?? action.dueOn;
  const familyAgreement = reader.choice('familyAgreement', keysOf(ACTION_AGREEMENTS), {
    label: 'whether the family has agreed',
  });
  const note = { label: 'what the family said', max: 2000 };
  const familyAgreementNote = reader.optionalLongText('familyAgreementNote', note);
  const agreed = { description, dueOn, familyAgreement, familyAgreementNote };
  return reader.answer({ status, progressNote, ...ofStatus, ...agreed });
}
