import { refuses, type TriggerCase } from './case.js';

const ID = 'f0000000-0000-7000-8000-00000000d001';
/** Two children of different episodes of the coordinator, about whom nothing is said yet. */
const PROPOSES = `insert into child_merges (id, kept_child_id, other_child_id, reason, proposed_by, proposed_at)
  select '${ID}', (array_agg(k.child_id order by k.child_id))[1], (array_agg(k.child_id order by k.child_id desc))[1], 'Invented',
    access.me(), timestamptz '2020-01-01'
  from (select distinct on (f.episode_id) f.child_id from episode_children f
    where f.child_id in (select access.may_child('child.merge')) and f.position = 1
      and not exists (select from child_distinctions d where f.child_id in (d.child_id, d.other_child_id))
      and not exists (select from child_merges m where f.child_id in (m.kept_child_id, m.other_child_id) and m.decision is null)
    order by f.episode_id) k`;
/** A child whose address is protected, and another. */
const OF_THE_SHIELDED = `insert into child_merges (id, kept_child_id, other_child_id, reason, proposed_by, proposed_at)
  select '${ID}', (select h.child_id from access.concealments h where h.ends > platform.now() order by h.child_id limit 1),
    (select k.id from children k where k.id not in (select h.child_id from access.concealments h)
      and not exists (select from child_merges m where k.id in (m.kept_child_id, m.other_child_id) and m.undone_at is null
        and (m.decision is null or m.decision = 'approved')) order by k.id limit 1),
    'Invented', (select id from practitioners order by id limit 1), platform.now()`;

/** Two records of one child. */
export const DUPLICATES: readonly TriggerCase[] = [
  {
    trigger: 'child_merges.prepare_child_merge',
    change: PROPOSES,
    done: `select proposed_at > timestamptz '2021-01-01' from child_merges where id = '${ID}'`,
    by: 'coordinatorNwl',
  },
  {
    trigger: 'child_merges.check_child_merge_change',
    change: `${PROPOSES}; update child_merges set decision = 'withdrawn', decided_by = access.me(), decided_at = timestamptz '2020-01-01'
      where id = '${ID}'`,
    done: `select decided_at > timestamptz '2021-01-01' from child_merges where id = '${ID}'`,
    by: 'coordinatorNwl',
  },
  {
    trigger: 'child_merges.announce_merge_proposal',
    change: PROPOSES,
    done: `select count(*) > 0 from messages where href = '/duplicates/merges/${ID}'`,
    by: 'coordinatorNwl',
  },
  {
    trigger: 'child_merges.apply_child_merge',
    change: `${OF_THE_SHIELDED}; update child_merges set decision = 'approved', decided_at = platform.now(),
      decided_by = (select id from practitioners order by id offset 1 limit 1) where id = '${ID}'`,
    done: `select exists (select from access.concealments h join child_merges m on m.other_child_id = h.child_id where m.id = '${ID}')`,
  },
  refuses(
    'episode_children.reject_merged_child',
    `insert into episode_child_changes (id, episode_id, child_id, kind, reason, happened_on, recorded_by, recorded_at)
     select gen_random_uuid(), (select e.id from episodes e where e.id in (select access.may('membership.change'))
       and e.closed_at is null and exists (select from episode_children f where f.episode_id = e.id) order by e.id limit 1), '00000000-0000-7000-8000-00000000a022', 'added', 'other',
       platform.london_date(platform.now()), access.me(), platform.now()`,
    'schoolTeacher',
  ),
];
