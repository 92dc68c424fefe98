import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { type Actor, AUTH_POOL, toProperties } from '#libs/platform';

/** Everyone who may act in a post now. */
export const ACTOR = `
  select p.id as practitioner_id, p.name, p.job_title, o.id as post_id, o.role, g.id as agency_id, g.name as agency_name,
         o.team_id, o.locality_id, l.name as locality_name,
         (select count(*)::int from posts x where x.practitioner_id = p.id
            and platform.is_now(x.began_at, x.ended_at)) as posts
  from posts o
  join practitioners p on p.id = o.practitioner_id
  join agencies g on g.id = o.agency_id
  left join localities l on l.id = o.locality_id
  where platform.is_now(o.began_at, o.ended_at) and (p.left_at is null or p.left_at > platform.now())`;

/**
 * Whether an account `a` may still use what began at this instant; both are compared by the millisecond. A person whom one
 * agency's provider signs in may use nothing once they work for another too, whose records it must not open.
 */
export const isStillValid = (beganAt: string): string => `a.suspended_at is null
  and (a.credentials_changed_at is null or ${beganAt} >= date_trunc('milliseconds', a.credentials_changed_at))
  and not exists (select from auth.identity_links l where l.account_id = a.id and access.works_for_several(a.practitioner_id))`;

/** The actor behind a session: a practitioner in one current post. */
@Injectable()
export class ActorsService {
  constructor(@Inject(AUTH_POOL) private readonly pool: Pool) {}

  /**
   * The actor in this post of the account, or null when the post has ended, the practitioner has left, the account is
   * suspended, or its credentials have changed since `startedAt`.
   */
  async inPost(postId: string, accountId: string, startedAt: Date): Promise<Actor | null> {
    const [actor] = await this.find(
      `${ACTOR} and o.id = $1 and exists (select from auth.accounts a
        where a.id = $2 and a.practitioner_id = p.id and ${isStillValid('$3::timestamptz')})`,
      [postId, accountId, startedAt],
    );
    return actor ?? null;
  }

  /** Every post in which this practitioner may act now, the longest held first. */
  postsOf(practitionerId: string): Promise<Actor[]> {
    return this.find(`${ACTOR} and p.id = $1 order by o.began_at, o.id`, [practitionerId]);
  }

  private async find(text: string, values: unknown[]): Promise<Actor[]> {
    const { rows } = await this.pool.query<object>(text, values);
    return toProperties(rows);
  }
}
