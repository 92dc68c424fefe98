import type { DisclosureDraft } from '#libs/casework/disclosures';
import { FormReader } from '#libs/page-kit';
import { isId } from '#libs/platform';
import { DISCLOSURE_BASES, DISCLOSURE_DECISIONS, FAMILY_TOLD, keysOf, SENSITIVE_TOPICS } from '#libs/terms';

const OPEN_TIERS = ['T0', 'T1', 'T2'] as const;

/** Reads the decision to share or not, for a listed agency if one was chosen before. */
export function readDisclosure(body: Record<string, unknown>, today: string) {
  const form = new FormReader(body);
  const topics = form.choices('topics', keysOf(SENSITIVE_TOPICS), {
    label: 'sensitive topics',
    optional: true,
  });
  const tiers: string[] = form.choices('tiers', OPEN_TIERS, {
    label: 'what information it is',
    optional: topics.length > 0,
  });
  const toAgencyId = isId(body['toAgencyId']) ? body['toAgencyId'] : null;
  const values: DisclosureDraft = {
    askedByName: form.optionalText('askedByName', { label: 'who asked', max: 100 }),
    askedByAgency: form.optionalText('askedByAgency', { label: 'their agency', max: 200 }),
    toAgencyId,
    toPractitionerId: isId(body['toPractitionerId']) ? body['toPractitionerId'] : null,
    toName: toAgencyId
      ? null
      : form.text('toName', {
          label: 'who it is for',
          message: 'Enter the person and organisation it is for',
        }),
    askedFor: form.longText('askedFor', {
      label: 'what was asked for',
      message: 'Enter what you were asked to share, or what you considered sharing',
      max: 2000,
    }),
    purpose: form.text('purpose', {
      label: 'the purpose',
      message: 'Enter what sharing would be for',
      max: 1000,
    }),
    tiers: topics.length > 0 ? [...tiers, 'T3'] : tiers,
    topics,
    riskOfSharing: form.optionalLongText('riskOfSharing', { label: 'the risk of sharing', max: 2000 }),
    riskOfNotSharing: form.optionalLongText('riskOfNotSharing', {
      label: 'the risk of not sharing',
      max: 2000,
    }),
    decision: form.choice('decision', keysOf(DISCLOSURE_DECISIONS), {
      label: 'what you decided',
      message: 'Select what you decided',
    }),
    whatWasShared: form.optionalLongText('whatWasShared', { label: 'the part you shared', max: 2000 }),
    basis: form.optionalChoice('basis', keysOf(DISCLOSURE_BASES), { label: 'the lawful basis' }),
    detrimentConsidered: form.optionalLongText('detrimentConsidered', {
      label: 'what you considered',
      max: 2000,
    }),
    reason: form.optionalLongText('reason', { label: 'the reason', max: 2000 }),
    consulted: form.optionalLongText('consulted', { label: 'who you asked for advice', max: 2000 }),
    familyTold: form.choice('familyTold', keysOf(FAMILY_TOLD), {
      label: 'what the family knows',
      message: 'Select whether the family has been told',
    }),
    familyToldNote: form.optionalLongText('familyToldNote', { label: 'what the family was told', max: 2000 }),
    tellFamilyOn: form.optionalDate('tellFamilyOn', {
      label: 'the date the family will be told',
      earliest: today,
    }),
    sentHow: form.optionalText('sentHow', { label: 'how you sent it', max: 200 }),
  };
  return form.answer(values);
}
