import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Allow, Open } from '#libs/access';
import { CalendarFeedsService, CalendarLimit } from '#libs/notifications';
import { baseUrl, type Config, CONFIG, unreachable } from '#libs/platform';
import { done, type Page, page, type Redirect } from '../../http/page.js';
import type { BridgesRequest } from '../../http/request.js';

/** Private calendar addresses. */
@Controller()
export class CalendarController {
  constructor(
    private readonly feeds: CalendarFeedsService,
    private readonly limit: CalendarLimit,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Shows the new address, this once: it is stored as a hash. */
  @Post('notifications/calendar')
  @Allow('message.read')
  async create(): Promise<Page> {
    const path = await this.feeds.create();
    return page('notifications/calendar-address.njk', {
      title: 'Your private calendar address',
      address: `${baseUrl(this.config)}${path}`,
    });
  }

  @Post('notifications/calendar/ending')
  @Allow('message.read')
  async end(): Promise<Redirect> {
    await this.feeds.end();
    return done('/notifications', 'Your calendar address no longer works.');
  }

  /** For calendar programs, which have no session: the address is the key. Unknown and ended ones answer alike. */
  @Get('calendar/:file')
  @Open()
  async read(
    @Param('file') file: string,
    @Req() request: BridgesRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const source = request.ip ?? '';
    await this.limit.assertSource(source);
    const secret = /^([\w-]{43})\.ics$/.exec(file)?.[1];
    const calendar = secret ? await this.feeds.read(secret) : null;
    if (!secret || calendar === null) {
      await this.limit.countUnknown(source);
      throw unreachable();
    }
    await this.limit.countRead(secret);
    response.type('text/calendar; charset=utf-8');
    return calendar;
  }
}
