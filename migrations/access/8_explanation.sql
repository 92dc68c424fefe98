-- Why can I see this? The reach that opened it, with the agreement it rests on.
create function access.reasons(episode uuid)
  returns table (
    reach text, tier smallint, begins timestamptz, ends timestamptz, decided_by text, decided_on date,
    valid_until date)
  language sql stable security definer set search_path = ''
  as $$
    select h.reach, h.tier, h.begins, h.ends, c.decided_by, c.decided_on, c.valid_until
    from access.actor() a
    cross join access.grants_held_on(episode) h
    left join access.consent_states w on w.episode_id = episode and w.agency_id = h.by_agency
      and w.begins <= platform.now() and w.ends > platform.now()
      and ((h.reach in ('lead', 'team', 'agency', 'manager', 'author', 'support') and w.class = 'record')
        or (h.reach = 'panel' and w.class = 'panel'))
    left join public.consents c on c.id = w.consent_id
    where exists (select from access.rules r where r.role = a.role and r.reach = h.reach and r.tier = h.tier)
    order by h.reach, h.tier
  $$;
grant execute on function access.reasons(uuid) to bridges_app;

create function access.viewers_all(episode uuid)
  returns table (
    practitioner_id uuid, name text, agency_id uuid, agency text, reach text, tier smallint, ends timestamptz)
  language sql stable security definer set search_path = ''
  as $$
    select p.id, p.name, y.id, y.name, s.reach, s.tier, max(s.ends)
    from (
      select o.practitioner_id, o.practitioner_id as person, o.agency_id, g.reach, g.tier, g.ends
      from access.grants g
      join public.posts o on g.subject_id = access.subject_of(g.reach, o.practitioner_id, o.agency_id, o.locality_id,
        (select a.authority_id from public.agencies a where a.id = o.agency_id))
        and platform.is_now(o.began_at, o.ended_at)
        and exists (select from access.rules r where r.role = o.role and r.reach = g.reach and r.tier = g.tier)
      where g.episode_id = episode and g.begins <= platform.now() and g.ends > platform.now()
      union all
      select mine.practitioner_id, n.practitioner_id, mine.agency_id, 'support', g.tier, g.ends
      from access.grants g
      join public.posts theirs on g.subject_id = case when g.reach = 'agency' then theirs.agency_id else theirs.practitioner_id end
        and platform.is_now(theirs.began_at, theirs.ended_at)
      join public.support_namings n on n.practitioner_id = theirs.practitioner_id and n.team_id = theirs.team_id
        and n.named_at <= platform.now() and (n.ended_at is null or n.ended_at > platform.now())
      join public.posts mine on mine.practitioner_id = n.supporter_id and mine.team_id = n.team_id
        and mine.role = 'business_support' and platform.is_now(mine.began_at, mine.ended_at)
      join public.practitioners q on q.id = n.practitioner_id and (q.left_at is null or q.left_at > platform.now())
      where g.episode_id = episode and g.begins <= platform.now() and g.ends > platform.now()
        and g.reach in ('author', 'lead', 'team', 'agency')
        and exists (select from access.rules r where r.role = 'business_support' and r.reach = 'support' and r.tier = g.tier)
    ) s
    join public.practitioners p on p.id = s.practitioner_id and (p.left_at is null or p.left_at > platform.now())
    join public.agencies y on y.id = s.agency_id
    where (access.can('access.explain', episode) or access.can('consent.withdraw', episode)
        -- The person who records a withdrawal may lose access by it, and still has to be shown who else does.
        or exists (select from public.consent_withdrawals w where w.episode_id = episode and w.recorded_by = access.me()
          and w.withdrawn_at = date_trunc('milliseconds', platform.now())))
      and not exists (select from access.exclusions x where x.practitioner_id in (s.practitioner_id, s.person) and x.episode_id = episode
        and x.begins <= platform.now() and x.ends > platform.now())
    group by 1, 2, 3, 4, 5, 6
    order by access.name_order(y.name), p.name_order, s.reach, s.tier
  $$;

-- Who knows what is sensitive, by topic? Beside access.viewers_all, which names tiers.
create function access.topic_viewers_all(episode uuid)
  returns table (practitioner_id uuid, name text, agency_id uuid, agency text, topic text)
  language sql stable security definer set search_path = ''
  as $$
    select distinct p.id, p.name, y.id, y.name, g.topic
    from access.grants g
    join public.posts o on o.practitioner_id = g.subject_id and platform.is_now(o.began_at, o.ended_at)
    join public.practitioners p on p.id = o.practitioner_id and (p.left_at is null or p.left_at > platform.now())
    join public.agencies y on y.id = o.agency_id
    where g.episode_id = episode and g.reach in ('lead', 'team') and g.tier = 3
      and g.begins <= platform.now() and g.ends > platform.now()
      and exists (select from access.involvements i where i.episode_id = episode and i.reach = g.reach
        and i.practitioner_id = o.practitioner_id and i.agency_id = o.agency_id)
      and (access.can('access.explain', episode) or access.can('consent.withdraw', episode)
        or exists (select from public.consent_withdrawals w where w.episode_id = episode and w.recorded_by = access.me()
          and w.withdrawn_at = date_trunc('milliseconds', platform.now())))
      and not exists (select from access.exclusions x where x.practitioner_id = o.practitioner_id and x.episode_id = episode
        and x.begins <= platform.now() and x.ends > platform.now())
  $$;

-- Who can see the episode, and who knows what is sensitive of it: named where this reader may be told, for as long as
-- the episode is within reach.
create function access.viewers(episode uuid)
  returns table (
    seer uuid, practitioner_id uuid, name text, agency_id uuid, agency text, reach text, tier smallint,
    ends timestamptz, why text)
  language sql stable security definer set search_path = ''
  as $$
    select access.pseudonym(s.practitioner_id, s.agency_id), case when n.named then s.practitioner_id end, case when n.named then s.name end,
      case when n.named then s.agency_id end, case when n.named then s.agency end, s.reach, s.tier, s.ends, u.why
    from access.viewers_all(episode) s
    left join access.unnamed_agencies(episode) u on u.agency_id = s.agency_id
    cross join lateral (select u.why is null and access.can('episode.read', episode) as named) n
  $$;
grant execute on function access.viewers(uuid) to bridges_app;

create function access.topic_viewers(episode uuid)
  returns table (seer uuid, practitioner_id uuid, name text, agency text, topic text, why text)
  language sql stable security definer set search_path = ''
  as $$
    select access.pseudonym(k.practitioner_id, k.agency_id), case when n.named then k.practitioner_id end, case when n.named then k.name end,
      case when n.named then k.agency end, k.topic, u.why
    from access.topic_viewers_all(episode) k
    left join access.unnamed_agencies(episode) u on u.agency_id = k.agency_id
    cross join lateral (select u.why is null and access.can('episode.read', episode) as named) n
  $$;
grant execute on function access.topic_viewers(uuid) to bridges_app;
