-- Episodes are sampled at random, once, for the practitioner who commissioned the audit.
create function access.sample_cases(audit uuid, most integer, at_level smallint) returns integer
  language plpgsql security definer set search_path = ''
  as $$
declare
  drawn integer;
begin
  if not exists (select from public.case_audits u where u.id = audit and u.commissioned_by = access.me()
      and access.allows('audit.commission'))
     or exists (select from public.case_audit_draws d where d.audit_id = audit) then
    raise exception 'Only the practitioner who commissioned the audit can sample its cases, and only once' using errcode = '42501';
  end if;
  insert into public.case_audit_draws (audit_id, episode_id, drawn_at)
  select u.id, e.id, date_trunc('milliseconds', platform.now())
  from public.case_audits u
  join public.episodes e on e.authority_id = u.authority_id and e.opening_agency_id <> u.auditor_agency_id
  left join public.episode_records r on r.episode_id = e.id
  where u.id = audit and (at_level is null or r.level = at_level)
    and not exists (select from access.involvements i where i.episode_id = e.id
      and (i.practitioner_id = u.auditor_id or i.agency_id = u.auditor_agency_id))
    and not exists (select from access.exclusions c where c.episode_id = e.id and c.practitioner_id = u.auditor_id)
  order by random() limit least(most, 50);
  get diagnostics drawn = row_count;
  return drawn;
end $$;
grant execute on function access.sample_cases(uuid,integer,smallint) to bridges_app;

-- Who answers for this person's opening of records: the guardian whom their agency named, else the governance lead, else
-- the front door; never the person themselves.
create function access.guardians_of(agency uuid, subject uuid)
  returns table (practitioner_id uuid, agency_id uuid, role text)
  language sql stable security definer set search_path = ''
  as $$
    with live as (
      select o.practitioner_id, o.agency_id, o.role, g.authority_id
      from public.posts o
      join public.practitioners p on p.id = o.practitioner_id and (p.left_at is null or p.left_at > platform.now())
      join public.agencies g on g.id = o.agency_id
      where o.practitioner_id <> subject and platform.is_now(o.began_at, o.ended_at)
        and g.authority_id = (select a.authority_id from public.agencies a where a.id = agency)
    ), named as (
      select l.practitioner_id, l.agency_id, null::text from live l
      join public.guardians n on n.practitioner_id = l.practitioner_id and n.agency_id = agency and n.ended_at is null
      where l.agency_id = agency
    ), lead as (select l.practitioner_id, l.agency_id, l.role from live l where l.role = 'governance'),
    last as (select l.practitioner_id, l.agency_id, l.role from live l where l.role = 'front_door')
    select * from named
    union select * from lead where not exists (select from named)
    union select * from last where not exists (select from named) and not exists (select from lead)
  $$;

-- Is the signed-in practitioner, in this post, guardian of any practitioner?
create function access.is_guardian() returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from access.actor() a where a.role = 'governance'
      or exists (select from public.guardians g where g.practitioner_id = a.practitioner_id
        and g.agency_id = a.agency_id and g.ended_at is null)
      or (a.role = 'front_door' and exists (select from public.access_concerns c
        join lateral access.guardians_of(c.agency_id, c.practitioner_id) w
          on w.practitioner_id = a.practitioner_id and w.role = a.role
        where c.practitioner_id <> a.practitioner_id)))
  $$;
grant execute on function access.is_guardian() to bridges_app;

create function access.concerns_to_review() returns setof uuid
  language sql stable security definer set search_path = ''
  as $$
    select c.id
    from access.actor() a
    join (select distinct x.agency_id, x.practitioner_id from public.access_concerns x) s
      on s.practitioner_id <> a.practitioner_id and (select access.is_guardian())
    join lateral access.guardians_of(s.agency_id, s.practitioner_id) w on w.practitioner_id = a.practitioner_id
      and w.agency_id = a.agency_id and (w.role is null or w.role = a.role)
    join public.access_concerns c on c.agency_id = s.agency_id and c.practitioner_id = s.practitioner_id
  $$;
grant execute on function access.concerns_to_review() to bridges_app;

-- A decision closes the concern, and is never taken by its subject.
create function access.apply_concern_decision() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  update public.access_concerns c set state = 'closed' where c.id = new.concern_id and c.practitioner_id <> new.decided_by;
  if not found then
    raise exception 'The subject of a concern cannot decide it' using errcode = '42501';
  end if;
  return null;
end $$;

-- The person is asked why, once a day however much was noticed. The message names neither rule nor child.
create function access.request_explanation() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  if not exists (select from public.access_concerns c
      where c.practitioner_id = new.practitioner_id and c.day = new.day and c.id <> new.id) then
    insert into public.messages (id, recipient_id, subject, body, href, sent_at, about_kind, about_id)
    values (gen_random_uuid(), new.practitioner_id, 'Please give a reason, in one line',
      'The access reviewer is asking what you opened or searched for on ' || to_char(new.day, 'FMDD FMMonth YYYY')
        || '. Most people have a good reason.',
      '/access-concerns/mine/' || new.id, platform.now(), 'explanation', new.id);
  end if;
  return null;
end $$;

-- What the person asked may know: when and how many, and which records as far as they still reach them. Not the rule: it
-- could tell that a child is a practitioner's relative.
create function access.my_concerns()
  returns table (
    id uuid, kind text, day date, times integer, subjects integer, episode_ids uuid[], state text, why text,
    explained_at timestamptz)
  language sql stable security definer set search_path = ''
  as $$
    select c.id, case when c.rule = 'index_probing' then 'searches' else 'records' end, c.day, c.times, c.subjects,
      array(select e from access.may_among('episode.read', c.episode_ids) e order by 1),
      c.state, c.why, c.explained_at
    from public.access_concerns c where c.practitioner_id = (select access.me())
    order by c.day desc, c.id
  $$;
grant execute on function access.my_concerns() to bridges_app;

create function access.explain_concern(concern uuid, words text) returns boolean
  language plpgsql security definer set search_path = ''
  as $$
begin
  update public.access_concerns c set state = 'explained', why = words, explained_at = platform.now()
    where c.id = concern and c.practitioner_id = access.me() and c.state = 'open';
  return found;
end $$;
grant execute on function access.explain_concern(uuid,text) to bridges_app;

-- Writes down what the rules notice since then; the same again is nothing new. Without an instant: since a day before the
-- last look, a month at most. Gives the number of new concerns.
create function access.raise_access_concerns(since timestamptz default NULL::timestamptz) returns integer
  language plpgsql security definer set search_path = ''
  as $$
declare
  moment timestamptz := platform.now();
  -- Whole days, or a day's counts would come short.
  from_day timestamptz := platform.london_date(coalesce(since,
    (select greatest(w.at - interval '1 day', moment - interval '30 days') from access.watch_runs w),
    moment - interval '30 days'))::timestamp at time zone 'Europe/London';
  noticed integer;
begin
  with looks as materialized (
    select row_number() over () as n, l.*, coalesce(l.episode_id, (select min(f.episode_id::text)::uuid
      from public.episode_children f where f.child_id = l.child_id), l.child_id) as about
    from (
      select e.practitioner_id, (e.at at time zone 'Europe/London')::date as day, e.episode_id, e.child_id,
        (array_agg(e.agency_id order by e.at desc))[1] as agency_id, (array_agg(e.role order by e.at desc))[1] as role,
        min(e.at) as first_at, max(e.at) as last_at, count(*)::integer as times,
        bool_or(e.reaches && '{author,lead,team,support}') as works_with,
        bool_or(e.reaches && '{manager,panel,sample,family}') as by_duty,
        bool_or(e.reaches && '{emergency}') as by_emergency,
        bool_or(extract(isodow from e.at at time zone 'Europe/London') > 5
          or extract(hour from e.at at time zone 'Europe/London') not between 7 and 19) as late
      from audit.entries e
      where e.at >= from_day and e.act like 'read %' and (e.episode_id is not null or e.child_id is not null)
      group by 1, 2, 3, 4
    ) l
  ), opened as materialized (
    -- Each look with the episodes and children that it was of.
    select l.n, l.practitioner_id, l.first_at, l.last_at, l.episode_id, f.child_id
    from looks l join public.episode_children f on f.episode_id = l.episode_id
    union
    select l.n, l.practitioner_id, l.first_at, l.last_at, f.episode_id, l.child_id
    from looks l left join public.episode_children f on f.child_id = l.child_id
    where l.child_id is not null
  ), involved as materialized (
    select l.n from looks l where l.works_with
    union
    select o.n from opened o
    join access.involvements i on i.practitioner_id = o.practitioner_id and i.episode_id = o.episode_id
    where i.begins <= o.last_at and i.ends > o.first_at - interval '30 days'
    union
    select l.n from looks l join public.children k on k.id = l.child_id and k.recorded_by = l.practitioner_id
  ), alone as materialized (
    select l.* from looks l where not exists (select from involved v where v.n = l.n)
  ), kids as materialized (
    select k.id, access.name_parts(k.family_name) as family from public.children k
    where k.id in (select o.child_id from opened o join alone a on a.n = o.n)
  ), people as materialized (
    select p.id, access.surname_parts(p.name) as own from public.practitioners p
    where p.id in (select a.practitioner_id from alone a)
  ), seen as materialized (
    select distinct on (a.n, k.id) a.*, k.id as kid, k.family, p.own
    from alone a
    join opened o on o.n = a.n
    join kids k on k.id = o.child_id
    join people p on p.id = a.practitioner_id
  ), one as (
    select 'same_surname' as rule, s.* from seen s where s.family && s.own
    union all
    select 'carers_surname', s.* from seen s where not s.family && s.own and exists (
      select from public.child_carers l join public.carers c on c.id = l.carer_id
      where l.child_id = s.kid and access.surname_parts(c.name) && s.own)
    union all
    select 'colleagues_relative', s.* from seen s where exists (
      select from public.declared_relatives d join public.posts o on o.practitioner_id = d.practitioner_id
        and o.agency_id = s.agency_id and (o.ended_at is null or o.ended_at > s.first_at)
      where d.child_id = s.kid and d.practitioner_id <> s.practitioner_id)
    union all
    select 'relatives_postcode', s.* from seen s
    -- Never where a shield keeps the place secret: what was noticed would tell of it.
    join public.child_contacts t on t.child_id = s.kid and not access.contacts_are_protected(t.child_id)
    where exists (select from public.declared_relatives d join public.child_contacts r on r.child_id = d.child_id
      where d.practitioner_id = s.practitioner_id and d.child_id <> s.kid and r.postcode = t.postcode
        and not access.contacts_are_protected(r.child_id))
  ), many as (
    select 'many_records' as rule, a.* from alone a where not a.by_duty
      -- A manager reads what the agency's own people work on.
      and not (a.role = 'manager' and exists (select from access.involvements i
        where i.episode_id = a.about and i.agency_id = a.agency_id))
    union all
    select 'out_of_hours', l.* from looks l where l.late
    union all
    select 'emergency_runs', l.* from looks l where l.by_emergency
  ), refused as (
    select r.practitioner_id, platform.london_date(e.at) as day, e.episode_id, e.child_id, e.agency_id, e.role,
      r.at as first_at, e.at as last_at
    from public.watch_rules w
    join audit.refusals r on w.rule = 'opened_after_refusal' and r.at >= from_day and r.status = 404
    join lateral (select array(select r.subject_id
        union select f.child_id from public.episode_children f where f.episode_id = r.subject_id
        union select f.episode_id from public.episode_children f where f.child_id = r.subject_id) as ids) s on true
    join audit.entries e on e.practitioner_id = r.practitioner_id and e.act like 'read %'
      and e.at > r.at and e.at <= r.at + coalesce(w.hours, 24) * interval '1 hour'
      and (e.episode_id = any(s.ids) or e.child_id = any(s.ids))
    -- A practitioner who had it open before, joined the team or was agreed to since, had a regular way in.
    where not exists (select from audit.entries b where b.practitioner_id = r.practitioner_id and b.act like 'read %'
        and b.at between r.at - interval '30 days' and r.at and (b.episode_id = any(s.ids) or b.child_id = any(s.ids)))
      and not exists (select from access.involvements i where i.practitioner_id = r.practitioner_id
        and i.episode_id = any(s.ids) and i.begins <= e.at and i.ends > e.at)
      and not exists (select from access.consent_grants c where c.episode_id = any(s.ids) and c.agency_id = e.agency_id
        and c.begins <= e.at and c.ends > e.at)
  ), found as (
    select o.rule, o.practitioner_id, o.agency_id, o.role, o.episode_id,
      case when o.episode_id is null then o.child_id end as child_id, o.day, min(o.first_at) as begins,
      max(o.last_at) as ends, max(o.times) as times, 1 as subjects,
      array_remove(array_agg(distinct o.episode_id), null) as episode_ids
    from one o group by 1, 2, 3, 4, 5, 6, 7
    union all
    select m.rule, m.practitioner_id, (array_agg(m.agency_id order by m.last_at desc))[1],
      (array_agg(m.role order by m.last_at desc))[1], null::uuid, null::uuid, m.day, min(m.first_at), max(m.last_at),
      sum(m.times)::integer, count(distinct m.about)::integer,
      (array_remove(array_agg(distinct m.episode_id), null))[1:200]
    from many m group by m.rule, m.practitioner_id, m.day
    union all
    select 'opened_after_refusal', x.practitioner_id, x.agency_id, x.role, x.episode_id,
      case when x.episode_id is null then x.child_id end, x.day, min(x.first_at), max(x.last_at), count(*)::integer, 1,
      array_remove(array_agg(distinct x.episode_id), null)
    from refused x group by 2, 3, 4, 5, 6, 7
  ), new as (
    insert into public.access_concerns (id, rule, practitioner_id, agency_id, role, episode_id, child_id, day,
      window_begins, window_ends, times, subjects, episode_ids, noticed_at)
    select gen_random_uuid(), f.rule, f.practitioner_id, f.agency_id, f.role, f.episode_id, f.child_id, f.day, f.begins,
      f.ends, f.times, f.subjects, f.episode_ids, moment
    from found f
    join public.watch_rules w on w.rule = f.rule and w.active and not f.role = any(w.exempt_roles)
    -- A rule about one record counts how often it was opened; the others how many records.
    where case when f.episode_id is null and f.child_id is null then f.subjects else f.times end >= w.threshold
    order by w.position, f.ends
    on conflict on constraint access_concerns_once do nothing
    returning 1
  )
  select count(*) into noticed from new;
  update access.watch_runs set at = greatest(at, moment) where only_row;
  return noticed;
end $$;

-- When the watch last ran, for a guardian alone; null before its first run.
create function access.watch_last_ran() returns timestamptz
  language sql stable security definer set search_path = ''
  as $$ select w.at from access.watch_runs w where (select access.is_guardian()) $$;
grant execute on function access.watch_last_ran() to bridges_app;

-- Counts for analysts, who may know no family: small numbers are kept back, and with them whatever would give them away by
-- subtraction. Every table divides the same families, so that one total stands under all of them.
create function access.figures(divided_by text) returns table (key text, name text, families integer)
  language plpgsql stable security definer set search_path = ''
  as $$
declare
  area uuid := (select a.authority_id from access.actor() a);
  everyone integer;
begin
  if not access.allows('figures.read') or area is null or divided_by not in ('level', 'locality', 'agency_kind') then return; end if;
  select count(*) into everyone from public.episodes e where e.authority_id = area and e.closed_at is null;
  return query
    with open_now as (
      select e.id, e.locality_id, g.kind, r.level
      from public.episodes e join public.agencies g on g.id = e.opening_agency_id
      left join public.episode_records r on r.episode_id = e.id
      where e.authority_id = area and e.closed_at is null
    ), named as (
      select l.number::text as key, l.name, l.number::text as place from public.levels_of_need l where divided_by = 'level'
      union all select c.id::text, c.name, c.name from public.localities c where divided_by = 'locality' and c.authority_id = area
      union all select distinct g.kind, g.kind, g.kind from public.agencies g where divided_by = 'agency_kind' and g.authority_id = area
      union all select 'none', 'Not known', 'zzz' where divided_by <> 'agency_kind'
    ), counted as (
      select n.key, n.name, n.place, count(o.id)::integer as many
      from named n left join open_now o on n.key = case divided_by
        when 'level' then coalesce(o.level::text, 'none')
        when 'locality' then coalesce(o.locality_id::text, 'none')
        else o.kind end
      group by n.key, n.name, n.place
    ), ranked as (
      select c.*, row_number() over smallest as rank, coalesce(sum(c.many) over (smallest rows between unbounded preceding and 1 preceding), 0) as before,
        bool_or(c.many < 5) over () as any_small
      from counted c where c.many > 0
      window smallest as (order by c.many, c.place, c.key)
    ), kept as (
      -- Kept back: what is small, and the next smallest until at least two cells and ten families are kept back together.
      select r.key from ranked r where everyone < 10 or (r.any_small and (r.many < 5 or r.rank <= 2 or r.before < 10))
    )
    select c.key, c.name, case when everyone < 10 or c.key in (select k.key from kept k) then null else c.many end
    from counted c order by c.place, c.key;
  return query select 'total'::text, 'All open episodes'::text, case when everyone < 10 then null else everyone end;
end $$;
grant execute on function access.figures(text) to bridges_app;

grant select, insert on case_audits to bridges_app;
grant update (ended_at) on case_audits to bridges_app;
create policy case_audits_select on case_audits for select to bridges_app
  using (auditor_id = (select access.me())
    or ((select access.allows('audit.commission')) and authority_id = (select a.authority_id from access.actor() a)));
create policy case_audits_insert on case_audits for insert to bridges_app
  with check (commissioned_by = (select access.me()) and (select access.allows('audit.commission'))
    and authority_id = (select a.authority_id from access.actor() a) and access.works_for(auditor_id, auditor_agency_id));
create policy case_audits_update on case_audits for update to bridges_app
  using ((select access.allows('audit.commission'))
    and authority_id = (select a.authority_id from access.actor() a));

create trigger refresh_grants after update on case_audits for each row execute function access.refresh_grants_of_audit();

grant insert on case_audit_draws to bridges_reach;
grant select on case_audit_draws to bridges_app;
create policy case_audit_draws_select on case_audit_draws for select to bridges_app
  using (episode_id = any(array(select access.may('episode.read'))));
create policy case_audit_draws_insert_by_reach on case_audit_draws for insert to bridges_reach
  with check (true);

create trigger refresh_grants_on_insert after insert on case_audit_draws
  referencing new table as changed for each statement execute function access.refresh_changed_grants();
create trigger refresh_grants_on_update after update on case_audit_draws
  referencing new table as changed for each statement execute function access.refresh_changed_grants();

grant select, insert on guardians to bridges_app;
grant update (ended_at) on guardians to bridges_app;
create policy guardians_select on guardians for select to bridges_app
  using ((select access.me()) is not null);
create policy guardians_insert on guardians for insert to bridges_app
  with check ((select access.allows('guardian.name')) and named_by = (select access.me())
    and agency_id = (select a.agency_id from access.actor() a) and access.works_for(practitioner_id, agency_id));
create policy guardians_update on guardians for update to bridges_app
  using ((select access.allows('guardian.name')) and agency_id = (select a.agency_id from access.actor() a));

grant select on watch_rules to bridges_app;
grant update (threshold, hours, active, version) on watch_rules to bridges_app;
create policy watch_rules_select on watch_rules for select to bridges_app
  using ((select access.allows('concern.review')));
create policy watch_rules_update on watch_rules for update to bridges_app
  using ((select access.allows('watch.set')));

grant select, update on access.watch_runs to bridges_reach;

grant insert on access_concerns to bridges_reach;
grant select on access_concerns to bridges_app;
grant update (state, why, explained_at) on access_concerns to bridges_reach;
create policy access_concerns_select on access_concerns for select to bridges_app
  using (id = any(array(select access.concerns_to_review())));
create policy access_concerns_insert_by_reach on access_concerns for insert to bridges_reach
  with check (true);
create policy access_concerns_update_by_reach on access_concerns for update to bridges_reach
  using (true);

create trigger request_explanation after insert on access_concerns for each row execute function access.request_explanation();

grant select, insert on access_concern_decisions to bridges_app;
create policy access_concern_decisions_select on access_concern_decisions for select to bridges_app
  using (concern_id = any(array(select access.concerns_to_review())));
create policy access_concern_decisions_insert on access_concern_decisions for insert to bridges_app
  with check (decided_by = (select access.me()) and concern_id = any(array(select access.concerns_to_review())));

create trigger apply_concern_decision after insert on access_concern_decisions for each row execute function access.apply_concern_decision();
