/** One task: what, by when (or a note if there is no date), and the action that completes it. */
export interface Need {
  readonly what: string;
  readonly href: string;
  readonly when: string | null;
  readonly note: string | null;
  /** A child may not be safe: sorted before everything else. */
  readonly isUrgent?: boolean;
  readonly act: { readonly text: string; readonly href: string };
}
