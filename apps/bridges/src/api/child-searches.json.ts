import type { ChildMatch, ChildSearch } from '#libs/casework/children';
import { SEARCH_RESPONSE } from '#libs/oversight/index-questions';
import type { ChildQuery } from './children.bodies.js';

const ADVICE = 'A child who is not listed may still be known. Ask the coordinator for the locality.';

export const toChildSearch = ({
  name,
  dateOfBirth,
  expectedDate,
  postcode,
  reason,
}: ChildQuery): ChildSearch => ({
  ...(name ? { name } : {}),
  ...(dateOfBirth || expectedDate ? { born: (dateOfBirth ?? expectedDate)! } : {}),
  ...(postcode ? { postcode } : {}),
  ...(reason ? { reason } : {}),
});

export function searchJson(
  matches: readonly ChildMatch[],
  { name, dateOfBirth }: Pick<ChildQuery, 'name' | 'dateOfBirth'>,
) {
  const ask = name && dateOfBirth ? SEARCH_RESPONSE : null;
  return { items: matches.map(childMatchJson), next: null, advice: ADVICE, ask };
}

function childMatchJson({ episodeId, episodeOpen, lead, ...child }: ChildMatch) {
  return { ...child, episode: episodeId ? { id: episodeId, open: episodeOpen, lead } : null };
}
