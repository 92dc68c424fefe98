import { Injectable } from '@nestjs/common';
import { type MessageAbout, MessagesService } from '#libs/casework/episodes';
import { db } from '#libs/platform';

/** Managers, or information governance of the area: notified when a practitioner acts on their own judgement. */
@Injectable()
export class OverseersService {
  constructor(private readonly messages: MessagesService) {}

  /** Notifies each of them. Never put a child's name in it. */
  async notify(
    episodeId: string,
    subject: string,
    body: string,
    href: string,
    about: MessageAbout | null = null,
  ): Promise<void> {
    const overseers = (await db().query('select access.second_readers($1) as id', [episodeId])) as {
      id: string;
    }[];
    for (const { id } of overseers) await this.messages.send(id, subject, body, href, about);
  }
}
