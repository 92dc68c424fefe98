/** The reader's own families, all of those listed, and the first `maxOthers` of the others; without it, all of them. */
export function withoutFurtherOthers<Family extends { readonly isMine: boolean }>(
  families: readonly Family[],
  maxOthers = Infinity,
): readonly Family[] {
  let others = 0;
  return families.filter(({ isMine }) => isMine || ++others <= maxOthers);
}
