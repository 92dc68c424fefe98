import type { CarerOfChild, FamilyChange } from '#libs/casework/children';
import type { CarerTieView, ChildTieView, Childhood, HouseholdView } from '#libs/casework/families';
import { date, dateTime } from '#libs/page-kit';
import {
  ADDRESS_TYPES,
  CARER_ENDING_REASONS,
  CARER_TIES,
  CHILD_TIES,
  type CodeList,
  CONTACT_RESTRICTIONS,
  HOUSEHOLD_KINDS,
  PARENTAL_RESPONSIBILITIES,
  RELATIONSHIPS,
  RESPONSIBILITY_BASES,
  RESPONSIBILITY_EVIDENCE,
  RESTRICTION_BASES,
  SAFE_TO_CONTACT,
  STAY_PATTERNS,
  fullName,
} from '#libs/terms';

const labelIn = (list: CodeList, key: string | null): string | null =>
  key === null ? null : (list[key] ?? key);
const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const fromUntil = (beganOn: string | null, endedOn: string | null): string | null =>
  [beganOn && `from ${date(beganOn)}`, endedOn && `until ${date(endedOn)}`].filter(Boolean).join(' ') || null;

/** What everyone who reads the family is warned of. */
export function warningsOf(carers: readonly CarerOfChild[]): string[] {
  return carers.flatMap((carer) => [
    ...(isRestricted(carer)
      ? [
          `${carer.name}: ${lower(labelIn(CONTACT_RESTRICTIONS, carer.contactRestriction)!)}, since ${date(carer.restrictedFrom)} (${lower(labelIn(RESTRICTION_BASES, carer.restrictionBasis)!)}).`,
        ]
      : []),
    ...(carer.safeToContact === 'no' ? [`It is not safe to contact ${carer.name}.`] : []),
    ...(carer.safeToContact === 'ask_first'
      ? [`Contact ${carer.name} only in this way: ${carer.contactAdvice ?? ''}`]
      : []),
  ]);
}
const isRestricted = ({ contactRestriction }: CarerOfChild): boolean =>
  contactRestriction !== null && contactRestriction !== 'none';

/** Whom to ring, first the first. */
export const toEmergencyContacts = (carers: readonly CarerOfChild[]) =>
  carers
    .filter(({ emergencyOrder }) => emergencyOrder !== null)
    .sort((one, other) => one.emergencyOrder! - other.emergencyOrder!)
    .map(({ name, relationship, telephone, safeToContact }) => ({
      name,
      relationship: lower(labelIn(RELATIONSHIPS, relationship)!),
      telephone: safeToContact === 'no' ? null : telephone,
    }));

export function toCarerCard(carer: CarerOfChild) {
  const { parentalResponsibility: responsibility } = carer;
  const seen = [
    labelIn(RESPONSIBILITY_EVIDENCE, carer.evidence),
    carer.evidenceSeenOn && `seen on ${date(carer.evidenceSeenOn)}`,
    carer.evidence && carer.evidenceSeenBy && `by ${carer.evidenceSeenBy}`,
  ]
    .filter(Boolean)
    .join(' ');
  return {
    id: carer.id,
    name: carer.name,
    rows: [
      { key: 'Relationship', value: labelIn(RELATIONSHIPS, carer.relationship) },
      ...(carer.beganOn ? [{ key: 'Since', value: date(carer.beganOn) }] : []),
      {
        key: 'Parental responsibility',
        value:
          responsibility === 'not_known' ? 'Not known' : labelIn(PARENTAL_RESPONSIBILITIES, responsibility),
      },
      ...(responsibility === 'yes'
        ? [
            {
              key: 'Because',
              value: labelIn(RESPONSIBILITY_BASES, carer.responsibilityBasis) ?? 'Not recorded',
            },
            { key: 'Evidence', value: seen || 'None recorded' },
          ]
        : []),
      {
        key: 'Contact with the child',
        value: labelIn(CONTACT_RESTRICTIONS, carer.contactRestriction) ?? 'Not asked',
      },
      { key: 'Telephone', value: carer.telephone },
      ...(carer.safeToContact
        ? [
            {
              key: 'Safe to contact',
              value: [labelIn(SAFE_TO_CONTACT, carer.safeToContact), carer.contactAdvice]
                .filter(Boolean)
                .join('. '),
            },
          ]
        : []),
    ],
  };
}

export const toPastCarer = ({ name, relationship, beganOn, endedOn, endingReason }: CarerOfChild) => ({
  name,
  relationship: lower(labelIn(RELATIONSHIPS, relationship)!),
  when: fromUntil(beganOn, endedOn),
  why: labelIn(CARER_ENDING_REASONS, endingReason),
});

export const toChildTieRow = ({ id, kind, beganOn, endedOn, child }: ChildTieView) => ({
  id,
  childId: child.id,
  name: fullName(child),
  kind: lower(labelIn(CHILD_TIES, kind)!),
  when: fromUntil(beganOn, endedOn),
  isPast: endedOn !== null,
});

export const toCarerTieRow = ({ id, kind, beganOn, endedOn, carer, other }: CarerTieView) => ({
  id,
  sentence: `${carer.name} is the ${lower(labelIn(CARER_TIES, kind)!)} of ${other.name}`,
  pastSentence: `${carer.name} was the ${lower(labelIn(CARER_TIES, kind)!)} of ${other.name}`,
  when: fromUntil(beganOn, endedOn),
  isPast: endedOn !== null,
});

export const toChildhoodRow = ({ carerId, childId }: Childhood, carers: readonly CarerOfChild[]) => ({
  childId,
  name: carers.find(({ id }) => id === carerId)?.name ?? 'An adult of this family',
});

/** A home now: who lives there, and who left it. */
export function toHomeCard(home: HouseholdView) {
  const rows = home.members.map(({ id, name, pattern, beganOn, endedOn }) => ({
    id,
    name,
    pattern: lower(labelIn(STAY_PATTERNS, pattern)!),
    when: fromUntil(beganOn, endedOn),
    isPast: endedOn !== null,
  }));
  return {
    id: home.id,
    kind: labelIn(HOUSEHOLD_KINDS, home.kind),
    address: [home.address, home.postcode].filter(Boolean).join(', ') || 'Address not known',
    accommodation: labelIn(ADDRESS_TYPES, home.accommodation),
    members: rows.filter(({ isPast }) => !isPast),
    former: rows.filter(({ isPast }) => isPast),
  };
}

const FIELDS: Readonly<Record<string, readonly [label: string, list: CodeList | null]>> = {
  name: ['name', null],
  first_language: ['first language', null],
  interpreter: ['interpreter', null],
  relationship: ['relationship', RELATIONSHIPS],
  parental_responsibility: ['parental responsibility', PARENTAL_RESPONSIBILITIES],
  responsibility_basis: ['reason for parental responsibility', RESPONSIBILITY_BASES],
  evidence: ['evidence', RESPONSIBILITY_EVIDENCE],
  evidence_seen_on: ['date of the evidence', null],
  began_on: ['start date', null],
  ended_on: ['end date', null],
  ending_reason: ['reason for the end', CARER_ENDING_REASONS],
  contact_restriction: ['contact with the child', CONTACT_RESTRICTIONS],
  restriction_basis: ['reason for the restriction', RESTRICTION_BASES],
  restricted_from: ['start of the restriction', null],
};

export function toChangeRow({
  name,
  field,
  was,
  became,
  reason,
  changedAt,
  changedBy,
}: FamilyChange): string[] {
  const [label, list] = FIELDS[field] ?? [field, null];
  const said = (value: string | null): string => {
    if (value === null) return 'Not recorded';
    if (list) return labelIn(list, value)!;
    return /^\d{4}-\d{2}-\d{2}$/.test(value) ? date(value) : value;
  };
  return [
    dateTime(changedAt),
    `${name}: ${label}`,
    said(was),
    said(became),
    [changedBy ?? 'Not named', reason].filter(Boolean).join('. '),
  ];
}
