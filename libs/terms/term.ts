/** A word or phrase of practice, spelled as in the middle of a sentence. */
export interface Term {
  readonly singular: string;
  readonly plural: string;
  /** 'a common assessment', 'an early help assessment'. */
  readonly withArticle: string;
  /** The practitioners' short form; the singular where there is nothing shorter. */
  readonly abbreviation: string;
}

/** Builds a term; give the article, since sound and not spelling decides it ('an hour', 'a unit'). */
export function term(article: 'a' | 'an', singular: string, plural: string, abbreviation = singular): Term {
  return { singular, plural, withArticle: `${article} ${singular}`, abbreviation };
}

/** The text with a capital first, for headings and the start of sentences. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
