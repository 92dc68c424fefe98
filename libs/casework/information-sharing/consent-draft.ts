import { type CalendarDate, type FieldError } from '#libs/platform';

export interface AgreedAgency {
  readonly agencyId: string;
  readonly tiers: readonly string[];
  readonly topics?: readonly string[];
}
export interface ConsentDraft {
  readonly purpose: string;
  readonly decision: string;
  /**
   * The children who joined the episode later and whom the decision includes; left out, those whom the latest decision
   * included. Children who were there from the beginning are always included.
   */
  readonly childIds?: readonly string[];
  readonly agencies?: readonly AgreedAgency[];
  readonly refusedAgencies?: readonly string[];
  readonly excludedAgencies?: readonly string[];
  readonly excludedPeople?: readonly string[];
  readonly readmittedPeople?: readonly string[];
  readonly decidedBy?: string | null;
  readonly decidedByChildId?: string | null;
  readonly decidedByCarerId?: string | null;
  readonly capacity?: string | null;
  readonly competence?: string | null;
  readonly competenceNote?: string | null;
  readonly competenceAssessor?: string | null;
  readonly competenceAssessedOn?: CalendarDate | null;
  readonly childAsked?: boolean | null;
  readonly whoDisagreed?: string | null;
  readonly reasonNotYoungPerson?: string | null;
  readonly reasonContraryToChild?: string | null;
  /** The adult who agreed that their own health may be disclosed. */
  readonly consentingAdult?: string | null;
  readonly otherParentObjects?: boolean | null;
  readonly interpreter?: string | null;
  readonly explainedHow?: string | null;
  readonly explainedLanguage?: string | null;
  readonly leafletVersion?: string | null;
  readonly questionsAsked?: string | null;
  readonly askedAt?: string | null;
  readonly limitsExplained?: boolean;
  readonly form?: string | null;
  readonly witness?: string | null;
  readonly indexAgreed?: boolean;
  readonly lawfulBasis?: string | null;
  readonly note?: string | null;
  readonly decidedOn?: CalendarDate | null;
  readonly reviewOn?: CalendarDate | null;
  readonly validUntil?: CalendarDate | null;
}

/** A decision that a child made for themselves about one agency and that still applies. */
export interface ChildDecision {
  readonly agencyId: string;
  readonly standing: 'included' | 'refused' | 'excluded';
  readonly tiers: readonly number[];
  readonly topics: readonly string[];
}
export interface Circumstances {
  readonly today: CalendarDate;
  readonly openingAgencyId: string;
  /** Dates of birth of the children on the episode; null for an expected child. */
  readonly births: readonly (CalendarDate | null)[];
  /** The child named as having decided: null when not on the episode, undefined when none was named. */
  readonly decidingChild?: { readonly born: CalendarDate | null } | null;
  /**
   * The relationships of the carer named as having decided to the children they care for here; none when they care for
   * none.
   */
  readonly decidingCarer?: readonly ('yes' | 'no' | 'not_known')[];
  readonly childDecisions?: readonly ChildDecision[];
}

export type ConsentRule = (draft: ConsentDraft, circumstances: Circumstances) => FieldError[];

export const errorIf = (when: boolean, field: string, message: string): FieldError[] =>
  when ? [{ field, message }] : [];
export const isAgreement = ({ decision }: ConsentDraft): boolean =>
  decision === 'given' || decision === 'given_in_part';

export const decidesForTheChild = ({ capacity }: ConsentDraft): boolean =>
  capacity === 'parental_responsibility' || capacity === 'local_authority';
