import type { DisclosureView } from '#libs/casework/disclosures';
import {
  DISCLOSURE_BASES,
  DISCLOSURE_DECISIONS,
  type DisclosureBasis,
  type DisclosureDecision,
  FAMILY_TOLD,
  type FamilyTold,
  labelOf,
  optionsOf,
  SENSITIVE_TOPICS,
  type SensitiveTopic,
} from '#libs/terms';
import { TIER_EXPLANATIONS } from '../shared/consent-tiers.js';

/** One decision as displayed. */
export function toDisclosureView(seen: DisclosureView) {
  const { askedBy, to } = seen;
  return {
    ...seen,
    decision: labelOf(DISCLOSURE_DECISIONS, seen.decision as DisclosureDecision),
    receiver: [to.practitioner?.name, to.agency?.name ?? to.name].filter(Boolean).join(', '),
    asker: askedBy
      ? [askedBy.practitioner?.name ?? askedBy.name, askedBy.agency].filter(Boolean).join(', ')
      : 'No one: our own idea',
    about: describeSubject(seen),
    basis: seen.basis ? labelOf(DISCLOSURE_BASES, seen.basis as DisclosureBasis) : null,
    family: labelOf(FAMILY_TOLD, seen.familyTold as FamilyTold),
  };
}

function describeSubject({ tiers, topics }: DisclosureView): string {
  const plain = TIER_EXPLANATIONS.filter(({ value }) => tiers.includes(Number(value.slice(1)))).map(
    ({ text }) => text,
  );
  return [...plain, ...topics.map((topic) => labelOf(SENSITIVE_TOPICS, topic as SensitiveTopic))].join(', ');
}

/** The choices of the form. The section 16LA duty is offered only if it is in force. */
export function choicesWith(duty16la: boolean) {
  return {
    tiers: TIER_EXPLANATIONS,
    topics: optionsOf(SENSITIVE_TOPICS),
    decisions: optionsOf(DISCLOSURE_DECISIONS),
    bases: optionsOf(DISCLOSURE_BASES).filter(({ value }) => duty16la || value !== 'duty_16la'),
    family: optionsOf(FAMILY_TOLD),
    duty16la,
  };
}
