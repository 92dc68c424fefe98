import type { Permission } from '#libs/access';
import type { Mutant } from './mutants.js';

/** Guards whose absence changes nothing, because another says the same: what they are, and which. */
const EQUIVALENT: readonly { readonly name: RegExp; readonly because: string }[] = [
  {
    name: /^(?!consent_withdrawals|tac_attendances).*policy \w+_named without \((agency_id|practitioner_id) IS NULL\)$/,
    because: 'the column is never null',
  },
  {
    name: /^(consent_people|tac_attendances): policy \w+_named without \(practitioner_id = \( SELECT access\.me\(\)/,
    because: 'people_of_sensitive_agencies and people_of_telling_agencies leave out who asks',
  },
  {
    name: /^consent_(agencies|people): policy \w+_same_word dropped$/,
    because:
      'nobody is in the middle of a word in these checks; test/features/information-sharing/api.spec.ts writes one',
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
    because: 'whoever edits the plan or holds a review may close the episode, which another policy says',
  },
  {
    name: /^emergency_accesses: policy emergency_accesses_update without .*emergency\.assign_review/,
    because: 'whoever names a reviewer may be the second person, which another term says',
  },
  {
    name: /^closure_proposals: policy closure_proposals_insert open to all$/,
    because: 'only somebody who may close asks anybody to approve it, which another policy says',
  },
  {
    name: /^children: trigger refresh_grants$/,
    because: 'a moved child moves its episodes (move_episodes_with_child), which refreshes their grants',
  },
];

/** Permissions of which everybody who holds the first holds the second: what some of these reasons lean on. */
export const CONTAINED: readonly (readonly [Permission, Permission])[] = [
  ['plan.edit', 'episode.close'],
  ['review.hold', 'episode.close'],
  ['emergency.assign_review', 'emergency.second'],
];

export function reasonOf({ name }: Mutant): string | undefined {
  return EQUIVALENT.find((one) => one.name.test(name))?.because;
}
