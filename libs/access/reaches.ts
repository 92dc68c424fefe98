import type { PractitionerRole } from '#libs/terms';

/** How a practitioner comes to an episode, and which roles may come that way. */
export const REACHES = [
  'author',
  'lead',
  'team',
  'agency',
  'manager',
  'coordinator',
  'front_door',
  'governance',
] as const;
export type Reach = (typeof REACHES)[number];

const CASEWORKERS = [
  'practitioner',
  'manager',
  'coordinator',
  'front_door',
  'panel_member',
  'panel_chair',
] as const;

export const ROLES_OF_REACH: Record<Reach, readonly PractitionerRole[]> = {
  author: CASEWORKERS,
  lead: CASEWORKERS,
  team: CASEWORKERS,
  agency: CASEWORKERS,
  manager: ['manager'],
  coordinator: ['coordinator'],
  front_door: ['front_door'],
  governance: ['governance'],
};

/** What each reach is called when somebody asks why they can see a record. */
export const REACH_SENTENCES: Record<Reach, string> = {
  author: 'you opened this episode or are its assessor',
  lead: 'you are the lead professional',
  team: 'you are in the team around the child',
  agency: 'the family agreed that your agency may know this',
  manager: 'someone you manage works with this family',
  coordinator: 'you coordinate the locality where the child lives',
  front_door: 'you decide for social care in this area',
  governance: 'you answer for how information is shared in this area',
};
