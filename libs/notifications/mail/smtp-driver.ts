import nodemailer from 'nodemailer';
import type { MailSettings } from '#libs/platform';
import { type MailDriver, MailProblem, type OutgoingMail } from './mail-driver.js';

const TIMEOUTS = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 };
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Sends by SMTP. Beyond this machine a connection without TLS is refused. */
export class SmtpDriver implements MailDriver {
  private readonly transport;
  private readonly host: string;

  constructor(
    private readonly settings: Extract<MailSettings, { driver: 'smtp' }>,
    publicUrl: string,
  ) {
    const url = new URL(settings.url);
    const secure = url.protocol === 'smtps:';
    this.host = new URL(publicUrl).hostname;
    this.transport = nodemailer.createTransport({
      ...TIMEOUTS,
      host: url.hostname,
      port: Number(url.port) || (secure ? 465 : 587),
      secure,
      requireTLS: !secure && !LOOPBACK.has(url.hostname),
      ...(url.username
        ? { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }
        : {}),
    });
  }

  async deliver({ id, address, subject, text, invitation }: OutgoingMail): Promise<void> {
    try {
      await this.transport.sendMail({
        messageId: `<${id}@${this.host}>`,
        from: { name: 'Bridges', address: this.settings.from },
        to: address,
        subject,
        text,
        headers: { 'Auto-Submitted': 'auto-generated' },
        ...(invitation ? { icalEvent: { ...invitation, filename: 'meeting.ics' } } : {}),
      });
    } catch (error) {
      throw problemOf(error as SmtpError);
    }
  }

  close(): void {
    this.transport.close();
  }
}

interface SmtpError extends Error {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
}

/** An answer of 500 and above is lasting, as RFC 5321 has it, unless it refuses us rather than the email. */
function problemOf({ code, command, responseCode = 0 }: SmtpError): MailProblem {
  if (code === 'EAUTH') return new MailProblem('sign_in', false);
  if (responseCode < 400) return new MailProblem('connection', false);
  if (responseCode < 500) return new MailProblem('later', false);
  if (command === 'RCPT TO') return new MailProblem('rejected_address', true);
  return command === 'DATA' ? new MailProblem('rejected', true) : new MailProblem('later', false);
}
