/** What a personal token of the API may do. */
export const TOKEN_SCOPES = {
  read: 'Read only',
  write: 'Read and write',
} as const;
export type TokenScope = keyof typeof TOKEN_SCOPES;

/** What the service token of an agency may do. */
export const SERVICE_SCOPES = {
  people: 'Keep the list of your agency’s people (SCIM)',
} as const;
export type ServiceScope = keyof typeof SERVICE_SCOPES;
