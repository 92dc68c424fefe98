import { rowsOf, sectionOf, words } from './reader.js';

export interface PeoplePresent {
  readonly people?: readonly { readonly name: string; readonly role?: string; readonly agency?: string }[];
}

export const readPeoplePresent = sectionOf({
  people: rowsOf({ name: words(200), role: words(200), agency: words(200) }),
});
