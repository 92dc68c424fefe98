import type { Pool } from 'pg';
import type { Config } from '#libs/platform';
import { sendWebhook, type WebhookEvent, webhookSecret } from './webhook-sender.js';

export type WebhookConfig = Pick<Config, 'secret' | 'webhooksToLoopback'>;

interface ClaimedDelivery extends WebhookEvent {
  readonly id: string;
  readonly attempt: number;
  readonly url: string;
  readonly secretId: string;
}

/** So that one receiver that hangs does not hold up the others. */
const AT_ONCE = 10;
const LEASE = '2 minutes';
const LONGEST_RUN_MS = 5 * 60_000;
/** After the first attempt, the second and so on, in seconds; then a delivery has failed. */
const PAUSES = [60, 300, 1_800, 7_200, 28_800, 86_400];
const GONE = 410;

/** Sends what is due to the systems of agencies. A receiver may get an event twice, then with the same webhook-id. */
export class WebhookDelivery {
  constructor(
    private readonly pool: Pool,
    private readonly config: WebhookConfig,
  ) {}

  /** Returns how many deliveries were accepted. */
  async run(): Promise<number> {
    let delivered = 0;
    const until = Date.now() + LONGEST_RUN_MS;
    while (Date.now() < until) {
      const claimed = await this.claim();
      if (claimed.length === 0 && !(await this.hasDue())) return delivered;
      const results = await Promise.all(claimed.map((one) => this.deliver(one)));
      delivered += results.filter(Boolean).length;
    }
    return delivered;
  }

  private async claim(): Promise<ClaimedDelivery[]> {
    const { rows } = await this.pool.query<ClaimedDelivery>(
      `select id, attempt, url, secret_id as "secretId", event_id as "eventId", kind, subject_id as "subjectId",
         episode_id as "episodeId", happened_at as "happenedAt"
       from access.claim_webhook_deliveries($1, $2)`,
      [AT_ONCE, LEASE],
    );
    return rows;
  }

  private async hasDue(): Promise<boolean> {
    const { rows } = await this.pool.query<{ due: boolean }>('select access.has_due_webhook() as due');
    return rows[0]!.due;
  }

  private async deliver(claimed: ClaimedDelivery): Promise<boolean> {
    const secret = webhookSecret(this.config.secret, claimed.secretId);
    const { status, reason } = await sendWebhook(
      claimed.url,
      claimed,
      secret,
      this.config.webhooksToLoopback,
    );
    const pause = status === GONE ? undefined : PAUSES[claimed.attempt - 1];
    await this.pool.query('select access.record_webhook_attempt($1, $2, $3, $4, make_interval(secs => $5))', [
      claimed.id,
      claimed.attempt,
      status,
      reason,
      pause ?? null,
    ]);
    return reason === null;
  }
}
