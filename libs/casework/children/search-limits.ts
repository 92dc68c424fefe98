import { audit } from '#libs/access';
import { RecordedRefusal, records } from '#libs/platform';

type Verdict = 'ok' | 'near' | 'searches' | 'names';

/** Says the same whatever exists, and what would help. */
const TOO_MANY =
  'You have searched for many children in a short time. Ask the coordinator for the locality, or search again tomorrow. The access reviewer has been told.';

/**
 * Counts one look across agencies, over all programs. Refuses with 429 the one too many; that refusal, and many names
 * looked for with nothing opened, are kept in the log and raised with the guardian. Call it outside a savepoint.
 */
export async function admitSearch(soughtFor: string): Promise<void> {
  const [{ verdict }] = (await records().query('select access.count_search($1) as verdict', [soughtFor])) as [
    { verdict: Verdict },
  ];
  if (verdict === 'near') await audit('search many names', 'child');
  if (verdict !== 'searches' && verdict !== 'names') return;
  await audit('refuse search', 'child', { detail: { limit: verdict } });
  throw new RecordedRefusal(429, TOO_MANY);
}
