import { rowsOf, sectionOf, words } from './reader.js';

export interface PeoplePresent {
  /** Null where those who were there at the opening did not say. */
  readonly people?: readonly {
    readonly name: string;
    readonly role?: string | null;
    readonly agency?: string | null;
  }[];
}

export const readPeoplePresent = sectionOf({
  people: rowsOf({ name: words(200), role: words(200), agency: words(200) }),
});
