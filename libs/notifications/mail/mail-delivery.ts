import { Logger } from '@nestjs/common';
import type { Pool } from 'pg';
import type { Config } from '#libs/platform';
import { meetingInvitation, type MeetingTime } from '../calendar/calendar-file.js';
import { type MailDriver, MailProblem, type MailReason } from './mail-driver.js';
import { NotifyDriver } from './notify-driver.js';
import { SmtpDriver } from './smtp-driver.js';
import { type QueuedMail, writeMail } from './mail-text.js';

export type MailConfig = Pick<Config, 'mail' | 'publicUrl' | 'secret'>;

interface ClaimedMail extends QueuedMail {
  readonly id: string;
  readonly attempt: number;
  readonly address: string;
  readonly meeting: (Omit<MeetingTime, 'startsAt' | 'endsAt'> & Times) | null;
}
interface Times {
  readonly startsAt: string;
  readonly endsAt: string | null;
}

/** One at a time: a mail system that hangs holds up one email, and a crash repeats at most one. */
const AT_ONCE = 1;
const LONGEST_RUN_MS = 5 * 60_000;
/** Longer than the time-outs of a driver together, so that no other sender takes an email in hand. */
const LEASE = '5 minutes';
/** After the first attempt, the second and so on, in seconds; then an email has failed. */
const PAUSES = [60, 300, 900, 3_600, 14_400, 43_200, 86_400];

/**
 * Sends what is due in the outbox: claims an email, hands it to the mail system, marks it as sent, each step committed on
 * its own. A sender that dies in between leaves it to the next, which sends it under the same Message-ID.
 */
export class MailDelivery {
  private readonly log = new Logger('Mail');

  constructor(
    private readonly pool: Pool,
    private readonly config: MailConfig,
  ) {}

  /** Returns how many emails the mail system accepted. */
  async run(): Promise<number> {
    await this.pool.query('select access.expire_outbox()');
    const driver = driverOf(this.config);
    if (!driver) {
      await this.pool.query('select access.drop_due_mails()');
      return 0;
    }
    try {
      return await this.deliverAll(driver);
    } finally {
      driver.close();
    }
  }

  private async deliverAll(driver: MailDriver): Promise<number> {
    let sent = 0;
    const until = Date.now() + LONGEST_RUN_MS;
    while (Date.now() < until) {
      const [mail] = await this.claim();
      if (!mail && !(await this.hasDue())) break;
      const result = mail ? await this.deliver(driver, mail) : null;
      if (result === 'sent') sent++;
      // The others are not worth an attempt while the mail system cannot be reached.
      if (result === 'connection' || result === 'sign_in') break;
    }
    return sent;
  }

  private async claim(): Promise<ClaimedMail[]> {
    const { rows } = await this.pool.query<ClaimedMail>(
      `select id, attempt, kind, parameters, address, message_ids as "messageIds", subjects, meeting
       from access.claim_mails($1, $2)`,
      [AT_ONCE, LEASE],
    );
    return rows;
  }

  /** A claim may have laid aside all that it took. */
  private async hasDue(): Promise<boolean> {
    const { rows } = await this.pool.query<{ due: boolean }>('select access.has_due_mail() as due');
    return rows[0]!.due;
  }

  private async deliver(driver: MailDriver, mail: ClaimedMail): Promise<'sent' | MailReason> {
    try {
      await this.handOver(driver, mail);
    } catch (error) {
      return this.markFailed(mail, error);
    }
    await this.pool.query('select access.mark_mail_sent($1)', [mail.id]);
    return 'sent';
  }

  private async handOver(driver: MailDriver, mail: ClaimedMail): Promise<void> {
    const publicUrl = this.config.publicUrl!;
    const text = writeMail(mail, { publicUrl, secret: this.config.secret });
    if (!text) throw new MailProblem('unknown_kind', true);
    const { id, attempt, address, meeting } = mail;
    const invitation = meeting
      ? meetingInvitation(
          {
            ...meeting,
            startsAt: new Date(meeting.startsAt),
            endsAt: meeting.endsAt === null ? null : new Date(meeting.endsAt),
          },
          publicUrl,
          address,
        )
      : undefined;
    await driver.deliver({ id, attempt, address, ...text, invitation });
  }

  private async markFailed({ id, attempt }: ClaimedMail, error: unknown): Promise<MailReason> {
    const problem = error instanceof MailProblem ? error : new MailProblem('unexpected', false);
    if (!(error instanceof MailProblem)) this.log.error('An email could not be sent', { fault: error });
    const pause = problem.isLasting ? undefined : PAUSES[attempt - 1];
    await this.pool.query('select access.mark_mail_failed($1, $2, $3, make_interval(secs => $4))', [
      id,
      attempt,
      problem.reason,
      pause ?? null,
    ]);
    return problem.reason;
  }
}

function driverOf({ mail, publicUrl }: MailConfig): MailDriver | null {
  if (mail.driver === 'none' || publicUrl === null) return null;
  return mail.driver === 'smtp' ? new SmtpDriver(mail, publicUrl) : new NotifyDriver(mail);
}
