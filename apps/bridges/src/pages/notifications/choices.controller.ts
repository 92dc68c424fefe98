import { Body, Controller, Get, Post } from '@nestjs/common';
import { Allow } from '#libs/access';
import { CalendarFeedsService, MailCountsService, NotificationChoicesService } from '#libs/notifications';
import { done, type Page, page, pageWithErrors, type Redirect } from '../../http/page.js';
import { submit } from '../../http/submit.js';
import { readChoice } from './choices.form.js';
import { EMAIL_OPTIONS, HOURS, toTyped } from './choices.page.js';

const VIEW = 'notifications/choices.njk';

/** Each practitioner decides how Bridges tells them that something waits. */
@Controller('notifications')
export class ChoicesController {
  constructor(
    private readonly choices: NotificationChoicesService,
    private readonly feeds: CalendarFeedsService,
    private readonly mails: MailCountsService,
  ) {}

  @Get()
  @Allow('message.read')
  async show(): Promise<Page> {
    return page(VIEW, await this.load());
  }

  @Post()
  @Allow('message.read')
  async choose(@Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const form = readChoice(body);
    const result = await submit(form, ({ version, draft }) => this.choices.choose(version, draft));
    if (result.ok) return done('/notifications', 'Saved. This applies to messages from now on.');
    const typed = form.ok ? body : form.typed;
    return pageWithErrors(VIEW, { ...(await this.load()), typed, errors: result.errors });
  }

  private async load() {
    const choice = await this.choices.mine();
    return {
      title: 'Notification settings',
      choice,
      typed: toTyped(choice),
      emails: EMAIL_OPTIONS,
      hours: HOURS,
      hoursOrNone: [{ value: '', text: 'None' }, ...HOURS],
      isMailOff: this.mails.driver === 'none',
      calendarBegunAt: await this.feeds.begunAt(),
    };
  }
}
