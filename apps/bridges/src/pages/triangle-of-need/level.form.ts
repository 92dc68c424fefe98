import type { LevelDraft, StepUpDraft } from '#libs/casework/triangle-of-need';
import { type FormAnswer, FormReader } from '#libs/page-kit';
import { FAMILY_AGREEMENTS, keysOf, STEP_UP_ANSWERS, type StepUpAnswer } from '#libs/terms';

export function readLevelForm(body: unknown): FormAnswer<LevelDraft> {
  const form = new FormReader(body);
  return form.answer({
    level: Number(form.choice('level', ['1', '2', '3', '4'], { label: 'the level of need' })),
    reason: form.longText('reason', { label: 'the reason for this level' }),
    evidence: form.optionalLongText('evidence', { label: 'the evidence' }),
    familyView: form.longText('familyView', {
      label: 'what the family thinks',
      message: 'Enter what the family thinks of this level',
    }),
  });
}

/** The step-up form is on the level's page, so its fields have separate names. */
export function readStepUpForm(body: unknown): FormAnswer<StepUpDraft> {
  const form = new FormReader(body);
  const familyAgreement = form.choice('familyAgreement', keysOf(FAMILY_AGREEMENTS), {
    label: 'whether the family agreed',
    message: 'Select whether the family agreed',
  });
  const familyAgreementNote = form.optionalLongText('familyAgreementNote', {
    label: 'the reason',
    max: 2000,
  });
  const reason = form.longText('stepUpReason', { label: 'the reason for referral' });
  const evidence = form.optionalLongText('stepUpEvidence', { label: 'the evidence' });
  return form.answer({ reason, evidence, familyAgreement, familyAgreementNote });
}

/** One of several answers in the queue; its field names end in the id of the step-up. */
export function readAnswerForm(
  body: unknown,
  id: string,
): FormAnswer<{ outcome: StepUpAnswer; reason: string }> {
  const form = new FormReader(body);
  const outcome = form.choice(`outcome-${id}`, keysOf(STEP_UP_ANSWERS), {
    label: 'the answer',
    message: 'Select the answer',
  });
  const reason = form.longText(`reason-${id}`, { label: 'the reason for the answer' });
  return form.answer({ outcome, reason });
}
