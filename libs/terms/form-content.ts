/** A key that is stored, and what people read for it. */
export interface Labelled {
  readonly key: string;
  readonly label: string;
}

/** A column of a table: text, or a value of a list. */
interface FormColumn extends Labelled {
  readonly list?: string;
}

/** One question of a section. How its answer is read follows from the kind. */
export interface FormQuestion extends Labelled {
  /** `comment`: words, or under `<key>_missing` a reason from the list; `rows`: a table; `date`: a day. */
  readonly kind: 'text' | 'choice' | 'comment' | 'rows' | 'date';
  readonly list?: string;
  readonly columns?: readonly FormColumn[];
}
export interface FormSection {
  readonly key: string;
  readonly title: string;
  readonly questions: readonly FormQuestion[];
}
export interface FormDomain {
  readonly key: string;
  readonly title: string;
  readonly elements: readonly (Labelled & { readonly covers: string })[];
}

/** Everything that a reader of a filled-in form needs: it is kept with the assessments (ADR 52), in arrays, which keep their order. */
export interface FormContent {
  readonly title: string;
  readonly opening: readonly FormSection[];
  readonly domains: readonly FormDomain[];
  readonly closing: readonly FormSection[];
  /** The parts of what is written about one element. */
  readonly passage: readonly Labelled[];
  readonly lists: Readonly<Record<string, readonly Labelled[]>>;
}
