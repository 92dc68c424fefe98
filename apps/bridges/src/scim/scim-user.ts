import { createHash } from 'node:crypto';
import type { ProvisionedDetails, ProvisionedPerson } from '#libs/directory';
import { ScimError, USER, UserSchema } from './scim-library.js';

/** A directory needs a job title; many providers have none for many people. */
const NO_TITLE = 'Job title not recorded';

export type ScimUser = InstanceType<typeof UserSchema>;
type Attributes = Pick<ScimUser, 'userName' | 'name' | 'displayName' | 'title' | 'externalId'>;

/** A person as a SCIM user; `address` is that of the list of users. */
export function toScimUser(person: ProvisionedPerson, address: string): ScimUser {
  const { id, externalId, email, name, givenName, familyName, jobTitle, active } = person;
  const source = {
    schemas: [USER],
    id,
    ...(externalId === null ? {} : { externalId }),
    userName: email,
    name: {
      formatted: name,
      ...(familyName === null ? {} : { familyName }),
      ...(givenName === null ? {} : { givenName }),
    },
    displayName: name,
    ...(jobTitle === NO_TITLE ? {} : { title: jobTitle }),
    active,
    emails: [{ value: email, type: 'work', primary: true }],
    meta: { resourceType: 'User', version: versionOf(person) },
  };
  return new UserSchema(source, 'out', address);
}

/** The ETag: it differs as soon as anything that is answered does. */
export const versionOf = (person: ProvisionedPerson): string =>
  `W/"${createHash('sha256').update(JSON.stringify(person)).digest('base64url').slice(0, 16)}"`;

/**
 * What to store of a user that was sent. `before` is the user as it was last answered: of several ways to write a name
 * that which changed counts, the display name first.
 */
export function toDetails(sent: Attributes, before?: Attributes): ProvisionedDetails {
  return {
    name: nameOf(sent, before),
    jobTitle: sent.title || NO_TITLE,
    email: sent.userName,
    externalId: sent.externalId || null,
    givenName: sent.name?.givenName || null,
    familyName: sent.name?.familyName || null,
  };
}

function nameOf(sent: Attributes, before: Attributes | undefined): string {
  const { displayName, name } = sent;
  if (displayName && displayName !== before?.displayName) return displayName;
  if (name?.formatted && name.formatted !== before?.name?.formatted) return name.formatted;
  const hasNewParts =
    name?.givenName !== before?.name?.givenName || name?.familyName !== before?.name?.familyName;
  if (hasNewParts && name?.givenName && name.familyName) return `${name.givenName} ${name.familyName}`;
  const kept = before?.displayName;
  if (!kept)
    throw new ScimError(400, 'invalidValue', 'Send displayName, or name with givenName and familyName.');
  return kept;
}
