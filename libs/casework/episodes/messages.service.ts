import { Injectable } from '@nestjs/common';
import { actor, newId, now, db } from '#libs/platform';
import { Message, type MessageAbout } from './message.entity.js';

/** Messages between practitioners, sent in the transaction of the act that they report. */
@Injectable()
export class MessagesService {
  /**
   * Sends to one practitioner, except to the actor themselves. Never put a child's name in a message, nor any name in its
   * subject, which an email may repeat. With `about` it asks for something, and stands until that is done.
   */
  async send(
    recipientId: string,
    subject: string,
    body: string,
    href: string | null,
    about: MessageAbout | null = null,
  ): Promise<void> {
    if (recipientId === actor().practitionerId) return;
    await db().insert(Message, {
      id: newId(),
      recipientId,
      subject,
      body,
      href,
      sentAt: now(),
      readAt: null,
      aboutKind: about?.kind ?? null,
      aboutId: about?.id ?? null,
    });
  }

  /** Sends to the coordinators of the locality where the episode's first child lives, unless they are excluded. */
  async sendToCoordinators(
    episodeId: string,
    subject: string,
    body: string,
    href: string | null,
    about: MessageAbout | null = null,
  ): Promise<void> {
    const coordinators = (await db().query(COORDINATORS, [episodeId])) as { id: string }[];
    for (const { id } of coordinators) await this.send(id, subject, body, href, about);
  }
}

const COORDINATORS = `
  select distinct o.practitioner_id as id
  from episode_children f
  join children k on k.id = f.child_id
  join posts o on o.role = 'coordinator' and o.locality_id = k.locality_id
    and platform.is_now(o.began_at, o.ended_at)
  join practitioners p on p.id = o.practitioner_id and (p.left_at is null or p.left_at > platform.now())
  where f.episode_id = $1 and f.position = 1 and not access.is_excluded(p.id, $1)`;
