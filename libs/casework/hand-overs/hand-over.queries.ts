import type { StandingKind } from '#libs/terms';

/** What one person has open with one family, for a reader who answers for that family. */
export interface HandOver {
  readonly kind: StandingKind;
  readonly id: string;
  readonly episodeId: string;
  readonly children: string;
  /** `must` be handed over before they leave; `passes` to the person who answers for the family; `ends`. */
  readonly weight: 'must' | 'passes' | 'ends';
  readonly dueOn: string | null;
  /** The action, or the kind of the meeting. */
  readonly what: string | null;
  /** A practitioner has been asked to lead and has not answered. */
  readonly isAsked: boolean;
}

/** What the person $1 has open within the reader's responsibility, by family. */
export const HAND_OVERS = `
  select s.kind, s.id, s.episode_id as "episodeId", s.weight, s.due_on::text as "dueOn",
    coalesce(x.description, t.kind) as what, q.id is not null as "isAsked",
    (select string_agg(btrim(k.given_names || ' ' || k.family_name), ', ' order by f.position)
      from episode_children f join children k on k.id = f.child_id where f.episode_id = s.episode_id) as children
  from access.standings_within_reach($1) s
  left join plan_actions x on s.kind = 'action' and x.id = s.id
  left join tac_meetings t on s.kind = 'chair' and t.id = s.id
  left join lead_professional_proposals q on s.kind = 'lead' and q.episode_id = s.episode_id and q.answer is null
  order by children, s.episode_id, array_position(array['lead', 'author', 'chair', 'action'], s.kind), s.due_on, s.id`;

/** For each of the episodes' authors $1: practitioners of the agency for which they work, who work with families. */
export const SUCCESSORS_OF_AUTHORS = `
  select a.id as "authorshipId", c.* from authorships a cross join lateral (
    select p.id, p.name, p.job_title as "jobTitle", p.telephone, json_build_object('id', g.id, 'name', g.name)::jsonb as agency
    from posts o
    join practitioners p on p.id = o.practitioner_id and p.id <> a.practitioner_id and (p.left_at is null or p.left_at > platform.now())
    join agencies g on g.id = o.agency_id
    where o.agency_id = a.agency_id and o.role = any($2) and platform.is_now(o.began_at, o.ended_at)
      and not access.is_excluded(p.id, a.episode_id)
    group by p.id, g.id order by p.name_order, p.id limit 200) c
  where a.id = any($1)
  order by access.name_order(c.name), c.id`;
