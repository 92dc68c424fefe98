import type { ChildDraft } from '#libs/casework/children';

/** Splits a searched name into given names and family name: the last word is taken for the family name. */
export function nameParts(name: string): Pick<ChildDraft, 'givenNames' | 'familyName'> {
  const words = name.trim().split(/\s+/);
  return words.length < 2
    ? { givenNames: words[0] ?? '', familyName: '' }
    : { givenNames: words.slice(0, -1).join(' '), familyName: words.at(-1)! };
}
