import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { audit } from '#libs/access';
import { actor, conflict, db, newId, now } from '#libs/platform';

/** A post, now or to come, as an administrator confirms it. */
export interface ConfirmedPost {
  readonly personId: string;
  readonly name: string;
  readonly jobTitle: string;
  readonly role: string;
  readonly team: string | null;
  readonly locality: string | null;
  readonly beganAt: Date;
  readonly endedAt: Date | null;
  readonly coversFor: string | null;
}
export interface Confirmation {
  readonly confirmedAt: Date;
  readonly confirmedBy: string;
  readonly posts: number;
}

/** The agency's people and their roles, which an administrator confirms once a quarter. */
@Injectable()
export class ConfirmationsService {
  /** The posts to confirm, what identifies this list, and the last confirmation. */
  async current(): Promise<{ posts: ConfirmedPost[]; shown: string; last: Confirmation | null }> {
    const posts = (await db().query(POSTS, [actor().agencyId, now()])) as ConfirmedPost[];
    const last = await this.last();
    const shown = createHash('sha256').update(JSON.stringify(posts)).digest('hex').slice(0, 32);
    return { posts, shown, last };
  }

  /** The last confirmation; null before the first. */
  async last(): Promise<Confirmation | null> {
    const [last = null] = (await db().query(LAST, [actor().agencyId])) as Confirmation[];
    return last;
  }

  /** Confirms the list that was shown. 409 when people or posts have changed since. */
  async confirm(shown: string): Promise<Confirmation> {
    const current = await this.current();
    if (current.shown !== shown)
      throw conflict('People or posts have changed since you opened this list. Read it again.');
    const { practitionerId, agencyId } = actor();
    await db().query(
      'insert into people_confirmations (id, agency_id, confirmed_by, confirmed_at, posts) values ($1, $2, $3, $4, $5)',
      [newId(), agencyId, practitionerId, now(), current.posts.length],
    );
    await audit('confirm people', 'agency', { subjectId: agencyId, detail: { posts: current.posts.length } });
    return (await this.last())!;
  }
}

const POSTS = `
  select p.id as "personId", p.name, p.job_title as "jobTitle", o.role, t.name as team, l.name as locality,
    o.began_at as "beganAt", o.ended_at as "endedAt", c.name as "coversFor"
  from posts o join practitioners p on p.id = o.practitioner_id and (p.left_at is null or p.left_at > $2)
  left join teams t on t.id = o.team_id
  left join localities l on l.id = o.locality_id
  left join practitioners c on c.id = o.covers_for
  where o.agency_id = $1 and (o.ended_at is null or o.ended_at > $2)
  order by p.name_order, p.id, o.began_at, o.id`;

const LAST = `
  select c.confirmed_at as "confirmedAt", p.name as "confirmedBy", c.posts
  from people_confirmations c join practitioners p on p.id = c.confirmed_by
  where c.agency_id = $1 order by c.confirmed_at desc, c.id desc limit 1`;
