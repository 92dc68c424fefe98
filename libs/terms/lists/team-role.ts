/** A member's part in the team. Leading is not among them: it is an appointment, one at a time. */
export const TEAM_ROLES = {
  assessor: 'Carried out the assessment',
  key_worker: 'Direct work with the child or family',
  member: 'Team member',
  report_only: 'Sends reports, does not attend',
  child: 'The child or young person',
  family_member: 'Family member',
  supporter: 'Friend or supporter of the family',
  advocate: 'Advocate',
  interpreter: 'Interpreter',
} as const;
export type TeamRole = keyof typeof TEAM_ROLES;
