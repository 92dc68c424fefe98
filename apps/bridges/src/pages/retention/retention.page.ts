import { type QueueRow, type RetentionLine, type Tombstone } from '#libs/casework/retention';
import { labelOf, RETENTION_ACTIONS, RETENTION_CLASSES } from '#libs/terms';
import { because } from '../shared/retention-summary.js';

export const toRetentionLineView = (line: RetentionLine) => ({
  dueOn: line.dueOn,
  class: labelOf(RETENTION_CLASSES, line.class),
  action: labelOf(RETENTION_ACTIONS, line.action),
  because: because(line),
});

export const toRetentionQueueView = (row: QueueRow) => ({
  ...toRetentionLineView(row),
  href: `/retention/${row.id}`,
  who: row.children ?? 'A family',
  beside: row.holdReason ?? (row.proposedBy ? `Proposed by ${row.proposedBy}` : null),
});

export const toTombstoneView = ({
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
