import type { Decision, ShieldDraft } from '#libs/casework/shields';
import { FormReader } from '#libs/page-kit';
import { keysOf, SHIELD_GROUNDS, SHIELD_REQUESTERS } from '#libs/terms';

/** Reads the form "Protect this address". */
export function readRequest(
  body: unknown,
  carerIds: readonly string[],
  peopleIds: readonly string[],
): { form: FormReader; draft: ShieldDraft } {
  const form = new FormReader(body);
  const grounds = form.choice('grounds', keysOf(SHIELD_GROUNDS), {
    label: 'the reason for protection',
    message: 'Select why the address needs to be protected',
  });
  const detail = form.optionalLongText('detail', {
    label: 'what information governance needs to know',
    max: 2000,
  });
  const requesterCapacity = form.choice('requesterCapacity', keysOf(SHIELD_REQUESTERS), {
    label: 'who is asking for protection',
    message: 'Select who is asking for protection',
  });
  const requestedBy = form.text('requestedBy', { label: 'the name of the person asking' });
  const unsafeCarerIds = form.choices('unsafeCarerIds', carerIds, { label: 'carers', optional: true });
  const practitionerIds = form.choices('practitionerIds', peopleIds, { label: 'people', optional: true });
  return {
    form,
    draft: { grounds, detail, requestedBy, requesterCapacity, unsafeCarerIds, practitionerIds },
  };
}

export function readDecision(body: unknown): { form: FormReader; decision: Decision } {
  const form = new FormReader(body);
  const decision = form.choice('decision', ['confirmed', 'declined'], {
    label: 'the decision',
    message: 'Select whether you confirm or decline',
  });
  const reason = form.longText('reason', { label: 'the reason for the decision', max: 2000 });
  const reviewOn = form.optionalDate('reviewOn', { label: 'the review date' });
  return { form, decision: { decision, reason, reviewOn } };
}
