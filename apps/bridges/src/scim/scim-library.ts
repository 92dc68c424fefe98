import SCIMMY from 'scimmy';

/** The schema of a user with the enterprise extension, which providers send whether or not it is kept. */
export const UserSchema = SCIMMY.Schemas.User;
const Enterprise = SCIMMY.Schemas.EnterpriseUser;
UserSchema.definition.extend(Enterprise.definition, false);

export const USER = UserSchema.id;
export const ENTERPRISE = Enterprise.id;
export const { ListResponse, PatchOp } = SCIMMY.Messages;
export const { Filter, Error: ScimError } = SCIMMY.Types;

/** Attributes that are kept. Others that SCIM defines are accepted and left out: RFC 7644, 3.3. */
export const KEPT = ['userName', 'name', 'displayName', 'title', 'active', 'externalId'] as const;
/** Answered, and given by the user name: not for the provider to set. */
export const DERIVED = ['emails'] as const;
