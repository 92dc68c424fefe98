import { Injectable } from '@nestjs/common';
import { query } from '#libs/platform';

/** Who to phone in social care about the children of an episode. */
export interface FrontDoorNumbers {
  readonly name: string;
  readonly telephone: string | null;
  readonly hours: string | null;
  readonly outOfHoursTelephone: string | null;
}

/** The front door for the first child's locality; the whole area's where that locality is protected from the reader. */
@Injectable()
export class EpisodeFrontDoor {
  /** Where the area has set no numbers, that of its children's services; null when there is none. */
  async numbers(episodeId: string): Promise<FrontDoorNumbers | null> {
    const [frontDoor] = await query<FrontDoorNumbers>(NUMBERS, [episodeId]);
    return frontDoor ?? null;
  }
}

const NUMBERS = `
  select x.name, x.telephone, x.hours, x.out_of_hours as out_of_hours_telephone from (
    select d.name, d.telephone, d.hours, d.out_of_hours_telephone as out_of_hours, case when d.locality_id is null then 2 else 1 end as place
    from episodes e
    left join episode_children f on f.episode_id = e.id and f.position = 1
    left join children k on k.id = f.child_id and e.id <> all(array(select access.hidden_episodes()))
    join front_doors d on d.authority_id = e.authority_id and (d.locality_id is null or d.locality_id = k.locality_id)
    where e.id = $1
    union all
    select g.name, g.telephone, null, null, 3 from episodes e
    join agencies g on g.authority_id = e.authority_id and g.kind = 'childrens_services' and g.telephone is not null
      and (g.ended_on is null or g.ended_on >= platform.london_date(platform.now()))
    where e.id = $1) x
  order by x.place, access.name_order(x.name) limit 1`;
