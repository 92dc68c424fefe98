import { compareDates, type FieldError, isSameName } from '#libs/platform';

/** What a person is to a child, as a practitioner writes it. Undefined keeps what stands. */
export interface ChildCarerDraft {
  readonly relationship: string;
  readonly parentalResponsibility: string;
  readonly beganOn?: string | null;
  readonly responsibilityBasis?: string | null;
  readonly evidence?: string | null;
  readonly evidenceSeenOn?: string | null;
  readonly contactRestriction?: string | null;
  readonly restrictionBasis?: string | null;
  readonly restrictedFrom?: string | null;
}

const OF_LOCAL_AUTHORITIES = ['care_order', 'emergency_protection_order'];

/** Parental responsibility has a basis that fits the person, and a restriction says who set it and since when. */
export function validateChildCarer(draft: ChildCarerDraft, today: string): FieldError[] {
  return [
    ...validateResponsibility(draft),
    ...validateRestriction(draft),
    ...(['beganOn', 'evidenceSeenOn', 'restrictedFrom'] as const).flatMap((field) =>
      draft[field] && compareDates(draft[field], today) > 0
        ? [{ field, message: 'The date must be today or in the past' }]
        : [],
    ),
  ];
}

function validateResponsibility(draft: ChildCarerDraft): FieldError[] {
  const {
    relationship,
    parentalResponsibility,
    responsibilityBasis: basis,
    evidence,
    evidenceSeenOn,
  } = draft;
  const errors: FieldError[] = [];
  const refuse = (field: string, message: string): void => void errors.push({ field, message });
  if (basis && parentalResponsibility !== 'yes')
    refuse('responsibilityBasis', 'Only a person with parental responsibility has a basis for it');
  if (basis && OF_LOCAL_AUTHORITIES.includes(basis) !== (relationship === 'local_authority'))
    refuse(
      'responsibilityBasis',
      relationship === 'local_authority'
        ? 'A local authority has parental responsibility by a care order or an emergency protection order'
        : 'Only a local authority has parental responsibility by this order',
    );
  if (basis === 'birth_mother' && !['mother', 'other_parent'].includes(relationship))
    refuse('responsibilityBasis', 'Only the birth mother has parental responsibility by giving birth');
  if (evidence && !evidenceSeenOn) refuse('evidenceSeenOn', 'Enter the date on which you saw it');
  if (!evidence && evidenceSeenOn) refuse('evidence', 'Select what you saw');
  return errors;
}

function validateRestriction({
  contactRestriction,
  restrictionBasis,
  restrictedFrom,
}: ChildCarerDraft): FieldError[] {
  const isRestricted = contactRestriction != null && contactRestriction !== 'none';
  if (!isRestricted)
    return restrictionBasis || restrictedFrom
      ? [{ field: 'contactRestriction', message: 'Select how contact is restricted' }]
      : [];
  return [
    ...(restrictionBasis ? [] : [{ field: 'restrictionBasis', message: 'Select who or what set it' }]),
    ...(restrictedFrom
      ? []
      : [{ field: 'restrictedFrom', message: 'Enter since when contact is restricted' }]),
  ];
}

export interface Ending {
  readonly endedOn: string;
  readonly reason: string;
}

export function validateEnding(endedOn: string, beganOn: string | null, today: string): FieldError[] {
  if (compareDates(endedOn, today) > 0)
    return [{ field: 'endedOn', message: 'The end date must be today or in the past' }];
  if (beganOn && compareDates(endedOn, beganOn) < 0)
    return [{ field: 'endedOn', message: 'The end date must not be before the start date' }];
  return [];
}

interface Person {
  readonly name: string;
  readonly telephone?: string | null;
}

/** Is this probably the same person? The same name, and no other telephone number. */
export function isProbablySame(one: Person, other: Person): boolean {
  const isSameNumber =
    !one.telephone || !other.telephone || digits(one.telephone) === digits(other.telephone);
  return isSameNumber && isSameName(one.name, other.name);
}

const digits = (telephone: string): string => telephone.replace(/\D/g, '').replace(/^(?:00)?44/, '0');
