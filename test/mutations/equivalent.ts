import type { Permission } from '#libs/access';
import type { Mutant } from './mutants.js';

/** Guards whose removal changes nothing because another guard says the same, with the reason. */
const EQUIVALENT: readonly { readonly name: RegExp; readonly because: string }[] = [
  {
    name: /^(?!consent_withdrawals|tac_attendances).*policy \w+_named without \((agency_id|practitioner_id) IS NULL\)$/,
    because: 'the column is never null',
  },
  {
    name: /^(consent_people|tac_attendances): policy \w+_named without \(practitioner_id = \( SELECT access\.me\(\)/,
    because: 'people_of_sensitive_agencies and people_of_location_revealing_agencies leave out who asks',
  },
  {
    name: /^consent_(agencies|people): policy \w+_same_consent dropped$/,
    because:
      'these checks never run while a consent is half written; test/features/information-sharing/api.spec.ts writes one',
  },
  {
    name: /^audit\.(entries|refusals): policy \w+_all_by_loader (dropped|open to all)$/,
    because: 'the loader may not use the schema',
  },
  {
    name: /^disclosures: policy disclosures_all_sensitive without \(topics = '\{\}'/,
    because: 'no topics are within any topics',
  },
  {
    name: /^outcome_scores: policy outcome_scores_insert(_scored)? dropped$|^plan_outcomes: policy plan_outcomes_update(_scored)? dropped$/,
    because:
      'a role that may edit the plan or hold a review may also close the episode, and another policy requires that',
  },
  {
    name: /^emergency_accesses: policy emergency_accesses_update without .*emergency\.assign_review/,
    because: 'a role that may assign a reviewer may be the second person, and another term requires that',
  },
  {
    name: /^closure_proposals: policy closure_proposals_insert open to all$/,
    because: 'only a person who may close an episode proposes its closure, and another policy requires that',
  },
  {
    name: /^children: trigger refresh_grants$/,
    because: 'a moved child moves its episodes (move_episodes_with_child), which refreshes their grants',
  },
  {
    name: /^(child_ties|carer_childhoods): policy \w+_select without \(\(/,
    because:
      'both alternatives ask the same of the two; each is the quick one where a page is about the other',
  },
  {
    name: /^audit\.entries: policy entries_select_known_child without \((episode|child)_id IS NULL\)$/,
    because: 'where one of the two is not said, no child is unknown; said first since it costs nothing',
  },
  {
    name: /^episode_children: policy episode_children_select without \(\(added_at IS NULL\) AND \(removed_at IS NULL\)\)$/,
    because:
      'a child who was there from the beginning is known to each reader; said first since it costs nothing',
  },
  {
    name: /^child_changes: policy child_changes_select_contact without \(scope/,
    because: 'a reader of contact details reads all other details',
  },
  {
    name: /^consent_children: policy consent_children_insert dropped$/,
    because: 'no consent is half written while these checks run; test/features/episode-membership writes one',
  },
  {
    name: /^consent_children: policy consent_children_insert \(check\) without access\.knows_of_member/,
    because: 'a trigger asks it first, so that a refusal does not tell who is in the episode',
  },
];

/** Permissions whose holders all hold the second one too; some of the reasons above rely on it. */
export const CONTAINED: readonly (readonly [Permission, Permission])[] = [
  ['plan.edit', 'episode.close'],
  ['review.hold', 'episode.close'],
  ['emergency.assign_review', 'emergency.second'],
];

export function reasonOf({ name }: Mutant): string | undefined {
  return EQUIVALENT.find((one) => one.name.test(name))?.because;
}
