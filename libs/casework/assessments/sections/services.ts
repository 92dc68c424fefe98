import { rowsOf, sectionOf, words } from './reader.js';

export interface ServicesInvolved {
  readonly services?: readonly {
    readonly name: string;
    readonly contact?: string;
    readonly status?: string;
  }[];
}

export const readServices = sectionOf({
  services: rowsOf({ name: words(200), contact: words(300), status: words(200) }),
});
