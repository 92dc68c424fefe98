import type { IndexQuestionDraft } from '#libs/oversight/index-questions';
import { type FormAnswer, FormReader } from '#libs/page-kit';
import { INDEX_ANSWERS, type IndexAnswer, keysOf } from '#libs/terms';

export function readQuestionForm(body: unknown): FormAnswer<IndexQuestionDraft> {
  const form = new FormReader(body);
  return form.answer({
    givenNames: form.optionalText('givenNames', { label: 'the given names', max: 100 }) ?? '',
    familyName: form.optionalText('familyName', { label: 'the family name', max: 100 }) ?? '',
    dateOfBirth: form.date('dateOfBirth', { label: 'the date of birth' }),
    reason: form.text('reason', { label: 'why you are asking', max: 500 }),
  });
}

/** One of several answers on the page; its field name ends in the id of the match. */
export function readAnswerForm(body: unknown, id: string): FormAnswer<{ answer: IndexAnswer }> {
  const form = new FormReader(body);
  const ask = { label: 'the answer', message: 'Select your answer' };
  return form.answer({ answer: form.choice(`answer-${id}`, keysOf(INDEX_ANSWERS), ask) });
}
