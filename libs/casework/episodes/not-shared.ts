import { isKeyOf, EPISODE_STATUSES } from '#libs/terms';
import { EXCEPTIONS, type EpisodeFilter } from './episode-filter.js';

/** List fields that come from the record (T2): null to a reader without it, and marked as not shared. */
export const LISTED_RECORD_FIELDS = ['status', 'level', 'nextReviewOn', 'lastContactOn'] as const;
/** The same for one episode. */
export const EPISODE_RECORD_FIELDS = [
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
  const { level, exception, status, notShared, cursor: _cursor, limit: _limit, ...others } = filter;
  if (notShared || level === 'hidden') return null;
  const recordException = (exception ?? '')
    .split(',')
    .find((one) => one !== 'no_lead' && EXCEPTIONS.some((known) => known === one));
  const isRecordStatus = status !== 'closed' && isKeyOf(EPISODE_STATUSES, status);
  if (recordException) return { ...others, status: 'open', notShared: recordException };
  if (!level && !isRecordStatus) return null;
  return { ...others, ...(status ? { status: isRecordStatus ? 'open' : status } : {}), level: 'hidden' };
}
