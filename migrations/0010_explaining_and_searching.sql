-- Why can I see this? The reach that opened it, with the agreement it rests on.
create function access.reasons(episode uuid)
  returns table (reach text, tier smallint, begins timestamptz, ends timestamptz, decided_by text, decided_on date, valid_until date)
  language sql stable security definer set search_path = ''
  as $$
    select g.reach, g.tier, g.begins, g.ends, c.decided_by, c.decided_on, c.valid_until
    from access.actor() a
    join access.grants g on g.episode_id = episode and g.begins <= platform.now() and g.ends > platform.now()
    left join access.words w on w.episode_id = episode and w.agency_id = a.agency_id
      and w.begins <= platform.now() and w.ends > platform.now()
      and g.reach in ('lead', 'team', 'agency', 'manager', 'author')
    left join public.consents c on c.id = w.consent_id
    where g.subject_id = access.subject_of(g.reach, a.practitioner_id, a.agency_id, a.locality_id, a.authority_id)
      and exists (select from access.rules r where r.role = a.role and r.reach = g.reach and r.tier = g.tier)
      and not exists (select from access.cuts x
        where x.practitioner_id = a.practitioner_id and x.episode_id = episode
          and x.begins <= platform.now() and x.ends > platform.now())
    order by g.reach, g.tier
  $$;
grant execute on function access.reasons(uuid) to bridges_app;
alter function access.reasons(uuid) owner to bridges_reach;

-- Who can? Named people, by reach and tier, for those who may ask.
create function access.who_can(episode uuid)
  returns table (practitioner_id uuid, name text, agency_id uuid, agency text, reach text, tier smallint, ends timestamptz)
  language sql stable security definer set search_path = ''
  as $$
    select p.id, p.name, y.id, y.name, g.reach, g.tier, max(g.ends)
    from access.grants g
    join public.posts o on g.subject_id = access.subject_of(g.reach, o.practitioner_id, o.agency_id, o.locality_id,
      (select a.authority_id from public.agencies a where a.id = o.agency_id))
      and (o.ended_at is null or o.ended_at > platform.now())
    join public.practitioners p on p.id = o.practitioner_id and (p.left_at is null or p.left_at > platform.now())
    join public.agencies y on y.id = o.agency_id
    where g.episode_id = episode and g.begins <= platform.now() and g.ends > platform.now()
      and (episode in (select access.may('access.explain')) or episode in (select access.may('consent.withdraw'))
        -- Whoever withdraws may lose their own sight by it, and still has to be shown who else does.
        or exists (select from public.consent_withdrawals w where w.episode_id = episode and w.recorded_by = access.me()
          and w.withdrawn_at = date_trunc('milliseconds', platform.now())))
      and exists (select from access.rules r where r.role = o.role and r.reach = g.reach and r.tier = g.tier)
      and not exists (select from access.cuts x where x.practitioner_id = o.practitioner_id and x.episode_id = episode
        and x.begins <= platform.now() and x.ends > platform.now())
    group by 1, 2, 3, 4, 5, 6
    order by y.name, p.name, g.reach, g.tier
  $$;
grant execute on function access.who_can(uuid) to bridges_app;
alter function access.who_can(uuid) owner to bridges_reach;

-- The families' agreement for these agencies now: who of them may be asked into the team or to lead.
create function access.agreed_tiers(episode uuid)
  returns table (agency_id uuid, tier smallint, topic text)
  language sql stable security definer set search_path = ''
  as $$
    select s.agency_id, s.tier, s.topic from access.agency_scope s
    where s.episode_id = episode and s.begins <= platform.now() and s.ends > platform.now()
      and episode in (select access.may('episode.read'))
  $$;
grant execute on function access.agreed_tiers(uuid) to bridges_app;
alter function access.agreed_tiers(uuid) owner to bridges_reach;

-- Is this practitioner cut from this episode, whoever asks within it?
create function access.is_cut(practitioner uuid, episode uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select episode in (select access.may('episode.read')) and exists (select from access.cuts c
      where c.practitioner_id = practitioner and c.episode_id = episode
        and c.begins <= platform.now() and c.ends > platform.now())
  $$;
grant execute on function access.is_cut(uuid, uuid) to bridges_app;
alter function access.is_cut(uuid, uuid) owner to bridges_reach;

-- The one way to look across agencies: tolerant of spelling, and telling only what anyone may learn (T0). A postcode
-- narrows only among children whose address the searcher may know, so no hidden field can be searched.
create function access.search_children(wanted_name text, wanted_birth date, wanted_postcode text, most integer)
  returns table (child_id uuid, given_names text, family_name text, sex text, date_of_birth date, expected_date date,
    likeness real, within_reach boolean, episode_id uuid, episode_open boolean)
  language plpgsql volatile security definer set search_path = ''
  as $$
declare
  known uuid[];
  near uuid[];
  sought text := lower(wanted_name);
begin
  if not access.allows('child.search') then return; end if;
  known := array(select access.may_child('episode.read'));
  near := array(select access.may_child('family.read'));
  perform set_config('pg_trgm.word_similarity_threshold', '0.45', true);
  return query
    with candidates as (
      select k.id, public.word_similarity(sought, k.search_name) as likeness from public.children k
        where sought is not null and sought operator(public.<%) k.search_name
      union
      select k.id, coalesce(public.word_similarity(sought, k.search_name), 0.5) from public.children k
        where wanted_birth is not null and (k.date_of_birth = wanted_birth or k.expected_date = wanted_birth)
      union
      select d.child_id, 0.6 from public.child_details d
        where wanted_postcode is not null and d.postcode = wanted_postcode and d.child_id = any(near)
    ), best as (
      select c.id, max(c.likeness)::real as likeness from candidates c group by c.id
    )
    select k.id, k.given_names, k.family_name, k.sex, k.date_of_birth, k.expected_date,
      (b.likeness + case when wanted_birth in (k.date_of_birth, k.expected_date) then 1 else 0 end)::real,
      k.id = any(known), e.id, e.id is not null and e.closed_at is null
    from best b
    join public.children k on k.id = b.id
    left join lateral (
      select x.id, x.closed_at from public.episode_children f join public.episodes x on x.id = f.episode_id
      where f.child_id = k.id and (x.id = any(array(select access.may('episode.read')))
        or exists (select from access.indexed_children i where i.child_id = k.id and i.episode_id = x.id))
      order by x.closed_at desc nulls first limit 1) e on true
    where (k.id = any(known) or exists (select from access.indexed_children i where i.child_id = k.id))
      and not exists (select from public.declared_relatives d
        where d.child_id = k.id and d.practitioner_id = access.me())
      -- Excluded by name is excluded from the index as well.
      and not exists (select from access.cuts x join public.episode_children f on f.episode_id = x.episode_id
        where f.child_id = k.id and x.practitioner_id = access.me()
          and x.begins <= platform.now() and x.ends > platform.now())
    order by 7 desc, k.family_name, k.given_names, k.id
    limit least(most, 50);
end $$;
grant execute on function access.search_children(text, date, text, integer) to bridges_app;
alter function access.search_children(text, date, text, integer) owner to bridges_reach;

-- In a demonstration the messages that would have gone out may be looked at.
create function platform.demo_outbox() returns table (id uuid, recipient text, subject text, body text, href text, sent_at timestamptz)
  language sql stable security definer set search_path = ''
  as $$
    select m.id, p.name, m.subject, m.body, m.href, m.sent_at
    from public.messages m join public.practitioners p on p.id = m.recipient_id
    where (select s.demo from platform.settings s)
    order by m.sent_at desc, m.id desc limit 200
  $$;
grant execute on function platform.demo_outbox() to bridges_app;
alter function platform.demo_outbox() owner to bridges_reach;
