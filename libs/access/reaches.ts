import type { PractitionerRole } from '#libs/terms';

/** The routes by which a practitioner or family member gets access to an episode, and the roles that may use each. */
export const REACHES = [
  'author',
  'lead',
  'team',
  'agency',
  'manager',
  'coordinator',
  'front_door',
  'panel',
  'emergency',
  'governance',
  'support',
  'sample',
  'family',
] as const;
export type Reach = (typeof REACHES)[number];
/** A practitioner's role, or that of a family member, who holds no post. */
export type Role = PractitionerRole | 'family';

const CASEWORKERS = [
  'practitioner',
  'manager',
  'coordinator',
  'front_door',
  'panel_member',
  'panel_chair',
] as const;

export const ROLES_OF_REACH: Record<Reach, readonly Role[]> = {
  author: CASEWORKERS,
  lead: CASEWORKERS,
  team: CASEWORKERS,
  agency: CASEWORKERS,
  manager: ['manager'],
  coordinator: ['coordinator'],
  front_door: ['front_door'],
  panel: CASEWORKERS,
  emergency: [...CASEWORKERS, 'governance'],
  governance: ['governance'],
  support: ['business_support'],
  sample: ['quality_auditor'],
  family: ['family'],
};

/** The label of each reach on the page that explains why a reader can see a record. */
export const REACH_SENTENCES: Record<Reach, string> = {
  author: 'you opened this episode or are its assessor',
  lead: 'you are the lead professional, or stand in for them',
  team: 'you are in the team around the child',
  agency: 'the family agreed that your agency may know this',
  manager: 'someone you manage works with this family',
  coordinator: 'you coordinate the locality where the child lives',
  front_door: 'you decide for social care in this area',
  panel: 'it is on the agenda of a panel on which you sit',
  emergency: 'you asked for emergency access, which is announced and reviewed',
  governance: 'you answer for how information is shared in this area',
  support: 'a practitioner of your team named you as their support',
  sample: 'it was drawn for an audit that you were asked to do',
  family: 'it is your own family’s record',
};
