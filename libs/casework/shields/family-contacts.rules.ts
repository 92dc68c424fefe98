import { createHash } from 'node:crypto';

/** Details that reveal where a person lives, learns or can be found. */
const CONTACT_DETAILS = {
  address: 'address',
  telephone: 'telephone number',
  education: 'school, nursery or college',
  gp: 'GP practice',
  meetings: 'meeting places',
  // Whether it is safe to ring them: for no other member of the family.
  safety: 'advice on safe contact',
} as const;
export type ContactDetail = keyof typeof CONTACT_DETAILS;

/** A family member: a child, a parent or carer, or a requester of whom it is unknown which of them they are. */
export interface FamilyMember {
  readonly kind: 'child' | 'carer' | 'requester';
  readonly id: string;
  readonly name: string;
}
type Member = Pick<FamilyMember, 'kind' | 'id'>;
export interface Tie {
  readonly childId: string;
  readonly carerId: string;
  readonly livesWithChild: boolean | null;
  /** A court, a plan or the family restricts the contact of this adult with the child. */
  readonly isRestricted: boolean;
}
/**
 * Another person's detail that is left out of a copy for a family member, with the question and token to include it.
 */
export interface ContactOffer {
  readonly of: FamilyMember;
  readonly detail: ContactDetail;
  /** Null to a sender who decides without reading it. */
  readonly text: string | null;
  readonly livesApart: boolean;
  readonly question: string;
  readonly putIn: boolean;
  /** Sent back to include the detail. Valid for this sender, this copy, this day and the detail's present value. */
  readonly token: string;
}
export interface ContactValue {
  readonly of: FamilyMember;
  readonly detail: ContactDetail;
  readonly text: string;
}

export const isSame = (one: Member, other: Member): boolean => one.kind === other.kind && one.id === other.id;

/** Recorded as living in one household. An unknown answer counts as apart. */
export function livesWith(one: Member, other: Member, ties: readonly Tie[]): boolean {
  const homes = ({ kind, id }: Member): Set<string> =>
    new Set(
      kind === 'child'
        ? ties
            .filter(({ childId, livesWithChild }) => childId === id && livesWithChild === true)
            .map(({ carerId }) => carerId)
        : kind === 'carer'
          ? [id]
          : [],
    );
  if (one.kind === 'carer' && other.kind === 'carer')
    return ties.some(
      ({ childId, carerId, livesWithChild }) =>
        carerId === one.id &&
        livesWithChild === true &&
        livesWith({ kind: 'child', id: childId }, other, ties),
    );
  const theirs = homes(other);
  return [...homes(one)].some((carerId) => theirs.has(carerId));
}

/**
 * Contact of one of them with a child of the family is restricted: neither is told where another person of the family is to
 * be found, nor is another told of them, whatever a sender chooses. A requester may be any of the adults.
 */
export const areKeptApart = (one: Member, other: Member, ties: readonly Tie[]): boolean =>
  !isSame(one, other) &&
  ties.some(
    ({ carerId, isRestricted }) =>
      isRestricted &&
      [one, other].some(({ kind, id }) => kind === 'requester' || (kind === 'carer' && id === carerId)),
  );

/**
 * Is a contact detail in the copy for a family member by default? Their own is; that of a child they live with; a child
 * also gets those of the adults they live with. No adult gets another adult's.
 */
export function isIncludedByDefault(recipient: Member, owner: Member, ties: readonly Tie[]): boolean {
  if (isSame(recipient, owner)) return true;
  if (areKeptApart(recipient, owner, ties)) return false;
  if (recipient.kind !== 'child' && owner.kind !== 'child') return false;
  return livesWith(recipient, owner, ties);
}

export const keyOf = ({ of, detail }: Pick<ContactValue, 'detail'> & { of: Member }): string =>
  `${of.kind}:${of.id}:${detail}`;

/** What a sender may include: every detail left out, each once, with its question. */
export function offersOf(
  contactValues: readonly ContactValue[],
  recipient: FamilyMember,
  ties: readonly Tie[],
  sender: { readonly id: string; readonly today: string },
): Omit<ContactOffer, 'putIn'>[] {
  const leftOut = contactValues.filter(
    ({ of, detail, text }) =>
      text.trim() !== '' &&
      detail !== 'safety' &&
      !isIncludedByDefault(recipient, of, ties) &&
      !areKeptApart(recipient, of, ties),
  );
  return [...new Map(leftOut.map((one) => [keyOf(one), one])).values()].map((one) => {
    const livesApart = !livesWith(recipient, one.of, ties);
    return {
      of: one.of,
      detail: one.detail,
      text: one.text,
      livesApart,
      question: questionOf(recipient, one, livesApart),
      token: `${keyOf(one)}:${fingerprint([sender.id, sender.today, recipient.kind, recipient.id, keyOf(one), one.text, String(livesApart)])}`,
    };
  });
}

function questionOf(recipient: FamilyMember, { of, detail }: ContactValue, livesApart: boolean): string {
  if (detail === 'meetings')
    return livesApart
      ? `Is it safe for ${recipient.name} to know where meetings about ${of.name} are held?`
      : `Include where meetings about ${of.name} are held?`;
  const what = `${of.name}’s ${CONTACT_DETAILS[detail]}`;
  return livesApart ? `Is it safe for ${recipient.name} to have ${what}?` : `Include ${what}?`;
}

const fingerprint = (parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
