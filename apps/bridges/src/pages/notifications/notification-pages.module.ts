import { Module } from '@nestjs/common';
import { NotificationsModule } from '#libs/notifications';
import { CalendarController } from './calendar.controller.js';
import { ChoicesController } from './choices.controller.js';
import { OutboxController } from './outbox.controller.js';
import { WebhooksController } from './webhooks.controller.js';

@Module({
  imports: [NotificationsModule],
  controllers: [ChoicesController, CalendarController, OutboxController, WebhooksController],
})
export class NotificationPagesModule {}
