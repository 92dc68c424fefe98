import type { PractitionerRole } from '#libs/terms';

/** Roles within one agency, which any agency assigns to its own people. */
const ROLES_OF_ANY_AGENCY = [
  'practitioner',
  'manager',
  'panel_member',
  'panel_chair',
  'business_support',
  'agency_administrator',
] as const;
/** Area-wide roles, which only the area's own agencies assign. The database holds the same rule. */
const ROLES_OF_THE_AREA = [
  'coordinator',
  'front_door',
  'governance',
  'quality_auditor',
  'performance_analyst',
  'directory_editor',
  'system_administrator',
] as const;
const AGENCIES_OF_THE_AREA = new Set(['childrens_services', 'safeguarding_partnership']);

/** The roles that an agency of this kind may assign, in display order. */
export function rolesGivenBy(agencyKind: string): readonly PractitionerRole[] {
  return AGENCIES_OF_THE_AREA.has(agencyKind)
    ? [...ROLES_OF_ANY_AGENCY, ...ROLES_OF_THE_AREA]
    : ROLES_OF_ANY_AGENCY;
}
