import { refuses, type TriggerCase } from './case.js';

const MY_EPISODE = `(select e.id from episodes e where e.id in (select access.may('membership.change')) and e.closed_at is null
  and exists (select from episode_children f where f.episode_id = e.id) order by e.id limit 1)`;
const NEW_CHILD = `insert into children (id, given_names, family_name, sex, date_of_birth, recorded_by, recorded_at, demo, version)
  values ('f0000000-0000-7000-8000-00000000c001', 'Invented', 'Newcomer', 'F', date '2026-11-01', access.me(), platform.now(), false, 1)`;
const JOINS = `insert into episode_child_changes (id, episode_id, child_id, kind, reason, happened_on, recorded_by, recorded_at)
  select gen_random_uuid(), ${MY_EPISODE}, 'f0000000-0000-7000-8000-00000000c001', 'added', 'born',
    platform.london_date(platform.now()), access.me(), platform.now()`;
const EXPECTED = `insert into children (id, given_names, family_name, sex, expected_date, recorded_by, recorded_at, demo, version)
  values ('f0000000-0000-7000-8000-00000000c002', 'Baby', 'Invented', 'U', date '2026-11-15', access.me(), platform.now(), false, 1)`;
const BORN = `update children set date_of_birth = date '2026-11-10', expected_date = null where id = 'f0000000-0000-7000-8000-00000000c002'`;
const DIES = (child: string): string => `insert into child_deaths
    (id, child_id, before_birth, died_on, date_known, source, recorded_by, recorded_at)
  values (gen_random_uuid(), '${child}', false, date '2026-11-12', 'exact', 'family', access.me(), timestamptz '2020-01-01')`;

/** Children who join, leave, are born and die. */
export const CHANGES_OF_FAMILIES: readonly TriggerCase[] = [
  {
    trigger: 'episode_child_changes.apply_child_change',
    change: `${NEW_CHILD}; ${JOINS}`,
    done: `select count(*) = 1 from episode_children where child_id = 'f0000000-0000-7000-8000-00000000c001'
      and added_by = access.me() and added_at is not null`,
    by: 'schoolTeacher',
  },
  // Within reach and being agreed to, but in the episode from the beginning: the agreement covers the child already.
  refuses(
    'consent_children.check_consent_child',
    `insert into consents (id, episode_id, purpose, decision, decided_by, capacity, decided_on, limits_explained, recorded_by, recorded_at)
     select 'f0000000-0000-7000-8000-00000000c003', c.episode_id, c.purpose, 'refused', 'Invented', 'adult', date '2026-11-19', true, access.me(),
       platform.now()
     from consents c where c.episode_id in (select access.may('consent.record')) limit 1;
     insert into consent_children (consent_id, episode_id, child_id)
     select c.id, c.episode_id, f.child_id from consents c join episode_children f on f.episode_id = c.episode_id
     where c.id = 'f0000000-0000-7000-8000-00000000c003' limit 1`,
    'schoolTeacher',
  ),
  {
    trigger: 'children.record_birth',
    change: `${EXPECTED}; ${BORN}`,
    done: `select count(*) = 1 from births where child_id = 'f0000000-0000-7000-8000-00000000c002' and expected_on = date '2026-11-15'`,
    by: 'schoolTeacher',
  },
  refuses(
    'births.place_twin',
    `${NEW_CHILD}; insert into births (child_id, pregnancy_id, expected_on, born_on, recorded_by, recorded_at)
     select 'f0000000-0000-7000-8000-00000000c001', k.id, date '2026-11-15', date '2026-11-01', access.me(), platform.now()
     from children k where k.id in (select access.may_child('family.edit')) and k.id <> 'f0000000-0000-7000-8000-00000000c001' limit 1`,
    'schoolTeacher',
  ),
  {
    trigger: 'child_deaths.check_death',
    change: `${NEW_CHILD}; ${DIES('f0000000-0000-7000-8000-00000000c001')}`,
    done: `select recorded_at > timestamptz '2021-01-01' from child_deaths where child_id = 'f0000000-0000-7000-8000-00000000c001'`,
    by: 'schoolTeacher',
  },
  {
    trigger: 'child_deaths.check_death_undoing',
    change: `${NEW_CHILD}; ${DIES('f0000000-0000-7000-8000-00000000c001')};
      update child_deaths set undone_by = access.me(), undone_at = timestamptz '2020-01-01', undone_because = 'Invented'`,
    done: `select undone_at > timestamptz '2021-01-01' from child_deaths where child_id = 'f0000000-0000-7000-8000-00000000c001'`,
    by: 'schoolTeacher',
  },
  refuses(
    'episode_children.check_child_alive',
    `${NEW_CHILD}; ${DIES('f0000000-0000-7000-8000-00000000c001')}; ${JOINS}`,
    'schoolTeacher',
  ),
];
