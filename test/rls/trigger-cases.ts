import type { TriggerCase } from './trigger-cases/case.js';
import { CACHED_CLAIMS, DERIVED_ACCESS } from './trigger-cases/derived-access.js';
import { DUPLICATES } from './trigger-cases/duplicates.js';
import { EFFECTS } from './trigger-cases/effects.js';
import { FIELD_HISTORY } from './trigger-cases/field-history.js';
import { FORBIDDEN_CHANGES } from './trigger-cases/forbidden-changes.js';
import { SEALED_LOG } from './trigger-cases/sealed-log.js';
import { STAMPED_ROWS } from './trigger-cases/stamped-rows.js';

export type { TriggerCase };
export const TRIGGER_CASES: readonly TriggerCase[] = [
  ...CACHED_CLAIMS,
  ...DERIVED_ACCESS,
  ...DUPLICATES,
  ...FIELD_HISTORY,
  ...FORBIDDEN_CHANGES,
  ...EFFECTS,
  ...SEALED_LOG,
  ...STAMPED_ROWS,
];
