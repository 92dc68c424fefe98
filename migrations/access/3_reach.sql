-- Records of one child, each pair both ways: a merge that holds.
create view access.same_children as
select m.kept_child_id as child_id, m.other_child_id as same_child_id
from public.child_merges m where m.decision = 'approved' and m.undone_at is null
union all
select m.other_child_id, m.kept_child_id
from public.child_merges m where m.decision = 'approved' and m.undone_at is null
union all
select m.other_child_id, n.other_child_id
from public.child_merges m join public.child_merges n on n.kept_child_id = m.kept_child_id and n.other_child_id <> m.other_child_id
where m.decision = 'approved' and m.undone_at is null and n.decision = 'approved' and n.undone_at is null;

-- A death holds for the child: recorded in one record it counts for each that is kept as the same child.
create view access.deaths as
select d.child_id, d.died_on, d.recorded_at from public.child_deaths d where d.undone_at is null
union all
select s.same_child_id, d.died_on, d.recorded_at
from public.child_deaths d join access.same_children s on s.child_id = d.child_id where d.undone_at is null;

-- Episodes of one child that are kept under two records.
create view access.linked_episodes as
select distinct f.episode_id, o.episode_id as linked_id
from access.same_children s
join public.episode_children f on f.child_id = s.child_id
join public.episode_children o on o.child_id = s.same_child_id and o.episode_id <> f.episode_id;

-- Bound when it is made, it needs no search_path and is inlined: 7 µs less for each grant.
create function access.subject_of(reach text, practitioner uuid, agency uuid, locality uuid, authority uuid)
  returns uuid
  language sql immutable parallel safe
  return case
      when reach in ('author', 'lead', 'team', 'panel', 'emergency', 'sample', 'family') then practitioner
      when reach in ('agency', 'manager') then agency
      when reach = 'coordinator' then locality
      when reach in ('front_door', 'governance') then authority
    end;
grant execute on function access.subject_of(text,uuid,uuid,uuid,uuid) to bridges_reach;

-- A practitioner works for an agency, or nothing can be assigned to them in its name.
create function access.works_for(practitioner uuid, agency uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from public.posts p where p.practitioner_id = practitioner and p.agency_id = agency
      and platform.is_now(p.began_at, p.ended_at))
  $$;
grant execute on function access.works_for(uuid,uuid) to bridges_app;

-- Is this practitioner excluded from this episode? For every reader of it.
create function access.is_excluded(practitioner uuid, episode uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select access.can('episode.read', episode) and exists (select from access.exclusions c
      where c.practitioner_id = practitioner and c.episode_id = episode
        and c.begins <= platform.now() and c.ends > platform.now())
  $$;
grant execute on function access.is_excluded(uuid,uuid) to bridges_app;

-- The practitioners whom the signed-in business support stands beside now: both still hold a post in that team.
create function access.supported_practitioners() returns table (practitioner_id uuid, agency_id uuid)
  language sql stable security definer set search_path = ''
  as $$
    select n.practitioner_id, theirs.agency_id
    from access.actor() a
    join public.posts mine on mine.id = a.post_id
    join public.support_namings n on n.supporter_id = a.practitioner_id and n.team_id = mine.team_id
      and n.named_at <= platform.now() and (n.ended_at is null or n.ended_at > platform.now())
    join public.posts theirs on theirs.practitioner_id = n.practitioner_id and theirs.team_id = n.team_id
      and platform.is_now(theirs.began_at, theirs.ended_at)
    join public.practitioners p on p.id = n.practitioner_id and (p.left_at is null or p.left_at > platform.now())
    where a.role = 'business_support'
  $$;
grant execute on function access.supported_practitioners() to bridges_app;

-- The grants on one episode that count for the signed-in person now: one probe of that episode's grants.
create function access.grants_held_on(episode uuid)
  returns table (reach text, tier smallint, topic text, begins timestamptz, ends timestamptz, by_agency uuid)
  language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan
  as $$
declare
  me record;
  moment timestamptz := platform.now();
begin
  me := access.current_actor();
  if me.practitioner_id is null or exists (select from access.exclusions c where c.episode_id = episode
      and c.practitioner_id = me.practitioner_id and c.begins <= moment and c.ends > moment) then
    return;
  end if;
  return query
    with near as materialized (
      select g.reach, g.subject_id, g.tier, g.topic, g.begins, g.ends from access.grants g
      where g.episode_id = episode and g.begins <= moment and g.ends > moment)
    select g.reach, g.tier, g.topic, g.begins, g.ends, me.agency_id from near g
    where g.subject_id = access.subject_of(g.reach, me.practitioner_id, me.agency_id, me.locality_id, me.authority_id)
      and exists (select from access.rules r where r.role = me.role and r.reach = g.reach and r.reach not in ('role', 'support'));
  if me.role = 'business_support' then
    return query
      select 'support', g.tier, g.topic, g.begins, g.ends, n.agency_id
      from access.supported_practitioners() n cross join (values ('author'), ('lead'), ('team'), ('agency')) k (reach)
      join access.grants g on g.episode_id = episode and g.reach = k.reach
        and g.subject_id = case when k.reach = 'agency' then n.agency_id else n.practitioner_id end
      where g.begins <= moment and g.ends > moment and g.tier < 3
        and not exists (select from access.exclusions c where c.episode_id = episode and c.practitioner_id = n.practitioner_id
          and c.begins <= moment and c.ends > moment);
  end if;
end $$;

-- Episodes whose family excludes the agency that the reader acts for. A "never" has no end of its own: it holds until they name
-- that agency among those whom they agree to.
create function access.episodes_excluding_agency() returns setof uuid
  language sql stable security definer set search_path = ''
  as $$
    with excluding as (
      select l.episode_id
      from (
        select distinct on (a.episode_id) a.episode_id, a.standing
        from access.actor() me
        join public.consent_agencies a on a.agency_id = me.agency_id
        join public.consents c on c.id = a.consent_id and c.recorded_at <= platform.now()
        join public.consent_purposes p on p.purpose = c.purpose
        where a.standing = 'excluded' or (a.standing = 'included' and p.opens_record)
        order by a.episode_id, c.recorded_at desc, c.id desc) l
      where l.standing = 'excluded')
    select x.episode_id from excluding x
    union
    select k.episode_id from excluding x join access.linked_episodes k on k.linked_id = x.episode_id
  $$;

-- Children about whom the asker is told nothing: their own family, or a family that excluded them by name.
create function access.excluded_children() returns setof uuid
  language sql stable security definer set search_path = ''
  as $$
    select d.child_id from public.declared_relatives d where d.practitioner_id = (select access.me())
    union
    select f.child_id from access.exclusions c join public.episode_children f on f.episode_id = c.episode_id
    where c.practitioner_id = (select access.me()) and c.begins <= platform.now() and c.ends > platform.now()
  $$;
grant execute on function access.excluded_children() to bridges_app;

-- Whom to tell that a second person must look at something on this episode, never the teller: managers of their agency who
-- reach it, else the opening agency's, else information governance of the area.
create function access.second_readers(episode uuid) returns setof uuid
  language sql stable security definer set search_path = ''
  as $$
    with ranked as (
      select o.practitioner_id, case when o.agency_id = me.agency_id then 1 else 2 end as rank
      from access.actor() me
      join public.episodes e on e.id = episode
      join access.grants g on g.episode_id = e.id and g.reach = 'manager' and g.tier = 2
        and g.begins <= platform.now() and g.ends > platform.now()
      join public.posts o on o.role = 'manager' and o.agency_id = g.subject_id
        and o.agency_id in (me.agency_id, e.opening_agency_id)
        and platform.is_now(o.began_at, o.ended_at)
      union
      select o.practitioner_id, 3
      from public.episodes e
      join public.agencies y on y.authority_id = e.authority_id
      join public.posts o on o.role = 'governance' and o.agency_id = y.id
        and platform.is_now(o.began_at, o.ended_at)
      where e.id = episode
    ), fit as (
      select r.practitioner_id, min(r.rank) as rank from ranked r
      join public.practitioners p on p.id = r.practitioner_id and (p.left_at is null or p.left_at > platform.now())
      where r.practitioner_id <> (select me.practitioner_id from access.actor() me)
        and not exists (select from access.exclusions x where x.practitioner_id = r.practitioner_id and x.episode_id = episode
          and x.begins <= platform.now() and x.ends > platform.now())
      group by r.practitioner_id
    )
    select f.practitioner_id from fit f
    where f.rank = (select min(rank) from fit) and access.can('episode.read', episode)
  $$;
grant execute on function access.second_readers(uuid) to bridges_app;

-- The practitioner through whom the signed-in business support reaches this episode now; nothing for any other reader.
create function access.supported_practitioner_on(episode uuid) returns uuid
  language sql stable security definer set search_path = ''
  as $$
    select n.practitioner_id
    from access.supported_practitioners() n
    join access.grants g on g.episode_id = episode and g.tier < 3 and g.begins <= platform.now() and g.ends > platform.now()
      and ((g.reach in ('author', 'lead', 'team') and g.subject_id = n.practitioner_id)
        or (g.reach = 'agency' and g.subject_id = n.agency_id))
    where not exists (select from access.exclusions c where c.episode_id = episode
      and c.practitioner_id in (n.practitioner_id, (select access.me())) and c.begins <= platform.now() and c.ends > platform.now())
    order by array_position(array['lead', 'author', 'team', 'agency'], g.reach), n.practitioner_id limit 1
  $$;
grant execute on function access.supported_practitioner_on(uuid) to bridges_app;

-- The first child's locality decides, as it decides who coordinates.
create function access.coordinating_locality(thing uuid) returns uuid
  language sql stable security definer set search_path = ''
  as $$
    select coalesce(
      (select k.locality_id from public.episode_children f join public.children k on k.id = f.child_id
        where f.episode_id = thing and f.position = 1),
      (select k.locality_id from public.children k where k.id = thing))
  $$;

-- Is this coordinator one who must not know of what is asked about?
create function access.is_withheld_from(practitioner uuid, thing uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from access.exclusions c where c.practitioner_id = practitioner and c.begins <= platform.now() and c.ends > platform.now()
        and (c.episode_id = thing or c.episode_id in (select f.episode_id from public.episode_children f where f.child_id = thing)))
      or exists (select from public.declared_relatives d where d.practitioner_id = practitioner and d.child_id = thing)
  $$;

-- Beside whom does the signed-in business support come to this episode?
create function access.supported_practitioners_on(episode uuid) returns setof uuid
  language sql stable security definer set search_path = ''
  as $$
    select distinct n.practitioner_id from access.supported_practitioners() n
    join access.grants g on g.episode_id = episode and g.tier < 3 and g.begins <= platform.now() and g.ends > platform.now()
      and ((g.reach in ('author', 'lead', 'team') and g.subject_id = n.practitioner_id)
        or (g.reach = 'agency' and g.subject_id = n.agency_id))
    where not exists (select from access.exclusions c where c.episode_id = episode and c.begins <= platform.now() and c.ends > platform.now()
      and c.practitioner_id in (n.practitioner_id, (select access.me())))
  $$;
grant execute on function access.supported_practitioners_on(uuid) to bridges_app;

-- May this practitioner know this tier of the episode now, by their work with the family, whom they manage, their agency's
-- agreement or as coordinator? What lapses by itself (a panel, an emergency, an audit) makes no colleague, nor does
-- deciding for social care. Probes one episode and one person.
create function access.reaches_tier(episode uuid, practitioner uuid, wanted smallint) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (
      select from public.posts o
      join public.practitioners p on p.id = o.practitioner_id and (p.left_at is null or p.left_at > platform.now())
      join public.agencies y on y.id = o.agency_id
      join access.grants g on g.episode_id = episode and g.tier = wanted
        and g.reach in ('author', 'lead', 'team', 'agency', 'manager', 'coordinator')
        and g.subject_id = access.subject_of(g.reach, o.practitioner_id, o.agency_id, o.locality_id, y.authority_id)
        and g.begins <= platform.now() and g.ends > platform.now()
      where o.practitioner_id = practitioner and platform.is_now(o.began_at, o.ended_at)
        and exists (select from access.rules r where r.role = o.role and r.reach = g.reach and r.tier = wanted))
    and not exists (select from access.exclusions c where c.practitioner_id = practitioner and c.episode_id = episode
      and c.begins <= platform.now() and c.ends > platform.now())
  $$;

-- May this practitioner come to the episode by working with the family for this agency: the family agreed that the agency
-- may know at least the basics, the post works with families, and they are not kept out.
create function access.may_join(episode uuid, practitioner uuid, agency uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from public.posts o join access.rules r on r.role = o.role and r.reach = 'team'
        where o.practitioner_id = practitioner and o.agency_id = agency and platform.is_now(o.began_at, o.ended_at))
      and exists (select from public.practitioners p where p.id = practitioner and (p.left_at is null or p.left_at > platform.now()))
      and exists (select from access.agency_scope s where s.episode_id = episode and s.agency_id = agency
        and s.tier = 1 and s.begins <= platform.now() and s.ends > platform.now())
      and not exists (select from access.exclusions c where c.practitioner_id = practitioner and c.episode_id = episode
        and c.begins <= platform.now() and c.ends > platform.now())
  $$;

-- The highest tier that a colleague may know, for a reader of the record; null when the colleague may know
-- nothing, or is of an agency that this reader may not connect with the family.
create function access.tier_of_colleague(episode uuid, practitioner uuid) returns smallint
  language sql stable security definer set search_path = ''
  as $$
    select max(t.tier)::smallint from (values (0), (1), (2)) t (tier)
    where exists (select from access.abilities(episode) a where a.permission = 'record.read')
      and access.reaches_tier(episode, practitioner, t.tier::smallint)
      and not exists (select from access.unnamed_people(episode) u where u.practitioner_id = tier_of_colleague.practitioner)
  $$;
grant execute on function access.tier_of_colleague(uuid,uuid) to bridges_app;

-- Does this practitioner still have a post on that day?
create function access.works_on(practitioner uuid, day date) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from public.posts o where o.practitioner_id = practitioner
      and (o.ended_at is null or platform.london_date(o.ended_at) > day))
  $$;

-- Arguments: what the receiver must be able to do (join; join and see what they are asked; or know a tier), and the columns
-- that name one. Only naming a person is checked: what its holder can no longer reach is passed on by access.pass_on. Whom the
-- writer may not connect with the family is refused alike, so that trying tells nothing.
create function access.assert_receiver() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
declare
  written jsonb := to_jsonb(new);
  before jsonb := case when tg_op = 'UPDATE' then to_jsonb(old) else '{}' end;
  named text;
  receiver uuid;
begin
  foreach named in array tg_argv[1:] loop
    receiver := (written ->> named)::uuid;
    continue when receiver is null or written ->> named is not distinct from before ->> named;
    if not (case tg_argv[0]
        when 'join' then access.may_join(new.episode_id, receiver, (written ->> 'agency_id')::uuid)
        when 'be asked' then access.may_join(new.episode_id, receiver, (written ->> 'agency_id')::uuid)
          and access.reaches_tier(new.episode_id, receiver, 1::smallint)
        else access.reaches_tier(new.episode_id, receiver, tg_argv[0]::smallint) end)
      or exists (select from access.unnamed_people(new.episode_id) u where u.practitioner_id = receiver) then
      raise exception 'This person cannot see this record' using errcode = '23514', constraint = 'receiver_may_know';
    end if;
    if not access.works_on(receiver, coalesce((written ->> 'due_on')::date,
        platform.london_date((written ->> 'starts_at')::timestamptz), platform.london_date(platform.now()))) then
      raise exception 'This person leaves before then' using errcode = '23514', constraint = 'receiver_works_then';
    end if;
  end loop;
  return new;
end $$;

create view access.involvements as
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

create view access.agency_scope as
select e.id as episode_id, e.opening_agency_id as agency_id, t.tier::smallint, '' as topic,
       '-infinity'::timestamptz as begins, 'infinity'::timestamptz as ends, true as own
from public.episodes e cross join (values (0), (1), (2)) t (tier)
union all
select c.episode_id, c.agency_id, c.tier, c.topic, c.begins, c.ends, false
from access.consent_grants c join public.episodes e on e.id = c.episode_id and e.opening_agency_id <> c.agency_id
where c.class = 'record'
union all
-- Sensitive topics need the family’s consent even within the agency that opened the record.
select c.episode_id, c.agency_id, c.tier, c.topic, c.begins, c.ends, true
from access.consent_grants c join public.episodes e on e.id = c.episode_id and e.opening_agency_id = c.agency_id
where c.tier = 3 and c.class = 'record';

create view access.own_exclusions as
select p.practitioner_id, p.episode_id, 'excluded by the family' as cause, p.begins, p.ends
from (
  -- A person named by the family may have turned out to be one who was there already.
  select w.practitioner_id, x.episode_id, x.standing, c.recorded_at as begins,
         lead(c.recorded_at, 1, 'infinity') over (
           partition by x.episode_id, w.practitioner_id order by c.recorded_at, c.id) as ends
  from public.consent_people x join public.consents c on c.id = x.consent_id
  join lateral (select coalesce(n.taken_up_by, n.id) as practitioner_id from public.practitioners n where n.id = x.practitioner_id) w on true
) p where p.standing = 'excluded'
union all
select d.practitioner_id, f.episode_id, 'own family', '-infinity', 'infinity'
from public.declared_relatives d join public.episode_children f on f.child_id = d.child_id;

-- By one episode: joined, it would be worked out for every family.
create function access.own_exclusions_of(episode uuid)
  returns table (practitioner_id uuid, cause text, begins timestamptz, ends timestamptz)
  language sql stable security definer set search_path = ''
  as $$
    select x.practitioner_id, x.cause, x.begins, x.ends from access.own_exclusions x where x.episode_id = episode
  $$;

-- Who is kept out of one record of a child is kept out of the other.
create view access.derived_exclusions as
select x.practitioner_id, x.episode_id, x.cause, x.begins, x.ends from access.own_exclusions x
union all
select x.practitioner_id, l.episode_id, x.cause, x.begins, x.ends
from access.linked_episodes l cross join lateral access.own_exclusions_of(l.linked_id) x;
