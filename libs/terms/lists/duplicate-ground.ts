import type { CodeList } from '../code-list.js';

/** As what two records of a child are alike, the strongest first. */
export const DUPLICATE_GROUNDS = {
  same_nhs_number: 'same NHS number',
  same_uln: 'same unique learner number',
  same_upn: 'same unique pupil number',
  same_reference: 'same number in another system',
  same_carer_and_address: 'same parent or carer at the same postcode',
  same_name: 'same name',
  near_name: 'other spelling of the name',
  other_name: 'another name',
  same_birth: 'same date of birth',
  swapped_birth: 'day and month of birth changed over',
  near_birth: 'date of birth almost the same',
  possible_birth: 'date of birth that may be the same',
  other_birth: 'another date of birth',
} as const satisfies CodeList;
export type DuplicateGround = keyof typeof DUPLICATE_GROUNDS;

/** One sentence without a full stop: "Same NHS number, other spelling of the name, same date of birth". */
export function explainLikeness(grounds: readonly DuplicateGround[]): string {
  const parts = (Object.keys(DUPLICATE_GROUNDS) as DuplicateGround[])
    .filter((ground) => grounds.includes(ground))
    .map((ground) => DUPLICATE_GROUNDS[ground]);
  const sentence = parts.join(', ');
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
