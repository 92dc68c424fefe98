import { Body, Controller, Delete, Get, HttpCode, Inject, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#libs/access';
import { CalendarFeedsService, NotificationChoicesService } from '#libs/notifications';
import { baseUrl, type Config, CONFIG } from '#libs/platform';
import { EMAIL_CHOICES } from '#libs/terms';
import { IfMatch, Versioned } from '../http/versioned.js';
import { NullableInteger, OneOf } from './fields.js';

export class NotificationChoiceBody {
  @OneOf(EMAIL_CHOICES) email: string;
  /** Hours are in Europe/London. */
  @NullableInteger(0, 23) digestHour?: number | null;
  @NullableInteger(0, 23) quietFrom?: number | null;
  @NullableInteger(0, 23) quietUntil?: number | null;
}

@ApiTags('notifications')
@Controller('api/v1')
export class NotificationsApiController {
  constructor(
    private readonly choices: NotificationChoicesService,
    private readonly feeds: CalendarFeedsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** When Bridges writes to the reader about their messages; version 0 before they chose. */
  @ApiOperation({ summary: 'Get how Bridges tells me' })
  @Get('notification-choice')
  @Allow('message.read')
  async read() {
    const choice = await this.choices.mine();
    return new Versioned(choice, choice.version);
  }

  @ApiOperation({ summary: 'Choose how Bridges tells me' })
  @Put('notification-choice')
  @Allow('message.read')
  async choose(@Body() body: NotificationChoiceBody, @IfMatch() version: number) {
    await this.choices.choose(version, body);
    return this.read();
  }

  /** Whether the reader has a private calendar address; the address itself is shown only when it is created. */
  @ApiOperation({ summary: 'Get when my calendar address was created' })
  @Get('calendar-address')
  @Allow('message.read')
  async calendar() {
    return { begunAt: await this.feeds.begunAt() };
  }

  /** Ends the address that the reader had before. */
  @ApiOperation({ summary: 'Create my private calendar address' })
  @Put('calendar-address')
  @Allow('message.read')
  async createCalendar() {
    return { address: `${baseUrl(this.config)}${await this.feeds.create()}` };
  }

  @ApiOperation({ summary: 'End my private calendar address' })
  @Delete('calendar-address')
  @Allow('message.read')
  @HttpCode(204)
  async endCalendar(): Promise<void> {
    await this.feeds.end();
  }
}
