import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { type Actor, AUTH_POOL, toProperties } from '#libs/platform';

const ACTOR = `
  select p.id as practitioner_id, p.name, p.job_title, o.id as post_id, o.role, g.id as agency_id, g.name as agency_name,
         o.team_id, o.locality_id, l.name as locality_name,
         (select count(*)::int from posts x where x.practitioner_id = p.id
            and platform.is_now(x.began_at, x.ended_at)) as posts
  from posts o
  join practitioners p on p.id = o.practitioner_id
  join agencies g on g.id = o.agency_id
  left join localities l on l.id = o.locality_id
  where platform.is_now(o.began_at, o.ended_at) and (p.left_at is null or p.left_at > platform.now())`;

/** The actor behind a session or token: a practitioner in one current post. */
@Injectable()
export class ActorsService {
  constructor(@Inject(AUTH_POOL) private readonly pool: Pool) {}

  /** The actor in this post, or null when the post has ended or the practitioner has left. */
  async inPost(postId: string): Promise<Actor | null> {
    const [actor] = await this.find(`${ACTOR} and o.id = $1`, postId);
    return actor ?? null;
  }

  /** Every post in which this practitioner may act now, the longest held first. */
  postsOf(practitionerId: string): Promise<Actor[]> {
    return this.find(`${ACTOR} and p.id = $1 order by o.began_at, o.id`, practitionerId);
  }

  async byToken(tokenHash: Buffer): Promise<Actor | null> {
    const [actor] = await this.find(
      `${ACTOR} and o.id = (select t.post_id from auth.tokens t join auth.accounts a on a.id = t.account_id
        where t.token_hash = $1 and t.expires_at > now() and a.suspended_at is null)`,
      tokenHash,
    );
    return actor ?? null;
  }

  private async find(text: string, key: string | Buffer): Promise<Actor[]> {
    const { rows } = await this.pool.query<object>(text, [key]);
    return toProperties(rows);
  }
}
