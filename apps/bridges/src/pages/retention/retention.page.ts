import {
  type KeptUntil,
  periodInWords,
  type QueueRow,
  type RetentionLine,
  type Tombstone,
} from '#libs/casework/retention';
import { date } from '#libs/page-kit';
import { labelOf, RETENTION_ACTIONS, RETENTION_CLASSES, RETENTION_TRIGGERS } from '#libs/terms';

/** Why a record is kept so long: "25 years from the birth of the youngest child (…)". */
export function because({
  months,
  trigger,
  source,
}: Pick<RetentionLine, 'months' | 'trigger' | 'source'>): string {
  return `${periodInWords(months)} from ${labelOf(RETENTION_TRIGGERS, trigger)} (${source})`;
}

/** The date in advance, in one sentence, for the pages of an episode that has closed. */
export function keptInWords(kept: KeptUntil | null): string | null {
  if (!kept) return null;
  if (kept.held) return 'A hold keeps this record, whatever its date, until the hold is lifted.';
  const what = kept.action === 'review' ? 'review for destruction' : 'destruction';
  return `This record is due for ${what} on ${date(kept.dueOn)}, because it is kept for ${because(kept)}.`;
}

export const lineShown = (line: RetentionLine) => ({
  dueOn: line.dueOn,
  class: labelOf(RETENTION_CLASSES, line.class),
  action: labelOf(RETENTION_ACTIONS, line.action),
  because: because(line),
});

export const queueShown = (row: QueueRow) => ({
  ...lineShown(row),
  href: `/retention/${row.id}`,
  who: row.children ?? 'A family',
  beside: row.holdReason ?? (row.proposedBy ? `Proposed by ${row.proposedBy}` : null),
});

export const tombstoneShown = ({
  id,
  class: name,
  rule,
  dueOn,
  destroyedAt,
  proposedBy,
  approvedBy,
}: Tombstone) => ({
  id,
  class: labelOf(RETENTION_CLASSES, name),
  rule,
  dueOn,
  destroyedAt,
  people: `${proposedBy} and ${approvedBy}`,
});
