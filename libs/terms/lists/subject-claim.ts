/** By which claim an identity provider says who a person is. */
export const SUBJECT_CLAIMS = {
  sub: 'The standard identifier (sub)',
  oid: 'The object ID (oid), which Microsoft Entra has',
} as const;
export type SubjectClaim = keyof typeof SUBJECT_CLAIMS;
