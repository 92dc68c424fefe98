import type { Birth } from '#libs/platform';
import type { Sex } from '#libs/terms';

/** Expected is not born yet; of a pregnancy that ended there is no child. */
export type PersonState = 'living' | 'expected' | 'died' | 'pregnancy_ended';

/** A child or an adult of a family, once: an adult with a record as a child is one person. */
export interface FamilyPerson {
  /** The id of the record as a child where there is one, otherwise of the record as an adult. */
  readonly id: string;
  readonly childId: string | null;
  readonly carerId: string | null;
  readonly name: string;
  /** As recorded of a child, or as the word for an adult says it (mother, step-father); U where nothing says it. */
  readonly sex: Sex;
  /** Known of people with a record as a child. */
  readonly birth: Birth | null;
  readonly state: PersonState;
  readonly diedOn: string | null;
}

/**
 * `from` is the parent, step-parent, carer, partner, brother or sister, or relative of `to`; `together`: born of one
 * pregnancy. `as` is the word that was recorded.
 */
export type FamilyTieKind = 'parent' | 'step' | 'carer' | 'partner' | 'sibling' | 'relative' | 'together';
export interface FamilyTie {
  readonly kind: FamilyTieKind;
  readonly from: string;
  readonly to: string;
  readonly as: string;
  readonly beganOn: string | null;
  readonly endedOn: string | null;
  /** A limit on the contact of an adult with a child, when there is one. */
  readonly contactRestriction: string | null;
}
export interface FamilyHome {
  readonly id: string;
  readonly kind: string;
  readonly members: readonly { readonly personId: string; readonly pattern: string }[];
}

/** What is recorded of a family and within the reader’s reach, from one child. */
export interface FamilyGraph {
  readonly childId: string;
  readonly people: readonly FamilyPerson[];
  readonly ties: readonly FamilyTie[];
  /** Empty where the reader may not know where the child is to be found. */
  readonly homes: readonly FamilyHome[];
  readonly homesProtected: boolean;
  /** There are more people than one picture holds; those nearest to the child are in it. */
  readonly isCutShort: boolean;
}
