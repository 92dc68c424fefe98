import type { ElementDraft, ElementView } from '#libs/casework/assessments';
import { type FormAnswer, FormReader } from '#libs/page-kit';
import { type AssessmentElement, keysOf, SENSITIVE_TOPICS } from '#libs/terms';

const TOPICS = keysOf(SENSITIVE_TOPICS);

/** Reads one passage. An empty field deletes the stored text. */
export function readElementForm(body: unknown, element: AssessmentElement): FormAnswer<ElementDraft> {
  const form = new FormReader(body);
  return form.answer({
    element,
    topic: form.optionalChoice('topic', TOPICS, { label: 'the sensitive topic' }) ?? '',
    strengths: form.optionalLongText('strengths', { label: 'the strengths' }),
    needs: form.optionalLongText('needs', { label: 'the needs' }),
    childsWords: form.optionalLongText('childsWords', { label: 'the child’s words' }),
    evidence: form.optionalLongText('evidence', { label: 'the source' }),
    levelIndicator: form.optionalInteger('levelIndicator', { label: 'the level', min: 1, max: 4 }),
    notExploredBecause: form.optionalLongText('notExploredBecause', { label: 'the reason', max: 2000 }),
  });
}

export function toElementValues(passage: ElementView | undefined, topic: string): Record<string, unknown> {
  return { ...passage, levelIndicator: passage?.levelIndicator?.toString() ?? '', topic };
}
