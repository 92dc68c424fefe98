import { mayEver } from '#libs/access';
import { actor } from '#libs/platform';
import { optionsOf, SEARCH_REASONS } from '#libs/terms';

export const FIND_CHILD_VIEW = 'children/find-child.njk';

/** What every page with the search form shows. */
export function findChildView(typed: Readonly<Record<string, unknown>>) {
  const { role } = actor();
  return {
    title: 'Find a child',
    typed,
    quickName: typeof typed['quickName'] === 'string' ? typed['quickName'] : '',
    reasons: optionsOf(SEARCH_REASONS),
    mayRecord: mayEver(role, 'child.create'),
    mayAskInEmergency: mayEver(role, 'emergency.ask_from_index'),
  };
}
