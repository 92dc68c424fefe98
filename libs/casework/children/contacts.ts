import { conflict, isId, db } from '#libs/platform';
import type { ChildContacts, ChildDetails } from './child.entity.js';

const CONTACT_FIELDS = [
  'address',
  'postcode',
  'telephone',
  'accommodation',
  'educationSetting',
  'gp',
  'upn',
] as const satisfies readonly (keyof ChildContacts)[];

/**
 * How the child lives and where to find them, as one; the contacts are null to a reader from whom a shield hides them.
 */
export type DetailsView = ChildDetails &
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

/** The given details, split into contacts and everything else. */
export function parted<T extends object>(details: T): { contacts: Partial<ChildContacts>; rest: Partial<T> } {
  const isContact = ([field]: [string, unknown]) => (CONTACT_FIELDS as readonly string[]).includes(field);
  const all = Object.entries(details).filter(([, value]) => value !== undefined);
  return {
    contacts: Object.fromEntries(all.filter(isContact)) as Partial<ChildContacts>,
    rest: Object.fromEntries(all.filter((entry) => !isContact(entry))) as Partial<T>,
  };
}

/** Are this child's contact details withheld from the signed-in practitioner? */
export async function isHidden(childId: string): Promise<boolean> {
  if (!isId(childId)) return false;
  const [row] = (await db().query('select $1::uuid in (select access.hidden_children()) as hidden', [
    childId,
  ])) as [{ hidden: boolean }];
  return row.hidden;
}

/** Are the contact details of a child of this episode withheld from the signed-in practitioner? */
export async function isPlaceHidden(episodeId: string): Promise<boolean> {
  const [row] = (await db().query('select $1::uuid in (select access.hidden_episodes()) as hidden', [
    episodeId,
  ])) as [{ hidden: boolean }];
  return row.hidden;
}

export const contactsProtected = () =>
  conflict('Contact details are protected. Ask information governance to give you access first.');
