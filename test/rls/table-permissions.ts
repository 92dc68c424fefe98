import { ACCESS_WATCH } from './permissions/access-watch.js';
import { ASSESSMENTS } from './permissions/assessments.js';
import { CONSENTS } from './permissions/consents.js';
import { DIRECTORY } from './permissions/directory.js';
import { EPISODES } from './permissions/episodes.js';
import { FAMILIES } from './permissions/families.js';
import { OWN_ROWS } from './permissions/own-rows.js';
import { PLANS } from './permissions/plans.js';
import { RIGHTS } from './permissions/rights.js';
import { SETTINGS } from './permissions/settings.js';
import { TEAM } from './permissions/team.js';
import { TEMPORARY_ACCESS } from './permissions/temporary-access.js';
import type { TablePermissions } from './permissions/types.js';

export type { TablePermissions };
/** Who may read, add and change the rows of each table. */
export const TABLE_PERMISSIONS: Readonly<Record<string, TablePermissions>> = {
  ...DIRECTORY,
  ...EPISODES,
  ...FAMILIES,
  ...CONSENTS,
  ...ASSESSMENTS,
  ...TEAM,
  ...PLANS,
  ...TEMPORARY_ACCESS,
  ...OWN_ROWS,
  ...RIGHTS,
  ...SETTINGS,
  ...ACCESS_WATCH,
};
