import { NO_SERVICES, SERVICE_KINDS, type ServiceKind } from '#libs/terms';
import { oneOf, rowsOf, sectionOf, type SectionReader, words } from './reader.js';

export interface ServicesInvolved {
  readonly services?: readonly {
    readonly name: string;
    readonly kind?: ServiceKind;
    readonly contact?: string;
    /** When it started, as the family remembers it. */
    readonly since?: string;
    readonly status?: string;
  }[];
  readonly none_known?: 'yes';
}

const read = sectionOf({
  services: rowsOf({
    name: words(200),
    kind: oneOf(SERVICE_KINDS),
    contact: words(300),
    since: words(100),
    status: words(200),
  }),
  none_known: oneOf(NO_SERVICES),
});

/** Services, or that none is known: adding one clears the other, giving both is an error. */
export const readServices: SectionReader = (input, before, at) => {
  const { answers, errors } = read(input, before, at);
  const given = input as ServicesInvolved | null;
  const names = Array.isArray(given?.services) && given.services.length > 0;
  if (names && given?.none_known)
    errors.push({
      field: `${at}.none_known`,
      message: 'Enter the services, or that none are known, not both',
    });
  else if (names) delete answers['none_known'];
  else if (given?.none_known) delete answers['services'];
  return { answers, errors };
};
