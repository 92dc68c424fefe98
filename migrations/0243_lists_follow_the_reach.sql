-- What counts as one's own work, or one's agency's, in lists and counts: decided by the grants that decide the reach, since
-- the rows that say who works with a family are not told to everybody whom they let in (a team member of an agency that
-- may know the basics alone, and that agency's manager).

-- Where the signed-in practitioner works with the family now: author, lead or deputy, in the team.
create function access.my_work() returns setof uuid
  language sql stable security definer set search_path = ''
  as $$
    select g.episode_id from access.actor() a
    join access.grants g on g.reach in ('author', 'lead', 'team') and g.subject_id = a.practitioner_id and g.tier = 0
    where g.begins <= platform.now() and g.ends > platform.now()
      and exists (select from access.rules r where r.role = a.role and r.reach = g.reach and r.tier = 0)
      and not exists (select from access.cuts c where c.practitioner_id = a.practitioner_id and c.episode_id = g.episode_id
        and c.begins <= platform.now() and c.ends > platform.now())
  $$;
grant execute on function access.my_work() to bridges_app;
alter function access.my_work() owner to bridges_reach;

-- Where somebody of the signed-in manager's agency works with the family now; nothing for other roles.
create function access.agency_work() returns setof uuid
  language sql stable security definer set search_path = ''
  as $$
    select g.episode_id from access.actor() a
    join access.grants g on g.reach = 'manager' and g.subject_id = a.agency_id and g.tier = 0
    where g.begins <= platform.now() and g.ends > platform.now()
      and exists (select from access.rules r where r.role = a.role and r.reach = 'manager' and r.tier = 0)
      and not exists (select from access.cuts c where c.practitioner_id = a.practitioner_id and c.episode_id = g.episode_id
        and c.begins <= platform.now() and c.ends > platform.now())
  $$;
grant execute on function access.agency_work() to bridges_app;
alter function access.agency_work() owner to bridges_reach;
