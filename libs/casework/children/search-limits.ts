import { audit } from '#libs/access';
import { CommittedProblem, db } from '#libs/platform';

type Verdict = 'ok' | 'near' | 'searches' | 'names';

/** The same text whatever exists, with what would help. */
const TOO_MANY_SEARCHES =
  'You have searched for many children in a short time. Ask the coordinator for the locality, or search again tomorrow. The access reviewer has been told.';

/**
 * Counts one search across agencies, over all programs. Throws 429 above the limit; that refusal, and many searches
 * without an opened record, are logged and reported to the guardian. Call it outside a savepoint.
 */
export async function admitSearch(searchText: string): Promise<void> {
  const [{ verdict }] = (await db().query('select access.count_search($1) as verdict', [searchText])) as [
    { verdict: Verdict },
  ];
  if (verdict === 'near') await audit('search many names', 'child');
  if (verdict !== 'searches' && verdict !== 'names') return;
  await audit('refuse search', 'child', { detail: { limit: verdict } });
  throw new CommittedProblem(429, TOO_MANY_SEARCHES);
}
