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

/** Reads the form that registers or passes on a request. */
export function readRequest(
  body: unknown,
  childIds: readonly string[],
  today: string,
): FormAnswer<RequestDraft> {
  const form = new FormReader(body);
  return form.answer({
    childId: form.choice('childId', childIds, {
      label: 'the child',
      message: 'Select which child’s record it is',
    }),
    kind: form.choice('kind', keysOf(RIGHTS_REQUEST_KINDS), { label: 'what they are asking for' }),
    about: form.choice('about', keysOf(RIGHTS_REQUEST_ABOUT), { label: 'who the information is about' }),
    aboutName: form.optionalText('aboutName', { label: 'the name of the parent or carer' }),
    details: form.optionalLongText('details', { label: 'what they said' }),
    requester: form.text('requester', { label: 'who is asking', message: 'Enter who is asking' }),
    requesterCapacity: form.choice('requesterCapacity', keysOf(REQUESTER_CAPACITIES), {
      label: 'whether they are asking for themselves or someone else',
    }),
    authorityShown: form.optionalText('authorityShown', { label: 'the evidence', max: 2000 }),
    receivedOn: form.date('receivedOn', { label: 'the date they asked', latest: today }),
  });
}

export function readProgress(body: unknown, today: string): FormAnswer<RequestProgress> {
  const form = new FormReader(body);
  return form.answer({
    authorityShown: form.optionalText('authorityShown', {
      label: 'the evidence of their authority',
      max: 2000,
    }),
    identityCheckedOn: form.optionalDate('identityCheckedOn', {
      label: 'the date of the check',
      latest: today,
    }),
    identityCheckedHow: form.optionalText('identityCheckedHow', {
      label: 'how their identity was checked',
      max: 2000,
    }),
    clarification: form.optionalLongText('clarification', { label: 'what they clarified' }),
    acknowledgedOn: form.optionalDate('acknowledgedOn', {
      label: 'the date it was acknowledged',
      latest: today,
    }),
    childCompetence: form.optionalChoice('childCompetence', keysOf(COMPETENCE_OUTCOMES), {
      label: 'whether the child can decide',
    }),
    childView: form.optionalLongText('childView', { label: 'the child’s views' }),
    childViewOn: form.optionalDate('childViewOn', {
      label: 'the date the child gave their views',
      latest: today,
    }),
    exemptions: form.choices('exemptions', keysOf(EXEMPTIONS), {
      label: 'the reasons information can be withheld',
      optional: true,
    }),
    exemptionNote: form.optionalLongText('exemptionNote', { label: 'why each reason applies' }),
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
    toldOn: form.date('toldOn', { label: 'the date they were told', latest: today }),
  });
}

export function readPause(body: unknown, today: string): FormAnswer<{ fromOn: string; reason: string }> {
  const form = new FormReader(body);
  return form.answer({
    fromOn: form.date('fromOn', { label: 'the first day of the pause', latest: today }),
    reason: form.text('pauseReason', {
      label: 'the reason for the pause',
      message: 'Enter the reason for the pause',
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
    decision: form.choice('decision', keysOf(RIGHTS_REQUEST_DECISIONS), { label: 'a decision' }),
    reason: form.longText('reason', { label: 'the reasons', message: 'Enter the reasons' }),
  });
}

export function readRelease(body: unknown, today: string): FormAnswer<{ releasedOn: string; how: string }> {
  const form = new FormReader(body);
  return form.answer({
    releasedOn: form.date('releasedOn', { label: 'the date the response was given', latest: today }),
    how: form.text('how', { label: 'how it was given', message: 'Enter how it was given', max: 2000 }),
  });
}
