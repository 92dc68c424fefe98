/** A practitioner's role in their agency or area. Their part for one child is a reach or a team role. */
export const PRACTITIONER_ROLES = {
  practitioner: 'Practitioner',
  manager: 'Manager',
  coordinator: 'Coordinator',
  front_door: 'Front door decision maker',
  panel_member: 'Panel member',
  panel_chair: 'Panel chair',
  governance: 'Information governance lead',
  business_support: 'Business support',
  quality_auditor: 'Quality auditor',
  performance_analyst: 'Performance analyst',
  agency_administrator: 'Agency administrator',
  directory_editor: 'Directory editor',
  system_administrator: 'System administrator',
} as const;
export type PractitionerRole = keyof typeof PRACTITIONER_ROLES;
