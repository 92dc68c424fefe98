import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { actor, isId, now, db, unreachable } from '#libs/platform';
import { Message } from './message.entity.js';

const MOST = 100;

/** What was sent to the reader, the latest first. */
@Injectable()
export class MessageBox {
  unread(): Promise<Message[]> {
    return db().find(Message, {
      where: { recipientId: actor().practitionerId, readAt: IsNull() },
      order: { sentAt: 'DESC', id: 'DESC' },
      take: MOST,
    });
  }

  all(): Promise<Message[]> {
    return db().find(Message, {
      where: { recipientId: actor().practitionerId },
      order: { sentAt: 'DESC', id: 'DESC' },
      take: MOST,
    });
  }

  /** Marks one of the reader's own as read; 404 for any other. Again does nothing. */
  async markAsRead(id: string): Promise<void> {
    if (!isId(id) || !(await db().existsBy(Message, { id, recipientId: actor().practitionerId })))
      throw unreachable();
    await db().update(Message, { id, readAt: IsNull() }, { readAt: now() });
  }
}
