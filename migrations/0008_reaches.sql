-- How a practitioner comes to an episode. Each reach is written once, in access.derived_grants; access.grants holds
-- the same rows so that a question about reach is one index scan, and is rebuilt for an episode in the transaction
-- that changed it. Intervals carry the dates, so expiry needs no job and the clock may stand anywhere.
create table access.grants (
  episode_id uuid not null,
  reach text not null,
  -- A practitioner, an agency, a locality or an authority, as the reach has it.
  subject_id uuid not null,
  tier smallint not null,
  topic text not null,
  begins timestamptz not null,
  ends timestamptz not null
);
create index grants_subject on access.grants (reach, subject_id, tier) include (episode_id, begins, ends);
create index grants_episode on access.grants (episode_id);
create table access.cuts (
  practitioner_id uuid not null,
  episode_id uuid not null,
  cause text not null,
  begins timestamptz not null,
  ends timestamptz not null
);
create index cuts_practitioner on access.cuts (practitioner_id, episode_id);
create index cuts_episode on access.cuts (episode_id);
grant select, insert, delete on access.grants, access.cuts to bridges_reach;

-- Each word the family gave about an agency, and how long it counts: until withdrawn, expired, or followed by the next.
create view access.words as
select w.consent_id, w.episode_id, w.agency_id, w.standing, w.tiers, w.topics, w.begins,
       least(w.next_word, w.refused_at, w.withdrawn_at, w.expires) as ends
from (
  select c.id as consent_id, c.episode_id, a.agency_id, a.standing, a.tiers, a.topics, c.recorded_at as begins,
         lead(c.recorded_at, 1, 'infinity') over (
           partition by c.episode_id, a.agency_id order by c.recorded_at, c.id) as next_word,
         coalesce((c.valid_until + 1)::timestamp at time zone 'Europe/London', 'infinity') as expires,
         coalesce((select min(x.withdrawn_at) from public.consent_withdrawals x
           where x.consent_id = c.id and (x.agency_id is null or x.agency_id = a.agency_id)), 'infinity') as withdrawn_at,
         coalesce((select min(r.recorded_at) from public.consents r
           join public.consent_purposes rp on rp.purpose = r.purpose and rp.opens_record
           where r.episode_id = c.episode_id and r.decision = 'refused' and r.recorded_at >= c.recorded_at and r.id <> c.id
             and not exists (select from public.consent_agencies n where n.consent_id = r.id)), 'infinity') as refused_at
  from public.consents c
  join public.consent_purposes p on p.purpose = c.purpose and p.opens_record
  join public.consent_agencies a on a.consent_id = c.id
) w;

-- Agency x tier x topic that the family consents to, with its dates.
create view access.consented as
select w.episode_id, w.agency_id, t.tier, x.topic, w.begins, w.ends
from access.words w
join public.consents c on c.id = w.consent_id and c.decision in ('given', 'given_in_part')
cross join lateral unnest(w.tiers) t (tier)
cross join lateral (
  select '' as topic where t.tier < 3
  union all
  select unnest(w.topics) where t.tier = 3) x
where w.standing = 'included' and w.begins < w.ends;

-- Who works with the family, as what, for which agency and when.
create view access.involvements as
select episode_id, practitioner_id, agency_id, 'author' as reach, began_at as begins,
       coalesce(ended_at, 'infinity') as ends from public.authorships
union all
select episode_id, practitioner_id, agency_id, 'lead', began_at, coalesce(ended_at, 'infinity')
from public.lead_professional_appointments
union all
select episode_id, practitioner_id, agency_id, 'team', joined_at, coalesce(left_at, 'infinity') from public.team_members;

-- What each agency may know through its own people: everything that is its own record, else what the family consents to.
create view access.agency_scope as
select e.id as episode_id, e.opening_agency_id as agency_id, t.tier::smallint, '' as topic,
       '-infinity'::timestamptz as begins, 'infinity'::timestamptz as ends, true as own
from public.episodes e cross join (values (0), (1), (2)) t (tier)
union all
select c.episode_id, c.agency_id, c.tier, c.topic, c.begins, c.ends, false
from access.consented c join public.episodes e on e.id = c.episode_id and e.opening_agency_id <> c.agency_id
union all
-- Sensitive topics need the family's word even within the agency that opened the record.
select c.episode_id, c.agency_id, c.tier, c.topic, c.begins, c.ends, true
from access.consented c join public.episodes e on e.id = c.episode_id and e.opening_agency_id = c.agency_id
where c.tier = 3;

create view access.derived_grants as
select g.episode_id, g.reach, g.subject_id, g.tier, g.topic, g.begins,
       -- Thirty days after closure the record closes, but not for the opening agency's manager or the coordinator.
       case when g.tier >= 2 and not g.outlasts_closure
         then least(g.ends, coalesce(e.closed_at + interval '30 days', 'infinity')) else g.ends end as ends
from (
  select i.episode_id, i.reach, i.practitioner_id as subject_id, s.tier, s.topic,
         greatest(i.begins, s.begins) as begins, least(i.ends, s.ends) as ends, false as outlasts_closure
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
  select s.episode_id, 'agency', s.agency_id, s.tier, s.topic, s.begins, s.ends, false
  from access.agency_scope s where not s.own and s.tier in (0, 1)
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
) g
join public.episodes e on e.id = g.episode_id
where g.begins < g.ends;

create view access.derived_cuts as
select p.practitioner_id, p.episode_id, 'excluded by the family' as cause, p.begins, p.ends
from (
  select x.practitioner_id, x.episode_id, x.standing, c.recorded_at as begins,
         lead(c.recorded_at, 1, 'infinity') over (
           partition by x.episode_id, x.practitioner_id order by c.recorded_at, c.id) as ends
  from public.consent_people x join public.consents c on c.id = x.consent_id
) p where p.standing = 'excluded'
union all
select d.practitioner_id, f.episode_id, 'own family', '-infinity', 'infinity'
from public.declared_relatives d join public.episode_children f on f.child_id = d.child_id;

alter view access.words owner to bridges_reach;
alter view access.consented owner to bridges_reach;
alter view access.involvements owner to bridges_reach;
alter view access.agency_scope owner to bridges_reach;
alter view access.derived_grants owner to bridges_reach;
alter view access.derived_cuts owner to bridges_reach;

create function access.regrant(changed uuid[]) returns void
  language plpgsql security definer set search_path = ''
  as $$
begin
  delete from access.grants where episode_id = any(changed);
  insert into access.grants select * from access.derived_grants where episode_id = any(changed);
  delete from access.cuts where episode_id = any(changed);
  insert into access.cuts select * from access.derived_cuts where episode_id = any(changed);
end $$;
alter function access.regrant(uuid[]) owner to bridges_reach;

create function access.regrant_changed() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  perform access.regrant(array(select distinct episode_id from changed));
  return null;
end $$;

create function access.regrant_episodes() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  perform access.regrant(array(select id from changed));
  return null;
end $$;

create function access.regrant_of_child() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  if tg_table_name = 'declared_relatives' then
    perform access.regrant(array(select episode_id from public.episode_children where child_id = new.child_id));
  elsif new.locality_id is distinct from old.locality_id then
    perform access.regrant(array(select episode_id from public.episode_children where child_id = new.id));
  end if;
  return null;
end $$;

do $$
declare subject text;
begin
  foreach subject in array array['authorships', 'lead_professional_appointments', 'team_members', 'consents',
      'consent_agencies', 'consent_people', 'consent_withdrawals', 'step_ups', 'episode_children'] loop
    execute format('create trigger regrant_added after insert on public.%I referencing new table as changed
      for each statement execute function access.regrant_changed()', subject);
    execute format('create trigger regrant_changed after update on public.%I referencing new table as changed
      for each statement execute function access.regrant_changed()', subject);
  end loop;
end $$;
create trigger regrant_added after insert on episodes referencing new table as changed
  for each statement execute function access.regrant_episodes();
create trigger regrant_changed after update on episodes referencing new table as changed
  for each statement execute function access.regrant_episodes();
create trigger regrant_moved after update on children for each row execute function access.regrant_of_child();
create trigger regrant_related after insert on declared_relatives for each row execute function access.regrant_of_child();

-- Who, for each reach, the signed-in practitioner counts as.
create function access.subject_of(reach text, practitioner uuid, agency uuid, locality uuid, authority uuid) returns uuid
  language sql immutable parallel safe set search_path = ''
  as $$
    select case reach
      when 'author' then practitioner when 'lead' then practitioner when 'team' then practitioner
      when 'agency' then agency when 'manager' then agency
      when 'coordinator' then locality
      when 'front_door' then authority when 'governance' then authority
    end
  $$;
grant execute on function access.subject_of(text, uuid, uuid, uuid, uuid) to bridges_reach;

-- Every episode on which the signed-in practitioner holds this permission now.
create function access.may(wanted text) returns setof uuid
  language plpgsql stable security definer rows 1000 set search_path = ''
  as $$
declare
  me record;
  moment timestamptz := platform.now();
  rule record;
begin
  select * into me from access.actor();
  if me.practitioner_id is null then return; end if;
  for rule in select r.reach, r.tier from access.rules r
      where r.permission = wanted and r.role = me.role and r.reach <> 'role' loop
    return query
      select g.episode_id from access.grants g
      where g.reach = rule.reach
        and g.subject_id = access.subject_of(rule.reach, me.practitioner_id, me.agency_id, me.locality_id, me.authority_id)
        and g.tier = rule.tier and g.begins <= moment and g.ends > moment
        and not exists (select from access.cuts c
          where c.practitioner_id = me.practitioner_id and c.episode_id = g.episode_id
            and c.begins <= moment and c.ends > moment);
  end loop;
end $$;
grant execute on function access.may(text) to bridges_app;
alter function access.may(text) owner to bridges_reach;

-- The sensitive topics within reach, each as 'episode topic'.
create function access.topics() returns setof text
  language sql stable security definer set search_path = ''
  as $$
    select g.episode_id || ' ' || g.topic
    from access.actor() a
    join access.grants g on g.reach in ('lead', 'team') and g.subject_id = a.practitioner_id and g.tier = 3
    where g.begins <= platform.now() and g.ends > platform.now()
      and not exists (select from access.cuts c
        where c.practitioner_id = a.practitioner_id and c.episode_id = g.episode_id
          and c.begins <= platform.now() and c.ends > platform.now())
  $$;
grant execute on function access.topics() to bridges_app;
alter function access.topics() owner to bridges_reach;

-- Every child on whom the signed-in practitioner holds this permission: through an episode, or because they
-- recorded the child and no episode has been opened yet.
create function access.may_child(wanted text) returns setof uuid
  language sql stable security definer set search_path = ''
  as $$
    select f.child_id from public.episode_children f where f.episode_id = any(array(select access.may(wanted)))
    union
    select k.id from public.children k
    where k.recorded_by = (select access.me()) and wanted in ('episode.read', 'family.read', 'family.edit')
      and not exists (select from public.episode_children f where f.child_id = k.id)
      and not exists (select from public.declared_relatives d
        where d.child_id = k.id and d.practitioner_id = (select access.me()))
  $$;
grant execute on function access.may_child(text) to bridges_app;
alter function access.may_child(text) owner to bridges_reach;

-- What one person may do on one episode, and by which reach: the application asks this, the policies ask access.may;
-- a test holds the two together.
create function access.abilities(episode uuid) returns table (permission text, reach text)
  language sql stable security definer set search_path = ''
  as $$
    select distinct r.permission, r.reach
    from access.actor() a
    join access.grants g on g.episode_id = episode and g.begins <= platform.now() and g.ends > platform.now()
    join access.rules r on r.role = a.role and r.reach = g.reach and r.tier = g.tier
    where g.subject_id = access.subject_of(g.reach, a.practitioner_id, a.agency_id, a.locality_id, a.authority_id)
      and not exists (select from access.cuts c
        where c.practitioner_id = a.practitioner_id and c.episode_id = episode
          and c.begins <= platform.now() and c.ends > platform.now())
  $$;
grant execute on function access.abilities(uuid) to bridges_app;
alter function access.abilities(uuid) owner to bridges_reach;

-- Trigger functions change hands last: an owner who gave them away could not hang them on a table.
alter function access.regrant_changed() owner to bridges_reach;
alter function access.regrant_episodes() owner to bridges_reach;
alter function access.regrant_of_child() owner to bridges_reach;
