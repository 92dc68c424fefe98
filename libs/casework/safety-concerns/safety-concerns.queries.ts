const SEEN = `c.id, c.episode_id, c.ground, c.said, c.checklist_version,
  c.raised_by, c.raised_role, c.raised_at, c.action_taken, c.action_at, c.spoken_to, c.reference,
  c.answered_by, c.answered_role,
  c.answered_at, (select coalesce(nullif(k.given_names, ''), k.family_name) from children k where k.id = c.child_id) as child_name`;

/** The concerns of one episode that the reader may see, open ones first, then the newest. */
export const OF_EPISODE = `select ${SEEN} from safety_concerns c where c.episode_id = $1
  order by c.answered_at is null desc, c.raised_at desc, c.id desc`;

export const STANDING = `select ${SEEN} from safety_concerns c where c.episode_id = $1 and c.answered_at is null
  order by c.raised_at, c.id`;

/** Every open concern that the reader may answer, the oldest first. */
export const WAITING = `select c.id, c.episode_id, c.raised_at,
    (select json_agg(json_build_object('givenNames', coalesce(nullif(k.given_names, ''), k.family_name)) order by f.position)
      from episode_children f join children k on k.id = f.child_id where f.episode_id = c.episode_id) as children
  from safety_concerns c
  where c.answered_at is null and c.episode_id = any(array(select access.may('safety_concern.answer')))
  order by c.raised_at, c.id`;

/** The child when the episode has one; when it has several, the checklist does not say which is meant. */
export const ONLY_CHILD = `select case when count(*) = 1 then min(child_id::text)::uuid end as child_id
  from episode_children where episode_id = $1`;
