import { CalendarFeed } from './calendar/calendar-feed.entity.js';
import { NotificationChoice } from './choices/notification-choice.entity.js';
import { Webhook } from './webhooks/webhook.entity.js';

export { meetingFile } from './calendar/calendar-file.js';
export { CalendarFeedsService } from './calendar/calendar-feeds.service.js';
export { CalendarLimit } from './calendar/calendar-limit.js';
export type { ChoiceDraft } from './choices/notification-choice.rules.js';
export { type ChoiceView, NotificationChoicesService } from './choices/notification-choices.service.js';
export { type MailConfig, MailDelivery } from './mail/mail-delivery.js';
export { type MailCount, MailCountsService } from './mail/mail-counts.service.js';
export { NOTIFICATION_CONSTRAINTS } from './notifications.constraints.js';
export { NotificationsModule } from './notifications.module.js';
export { type WebhookConfig, WebhookDelivery } from './webhooks/webhook-delivery.js';
export { type Webhook } from './webhooks/webhook.entity.js';
export { type WebhookAttempt, WebhooksService } from './webhooks/webhooks.service.js';
export const NOTIFICATION_ENTITIES = [CalendarFeed, NotificationChoice, Webhook];
