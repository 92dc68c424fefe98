-- Where people begin: who to ring about a child of the index, relatives before any episode, and leavers.

-- What anyone who looks may learn of a child whose family agreed to the index, or who is within reach: T0, with the
-- lead professional's work contact. Others read of a sensitive service only that there is one.
create function access.index_entries(wanted uuid[])
  returns table (child_id uuid, given_names text, family_name text, sex text, date_of_birth date, expected_date date,
    episode_id uuid, episode_open boolean, lead_name text, lead_agency text, lead_telephone text)
  language sql stable security definer set search_path = ''
  as $$
    select k.id, k.given_names, k.family_name, k.sex, k.date_of_birth, k.expected_date, e.id,
      coalesce(e.id is not null and e.closed_at is null, false), w.name,
      case when g.sensitive and not e.within_reach then 'A sensitive service' else g.name end,
      case when g.sensitive and not e.within_reach then null else w.telephone end
    from public.children k
    left join lateral (
      select x.id, x.closed_at, x.id = any(array(select access.may('episode.read'))) as within_reach
      from public.episode_children f join public.episodes x on x.id = f.episode_id
      where f.child_id = k.id and (x.id = any(array(select access.may('episode.read')))
        or exists (select from access.indexed_children i where i.child_id = k.id and i.episode_id = x.id))
      order by x.closed_at desc nulls first limit 1) e on true
    left join public.lead_professional_appointments a on a.episode_id = e.id and a.ended_at is null and e.closed_at is null
    left join public.practitioners w on w.id = a.practitioner_id
    left join public.agencies g on g.id = a.agency_id
    where k.id = any(wanted) and (select access.allows('child.search'))
      and (k.id = any(array(select access.may_child('episode.read')))
        or exists (select from access.indexed_children i where i.child_id = k.id))
      and not exists (select from public.declared_relatives d
        where d.child_id = k.id and d.practitioner_id = (select access.me()))
      -- Excluded by name is excluded from the index as well.
      and not exists (select from access.cuts x join public.episode_children f on f.episode_id = x.episode_id
        where f.child_id = k.id and x.practitioner_id = (select access.me())
          and x.begins <= platform.now() and x.ends > platform.now())
  $$;
grant execute on function access.index_entries(uuid[]) to bridges_app;
alter function access.index_entries(uuid[]) owner to bridges_reach;

-- Does somebody of my agency lead an open episode? Yes or no, for whoever keeps the agency's people: not for whom.
create function access.leads_somewhere(practitioner uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select (select access.allows('people.manage')) and exists (
      select from public.lead_professional_appointments a
      join access.actor() me on me.agency_id = a.agency_id
      where a.practitioner_id = practitioner and a.ended_at is null)
  $$;
grant execute on function access.leads_somewhere(uuid) to bridges_app;
alter function access.leads_somewhere(uuid) owner to bridges_reach;

-- Roles that reach across a whole area are given by the area's own agency: otherwise a school's administrator could
-- make somebody of the school the county's front door.
create function access.gives_role(wanted text) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select wanted in ('practitioner', 'manager', 'panel_member', 'panel_chair', 'business_support', 'agency_administrator')
      or exists (select from access.actor() a join public.agencies g on g.id = a.agency_id
        where g.kind in ('childrens_services', 'safeguarding_partnership'))
  $$;
grant execute on function access.gives_role(text) to bridges_app;
alter function access.gives_role(text) owner to bridges_reach;
create policy given on posts as restrictive for insert to bridges_app with check (access.gives_role(role));
-- Somebody else's people stay theirs: a person is changed by an agency where they work now.
drop policy amend on practitioners;
create policy amend on practitioners for update to bridges_app
  using ((select access.allows('people.manage')) and exists (
    select from posts p, access.actor() a where p.practitioner_id = practitioners.id and p.agency_id = a.agency_id
      and (p.ended_at is null or p.ended_at >= platform.now())));
