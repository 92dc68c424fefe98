import { Inject, Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { audit } from '#libs/access';
import {
  actor,
  type Config,
  CONFIG,
  conflict,
  db,
  type FieldError,
  invalid,
  invalidField,
  isId,
  newId,
  now,
  query,
  targetError,
  unreachable,
} from '#libs/platform';
import { isKeyOf, WEBHOOK_KINDS, type WebhookKind } from '#libs/terms';
import { webhookSecret } from './webhook-sender.js';
import { Webhook } from './webhook.entity.js';

export interface WebhookDraft {
  readonly url: string;
  readonly kinds: readonly string[];
}
/** A webhook with its signing secret, which is given out this once. */
export interface NewSecret {
  readonly id: string;
  readonly secret: string;
}
export interface WebhookAttempt {
  readonly id: string;
  readonly eventId: string;
  readonly kind: string;
  readonly happenedAt: Date;
  readonly attempts: number;
  readonly outcome: 'delivered' | 'failed' | null;
  readonly status: number | null;
  readonly reason: string | null;
  readonly nextAttemptAt: Date | null;
  readonly finishedAt: Date | null;
}

const MOST = 10;

/** The webhooks of the administrator's own agency. */
@Injectable()
export class WebhooksService {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  mine(): Promise<Webhook[]> {
    return db().find(Webhook, { where: { endedAt: IsNull() }, order: { createdAt: 'ASC', id: 'ASC' } });
  }

  /** 404 for another agency's, and for one that was removed. */
  async find(id: string): Promise<Webhook> {
    const webhook = isId(id) ? await db().findOneBy(Webhook, { id, endedAt: IsNull() }) : null;
    if (!webhook) throw unreachable();
    return webhook;
  }

  /** Registers an address. 422 for one that is not https on the public internet, or no kind of event. */
  async register({ url, kinds }: WebhookDraft): Promise<NewSecret> {
    const errors = this.validate(url.trim(), kinds);
    if (errors.length > 0) throw invalid(errors);
    const mine = await this.mine();
    if (mine.some((one) => one.url === url.trim()))
      throw invalidField('url', 'This address has already been added');
    if (mine.length >= MOST) throw conflict(`Your agency already has ${MOST} webhooks. Remove one first.`);
    const [id, secretId] = [newId(), newId()];
    await db().insert(Webhook, {
      ...{ id, agencyId: actor().agencyId, url: url.trim(), kinds: [...new Set(kinds)], secretId },
      ...{
        createdBy: actor().practitionerId,
        createdAt: now(),
        failures: 0,
        disabledAt: null,
        endedAt: null,
      },
    });
    await audit('add webhook', 'webhook', { subjectId: id });
    return { id, secret: this.secretOf(secretId) };
  }

  /** From now on deliveries are signed with the new secret alone. */
  async replaceSecret(id: string): Promise<NewSecret> {
    await this.find(id);
    const secretId = newId();
    await db().update(Webhook, { id }, { secretId });
    await audit('replace webhook secret', 'webhook', { subjectId: id });
    return { id, secret: this.secretOf(secretId) };
  }

  /** Turns on again what repeated failure turned off. */
  async turnOn(id: string): Promise<void> {
    const { disabledAt } = await this.find(id);
    if (!disabledAt) throw conflict('This webhook is on.');
    await db().update(Webhook, { id }, { disabledAt: null, failures: 0 });
    await audit('turn on webhook', 'webhook', { subjectId: id });
  }

  async remove(id: string): Promise<void> {
    await this.find(id);
    await db().update(Webhook, { id }, { endedAt: now() });
    await audit('remove webhook', 'webhook', { subjectId: id });
  }

  /** The latest attempts; 404 for another agency's webhook. */
  async attempts(id: string): Promise<WebhookAttempt[]> {
    await this.find(id);
    return query('select * from access.webhook_log($1)', [id]);
  }

  /** What is wrong with an address, or null. */
  urlError(url: string): string | null {
    return targetError(url.trim(), this.config.webhooksToLoopback);
  }

  private validate(url: string, kinds: readonly string[]): FieldError[] {
    const message = this.urlError(url);
    const isKnown = (kind: string): kind is WebhookKind => isKeyOf(WEBHOOK_KINDS, kind);
    return [
      ...(message ? [{ field: 'url', message }] : []),
      ...(kinds.length === 0 || !kinds.every(isKnown)
        ? [{ field: 'kinds', message: 'Select what this system is told' }]
        : []),
    ];
  }

  private secretOf(secretId: string): string {
    return webhookSecret(this.config.secret, secretId);
  }
}
