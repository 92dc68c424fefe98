import { Module } from '@nestjs/common';
import { CalendarFeedsService } from './calendar/calendar-feeds.service.js';
import { CalendarLimit } from './calendar/calendar-limit.js';
import { NotificationChoicesService } from './choices/notification-choices.service.js';
import { MailCountsService } from './mail/mail-counts.service.js';
import { WebhooksService } from './webhooks/webhooks.service.js';

const services = [
  CalendarFeedsService,
  CalendarLimit,
  MailCountsService,
  NotificationChoicesService,
  WebhooksService,
];

@Module({ providers: services, exports: services })
export class NotificationsModule {}
