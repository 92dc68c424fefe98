import type { Pool } from 'pg';

/** The outbox as a whole, without recipients or texts. */
export interface MailHealth {
  /** Due and not sent yet. */
  readonly waiting: number;
  /** For how long the oldest of them has been due. */
  readonly lateMinutes: number;
  /** Given up in the last 24 hours. */
  readonly failedToday: number;
}

const LATE_MINUTES = 30;

export async function mailHealth(auth: Pool): Promise<MailHealth> {
  const { rows } = await auth.query<MailHealth>(
    `select waiting, round(late_minutes)::int as "lateMinutes", failed_today as "failedToday" from platform.mail_health()`,
  );
  return rows[0]!;
}

export const isMailDegraded = ({ lateMinutes, failedToday }: MailHealth): boolean =>
  lateMinutes > LATE_MINUTES || failedToday > 0;
