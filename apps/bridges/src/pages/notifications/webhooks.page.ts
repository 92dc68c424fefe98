import type { Webhook, WebhookAttempt } from '#libs/notifications';
import { isKeyOf, labelOf, WEBHOOK_KINDS, WEBHOOK_REASONS } from '#libs/terms';

const kindLabel = (kind: string): string =>
  isKeyOf(WEBHOOK_KINDS, kind) ? labelOf(WEBHOOK_KINDS, kind) : kind;

export const toWebhookView = ({ id, url, kinds, createdAt, disabledAt, failures }: Webhook) => ({
  ...{ id, url, createdAt, disabledAt, failures },
  kinds: kinds.map(kindLabel),
  status: disabledAt ? 'Turned off after repeated failure' : failures > 0 ? 'Failing' : 'On',
});

export const toAttemptRow = (attempt: WebhookAttempt) => ({
  kind: kindLabel(attempt.kind),
  eventId: attempt.eventId,
  happenedAt: attempt.happenedAt,
  attempts: attempt.attempts,
  result: resultOf(attempt),
  isProblem: attempt.outcome !== 'delivered',
  nextAttemptAt: attempt.nextAttemptAt,
});

function resultOf({ outcome, status, reason }: WebhookAttempt): string {
  const answer = status === null ? '' : ` (${status})`;
  if (outcome === 'delivered') return `Delivered${answer}`;
  const why = reason !== null && isKeyOf(WEBHOOK_REASONS, reason) ? labelOf(WEBHOOK_REASONS, reason) : null;
  return why ? `${why}${answer}` : 'Being sent';
}
