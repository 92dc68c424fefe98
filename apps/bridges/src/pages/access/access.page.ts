import { type Reach, REACH_SENTENCES } from '#libs/access';
import type { CurrentViewer, LoggedVisit } from '#libs/oversight/access';
import { labelOf, PRACTITIONER_ROLES, type PractitionerRole } from '#libs/terms';

const TIERS = [
  'That there is an episode, and who the lead professional is',
  'Basic details',
  'Assessment and plan',
];
const REACHES: Record<Reach, string> = {
  author: 'started it or is its assessor',
  lead: 'lead professional or their deputy',
  team: 'in the team',
  agency: 'the family agreed to share with their agency',
  manager: 'manages someone who works with the family',
  coordinator: 'coordinates the locality',
  front_door: 'makes decisions for children’s social care',
  panel: 'on a panel with this on its agenda',
  emergency: 'emergency access',
  governance: 'responsible for information governance',
  support: 'supports a practitioner in their team',
  sample: 'audits a sample',
  family: 'their own family',
};

/** People who can see the episode, one row each. */
export function toCurrentViewersView(people: readonly CurrentViewer[] | null) {
  return people?.map(({ name, agency, reaches, tier, ends }) => ({
    name,
    agency: agency.name,
    why: sentence(reaches),
    what: TIERS[tier] ?? TIERS[0],
    // A grant that ends at the start of a day is valid to the end of the day before.
    ends: ends && new Date(ends.getTime() - 1),
  }));
}

/** The people who looked and what they did. Three "read episode" entries on one day become one line. */
export function toVisitsView(entries: readonly LoggedVisit[] | undefined) {
  return entries?.map(({ name, agency, role, act, times, at, reaches, reason }) => ({
    at,
    name,
    who: `${labelOf(PRACTITIONER_ROLES, role as PractitionerRole)}, ${agency.name}`,
    act: capitalised(act),
    times: times > 1 ? `${times} times` : '',
    why: sentence(reaches),
    reason,
  }));
}

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const sentence = (reaches: readonly Reach[]): string => capitalised(reaches.map(describeReach).join('; '));

function describeReach(reach: Reach): string {
  return REACHES[reach] ?? REACH_SENTENCES[reach] ?? reach;
}
