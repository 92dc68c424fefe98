import { Injectable } from '@nestjs/common';
import { agencyNameSql, personNameSql } from '#libs/access';
import { type MessageAbout, MessagesService } from '#libs/casework/episodes';
import { isId, unreachable, query } from '#libs/platform';

export type RecipientPart =
  'proposer' | 'approver' | 'lead' | 'author' | 'team' | 'asked' | 'manager' | 'front_door';

/** A person notified of a closure: they keep access to the record for thirty days, and then only to their own work. */
export interface ClosureRecipient {
  /** The recipient of a message: not for display. */
  readonly seer: string;
  /** Null for a person whose agency is not named to this reader. */
  readonly practitionerId: string | null;
  readonly name: string;
  readonly agency: string;
  readonly part: RecipientPart;
}

/** Notifications about closing an episode. Messages name no child. */
@Injectable()
export class ClosureNoticesService {
  constructor(private readonly messages: MessagesService) {}

  /**
   * Everyone to notify except the reader: proposer, approver, lead, author, team, practitioners asked to lead, their
   * managers and, if social care was ever asked, the front door; once each, by their first part. For a closed episode:
   * as it was then.
   */
  async affectedBy(episodeId: string): Promise<ClosureRecipient[]> {
    if (!isId(episodeId)) throw unreachable();
    return query(AFFECTED, [episodeId]);
  }

  /** Notifies those who have one of these parts; without parts all of them. */
  async send(
    people: readonly ClosureRecipient[],
    { subject, body, href, about }: Notice,
    ...parts: RecipientPart[]
  ): Promise<void> {
    for (const { practitionerId, seer, part } of people)
      if (parts.length === 0 || parts.includes(part))
        await this.messages.send(practitionerId ?? seer, subject, body, href, about);
  }
}

interface Notice {
  readonly subject: string;
  readonly body: string;
  readonly href: string;
  readonly about?: MessageAbout;
}

/** Practitioners who work with the family. */
export const WORKERS: readonly RecipientPart[] = ['lead', 'author', 'team'];
/** Everyone notified, except the proposer. */
export const ALL_BUT_PROPOSER: readonly RecipientPart[] = [
  'approver',
  ...WORKERS,
  'asked',
  'manager',
  'front_door',
];

const AFFECTED = `
  select t.seer, t.practitioner_id, ${personNameSql('t.name', 't.why')} as name,
    ${agencyNameSql('t.agency', 't.why')} as agency, t.part
  from access.closure_recipients($1) t`;
