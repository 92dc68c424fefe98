/** What a genogram shows; each part carries the sentence that says the same. */
export interface GenogramPerson {
  readonly key: string;
  readonly shape: 'female' | 'male' | 'unknown' | 'unborn';
  /** Beneath the symbol: the name, then what else is said. */
  readonly name: string;
  readonly notes: readonly string[];
  readonly generation: number;
  readonly isChild: boolean;
  readonly isCrossed: boolean;
  readonly isUncertain: boolean;
  readonly sentence: string;
}
export type CoupleLine = 'married' | 'partner' | 'separated' | 'divorced' | 'parted' | 'not_recorded';
export interface GenogramCouple {
  readonly key: string;
  /** One, or two who are a couple or have children together. */
  readonly parents: readonly string[];
  readonly line: CoupleLine;
  /** Null for one parent: there is no line to speak of. */
  readonly sentence: string | null;
  readonly broods: readonly GenogramBrood[];
}
/** Children who hang from one line, the eldest first. */
export interface GenogramBrood {
  readonly children: readonly string[];
  readonly line: 'birth' | 'adoption' | 'care';
  readonly sentence: string;
  readonly together: readonly { readonly children: readonly string[]; readonly sentence: string }[];
}
/** A tie recorded without the parents from whom it comes. */
export interface GenogramTie {
  readonly from: string;
  readonly to: string;
  readonly sentence: string;
}
export interface GenogramHome {
  readonly label: string;
  readonly members: readonly string[];
  readonly sentence: string;
}
export interface GenogramParts {
  readonly people: readonly GenogramPerson[];
  readonly couples: readonly GenogramCouple[];
  readonly ties: readonly GenogramTie[];
  readonly homes: readonly GenogramHome[];
}
