/** Have all children of a family died, as far as the reader knows them? Then nothing is late and nothing asks. */
export const haveAllDied = (children: readonly { readonly hasDied: boolean }[]): boolean =>
  children.length > 0 && children.every(({ hasDied }) => hasDied);
