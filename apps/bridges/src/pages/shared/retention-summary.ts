import { type RetentionSummary, formatPeriod, type RetentionLine } from '#libs/casework/retention';
import { date } from '#libs/page-kit';
import { labelOf, RETENTION_TRIGGERS } from '#libs/terms';

/** The reason for a retention period: "25 years from the birth of the youngest child (…)". */
export function because({
  months,
  trigger,
  source,
}: Pick<RetentionLine, 'months' | 'trigger' | 'source'>): string {
  return `${formatPeriod(months)} from ${labelOf(RETENTION_TRIGGERS, trigger)} (${source})`;
}

/** The retention date in one sentence, for the pages of a closed episode. */
export function describeRetention(kept: RetentionSummary | null): string | null {
  if (!kept) return null;
  if (kept.held)
    return 'This record is on hold. It is kept after its retention date until the hold is lifted.';
  const what = kept.action === 'review' ? 'review before deletion' : 'deletion';
  return `This record is due for ${what} on ${date(kept.dueOn)}, because it is kept for ${because(kept)}.`;
}
