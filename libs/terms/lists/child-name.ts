import type { CodeList } from '../code-list.js';

/** What a further name of a child is. */
export const CHILD_NAME_KINDS = {
  known_as: 'Known as',
  former: 'Former name',
  birth: 'Name at birth',
  other: 'Other name',
} as const satisfies CodeList;
export type ChildNameKind = keyof typeof CHILD_NAME_KINDS;

/** Why a name must no longer be found or shown. */
export const SEAL_REASONS = {
  adoption: 'The child was adopted',
  safety: 'To keep the child or the family safe',
  other: 'The family asked, and those with parental responsibility agree',
} as const satisfies CodeList;
export type SealReason = keyof typeof SEAL_REASONS;
