import { Injectable } from '@nestjs/common';
import { agencyShown, personShown } from '#libs/access';
import { MessagesService } from '#libs/casework/episodes';
import { isId, records, unreachable } from '#libs/platform';

export type PartInClosure =
  'proposer' | 'approver' | 'lead' | 'author' | 'team' | 'asked' | 'manager' | 'front_door';

/** A person who is told of a closure: they keep what was recorded for thirty days, and then only their own work. */
export interface AffectedByClosure {
  /** Where a message reaches them: not to be shown. */
  readonly seer: string;
  /** Null of a person whose agency this reader is not told. */
  readonly practitionerId: string | null;
  readonly name: string;
  readonly agency: string;
  readonly part: PartInClosure;
}

/** Who is told what about closing an episode. Messages name no child. */
@Injectable()
export class ClosureNoticesService {
  constructor(private readonly messages: MessagesService) {}

  /**
   * Everyone but the reader who is told: proposer, approver, lead, author, team, who was asked to lead, their managers and,
   * where social care was ever asked, the front door; once each, by their first part. Of a closed episode: as it was then.
   */
  async affectedBy(episodeId: string): Promise<AffectedByClosure[]> {
    if (!isId(episodeId)) throw unreachable();
    return records().query(AFFECTED, [episodeId]);
  }

  /** Tells those of them who have one of these parts; without parts all of them. */
  async send(
    people: readonly AffectedByClosure[],
    { subject, body, href }: Notice,
    ...parts: PartInClosure[]
  ): Promise<void> {
    for (const { practitionerId, seer, part } of people)
      if (parts.length === 0 || parts.includes(part))
        await this.messages.send(practitionerId ?? seer, subject, body, href);
  }
}

export interface Notice {
  readonly subject: string;
  readonly body: string;
  readonly href: string;
}

/** Those who work with the family. */
export const WORKERS: readonly PartInClosure[] = ['lead', 'author', 'team'];
/** All who are told, but for the one who proposed. */
export const ALL_BUT_PROPOSER: readonly PartInClosure[] = [
  'approver',
  ...WORKERS,
  'asked',
  'manager',
  'front_door',
];

const AFFECTED = `
  select t.seer, t.practitioner_id as "practitionerId", ${personShown('t.name', 't.why')} as name,
    ${agencyShown('t.agency', 't.why')} as agency, t.part
  from access.closure_recipients($1) t`;
