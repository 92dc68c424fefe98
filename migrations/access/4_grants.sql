-- One episode at a time, by equality: "= any(changed)" does not travel through the joins of the derivation, so that each
-- change derived large parts of the county (4,210 ms a consent at 134,500 children; this way 16 ms).
create function access.refresh_grants(changed uuid[]) returns void
  language plpgsql security definer set search_path = ''
  as $$
declare
  one uuid;
  linked uuid[] := array(select l.episode_id from access.linked_episodes l where l.linked_id = any(changed));
begin
  delete from access.grants where episode_id = any(changed);
  delete from access.exclusions where episode_id = any(changed || linked);
  foreach one in array changed loop
    insert into access.grants select * from access.derived_grants where episode_id = one;
    insert into access.exclusions select * from access.derived_exclusions where episode_id = one;
  end loop;
  foreach one in array linked loop
    continue when one = any(changed);
    insert into access.exclusions select * from access.derived_exclusions where episode_id = one;
  end loop;
end $$;

create function access.refresh_changed_grants() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  perform access.refresh_grants(array(select distinct episode_id from changed));
  return null;
end $$;
grant execute on function access.refresh_changed_grants() to bridges_owner;

-- What a person reaches through their own work for an agency ends with their posts there.
create function access.refresh_grants_of_posts() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  perform access.refresh_grants(array(select distinct i.episode_id from changed c
    join access.involvements i on i.practitioner_id = c.practitioner_id and i.agency_id = c.agency_id));
  return null;
end $$;

create function access.refresh_grants_of_episodes() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  perform access.refresh_grants(array(select id from changed));
  return null;
end $$;

create function access.refresh_grants_of_child() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  if tg_table_name in ('declared_relatives', 'child_carers') then
    perform access.refresh_grants(array(select episode_id from public.episode_children where child_id = new.child_id));
  elsif new.locality_id is distinct from old.locality_id then
    perform access.refresh_grants(array(select episode_id from public.episode_children where child_id = new.id));
  end if;
  return null;
end $$;
grant execute on function access.refresh_grants_of_child() to bridges_owner;

create function access.refresh_grants_of_panel() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  perform access.refresh_grants(array(select i.episode_id from public.panel_items i
    join public.panel_meetings t on t.id = i.meeting_id where t.panel_id = new.panel_id));
  return null;
end $$;

create function access.refresh_grants_of_audit() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  perform access.refresh_grants(array(select d.episode_id from public.case_audit_draws d where d.audit_id = new.id));
  return null;
end $$;

-- Who is hidden follows shields and households, in the transaction that changed them.
create function access.refresh_concealments(changed uuid[]) returns void
  language plpgsql security definer set search_path = ''
  as $$
declare
  one uuid;
begin
  delete from access.concealments where shield_id = any(changed);
  foreach one in array changed loop
    insert into access.concealments select * from access.derived_concealments where shield_id = one;
  end loop;
end $$;

create function access.refresh_concealments_of_shield() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  perform access.refresh_concealments(array[new.id]);
  return null;
end $$;

create function access.refresh_concealments_of_unsafe_carer() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  perform access.refresh_concealments(array[new.shield_id]);
  return null;
end $$;

create function access.refresh_concealments_of_household() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  perform access.refresh_concealments_of_children(array(
    select l.child_id from public.child_carers l where l.carer_id = new.carer_id));
  return null;
end $$;

-- Who lives in one home, and who is said to live with a child, is hidden with the child.
create function access.refresh_concealments_of_children(changed uuid[]) returns void
  language sql security definer set search_path = ''
  as $$
    select access.refresh_concealments(array(select s.id from public.shields s where s.child_id = any(changed)
      or s.child_id in (select m.same_child_id from access.same_children m where m.child_id = any(changed))))
  $$;

create view access.derived_grants as
select g.episode_id, g.reach, g.subject_id, g.tier, g.topic, g.begins,
       -- Thirty days after closure the record closes, but not for the opening agency's manager, the coordinator and
       -- information governance.
       case when g.tier >= 2 and not g.outlasts_closure
         then least(g.ends, coalesce(e.closed_at + interval '30 days', 'infinity')) else g.ends end as ends
from (
  select i.episode_id, i.reach, i.practitioner_id as subject_id, s.tier, s.topic,
         greatest(i.begins, s.begins) as begins,
         -- No longer than they work for the agency they do it for, whatever other post they hold.
         least(i.ends, s.ends, (select max(coalesce(o.ended_at, 'infinity')) from public.posts o
           where o.practitioner_id = i.practitioner_id and o.agency_id = i.agency_id)) as ends, false as outlasts_closure
  from access.involvements i
  join access.agency_scope s on s.episode_id = i.episode_id and s.agency_id = i.agency_id
  where s.tier < 3 or i.reach in ('lead', 'team')
  union all
  select distinct i.episode_id, 'manager', i.agency_id, s.tier, s.topic,
         greatest(i.begins, s.begins), least(i.ends, s.ends), s.own
  from access.involvements i
  join access.agency_scope s on s.episode_id = i.episode_id and s.agency_id = i.agency_id
  where s.tier < 3
  union all
  -- What the family agreed for an agency, the opening agency among them: it is no more than the others to its own people
  -- who do not work with the family.
  select c.episode_id, 'agency', c.agency_id, c.tier, c.topic, c.begins, c.ends, false
  from access.consent_grants c where c.class = 'record' and c.tier in (0, 1)
  union all
  select f.episode_id, 'coordinator', k.locality_id, t.tier, '', e.opened_at, 'infinity', true
  from public.episode_children f
  join public.children k on k.id = f.child_id and k.locality_id is not null
  join public.episodes e on e.id = f.episode_id
  cross join (values (0), (1), (2)) t (tier)
  where f.position = 1
  union all
  select e.id, 'front_door', e.authority_id, t.tier, '', e.opened_at, 'infinity', false
  from public.episodes e cross join (values (0), (1)) t (tier)
  union all
  select u.episode_id, 'front_door', e.authority_id, 2, '', u.raised_at,
         case when u.outcome is null or u.outcome = 'accepted' then 'infinity' else u.outcome_at end, false
  from public.step_ups u join public.episodes e on e.id = u.episode_id
  union all
  select e.id, 'governance', e.authority_id, 0, '', e.opened_at, 'infinity', true from public.episodes e
  union all
  -- A panel reads what the family agreed for panels, from the agenda until ten working days after the meeting.
  select i.episode_id, 'panel', m.practitioner_id, s.tier, '', greatest(i.put_at, m.joined_at, s.begins),
         least(coalesce(i.removed_at, 'infinity'), coalesce(m.left_at, 'infinity'), coalesce(t.cancelled_at, 'infinity'), s.ends,
           platform.london_instant(platform.working_days_after(t.held_on, 10) + 1)), false
  from public.panel_items i
  join public.panel_meetings t on t.id = i.meeting_id
  join public.panel_members m on m.panel_id = t.panel_id
  join (
    select c.episode_id, c.agency_id, c.tier, c.begins, c.ends from access.consent_grants c where c.class = 'panel' and c.tier < 3
    union
    select o.episode_id, o.agency_id, o.tier, o.begins, o.ends from access.agency_scope o where o.own and o.tier < 3
  ) s on s.episode_id = i.episode_id and s.agency_id = m.agency_id
  union all
  select x.episode_id, 'emergency', x.practitioner_id, t.tier::smallint, '', x.begins_at,
         least(x.lapses_at, coalesce(x.ended_at, 'infinity')), x.role in ('coordinator', 'governance')
           or (x.role = 'manager' and x.agency_id = e.opening_agency_id)
  from public.emergency_accesses x
  join public.episodes e on e.id = x.episode_id
  cross join lateral generate_series(0, least(x.tier, 2)) t (tier)
  where x.begins_at is not null
  union all
  select x.episode_id, 'emergency', x.practitioner_id, 3::smallint, t.topic, x.begins_at,
         least(x.lapses_at, coalesce(x.ended_at, 'infinity')), x.role in ('coordinator', 'governance')
           or (x.role = 'manager' and x.agency_id = e.opening_agency_id)
  from public.emergency_accesses x
  join public.episodes e on e.id = x.episode_id
  cross join lateral unnest(x.topics) t (topic)
  where x.begins_at is not null
  union all
  -- Never a case of the auditor's own, or of their own agency's manager.
  select d.episode_id, 'sample', u.auditor_id, t.tier::smallint, '', d.drawn_at,
         least(platform.london_instant(u.ends_on + 1), coalesce(u.ended_at, 'infinity')), false
  from public.case_audit_draws d
  join public.case_audits u on u.id = d.audit_id
  join public.episodes e on e.id = d.episode_id and e.opening_agency_id <> u.auditor_agency_id
  cross join (values (0), (1), (2)) t (tier)
  where not exists (select from access.involvements i where i.episode_id = d.episode_id
    and (i.practitioner_id = u.auditor_id or i.agency_id = u.auditor_agency_id))
  union all
  -- Carers who now hold parental responsibility for every child of the episode, and a child on their own: their own record.
  select e.id, 'family', p.person_id, t.tier::smallint, '', e.opened_at, 'infinity', false
  from public.episodes e
  cross join lateral (
    select l.carer_id as person_id
    from public.episode_children f join public.child_carers l on l.child_id = f.child_id and l.parental_responsibility = 'yes'
      and l.ended_at is null
    where f.episode_id = e.id
    group by l.carer_id
    having count(*) = (select count(*) from public.episode_children o where o.episode_id = e.id)
    union all
    select min(f.child_id::text)::uuid from public.episode_children f where f.episode_id = e.id having count(*) = 1
  ) p
  cross join (values (0), (1), (2)) t (tier)
) g
join public.episodes e on e.id = g.episode_id
where g.begins < g.ends;
