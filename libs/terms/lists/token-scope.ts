/** What a personal token of the API may do. */
export const TOKEN_SCOPES = {
  read: 'Read only',
  write: 'Read and write',
} as const;
export type TokenScope = keyof typeof TOKEN_SCOPES;
