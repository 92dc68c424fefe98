import { Injectable } from '@nestjs/common';
import { type Abilities, auditStatement } from '#libs/access';
import { actor, now, db } from '#libs/platform';

/** Each practitioner's last visit, so that an episode can mark what is new. */
@Injectable()
export class EpisodeVisits {
  /** Records a visit: in the access log with the part opened, and as this person's last visit. */
  async recordVisit(act: string, { episodeId, reaches }: Abilities): Promise<void> {
    const { text, values } = auditStatement(act, 'episode', { episodeId, reaches });
    const put = (value: unknown): string => `$${values.push(value)}`;
    // Parallel requests of one person must not wait for each other's row lock: one of them writes the visit.
    await db().query(
      `with visit as (
         insert into episode_visits (practitioner_id, episode_id, visited_at)
         select v.practitioner_id, v.episode_id, v.visited_at
         from (values (${put(actor().practitionerId)}::uuid, ${put(episodeId)}::uuid, ${put(now())}::timestamptz))
           v (practitioner_id, episode_id, visited_at)
         where pg_try_advisory_xact_lock(hashtextextended(v.practitioner_id || ' ' || v.episode_id, 0))
         on conflict (practitioner_id, episode_id) do update set visited_at = excluded.visited_at)
       ${text}`,
      values,
    );
  }
}
