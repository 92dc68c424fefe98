/** One thing that waits: what, by when (or a note where there is no date), and the act that settles it. */
export interface Need {
  readonly what: string;
  readonly href: string;
  readonly when: string | null;
  readonly note: string | null;
  /** A child may not be safe: stands before everything else. */
  readonly isUrgent?: boolean;
  readonly act: { readonly text: string; readonly href: string };
}
