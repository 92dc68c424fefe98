import { conflict, isId, records } from '#libs/platform';
import type { ChildContacts, ChildDetails } from './child.entity.js';

export const CONTACT_FIELDS = [
  'address',
  'postcode',
  'telephone',
  'accommodation',
  'educationSetting',
  'gp',
  'upn',
] as const satisfies readonly (keyof ChildContacts)[];

/** How the child lives and where they are found, as one; the contacts are null to whoever a shield keeps them from. */
export type DetailsSeen = ChildDetails &
  Omit<ChildContacts, 'childId'> & { readonly contactProtected: boolean };

export const NO_CONTACTS: Omit<ChildContacts, 'childId'> = {
  address: null,
  postcode: null,
  telephone: null,
  accommodation: null,
  educationSetting: null,
  gp: null,
  upn: null,
};

/** What was said about a child, parted into contacts and everything else. */
export function parted<T extends object>(said: T): { contacts: Partial<ChildContacts>; rest: Partial<T> } {
  const isContact = ([field]: [string, unknown]) => (CONTACT_FIELDS as readonly string[]).includes(field);
  const all = Object.entries(said).filter(([, value]) => value !== undefined);
  return {
    contacts: Object.fromEntries(all.filter(isContact)) as Partial<ChildContacts>,
    rest: Object.fromEntries(all.filter((entry) => !isContact(entry))) as Partial<T>,
  };
}

/** Are this child's contact details kept from whoever is signed in? */
export async function isHidden(childId: string): Promise<boolean> {
  if (!isId(childId)) return false;
  const [row] = (await records().query('select $1::uuid in (select access.hidden_children()) as hidden', [
    childId,
  ])) as [{ hidden: boolean }];
  return row.hidden;
}

/** Are the contact details of a child of this episode kept from whoever is signed in? */
export async function isPlaceHidden(episodeId: string): Promise<boolean> {
  const [row] = (await records().query('select $1::uuid in (select access.hidden_episodes()) as hidden', [
    episodeId,
  ])) as [{ hidden: boolean }];
  return row.hidden;
}

export const contactsProtected = () =>
  conflict('Contact details are protected. Ask information governance to give you access first.');
