-- The functions that decide, for every reach. Besides practitioners somebody of the family may ask: their claim names
-- the child or carer in place of a practitioner, and role 'family'.
set local role bridges_reach;

create or replace function access.actor()
  returns table (practitioner_id uuid, agency_id uuid, role text, post_id uuid, locality_id uuid, authority_id uuid)
  language plpgsql stable security definer set search_path = ''
  as $$
declare
  claim text := nullif(current_setting('bridges.claim', true), '');
  part text[];
begin
  if claim is null then return; end if;
  part := string_to_array(claim, '|');
  if array_length(part, 1) is distinct from 6
     or part[6] is distinct from (
       select encode(public.hmac(convert_to(array_to_string(part[1:5], '|'), 'UTF8'), k.key, 'sha256'), 'hex')
       from access.signing_keys k)
     or to_timestamp(part[5]::double precision) <= clock_timestamp() then
    return;
  end if;
  if part[3] = 'family' then
    return query select part[1]::uuid, null::uuid, 'family'::text, null::uuid, null::uuid, null::uuid
      where exists (select from public.carers c where c.id = part[1]::uuid)
         or exists (select from public.children k where k.id = part[1]::uuid);
    return;
  end if;
  return query
    select p.practitioner_id, p.agency_id, p.role, p.id, p.locality_id, g.authority_id
    from public.posts p
    join public.practitioners w on w.id = p.practitioner_id
    join public.agencies g on g.id = p.agency_id
    where p.id = part[4]::uuid
      and p.practitioner_id = part[1]::uuid and p.agency_id = part[2]::uuid and p.role = part[3]
      and (p.ended_at is null or p.ended_at > platform.now())
      and (w.left_at is null or w.left_at > platform.now());
end $$;
set local role bridges_owner;

create or replace function access.subject_of(reach text, practitioner uuid, agency uuid, locality uuid, authority uuid) returns uuid
  language sql immutable parallel safe set search_path = ''
  as $$
    select case
      when reach in ('author', 'lead', 'team', 'panel', 'emergency', 'sample', 'family') then practitioner
      when reach in ('agency', 'manager') then agency
      when reach = 'coordinator' then locality
      when reach in ('front_door', 'governance') then authority
    end
  $$;

-- The practitioners whom the signed-in business support stands beside now: both still hold a post in that team.
create function access.supported() returns table (practitioner_id uuid, agency_id uuid)
  language sql stable security definer set search_path = ''
  as $$
    select n.practitioner_id, theirs.agency_id
    from access.actor() a
    join public.posts mine on mine.id = a.post_id
    join public.support_namings n on n.supporter_id = a.practitioner_id and n.team_id = mine.team_id
      and n.named_at <= platform.now() and (n.ended_at is null or n.ended_at > platform.now())
    join public.posts theirs on theirs.practitioner_id = n.practitioner_id and theirs.team_id = n.team_id
      and (theirs.ended_at is null or theirs.ended_at > platform.now())
    join public.practitioners p on p.id = n.practitioner_id and (p.left_at is null or p.left_at > platform.now())
    where a.role = 'business_support'
  $$;
grant execute on function access.supported() to bridges_app;
alter function access.supported() owner to bridges_reach;

-- The grants on one episode that count for the signed-in person now, each with the reach by which they hold it. Nobody
-- holds anything on an episode from which they are cut, nor through somebody who is.
create function access.held_on(episode uuid)
  returns table (reach text, tier smallint, topic text, begins timestamptz, ends timestamptz, by_agency uuid)
  language sql stable security definer set search_path = ''
  as $$
    select s.reach, g.tier, g.topic, g.begins, g.ends, s.agency_id
    from access.grants g
    join (
      select r.reach, r.reach as granted, a.agency_id, a.practitioner_id as person,
        access.subject_of(r.reach, a.practitioner_id, a.agency_id, a.locality_id, a.authority_id) as subject
      from access.actor() a
      join (select distinct x.role, x.reach from access.rules x where x.reach not in ('role', 'support')) r on r.role = a.role
      union all
      select 'support', k.reach, n.agency_id, n.practitioner_id,
        case when k.reach = 'agency' then n.agency_id else n.practitioner_id end
      from access.supported() n cross join (values ('author'), ('lead'), ('team'), ('agency')) k (reach)
    ) s on g.reach = s.granted and g.subject_id = s.subject
    where g.episode_id = episode and g.begins <= platform.now() and g.ends > platform.now()
      and (s.reach <> 'support' or g.tier < 3)
      and not exists (select from access.cuts c
        where c.episode_id = episode and c.begins <= platform.now() and c.ends > platform.now()
          and (c.practitioner_id = s.person or c.practitioner_id = (select me.practitioner_id from access.actor() me)))
  $$;
grant execute on function access.held_on(uuid) to bridges_reach;
alter function access.held_on(uuid) owner to bridges_reach;

set local role bridges_reach;
create or replace function access.may(wanted text) returns setof uuid
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
    if rule.reach = 'support' then
      return query
        select g.episode_id from access.supported() n
        join access.grants g on (g.reach in ('author', 'lead', 'team') and g.subject_id = n.practitioner_id)
          or (g.reach = 'agency' and g.subject_id = n.agency_id)
        where g.tier = rule.tier and g.tier < 3 and g.begins <= moment and g.ends > moment
          and not exists (select from access.cuts c
            where c.practitioner_id in (me.practitioner_id, n.practitioner_id) and c.episode_id = g.episode_id
              and c.begins <= moment and c.ends > moment);
    else
      return query
        select g.episode_id from access.grants g
        where g.reach = rule.reach
          and g.subject_id = access.subject_of(rule.reach, me.practitioner_id, me.agency_id, me.locality_id, me.authority_id)
          and g.tier = rule.tier and g.begins <= moment and g.ends > moment
          and not exists (select from access.cuts c
            where c.practitioner_id = me.practitioner_id and c.episode_id = g.episode_id
              and c.begins <= moment and c.ends > moment);
    end if;
  end loop;
end $$;

create or replace function access.topics() returns setof text
  language sql stable security definer set search_path = ''
  as $$
    select g.episode_id || ' ' || g.topic
    from access.actor() a
    join access.grants g on g.reach in ('lead', 'team', 'emergency') and g.subject_id = a.practitioner_id and g.tier = 3
    where g.begins <= platform.now() and g.ends > platform.now()
      and exists (select from access.rules r where r.role = a.role and r.reach = g.reach)
      and not exists (select from access.cuts c
        where c.practitioner_id = a.practitioner_id and c.episode_id = g.episode_id
          and c.begins <= platform.now() and c.ends > platform.now())
  $$;

create or replace function access.may_child(wanted text) returns setof uuid
  language sql stable security definer set search_path = ''
  as $$
    select f.child_id from public.episode_children f where f.episode_id = any(array(select access.may(wanted)))
    union
    select k.id from public.children k
    where k.recorded_by = (select access.me()) and wanted in ('episode.read', 'family.read', 'family.edit', 'shield.request')
      and (select a.role from access.actor() a) <> 'family'
      and not exists (select from public.episode_children f where f.child_id = k.id)
      and not exists (select from public.declared_relatives d
        where d.child_id = k.id and d.practitioner_id = (select access.me()))
  $$;

create or replace function access.abilities(episode uuid) returns table (permission text, reach text)
  language sql stable security definer set search_path = ''
  as $$
    select distinct r.permission, r.reach
    from access.actor() a
    cross join access.held_on(episode) h
    join access.rules r on r.role = a.role and r.reach = h.reach and r.tier = h.tier
  $$;

create or replace function access.reasons(episode uuid)
  returns table (reach text, tier smallint, begins timestamptz, ends timestamptz, decided_by text, decided_on date, valid_until date)
  language sql stable security definer set search_path = ''
  as $$
    select h.reach, h.tier, h.begins, h.ends, c.decided_by, c.decided_on, c.valid_until
    from access.actor() a
    cross join access.held_on(episode) h
    left join access.words w on w.episode_id = episode and w.agency_id = h.by_agency
      and w.begins <= platform.now() and w.ends > platform.now()
      and ((h.reach in ('lead', 'team', 'agency', 'manager', 'author', 'support') and w.class = 'record')
        or (h.reach = 'panel' and w.class = 'panel'))
    left join public.consents c on c.id = w.consent_id
    where exists (select from access.rules r where r.role = a.role and r.reach = h.reach and r.tier = h.tier)
    order by h.reach, h.tier
  $$;

-- Everybody who sees the episode, for the functions that decide whom of them to name.
alter function access.who_can(uuid) rename to seers;
revoke execute on function access.seers(uuid) from bridges_app;
create or replace function access.seers(episode uuid)
  returns table (practitioner_id uuid, name text, agency_id uuid, agency text, reach text, tier smallint, ends timestamptz)
  language sql stable security definer set search_path = ''
  as $$
    select p.id, p.name, y.id, y.name, s.reach, s.tier, max(s.ends)
    from (
      select o.practitioner_id, o.practitioner_id as person, o.agency_id, g.reach, g.tier, g.ends
      from access.grants g
      join public.posts o on g.subject_id = access.subject_of(g.reach, o.practitioner_id, o.agency_id, o.locality_id,
        (select a.authority_id from public.agencies a where a.id = o.agency_id))
        and (o.ended_at is null or o.ended_at > platform.now())
        and exists (select from access.rules r where r.role = o.role and r.reach = g.reach and r.tier = g.tier)
      where g.episode_id = episode and g.begins <= platform.now() and g.ends > platform.now()
      union all
      select mine.practitioner_id, n.practitioner_id, mine.agency_id, 'support', g.tier, g.ends
      from access.grants g
      join public.posts theirs on g.subject_id = case when g.reach = 'agency' then theirs.agency_id else theirs.practitioner_id end
        and (theirs.ended_at is null or theirs.ended_at > platform.now())
      join public.support_namings n on n.practitioner_id = theirs.practitioner_id and n.team_id = theirs.team_id
        and n.named_at <= platform.now() and (n.ended_at is null or n.ended_at > platform.now())
      join public.posts mine on mine.practitioner_id = n.supporter_id and mine.team_id = n.team_id
        and mine.role = 'business_support' and (mine.ended_at is null or mine.ended_at > platform.now())
      join public.practitioners q on q.id = n.practitioner_id and (q.left_at is null or q.left_at > platform.now())
      where g.episode_id = episode and g.begins <= platform.now() and g.ends > platform.now()
        and g.reach in ('author', 'lead', 'team', 'agency')
        and exists (select from access.rules r where r.role = 'business_support' and r.reach = 'support' and r.tier = g.tier)
    ) s
    join public.practitioners p on p.id = s.practitioner_id and (p.left_at is null or p.left_at > platform.now())
    join public.agencies y on y.id = s.agency_id
    where (episode in (select access.may('access.explain')) or episode in (select access.may('consent.withdraw'))
        -- Whoever withdraws may lose their own sight by it, and still has to be shown who else does.
        or exists (select from public.consent_withdrawals w where w.episode_id = episode and w.recorded_by = access.me()
          and w.withdrawn_at = date_trunc('milliseconds', platform.now())))
      and not exists (select from access.cuts x where x.practitioner_id in (s.practitioner_id, s.person) and x.episode_id = episode
        and x.begins <= platform.now() and x.ends > platform.now())
    group by 1, 2, 3, 4, 5, 6
    order by y.name, p.name, s.reach, s.tier
  $$;
set local role bridges_owner;

-- Children whose protected contact details the signed-in person may read: T1, and not hidden by a shield on which they
-- are not named. Emergency access with a second person counts as being named while it lasts.
create function access.may_contact() returns setof uuid
  language sql stable security definer set search_path = ''
  as $$
    select k.id from access.may_child('family.read') k (id)
    where not exists (
      select from access.hidings h
      where h.child_id = k.id and h.begins <= platform.now() and h.ends > platform.now()
        and not exists (select from public.shield_names n
          where n.shield_id = h.shield_id and n.practitioner_id = (select access.me())
            and n.named_at <= platform.now() and (n.ended_at is null or n.ended_at > platform.now()))
        and not exists (select from public.emergency_accesses x
          join public.episode_children f on f.episode_id = x.episode_id and f.child_id = k.id
          where x.practitioner_id = (select access.me()) and x.protected_details and x.begins_at <= platform.now()
            and least(x.lapses_at, x.ended_at) > platform.now()))
  $$;
grant execute on function access.may_contact() to bridges_app;
alter function access.may_contact() owner to bridges_reach;

-- Is somebody of this episode under a shield now, whoever may see it?
create function access.is_shielded(episode uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from access.hidings h join public.episode_children f on f.child_id = h.child_id
      where f.episode_id = episode and h.begins <= platform.now() and h.ends > platform.now())
  $$;
grant execute on function access.is_shielded(uuid) to bridges_reach;
alter function access.is_shielded(uuid) owner to bridges_reach;

-- Where the family keeps out the agency that somebody acts for. A "never" has no end of its own: it holds until they name
-- that agency among those whom they agree to.
create function access.agency_kept_out() returns setof uuid
  language sql stable security definer set search_path = ''
  as $$
    select l.episode_id
    from (
      select distinct on (a.episode_id) a.episode_id, a.standing
      from access.actor() me
      join public.consent_agencies a on a.agency_id = me.agency_id
      join public.consents c on c.id = a.consent_id and c.recorded_at <= platform.now()
      join public.consent_purposes p on p.purpose = c.purpose
      where a.standing = 'excluded' or (a.standing = 'included' and p.opens_record)
      order by a.episode_id, c.recorded_at desc, c.id desc) l
    where l.standing = 'excluded'
  $$;
grant execute on function access.agency_kept_out() to bridges_reach;
alter function access.agency_kept_out() owner to bridges_reach;

-- Whom the index shows to whoever asks: where the family agreed to it, and keeps out neither them nor their agency.
set local role bridges_reach;
create or replace view access.indexed_children as
select distinct f.child_id, f.episode_id
from public.episode_children f
cross join lateral (
  select c.id, c.index_agreed, c.decision, c.valid_until
  from public.consents c join public.consent_purposes p on p.purpose = c.purpose and p.opens_record
  where c.episode_id = f.episode_id and c.recorded_at <= platform.now()
  order by c.recorded_at desc, c.id desc limit 1) last
where last.index_agreed and last.decision in ('given', 'given_in_part')
  and (last.valid_until is null or last.valid_until >= platform.london_date(platform.now()))
  and not exists (select from public.consent_withdrawals w
    where w.consent_id = last.id and w.agency_id is null and w.withdrawn_at <= platform.now())
  and not f.episode_id in (select access.agency_kept_out())
  and not exists (select from access.cuts x where x.episode_id = f.episode_id and x.practitioner_id = access.me()
    and x.begins <= platform.now() and x.ends > platform.now());
set local role bridges_owner;

-- Emergency access may be asked for where the permission is held, or where the index shows that there is an episode:
-- by those who answer for others, never by somebody who is cut.
create function access.may_ask_in_emergency(episode uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select episode in (select access.may('emergency.ask'))
      or ((select access.allows('emergency.ask_from_index'))
        and exists (select from access.indexed_children i where i.episode_id = episode)
        and not exists (select from access.cuts c where c.practitioner_id = access.me() and c.episode_id = episode
          and c.begins <= platform.now() and c.ends > platform.now()))
  $$;
grant execute on function access.may_ask_in_emergency(uuid) to bridges_app;
alter function access.may_ask_in_emergency(uuid) owner to bridges_reach;
