import { Controller, Get } from '@nestjs/common';
import { Allow } from '#libs/access';
import { MailCountsService } from '#libs/notifications';
import { type Page, page } from '../../http/page.js';
import { toMailRow, totalsByState } from './outbox.page.js';

/** The outbox in numbers, without a name or a text. */
@Controller('outbox')
export class OutboxController {
  constructor(private readonly mails: MailCountsService) {}

  @Get()
  @Allow('outbox.read')
  async show(): Promise<Page> {
    const counts = await this.mails.counts();
    return page('notifications/outbox.njk', {
      title: 'Emails from Bridges',
      driver: this.mails.driver,
      totals: totalsByState(counts),
      rows: counts.map(toMailRow),
    });
  }
}
