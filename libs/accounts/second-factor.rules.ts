import { mayEver, type Permission } from '#libs/access';
import { keysOf, PRACTITIONER_ROLES, type PractitionerRole } from '#libs/terms';

/** Roles that see or change what many people depend on. */
const ALWAYS: readonly PractitionerRole[] = [
  'governance',
  'agency_administrator',
  'system_administrator',
  'performance_analyst',
];
/** What opens a record that consent has not opened. */
const EMERGENCY: readonly Permission[] = ['emergency.ask', 'emergency.ask_from_index', 'emergency.second'];

/** The roles that sign in with a second step, whatever their agency decides. */
export const ROLES_WITH_SECOND_FACTOR: readonly PractitionerRole[] = keysOf(PRACTITIONER_ROLES).filter(
  (role) => ALWAYS.includes(role) || EMERGENCY.some((permission) => mayEver(role, permission)),
);
