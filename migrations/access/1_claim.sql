create function platform.now() returns timestamptz
  language sql stable security definer parallel safe set search_path = ''
  as $$ select pg_catalog.now() + (select clock_offset from platform.settings) $$;
grant execute on function platform.now() to bridges_app, bridges_auth;

-- Holds now what began at one instant and ends at another, or has no end yet: a post, an appointment. Bound when it is made,
-- it needs no search_path and is inlined.
create function platform.is_now(began timestamptz, ended timestamptz) returns boolean
  language sql stable parallel safe
  return began <= platform.now() and (ended is null or ended > platform.now());
grant execute on function platform.is_now(timestamptz,timestamptz) to bridges_app, bridges_auth, bridges_reach;

create function platform.move_clock(to_instant timestamptz) returns void
  language plpgsql security definer set search_path = ''
  as $$
begin
  if not (select demo from platform.settings) then
    raise exception 'The clock can be moved only in a demonstration' using errcode = '42501';
  end if;
  update platform.settings set clock_offset = coalesce(to_instant - pg_catalog.now(), '0');
end $$;
grant execute on function platform.move_clock(timestamptz) to bridges_app;

create function platform.london_date(instant timestamptz) returns date
  language sql stable parallel safe set search_path = ''
  as $$ select (instant at time zone 'Europe/London')::date $$;
grant execute on function platform.london_date(timestamptz) to bridges_app, bridges_reach;

-- The same as a set of one row or none.
create function access.actor()
  returns table (practitioner_id uuid, agency_id uuid, role text, post_id uuid, locality_id uuid, authority_id uuid)
  language plpgsql stable security definer rows 1 set search_path = ''
  as $$
begin
  select * into practitioner_id, agency_id, role, post_id, locality_id, authority_id from access.current_actor();
  if practitioner_id is not null then return next; end if;
end $$;
grant execute on function access.actor() to bridges_app;

create function access.me() returns uuid
  language plpgsql stable set search_path = ''
  as $$ begin return (access.current_actor()).practitioner_id; end $$;
grant execute on function access.me() to bridges_app, bridges_reach;

-- May this role ever do this, apart from any episode?
create function access.allows(wanted text) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from access.actor() a
      join access.rules r on r.role = a.role and r.permission = wanted and r.reach = 'role')
  $$;
grant execute on function access.allows(text) to bridges_app;

-- Roles that reach across a whole area are given by the area's own agency: otherwise a school's administrator could
-- turn a member of school staff into the county's front door.
create function access.gives_role(wanted text) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select wanted in ('practitioner', 'manager', 'panel_member', 'panel_chair', 'business_support', 'agency_administrator')
      or exists (select from access.actor() a join public.agencies g on g.id = a.agency_id
        where g.kind in ('childrens_services', 'safeguarding_partnership'))
  $$;
grant execute on function access.gives_role(text) to bridges_app;

create function platform.working_days_after(day date, days integer) returns date
  language sql stable security definer parallel safe set search_path = ''
  as $$
    select d::date from pg_catalog.generate_series(day + 1, day + days * 2 + 30, interval '1 day') d
    where extract(isodow from d) < 6 and not exists (select from platform.bank_holidays b where b.day = d::date)
    order by d offset days - 1 limit 1
  $$;
grant execute on function platform.working_days_after(date,integer) to bridges_app;

-- The first instant of a date of practice.
create function platform.london_instant(day date) returns timestamptz
  language sql stable parallel safe set search_path = ''
  as $$ select day::timestamp at time zone 'Europe/London' $$;
grant execute on function platform.london_instant(date) to bridges_app, bridges_reach;

create function access.assert_claim() returns void
  language plpgsql security definer set search_path = ''
  as $$
declare
  part text[] := string_to_array(current_setting('bridges.claim', true), '|');
  ends timestamptz;
begin
  if array_length(part, 1) is distinct from 6
     or part[6] is distinct from (
       select encode(public.hmac(convert_to(array_to_string(part[1:5], '|'), 'UTF8'), k.key, 'sha256'), 'hex')
       from access.signing_keys k) then
    raise exception 'The claim was not signed with the secret of this database' using errcode = 'BR503';
  end if;
  ends := to_timestamp(part[5]::double precision);
  if ends <= clock_timestamp() then
    raise exception 'The claim has expired' using errcode = 'BR503';
  end if;
  if ends > clock_timestamp() + (select s.longest_claim from platform.settings s) then
    raise exception 'The claim expires too far in the future' using errcode = 'BR503';
  end if;
end $$;
grant execute on function access.assert_claim() to bridges_app;

create function access.focus() returns uuid[]
  language sql stable parallel safe set search_path = ''
  as $$ select nullif(current_setting('bridges.focus', true), '')::uuid[] $$;
grant execute on function access.focus() to bridges_app, bridges_reach;

-- Who a claim names: nothing unless the signature holds, the minute has not passed and the post is theirs today.
create function access.actor_of_claim(claim text)
  returns table (practitioner_id uuid, agency_id uuid, role text, post_id uuid, locality_id uuid, authority_id uuid)
  language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan
  as $$
declare
  part text[] := string_to_array(claim, '|');
begin
  if array_length(part, 1) is distinct from 6
     or part[6] is distinct from (
       select encode(public.hmac(convert_to(array_to_string(part[1:5], '|'), 'UTF8'), k.key, 'sha256'), 'hex')
       from access.signing_keys k)
     or to_timestamp(part[5]::double precision) not between clock_timestamp()
       and clock_timestamp() + (select l.longest_claim from platform.settings l) then
    return;
  end if;
  -- A system of an agency is no person: every policy that asks who a person is has no answer (access.service).
  if part[3] = 'service' then return; end if;
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
      and platform.is_now(p.began_at, p.ended_at)
      and (w.left_at is null or w.left_at > platform.now());
end $$;

-- Who is asking; every field null without a valid claim. Every policy asks; so what access.present_claim kept for this very claim
-- is read instead of checked again. One row and no set: assigned in plpgsql it costs no statement.
create function access.current_actor(
    OUT practitioner_id uuid, OUT agency_id uuid, OUT role text, OUT post_id uuid, OUT locality_id uuid,
    OUT authority_id uuid)
  returns record
  language plpgsql stable security definer set search_path = ''
  as $$
declare
  claim text := current_setting('bridges.claim', true);
  kept text[];
begin
  if claim is null or claim = '' then return; end if;
  kept := (select string_to_array(current_setting(k.slot, true), E'\n', '') from access.signing_keys k
    where starts_with(current_setting(k.slot, true), k.people_changed || E'\n' || claim || E'\n'));
  if kept is not null and to_timestamp(split_part(claim, '|', 5)::double precision) > clock_timestamp() then
    practitioner_id := kept[3]; agency_id := kept[4]; role := kept[5];
    post_id := kept[6]; locality_id := kept[7]; authority_id := kept[8];
  else
    select a.* into practitioner_id, agency_id, role, post_id, locality_id, authority_id from access.actor_of_claim(claim) a;
  end if;
end $$;
grant execute on function access.current_actor() to bridges_app, bridges_owner;

-- The first statement of every unit of work: says who is asking and about which episodes, and answers with the instant of
-- this unit of work and, when it is about one episode, with what may be done there. The claim is checked once here, and
-- who it names is kept for this transaction.
create function access.present_claim(claim text, focus text, OUT instant timestamptz, OUT abilities json) returns record
  language plpgsql security definer set search_path = ''
  as $$
begin
  perform set_config('bridges.claim', claim, true), set_config('bridges.focus', coalesce(focus, ''), true);
  perform access.assert_claim();
  perform set_config(k.slot, array_to_string(
      array[k.people_changed::text, claim, a.practitioner_id::text, a.agency_id::text, a.role, a.post_id::text,
        a.locality_id::text, a.authority_id::text], E'\n', ''), true)
    from access.signing_keys k, access.actor_of_claim(claim) a;
  instant := platform.now();
  if cardinality(focus::uuid[]) = 1 then
    abilities := (select coalesce(json_agg(a), '[]') from access.abilities((focus::uuid[])[1]) a);
  end if;
end $$;
grant execute on function access.present_claim(text,text) to bridges_app;

-- The system of an agency that a claim names by its service token: no row for a practitioner's claim, and none once the
-- token has ended. Apart from functions that ask this, a system reads and changes nothing.
create function access.service() returns table (token_id uuid, agency_id uuid, token_name text, scope text)
  language plpgsql stable security definer rows 1 set search_path = ''
  as $$
declare
  part text[] := string_to_array(current_setting('bridges.claim', true), '|');
begin
  if part[3] is distinct from 'service' then return; end if;
  perform access.assert_claim();
  return query
    select t.id, t.agency_id, t.name, t.scope from auth.service_tokens t
    join public.agencies g on g.id = t.agency_id
    where t.id = part[1]::uuid and t.agency_id = part[2]::uuid and t.ended_at is null and t.expires_at > pg_catalog.now()
      and (g.ended_on is null or g.ended_on >= platform.london_date(platform.now()));
end $$;
grant execute on function access.service() to bridges_app;
