import type { Extension, RequestDecision, RequestDraft, RequestProgress } from '#libs/casework/rights';
import { type FormAnswer, FormReader } from '#libs/page-kit';
import {
  COMPETENCE_OUTCOMES,
  EXEMPTIONS,
  keysOf,
  REQUESTER_CAPACITIES,
  RIGHTS_REQUEST_ABOUT,
  RIGHTS_REQUEST_DECISIONS,
  RIGHTS_REQUEST_KINDS,
} from '#libs/terms';

/** Reads the form by which a request is registered or passed on. */
export function readRequest(
  body: unknown,
  childIds: readonly string[],
  today: string,
): FormAnswer<RequestDraft> {
  const form = new FormReader(body);
  return form.answer({
    childId: form.choice('childId', childIds, {
      label: 'the child',
      message: 'Select whose record it is about',
    }),
    kind: form.choice('kind', keysOf(RIGHTS_REQUEST_KINDS), { label: 'what they ask' }),
    about: form.choice('about', keysOf(RIGHTS_REQUEST_ABOUT), { label: 'whom it is about' }),
    aboutName: form.optionalText('aboutName', { label: 'the name of the parent or carer' }),
    details: form.optionalLongText('details', { label: 'what they said' }),
    requester: form.text('requester', { label: 'who is asking', message: 'Enter who is asking' }),
    requesterCapacity: form.choice('requesterCapacity', keysOf(REQUESTER_CAPACITIES), {
      label: 'for whom they ask',
    }),
    authorityShown: form.optionalText('authorityShown', { label: 'what shows it', max: 2000 }),
    receivedOn: form.date('receivedOn', { label: 'the day it was received', latest: today }),
  });
}

export function readProgress(body: unknown, today: string): FormAnswer<RequestProgress> {
  const form = new FormReader(body);
  return form.answer({
    authorityShown: form.optionalText('authorityShown', { label: 'what shows their authority', max: 2000 }),
    identityCheckedOn: form.optionalDate('identityCheckedOn', {
      label: 'the day of the check',
      latest: today,
    }),
    identityCheckedHow: form.optionalText('identityCheckedHow', { label: 'how you know', max: 2000 }),
    clarification: form.optionalLongText('clarification', { label: 'what was made clear' }),
    acknowledgedOn: form.optionalDate('acknowledgedOn', {
      label: 'the day it was acknowledged',
      latest: today,
    }),
    childCompetence: form.optionalChoice('childCompetence', keysOf(COMPETENCE_OUTCOMES), {
      label: 'whether the child can decide',
    }),
    childView: form.optionalLongText('childView', { label: 'what the child says' }),
    childViewOn: form.optionalDate('childViewOn', { label: 'the day the child was heard', latest: today }),
    exemptions: form.choices('exemptions', keysOf(EXEMPTIONS), { label: 'the exemptions', optional: true }),
    exemptionNote: form.optionalLongText('exemptionNote', { label: 'why they apply' }),
    redactions: form.optionalLongText('redactions', { label: 'what is left out' }),
  });
}

export function readExtension(body: unknown, today: string): FormAnswer<Extension> {
  const form = new FormReader(body);
  return form.answer({
    because: form.text('because', {
      label: 'why it takes longer',
      message: 'Enter why it takes longer',
      max: 2000,
    }),
    toldOn: form.date('toldOn', { label: 'the day they were told', latest: today }),
  });
}

export function readPause(body: unknown, today: string): FormAnswer<{ fromOn: string; reason: string }> {
  const form = new FormReader(body);
  return form.answer({
    fromOn: form.date('fromOn', { label: 'the first day of the pause', latest: today }),
    reason: form.text('pauseReason', {
      label: 'why the clock waits',
      message: 'Enter why the clock waits',
      max: 2000,
    }),
  });
}

export function readResumption(body: unknown, today: string): FormAnswer<{ toOn: string }> {
  const form = new FormReader(body);
  return form.answer({ toOn: form.date('toOn', { label: 'the last day of the pause', latest: today }) });
}

export function readDecision(body: unknown): FormAnswer<RequestDecision> {
  const form = new FormReader(body);
  return form.answer({
    decision: form.choice('decision', keysOf(RIGHTS_REQUEST_DECISIONS), { label: 'what is decided' }),
    reason: form.longText('reason', { label: 'the reasons', message: 'Enter the reasons' }),
  });
}

export function readRelease(body: unknown, today: string): FormAnswer<{ releasedOn: string; how: string }> {
  const form = new FormReader(body);
  return form.answer({
    releasedOn: form.date('releasedOn', { label: 'the day it was given', latest: today }),
    how: form.text('how', { label: 'how it was given', message: 'Enter how it was given', max: 2000 }),
  });
}
