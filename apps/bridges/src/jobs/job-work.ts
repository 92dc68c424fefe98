import type { Pool, PoolClient } from 'pg';
import type { AccessLogSealing } from './access-log-sealing.js';
import { KEPT_INPUT_IS_OVER } from '#libs/access';
import type { MailDelivery, WebhookDelivery } from '#libs/notifications';
import type { JobName } from './job-list.js';

/** The database connections of jobs; each role may do only its job's work. */
export interface JobTools {
  /** As bridges_jobs, which reads no case: it calls functions that each do one job. */
  readonly jobs: Pool;
  /** As bridges_auth, which keeps sessions, tokens and attempts. */
  readonly auth: Pool;
  /** As bridges_sealer. */
  readonly sealing: Pick<AccessLogSealing, 'seal'>;
  /** Both commit each step on their own: what has left Bridges cannot be rolled back. */
  readonly mail: Pick<MailDelivery, 'run'>;
  readonly webhooks: Pick<WebhookDelivery, 'run'>;
}
export interface WorkOptions {
  /** The start of the period to scan for access concerns; without it, since the last scan. */
  readonly days?: number | undefined;
}
type Work = (client: PoolClient, tools: JobTools, options: WorkOptions) => Promise<number>;

/** The work of each job. It is idempotent, and returns how many items it processed. */
export const WORK: Readonly<Record<JobName, Work>> = {
  'access-log-sealing': (_client, { sealing }) => sealing.seal(),
  'consent-reminders': (client) => count(client, 'select access.send_all_expiry_reminders() as count'),
  'closure-proposal-lapses': (client) => count(client, 'select access.lapse_closure_proposals() as count'),
  'emergency-access-lapses': (client) => count(client, 'select access.announce_emergency_lapses() as count'),
  'ended-posts': (client) =>
    count(
      client,
      'select access.settle_ended_posts() + access.settle_work_out_of_reach() + access.settle_closed_agencies() as count',
    ),
  'people-confirmations': (client) => count(client, 'select access.remind_people_confirmations() as count'),
  'access-watch': (client, _tools, { days }) =>
    count(
      client,
      "select access.raise_access_concerns(platform.now() - $1::integer * interval '1 day') as count",
      [days ?? null],
    ),
  'sign-in-expiry': (_client, { auth }) => count(auth, EXPIRED_SIGN_INS),
  'dormant-accounts': (client) =>
    count(client, 'select access.suspend_dormant_accounts($1) as count', [DORMANT_AFTER_DAYS]),
  'service-token-reminders': (client) => count(client, 'select access.remind_of_service_tokens() as count'),
  'personal-token-reminders': (client) => count(client, 'select access.remind_of_personal_tokens() as count'),
  'mail-delivery': (_client, { mail }) => mail.run(),
  'webhook-delivery': (_client, { webhooks }) => webhooks.run(),
  'idempotent-answer-expiry': (client) => count(client, 'select access.expire_idempotent_answers() as count'),
  'draft-expiry': (client) => count(client, 'select access.expire_drafts() as count'),
};

/** An account that no one has used for so long is one that no one watches. */
const DORMANT_AFTER_DAYS = 90;

/**
 * Uses the real clock: moving a demonstration's clock must not prolong a session. An ended session is kept for a day, so
 * that the sign-in page can say why it ended.
 */
const EXPIRED_SIGN_INS = `
  with sessions as (delete from auth.sessions where expire < now() - interval '1 day' returning 1),
    tokens as (delete from auth.tokens where expires_at < now() returning 1),
    forms as (delete from auth.kept_forms where kept_at < now() - interval '1 hour' returning 1),
    inputs as (delete from auth.kept_inputs k where ${KEPT_INPUT_IS_OVER} returning 1),
    attempts as (delete from auth.attempts where expire < extract(epoch from now()) * 1000 returning 1),
    links as (delete from auth.password_resets where expires_at < now() returning 1)
  select ((select count(*) from sessions) + (select count(*) from tokens) + (select count(*) from forms)
    + (select count(*) from inputs) + (select count(*) from attempts) + (select count(*) from links))::int as count`;

async function count(client: Pool | PoolClient, sql: string, values: unknown[] = []): Promise<number> {
  const { rows } = await client.query<{ count: number }>(sql, values);
  return rows[0]!.count;
}
