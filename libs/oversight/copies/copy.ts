/** The kind of information in a passage; it explains why a reader does not get it. */
export type PassageKind = 'index' | 'basic' | 'contact' | 'place' | 'record' | 'sensitive_service';

/** The smallest part of a copy that a reader gets or does not get. The key is the same for every reader. */
export interface CopyPassage {
  readonly key: string;
  readonly label: string;
  readonly text: string;
  readonly kind: PassageKind;
  /** A sensitive topic, or ''. */
  readonly topic: string;
  /** What in this passage the child said, in their own words. */
  readonly childsWords?: string;
}
export interface CopySection {
  readonly key: string;
  readonly title: string;
  readonly passages: readonly CopyPassage[];
}

/** Everything of one episode that the reader may see, in the order of a document. */
export interface CopyOfRecord {
  readonly episodeId: string;
  readonly sections: readonly CopySection[];
}

type Line = readonly [label: string | null, text: string | number | null | undefined];

/** Lines with a value, one below the other, each after its label. */
export const linesOf = (...lines: readonly Line[]): string =>
  lines
    .filter(([, text]) => text !== null && text !== undefined && String(text).trim() !== '')
    .map(([label, text]) => (label ? `${label}: ${text}` : String(text)))
    .join('\n');

export function passage(
  kind: PassageKind,
  key: string,
  label: string,
  text: string | null | undefined,
  topic = '',
  childsWords?: string | null,
): CopyPassage[] {
  if (!text?.trim()) return [];
  const own = childsWords?.trim() ? { childsWords: childsWords.trim() } : {};
  return [{ key, label, text: text.trim(), kind, topic, ...own }];
}
