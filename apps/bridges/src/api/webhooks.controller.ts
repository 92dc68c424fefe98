import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#libs/access';
import { type Webhook, WebhooksService } from '#libs/notifications';
import { WEBHOOK_KINDS } from '#libs/terms';
import { Created } from '../http/versioned.js';
import { EnumArray, ShortText } from './fields.js';

export class WebhookBody {
  @ShortText(500) url: string;
  @EnumArray(WEBHOOK_KINDS, 1) kinds: string[];
}

const toJson = ({ id, url, kinds, createdAt, failures, disabledAt }: Webhook) => ({
  ...{ id, url, kinds, createdAt, failures, disabledAt },
});

@ApiTags('webhooks')
@Controller('api/v1/webhooks')
export class WebhooksApiController {
  constructor(private readonly webhooks: WebhooksService) {}

  @ApiOperation({ summary: 'List my agency’s webhooks' })
  @Get()
  @Allow('webhook.manage')
  async list() {
    return { items: (await this.webhooks.mine()).map(toJson), next: null };
  }

  /** Its signing secret is given out by `PUT …/secret`, so that no stored answer holds it. */
  @ApiOperation({ summary: 'Add a webhook' })
  @Post()
  @Allow('webhook.manage')
  async register(@Body() body: WebhookBody) {
    const { id } = await this.webhooks.register(body);
    return new Created(toJson(await this.webhooks.find(id)), `/api/v1/webhooks/${id}`);
  }

  @ApiOperation({ summary: 'Get a webhook' })
  @Get(':id')
  @Allow('webhook.manage')
  async read(@Param('id') id: string) {
    return toJson(await this.webhooks.find(id));
  }

  /** What was sent in the last 30 days, the latest first, with the receiver’s answer. */
  @ApiOperation({ summary: 'List the deliveries of a webhook' })
  @Get(':id/deliveries')
  @Allow('webhook.manage')
  async deliveries(@Param('id') id: string) {
    return { items: await this.webhooks.attempts(id), next: null };
  }

  /** The secret is shown this once. Deliveries are signed with it from now on. */
  @ApiOperation({ summary: 'Replace the secret of a webhook' })
  @Put(':id/secret')
  @Allow('webhook.manage')
  replaceSecret(@Param('id') id: string) {
    return this.webhooks.replaceSecret(id);
  }

  @ApiOperation({ summary: 'Turn on a webhook that was turned off' })
  @Post(':id/turning-on')
  @Allow('webhook.manage')
  @HttpCode(200)
  async turnOn(@Param('id') id: string) {
    await this.webhooks.turnOn(id);
    return this.read(id);
  }

  @ApiOperation({ summary: 'Remove a webhook' })
  @Delete(':id')
  @Allow('webhook.manage')
  @HttpCode(204)
  async remove(@Param('id') id: string): Promise<void> {
    await this.webhooks.remove(id);
  }
}
