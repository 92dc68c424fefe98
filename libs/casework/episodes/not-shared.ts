import { isKeyOf, EPISODE_STATUSES } from '#libs/terms';
import { EXCEPTIONS, type EpisodeFilter } from './episode-filter.js';

/** A list value that comes from the record (T2): null to a reader without it, and marked as not shared. */
export const LISTED_FROM_RECORD = ['status', 'level', 'nextReviewOn', 'lastContactOn'] as const;
/** The same for one episode. */
export const SEEN_FROM_RECORD = [
  'status',
  'reason',
  'referralSource',
  'presentingNeeds',
  'longTerm',
  'level',
  'nextReviewOn',
  'lastContactOn',
  'openingAgency',
] as const;

/**
 * The episodes that a filter on the record cannot decide, because the reader may not know: the same filter over the
 * episodes that are not shared. Null where the filter uses nothing that could be withheld from the reader.
 */
export function notSharedFilter(filter: EpisodeFilter): EpisodeFilter | null {
  const { level, exception, status, notShared, cursor: _cursor, limit: _limit, ...kept } = filter;
  if (notShared || level === 'hidden') return null;
  const asked = (exception ?? '')
    .split(',')
    .find((one) => one !== 'no_lead' && EXCEPTIONS.some((known) => known === one));
  const ofRecord = status !== 'closed' && isKeyOf(EPISODE_STATUSES, status);
  if (asked) return { ...kept, status: 'open', notShared: asked };
  if (!level && !ofRecord) return null;
  return { ...kept, ...(status ? { status: ofRecord ? 'open' : status } : {}), level: 'hidden' };
}
