const SEEN = `c.id, c.episode_id as "episodeId", c.ground, c.said, c.checklist_version as "checklistVersion",
  c.raised_by as "raisedBy", c.raised_role as "raisedRole", c.raised_at as "raisedAt", c.action_taken as "actionTaken",
  c.action_at as "actionAt", c.spoken_to as "spokenTo", c.reference, c.answered_by as "answeredBy", c.answered_role as "answeredRole",
  c.answered_at as "answeredAt", (select k.given_names from children k where k.id = c.child_id) as "childName"`;

/** The concerns of one episode that the reader may see, open ones first, then the newest. */
export const OF_EPISODE = `select ${SEEN} from safety_concerns c where c.episode_id = $1
  order by c.answered_at is null desc, c.raised_at desc, c.id desc`;

export const STANDING = `select ${SEEN} from safety_concerns c where c.episode_id = $1 and c.answered_at is null
  order by c.raised_at, c.id`;

/** Every open concern that the reader may answer, the oldest first. */
export const WAITING = `select c.id, c.episode_id as "episodeId", c.raised_at as "raisedAt",
    (select json_agg(json_build_object('givenNames', k.given_names) order by f.position)
      from episode_children f join children k on k.id = f.child_id where f.episode_id = c.episode_id) as children
  from safety_concerns c
  where c.answered_at is null and c.episode_id = any(array(select access.may('safety_concern.answer')))
  order by c.raised_at, c.id`;

/** The child when the episode has one; when it has several, the checklist does not say which is meant. */
export const ONLY_CHILD = `select case when count(*) = 1 then min(child_id::text)::uuid end as "childId"
  from episode_children where episode_id = $1`;
