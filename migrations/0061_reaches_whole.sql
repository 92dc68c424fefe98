-- Every reach, derived in one place. A word of the family counts for the record or for panels; "never" counts for both.
set local role bridges_reach;

create or replace view access.words as
select w.consent_id, w.episode_id, w.agency_id, w.standing, w.tiers, w.topics, w.begins,
       least(w.next_word, w.refused_at, w.withdrawn_at, w.expires) as ends, w.class
from (
  select c.id as consent_id, c.episode_id, a.agency_id, a.standing, a.tiers, a.topics, c.recorded_at as begins, k.class,
         lead(c.recorded_at, 1, 'infinity') over (
           partition by c.episode_id, a.agency_id, k.class order by c.recorded_at, c.id) as next_word,
         coalesce((c.valid_until + 1)::timestamp at time zone 'Europe/London', 'infinity') as expires,
         coalesce((select min(x.withdrawn_at) from public.consent_withdrawals x
           where x.consent_id = c.id and (x.agency_id is null or x.agency_id = a.agency_id)), 'infinity') as withdrawn_at,
         coalesce((select min(r.recorded_at) from public.consents r
           join public.consent_purposes rp on rp.purpose = r.purpose
             and (rp.opens_record or (k.class = 'panel' and r.purpose = 'panel_referral'))
           where r.episode_id = c.episode_id and r.decision = 'refused' and r.recorded_at >= c.recorded_at and r.id <> c.id
             and not exists (select from public.consent_agencies n where n.consent_id = r.id)), 'infinity') as refused_at
  from public.consents c
  join public.consent_purposes p on p.purpose = c.purpose
  join public.consent_agencies a on a.consent_id = c.id
  join (values ('record'), ('panel')) k (class) on a.standing = 'excluded'
    or (k.class = 'record' and p.opens_record) or (k.class = 'panel' and p.purpose = 'panel_referral')
) w;

-- Whoever may know how a child lives, or the plan, knows that there is an episode: T1 and T2 hold T0.
create or replace view access.consented as
select w.episode_id, w.agency_id, t.tier, x.topic, w.begins, w.ends, w.class
from access.words w
join public.consents c on c.id = w.consent_id and c.decision in ('given', 'given_in_part')
cross join lateral (select unnest(w.tiers) union select 0::smallint where w.tiers && '{1,2}') t (tier)
cross join lateral (
  select '' as topic where t.tier < 3
  union all
  select unnest(w.topics) where t.tier = 3) x
where w.standing = 'included' and w.begins < w.ends;

create or replace view access.agency_scope as
select e.id as episode_id, e.opening_agency_id as agency_id, t.tier::smallint, '' as topic,
       '-infinity'::timestamptz as begins, 'infinity'::timestamptz as ends, true as own
from public.episodes e cross join (values (0), (1), (2)) t (tier)
union all
select c.episode_id, c.agency_id, c.tier, c.topic, c.begins, c.ends, false
from access.consented c join public.episodes e on e.id = c.episode_id and e.opening_agency_id <> c.agency_id
where c.class = 'record'
union all
-- Sensitive topics need the family's word even within the agency that opened the record.
select c.episode_id, c.agency_id, c.tier, c.topic, c.begins, c.ends, true
from access.consented c join public.episodes e on e.id = c.episode_id and e.opening_agency_id = c.agency_id
where c.tier = 3 and c.class = 'record';

create or replace view access.involvements as
select episode_id, practitioner_id, agency_id, 'author' as reach, began_at as begins,
       coalesce(ended_at, 'infinity') as ends from public.authorships
union all
select episode_id, practitioner_id, agency_id, 'lead', began_at, coalesce(ended_at, 'infinity')
from public.lead_professional_appointments
union all
select episode_id, practitioner_id, agency_id, 'team', joined_at, coalesce(left_at, 'infinity') from public.team_members
union all
select d.episode_id, d.practitioner_id, d.agency_id, 'lead', greatest(platform.london_instant(d.begins_on), a.began_at),
       least(platform.london_instant(d.ends_on + 1), coalesce(d.ended_at, 'infinity'), coalesce(a.ended_at, 'infinity'))
from public.lead_professional_deputies d join public.lead_professional_appointments a on a.id = d.appointment_id;

create or replace view access.derived_grants as
select g.episode_id, g.reach, g.subject_id, g.tier, g.topic, g.begins,
       -- Thirty days after closure the record closes, but not for the opening agency's manager, the coordinator and
       -- information governance.
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
  union all
  -- A panel reads what the family agreed for panels, from the agenda until ten working days after the meeting.
  select i.episode_id, 'panel', m.practitioner_id, s.tier, '', greatest(i.put_at, m.joined_at, s.begins),
         least(coalesce(i.removed_at, 'infinity'), coalesce(m.left_at, 'infinity'), coalesce(t.cancelled_at, 'infinity'), s.ends,
           platform.london_instant(platform.working_days_after(t.held_on, 10) + 1)), false
  from public.panel_items i
  join public.panel_meetings t on t.id = i.meeting_id
  join public.panel_members m on m.panel_id = t.panel_id
  join (
    select c.episode_id, c.agency_id, c.tier, c.begins, c.ends from access.consented c where c.class = 'panel' and c.tier < 3
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
  -- Whoever has parental responsibility for every child of the episode, and a child on their own: their own record.
  select e.id, 'family', p.person_id, t.tier::smallint, '', e.opened_at, 'infinity', false
  from public.episodes e
  cross join lateral (
    select l.carer_id as person_id
    from public.episode_children f join public.child_carers l on l.child_id = f.child_id and l.parental_responsibility = 'yes'
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

create or replace function access.regrant_of_child() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  if tg_table_name in ('declared_relatives', 'child_carers') then
    perform access.regrant(array(select episode_id from public.episode_children where child_id = new.child_id));
  elsif new.locality_id is distinct from old.locality_id then
    perform access.regrant(array(select episode_id from public.episode_children where child_id = new.id));
  end if;
  return null;
end $$;
grant execute on function access.regrant_changed(), access.regrant_of_child() to bridges_owner;
set local role bridges_owner;

create function access.regrant_of_panel() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  perform access.regrant(array(select i.episode_id from public.panel_items i
    join public.panel_meetings t on t.id = i.meeting_id where t.panel_id = new.panel_id));
  return null;
end $$;
create function access.regrant_of_audit() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  perform access.regrant(array(select d.episode_id from public.case_audit_draws d where d.audit_id = new.id));
  return null;
end $$;

do $$
declare subject text;
begin
  foreach subject in array array['lead_professional_deputies', 'panel_items', 'emergency_accesses', 'case_audit_draws'] loop
    execute format('create trigger regrant_added after insert on public.%I referencing new table as changed
      for each statement execute function access.regrant_changed()', subject);
    execute format('create trigger regrant_changed after update on public.%I referencing new table as changed
      for each statement execute function access.regrant_changed()', subject);
  end loop;
end $$;
create trigger regrant_panel after insert or update on panel_members for each row execute function access.regrant_of_panel();
create trigger regrant_panel after insert or update on panel_meetings for each row execute function access.regrant_of_panel();
create trigger regrant_audit after update on case_audits for each row execute function access.regrant_of_audit();
create trigger regrant_parent after insert or update on child_carers for each row execute function access.regrant_of_child();

-- Who is hidden follows shields and households, in the transaction that changed them.
create function access.rehide(changed uuid[]) returns void
  language plpgsql security definer set search_path = ''
  as $$
begin
  delete from access.hidings where shield_id = any(changed);
  insert into access.hidings select * from access.derived_hidings where shield_id = any(changed);
end $$;
alter function access.rehide(uuid[]) owner to bridges_reach;
create function access.rehide_of_shield() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  perform access.rehide(array[new.id]);
  return null;
end $$;
create function access.rehide_of_unsafe_carer() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  perform access.rehide(array[new.shield_id]);
  return null;
end $$;
create function access.rehide_of_household() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  perform access.rehide(array(
    select s.id from public.shields s
    where s.child_id in (select l.child_id from public.child_carers l where l.carer_id = new.carer_id)));
  return null;
end $$;
create trigger rehide after insert or update on shields for each row execute function access.rehide_of_shield();
create trigger rehide after insert on shield_unsafe_carers for each row execute function access.rehide_of_unsafe_carer();
create trigger rehide after insert or update on child_carers for each row execute function access.rehide_of_household();

-- Trigger functions change hands last: an owner who gave them away could not hang them on a table.
alter function access.regrant_of_panel() owner to bridges_reach;
alter function access.regrant_of_audit() owner to bridges_reach;
alter function access.rehide_of_shield() owner to bridges_reach;
alter function access.rehide_of_unsafe_carer() owner to bridges_reach;
alter function access.rehide_of_household() owner to bridges_reach;
