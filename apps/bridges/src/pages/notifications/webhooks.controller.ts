import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow } from '#libs/access';
import { WebhooksService } from '#libs/notifications';
import { FormReader } from '#libs/page-kit';
import { keysOf, optionsOf, WEBHOOK_KINDS } from '#libs/terms';
import { done, type Page, page, pageWithErrors, type Redirect } from '../../http/page.js';
import { submit } from '../../http/submit.js';
import { toAttemptRow, toWebhookView } from './webhooks.page.js';

const FORM = {
  title: 'Add a webhook',
  kinds: optionsOf(WEBHOOK_KINDS),
};

/** An administrator tells the agency's own system of acts that its people may know. */
@Controller('webhooks')
export class WebhooksController {
  constructor(private readonly webhooks: WebhooksService) {}

  @Get()
  @Allow('webhook.manage')
  async list(): Promise<Page> {
    const webhooks = (await this.webhooks.mine()).map(toWebhookView);
    return page('notifications/webhooks.njk', { title: 'Webhooks', webhooks });
  }

  @Get('new')
  @Allow('webhook.manage')
  showNew(): Page {
    return page('notifications/new-webhook.njk', { ...FORM, typed: {} });
  }

  @Post()
  @Allow('webhook.manage')
  async register(@Body() body: Record<string, unknown>): Promise<Page> {
    const form = new FormReader(body);
    const draft = {
      url: form.text('url', { label: 'the address of your system', max: 500 }),
      kinds: form.choices('kinds', keysOf(WEBHOOK_KINDS), {
        label: 'the kinds',
        message: 'Select what this system is told',
      }),
    };
    const urlError = draft.url === '' ? null : this.webhooks.urlError(draft.url);
    if (urlError) form.reject('url', urlError);
    const result = await submit(form, () => this.webhooks.register(draft));
    return result.ok
      ? this.showSecret(result.value.id, result.value.secret)
      : pageWithErrors('notifications/new-webhook.njk', {
          ...FORM,
          typed: form.typed,
          errors: result.errors,
        });
  }

  @Get(':id')
  @Allow('webhook.manage')
  async show(@Param('id') id: string): Promise<Page> {
    return page('notifications/webhook.njk', await this.load(id));
  }

  @Post(':id/secret')
  @Allow('webhook.manage')
  async replaceSecret(@Param('id') id: string): Promise<Page> {
    const { secret } = await this.webhooks.replaceSecret(id);
    return this.showSecret(id, secret);
  }

  @Post(':id/turning-on')
  @Allow('webhook.manage')
  async turnOn(@Param('id') id: string): Promise<Redirect> {
    await this.webhooks.turnOn(id);
    return done(`/webhooks/${id}`, 'The webhook is on again.');
  }

  @Post(':id/removal')
  @Allow('webhook.manage')
  async remove(@Param('id') id: string): Promise<Redirect> {
    await this.webhooks.remove(id);
    return done('/webhooks', 'Webhook removed. Nothing more is sent to it.');
  }

  private showSecret(id: string, secret: string): Page {
    return page('notifications/webhook-secret.njk', { title: 'Secret of the webhook', id, secret });
  }

  private async load(id: string) {
    const webhook = toWebhookView(await this.webhooks.find(id));
    return { title: 'Webhook', webhook, attempts: (await this.webhooks.attempts(id)).map(toAttemptRow) };
  }
}
