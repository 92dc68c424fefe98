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
  author: 'you started this episode or are its assessor',
  lead: 'you are the lead professional or their deputy',
  team: 'you are in the team around the child',
  agency: 'the family agreed to share this with your agency',
  manager: 'someone you manage works with this family',
  coordinator: 'you coordinate the locality where the child lives',
  front_door: 'you make decisions for children’s social care in this area',
  panel: 'it is on the agenda of one of your panels',
  emergency: 'you have emergency access, which others are told about and review',
  governance: 'you are responsible for information governance in this area',
  support: 'a practitioner in your team named you as their business support',
  sample: 'it was picked for an audit that you were asked to do',
  family: 'it is your own family’s record',
};
