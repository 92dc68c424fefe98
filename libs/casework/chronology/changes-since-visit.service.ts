import { Injectable } from '@nestjs/common';
import { actor, query } from '#libs/platform';

export interface ChangesOfKind {
  readonly episodeId: string;
  readonly looked: boolean;
  readonly kind: string | null;
  readonly count: number;
}

/** How much others added to each of these episodes since the reader last opened it, by kind. */
@Injectable()
export class ChangesSinceVisitService {
  ofEpisodes(episodeIds: readonly string[]): Promise<ChangesOfKind[]> {
    return query(CHANGED, [episodeIds, actor().practitionerId]);
  }
}

const CHANGED = `
  with looked as (
    select m.id as episode_id, v.visited_at, coalesce(v.visited_at, '-infinity'::timestamptz) as since
    from unnest($1::uuid[]) m (id) left join episode_visits v on v.episode_id = m.id and v.practitioner_id = $2),
  news as (
    select episode_id, 'note' as kind, written_at as at, written_by as by from chronology_notes where episode_id = any($1)
    union all select episode_id, 'action', written_at, written_by from plan_actions where episode_id = any($1)
    union all select episode_id, 'action done', changed_at,
      coalesce(doer_practitioner_id, '00000000-0000-0000-0000-000000000000') from plan_actions where episode_id = any($1) and status = 'done'
    union all select episode_id, 'review', recorded_at, recorded_by from reviews where episode_id = any($1)
    union all select episode_id, 'level decision', decided_at, decided_by from level_decisions where episode_id = any($1)
    union all select episode_id, 'safety concern', raised_at, raised_by from safety_concerns where episode_id = any($1)
    union all select episode_id, 'consent update', recorded_at, recorded_by from consents where episode_id = any($1)
    union all select episode_id, 'new member', joined_at, added_by from team_members where episode_id = any($1)
    union all select episode_id, 'assessment completed', completed_at, completed_by from assessments
      where episode_id = any($1) and completed_at is not null)
  select l.episode_id, l.visited_at is not null as looked, n.kind, count(n.kind)::int as count
  from looked l left join news n on n.episode_id = l.episode_id and n.at > l.since and n.by is distinct from $2
  group by 1, 2, 3 order by 1, 3`;
