import { Injectable } from '@nestjs/common';
import { actor, now, records } from '#libs/platform';

/** When each practitioner last looked, so that an episode can say what is new since then. */
@Injectable()
export class EpisodeVisits {
  async visit(episodeId: string): Promise<void> {
    await records().query(
      `insert into episode_visits (practitioner_id, episode_id, visited_at) values ($1, $2, $3)
       on conflict (practitioner_id, episode_id) do update set visited_at = excluded.visited_at`,
      [actor().practitionerId, episodeId, now()],
    );
  }

  async lastVisit(episodeId: string): Promise<Date | null> {
    const [row] = (await records().query(
      'select visited_at as at from episode_visits where episode_id = $1',
      [episodeId],
    )) as { at: Date }[];
    return row?.at ?? null;
  }
}
