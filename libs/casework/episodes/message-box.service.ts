import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { actor, isId, now, db, query, unreachable } from '#libs/platform';
import { Message } from './message.entity.js';

const MOST = 100;

export interface MessageView {
  readonly id: string;
  readonly subject: string;
  readonly body: string;
  readonly href: string | null;
  readonly sentAt: Date;
  readonly readAt: Date | null;
  /** Whether what it asked for is done, or is no longer for this reader to do. */
  readonly isDone: boolean;
}

/** What was sent to the reader, the latest first. */
@Injectable()
export class MessageBox {
  /** Neither read nor done, without those that ask for one of these. */
  unread(without: readonly string[] = []): Promise<MessageView[]> {
    return query(
      `${MESSAGES} and m.read_at is null and ${STILL_ASKED}
      and coalesce(m.about_kind <> all($2), true) ${LATEST}`,
      [actor().practitionerId, without],
    );
  }

  all(): Promise<MessageView[]> {
    return query(`${MESSAGES} ${LATEST}`, [actor().practitionerId]);
  }

  /** Where a message of the reader's own leads; 404 for any other. */
  async hrefOf(id: string): Promise<string> {
    const message = isId(id)
      ? await db().findOneBy(Message, { id, recipientId: actor().practitionerId })
      : null;
    if (!message) throw unreachable();
    return message.href ?? '/messages';
  }

  /** Marks one of the reader's own as read; 404 for any other. Again does nothing. */
  async markAsRead(id: string): Promise<void> {
    if (!isId(id) || !(await db().existsBy(Message, { id, recipientId: actor().practitionerId })))
      throw unreachable();
    await db().update(Message, { id, readAt: IsNull() }, { readAt: now() });
  }
}

const STILL_ASKED =
  '(m.about_kind is null or access.is_still_asked(m.about_kind, m.about_id, m.recipient_id))';
const MESSAGES = `
  select m.id, m.subject, m.body, m.href, m.sent_at, m.read_at, not ${STILL_ASKED} as is_done
  from messages m where m.recipient_id = $1`;
const LATEST = `order by m.sent_at desc, m.id desc limit ${MOST}`;
