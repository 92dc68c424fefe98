import { Injectable } from '@nestjs/common';
import { ChildDeathsService, type DeathDraft } from '#libs/casework/child-deaths';
import { invalidField, query } from '#libs/platform';
import type { ClosureInput } from './closure.rules.js';

export interface ChildDied extends DeathDraft {
  readonly childId: string;
}
interface ChildThere {
  readonly id: string;
  readonly name: string;
  readonly hasDied: boolean;
}

/** Closing because a child died records the death, unless that was done before. */
@Injectable()
export class ClosureDeathsService {
  constructor(private readonly deaths: ChildDeathsService) {}

  /** The children of the episode of whom no death is recorded. */
  async living(episodeId: string): Promise<ChildThere[]> {
    return (await this.children(episodeId)).filter(({ hasDied }) => !hasDied);
  }

  /** Records what the closure says. 422 when its reason is a death and none is known, or the other way round. */
  async record(episodeId: string, { reason, deaths = [] }: ClosureInput): Promise<void> {
    if (reason !== 'DIED') {
      if (deaths.length > 0)
        throw invalidField(
          'deaths',
          'Select that the child died as the reason, or record the death on the child’s page',
        );
      return;
    }
    const children = await this.children(episodeId);
    if (deaths.length === 0 && !children.some(({ hasDied }) => hasDied))
      throw invalidField('deaths', 'Enter which child has died, and what you know of the date');
    for (const { childId, ...death } of deaths) {
      if (!children.some(({ id, hasDied }) => id === childId && !hasDied))
        throw invalidField('deaths', 'Select a child of this episode of whom no death is recorded');
      await this.deaths.record(childId, death);
    }
  }

  private children(episodeId: string): Promise<ChildThere[]> {
    return query(CHILDREN, [episodeId]);
  }
}

const CHILDREN = `
  select k.id, btrim(k.given_names || ' ' || k.family_name) as name,
    k.id = any(array(select access.dead_children())) as has_died
  from episode_children f join children k on k.id = f.child_id
  where f.episode_id = $1 and f.removed_at is null order by f.position`;
