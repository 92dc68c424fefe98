-- Service tokens: how an administrator makes and ends one, and how a request with one is known. No role but that of the
-- functions reads the table.
grant select, insert on auth.service_tokens to bridges_reach;
grant update (last_used_at, use_logged_on, reminded_at, ended_at, ended_by) on auth.service_tokens to bridges_reach;

create function access.assert_manages_service_tokens() returns uuid
  language plpgsql security definer set search_path = ''
  as $$
begin
  if not (select access.allows('service_token.manage')) then
    raise exception 'Only an administrator of the agency manages its service tokens' using errcode = '42501';
  end if;
  return (select a.agency_id from access.actor() a);
end $$;

-- The tokens of the asker's agency that can be used, the newest first.
create function access.service_tokens()
  returns table (id uuid, name text, scope text, created_by text, created_at timestamptz, expires_at timestamptz,
    last_used_at timestamptz)
  language sql stable security definer set search_path = ''
  as $$
    select t.id, t.name, t.scope, p.name, t.created_at, t.expires_at, t.last_used_at
    from access.actor() a
    join auth.service_tokens t on t.agency_id = a.agency_id and t.ended_at is null and t.expires_at > pg_catalog.now()
    join public.practitioners p on p.id = t.created_by
    where (select access.allows('service_token.manage'))
    order by t.created_at desc, t.id
  $$;
grant execute on function access.service_tokens() to bridges_app;

-- Makes a token that can be used until this instant. Gives false if the agency has one of this name.
create function access.create_service_token(token uuid, wanted text, what text, digest bytea, until timestamptz)
  returns boolean
  language plpgsql security definer set search_path = ''
  as $$
declare
  agency uuid := access.assert_manages_service_tokens();
begin
  update auth.service_tokens t set ended_at = t.expires_at
  where t.agency_id = agency and t.ended_at is null and t.expires_at <= pg_catalog.now();
  insert into auth.service_tokens (id, agency_id, token_hash, name, scope, created_by, created_at, expires_at)
  values (token, agency, digest, wanted, what, access.me(), pg_catalog.now(), until)
  on conflict (agency_id, lower(name)) where ended_at is null do nothing;
  return found;
end $$;
grant execute on function access.create_service_token(uuid, text, text, bytea, timestamptz) to bridges_app;

-- Ends a token of the asker's agency at once. Gives false if there is no such token in use.
create function access.end_service_token(token uuid) returns boolean
  language plpgsql security definer set search_path = ''
  as $$
declare
  agency uuid := access.assert_manages_service_tokens();
begin
  update auth.service_tokens t set ended_at = clock_timestamp(), ended_by = access.me()
  where t.id = token and t.agency_id = agency and t.ended_at is null and t.expires_at > pg_catalog.now();
  return found;
end $$;
grant execute on function access.end_service_token(uuid) to bridges_app;

-- An entry of the access log by a system of an agency. The token is named by its id and by the name that it had.
create function access.record_service_act(
    token uuid, agency uuid, named text, what text, kind text, subject uuid, request uuid)
  returns void
  language sql volatile security definer set search_path = ''
  as $$
    insert into audit.entries (id, at, agency_id, role, act, subject_kind, subject_id, detail, request_id)
    values (gen_random_uuid(), date_trunc('milliseconds', platform.now()), agency, 'service', what, kind, subject,
      jsonb_build_object('serviceToken', token, 'name', named), request)
  $$;

-- The token behind a request; no row for one that is unknown or has ended. Its use is an entry of the access log once a
-- day, and stored at most once a minute.
create function access.use_service_token(digest bytea)
  returns table (token_id uuid, agency_id uuid, agency_name text, name text, scope text)
  language plpgsql volatile security definer set search_path = ''
  as $$
declare
  used record;
  today date := platform.london_date(pg_catalog.now());
begin
  select t.id, t.agency_id, g.name as agency_name, t.name, t.scope, t.last_used_at, t.use_logged_on into used
  from auth.service_tokens t join public.agencies g on g.id = t.agency_id
  where t.token_hash = digest and t.ended_at is null and t.expires_at > pg_catalog.now()
    and (g.ended_on is null or g.ended_on >= platform.london_date(platform.now()));
  if not found then return; end if;
  if used.last_used_at is null or used.last_used_at < pg_catalog.now() - interval '1 minute' then
    update auth.service_tokens t set last_used_at = pg_catalog.now() where t.id = used.id;
  end if;
  if used.use_logged_on is distinct from today then
    -- Of two requests at once one finds the row changed and records nothing.
    update auth.service_tokens t set use_logged_on = today where t.id = used.id and t.use_logged_on is distinct from today;
    if found then
      perform access.record_service_act(used.id, used.agency_id, used.name, 'use service token', 'service token', used.id, null);
    end if;
  end if;
  return query select used.id, used.agency_id, used.agency_name, used.name, used.scope;
end $$;
grant execute on function access.use_service_token(bytea) to bridges_auth;

-- Reminds the administrators of an agency once, two weeks before a token of theirs ends. Gives how many tokens.
create function access.remind_of_service_tokens() returns integer
  language plpgsql volatile security definer set search_path = ''
  as $$
declare
  ending integer;
begin
  with due as (
    update auth.service_tokens t set reminded_at = pg_catalog.now()
    where t.ended_at is null and t.reminded_at is null and t.expires_at > pg_catalog.now()
      and t.expires_at < pg_catalog.now() + interval '14 days'
      -- One made for less than two weeks is new.
      and t.created_at < t.expires_at - interval '14 days'
    returning t.agency_id, t.expires_at
  ), told as (
    insert into public.messages (id, recipient_id, subject, body, href, sent_at)
    select distinct on (k.practitioner_id, d.agency_id) gen_random_uuid(), k.practitioner_id, 'A service token ends soon',
      'A token with which a system of your agency signs in ends within two weeks. Make a new one, put it into that system, and end the old one.',
      '/service-tokens', date_trunc('milliseconds', platform.now())
    from due d
    join public.posts k on k.agency_id = d.agency_id and k.role = 'agency_administrator'
      and platform.is_now(k.began_at, k.ended_at)
    join public.practitioners p on p.id = k.practitioner_id and (p.left_at is null or p.left_at > platform.now())
  )
  select count(*) into ending from due;
  return ending;
end $$;
grant execute on function access.remind_of_service_tokens() to bridges_jobs;
