import type { FamilyTie } from '#libs/casework/family-pictures';
import { CARER_TIES, CHILD_TIES, type CodeList, RELATIONSHIPS } from '#libs/terms';

export const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
export const labelIn = (list: CodeList, key: string): string => list[key] ?? key;

const WORDS: CodeList = { ...RELATIONSHIPS, ...CHILD_TIES, ...CARER_TIES };
/** "mother", "half-brother or half-sister": what the first person is to the other, as it was recorded. */
export const wordOf = ({ as }: Pick<FamilyTie, 'as'>): string => lower(labelIn(WORDS, as));

/** "Ada, Ben and Cal". */
export const joined = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

export function grouped<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
