/** A person's two name parts; one of them may be empty, for a person with one name only. */
export interface NameParts {
  readonly givenNames: string;
  readonly familyName: string;
}

/** The whole name, of one part or two. */
export const fullName = ({ givenNames, familyName }: NameParts): string =>
  [givenNames, familyName].filter(Boolean).join(' ');

/** What the person is called in a sentence: the given names, or the only name. */
export const firstName = ({ givenNames, familyName }: NameParts): string => givenNames || familyName;
