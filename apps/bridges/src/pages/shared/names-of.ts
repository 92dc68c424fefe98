import { firstName } from '#libs/terms';

/** The children's first names, for a heading or a list. */
export const namesOf = (
  children: readonly { readonly givenNames: string; readonly familyName?: string }[] | null,
): string =>
  (children ?? [])
    .map(({ givenNames, familyName = '' }) => firstName({ givenNames, familyName }))
    .join(', ') || 'a family';
