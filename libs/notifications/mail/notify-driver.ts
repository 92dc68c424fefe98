import { NotifyClient } from 'notifications-node-client';
import type { MailSettings } from '#libs/platform';
import { type MailDriver, MailProblem, type OutgoingMail } from './mail-driver.js';

/**
 * Sends by GOV.UK Notify. Its template has two fields, ((subject)) and ((body)). Notify keeps our id as the reference, so
 * a second attempt first asks whether it has the email already.
 */
export class NotifyDriver implements MailDriver {
  private readonly client: NotifyClient;
  private readonly templateId: string;

  constructor({ apiKey, templateId, url }: Extract<MailSettings, { driver: 'notify' }>) {
    this.client = url ? new NotifyClient(url, apiKey) : new NotifyClient(apiKey);
    this.templateId = templateId;
  }

  async deliver({ id, attempt, address, subject, text }: OutgoingMail): Promise<void> {
    try {
      if (attempt > 1 && (await this.has(id))) return;
      const personalisation = { subject, body: text };
      await this.client.sendEmail(this.templateId, address, { personalisation, reference: id });
    } catch (error) {
      throw problemOf(error as NotifyError);
    }
  }

  close(): void {
    // Every request has a connection of its own.
  }

  private async has(reference: string): Promise<boolean> {
    const { data } = (await this.client.getNotifications('email', undefined, reference)) as {
      data: { notifications: readonly unknown[] };
    };
    return data.notifications.length > 0;
  }
}

interface NotifyError {
  readonly response?: { readonly status: number };
}

function problemOf({ response }: NotifyError): MailProblem {
  const status = response?.status ?? 0;
  if (status === 0) return new MailProblem('connection', false);
  if (status === 401 || status === 403) return new MailProblem('sign_in', false);
  return status === 400 ? new MailProblem('rejected', true) : new MailProblem('later', false);
}
