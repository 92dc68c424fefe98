-- Agencies that are not named to everybody: sensitive services, whose very name tells; and, while a child of the episode
-- is hidden from the reader, agencies whose name gives the place away.

create table access.telling_kinds (kind text primary key);
insert into access.telling_kinds values ('school'), ('early_years'), ('further_education'), ('general_practice'),
  ('housing_provider'), ('district_council'), ('health_commissioner'), ('voluntary_sector');
grant select on access.telling_kinds to bridges_reach;

create index agencies_sensitive on agencies (id) where sensitive;
create index lead_professional_appointments_agency on lead_professional_appointments (agency_id) where ended_at is null;

-- One's own agency is never masked to oneself.
create function access.sensitive_agencies() returns setof uuid
  language sql stable security definer rows 20 set search_path = ''
  as $$
    select g.id from public.agencies g
    where g.sensitive and g.id is distinct from (select a.agency_id from access.actor() a)
  $$;
grant execute on function access.sensitive_agencies() to bridges_app;
alter function access.sensitive_agencies() owner to bridges_reach;
create function access.telling_agencies() returns setof uuid
  language sql stable security definer set search_path = ''
  as $$
    select g.id from public.agencies g join access.telling_kinds k on k.kind = g.kind
    where g.id is distinct from (select a.agency_id from access.actor() a)
  $$;
grant execute on function access.telling_agencies() to bridges_app;
alter function access.telling_agencies() owner to bridges_reach;

-- Whoever has or had a post there: a name leads to an agency through the directory.
create function access.people_of_sensitive_agencies() returns setof uuid
  language sql stable security definer set search_path = ''
  as $$
    select o.practitioner_id from public.posts o where o.agency_id = any(array(select access.sensitive_agencies()))
      and o.practitioner_id is distinct from (select access.me())
  $$;
grant execute on function access.people_of_sensitive_agencies() to bridges_app;
alter function access.people_of_sensitive_agencies() owner to bridges_reach;
create function access.people_of_telling_agencies() returns setof uuid
  language sql stable security definer set search_path = ''
  as $$
    select o.practitioner_id from public.posts o where o.agency_id = any(array(select access.telling_agencies()))
      and o.practitioner_id is distinct from (select access.me())
  $$;
grant execute on function access.people_of_telling_agencies() to bridges_app;
alter function access.people_of_telling_agencies() owner to bridges_reach;

-- Rows that name such an agency, or somebody of it, are not there for whoever may not know. The sets are small and are
-- hashed once a statement; "in" over a set is read only when a row gets that far.
create procedure access.mask(subject regclass, agency text, person text, exempt text) language plpgsql as $$
declare
  named text := coalesce(agency, person);
  known text := case when agency is null then 'people_of_%s_agencies' else '%s_agencies' end;
  outside text := quote_ident(named) || ' not in (select access.' || known || '())';
begin
  execute format('create policy named on %s as restrictive for select to bridges_app using (', subject)
    || quote_ident(named) || ' is null or '
    || case when person is null then '' else quote_ident(person) || ' = (select access.me()) or ' end
    || case when exempt is null then '' else exempt || ' or ' end
    || '((' || format(outside, 'sensitive') || ' or episode_id in (select access.may(''sensitive_service.read'')))'
    || ' and (episode_id not in (select access.hidden_episodes()) or ' || format(outside, 'telling') || ')))';
end $$;
call access.mask('team_members', 'agency_id', 'practitioner_id', null);
call access.mask('authorships', 'agency_id', 'practitioner_id', null);
call access.mask('tac_attendances', null, 'practitioner_id', null);
call access.mask('lead_professional_proposals', 'agency_id', 'practitioner_id', null);
call access.mask('lead_professional_deputies', 'agency_id', 'practitioner_id', null);
-- Information governance answers for the ledger and the log, whole.
call access.mask('consent_agencies', 'agency_id', null, 'episode_id in (select access.may(''shield.decide''))');
call access.mask('consent_withdrawals', 'agency_id', null, 'episode_id in (select access.may(''shield.decide''))');
call access.mask('consent_people', null, 'practitioner_id', 'episode_id in (select access.may(''shield.decide''))');
call access.mask('audit.entries', 'agency_id', 'practitioner_id', 'episode_id in (select access.may(''shield.decide''))');
drop procedure access.mask(regclass, text, text, text);
-- Whoever is asked to lead after a sensitive service sees whom they would follow.
create policy named on lead_professional_appointments as restrictive for select to bridges_app using (
  practitioner_id = (select access.me())
  or ((agency_id not in (select access.sensitive_agencies()) or episode_id in (select access.may('sensitive_service.read'))
      or access.is_asked_to_lead(episode_id, null))
    and (episode_id not in (select access.hidden_episodes()) or agency_id not in (select access.telling_agencies()))));

-- What an assessment says of the household, of who was there and of which services help is for those named as well.
create policy shielded on assessment_sections as restrictive for all to bridges_app
  using (section not in ('family_and_home', 'services', 'people_present') or episode_id not in (select access.hidden_episodes()))
  with check (section not in ('family_and_home', 'services', 'people_present') or episode_id not in (select access.hidden_episodes()));

-- An answer given under the shield to somebody who was never named on it holds nothing that the shield hides: a safe
-- retry gets it again. One from before, or from a time when they were named, is not repeated.
create function access.unrepeatable_answers() returns setof text
  language plpgsql stable security definer rows 20 set search_path = ''
  as $$
declare
  hidden uuid[] := array(select access.hidden_from_me());
begin
  if hidden = '{}' then return; end if;
  return query
    select a.key from public.idempotent_answers a
    join access.hidings h on h.child_id = any(hidden) and h.begins <= platform.now() and h.ends > platform.now()
    where a.practitioner_id = access.me()
      and (a.answered_at < h.begins
        or exists (select from public.shield_names n where n.shield_id = h.shield_id and n.practitioner_id = access.me())
        or exists (select from public.emergency_accesses x join public.episode_children f on f.episode_id = x.episode_id
          where f.child_id = h.child_id and x.practitioner_id = access.me() and x.protected_details and x.begins_at is not null))
      and (position(h.child_id::text in a.body::text) > 0
        or exists (select from public.episode_children f where f.child_id = h.child_id
          and (f.episode_id = a.episode_id or position(f.episode_id::text in a.body::text) > 0)));
end $$;
grant execute on function access.unrepeatable_answers() to bridges_app;
alter function access.unrepeatable_answers() owner to bridges_reach;
create policy shielded on idempotent_answers as restrictive for select to bridges_app
  using (key not in (select access.unrepeatable_answers()));

-- A message names who did something, and their agency: those sent before the shield do not say it any more.
create function access.silenced_messages() returns setof uuid
  language plpgsql stable security definer rows 20 set search_path = ''
  as $$
declare
  hidden uuid[] := array(select access.hidden_from_me());
begin
  if hidden = '{}' then return; end if;
  return query
    select m.id from public.messages m
    join public.episode_children f on f.child_id = any(hidden) and left(m.href, 46) = '/episodes/' || f.episode_id
    where m.recipient_id = access.me()
      and m.sent_at < (select max(h.begins) from access.hidings h where h.child_id = f.child_id
        and h.begins <= platform.now() and h.ends > platform.now());
end $$;
grant execute on function access.silenced_messages() to bridges_app;
alter function access.silenced_messages() owner to bridges_reach;
create policy shielded on messages as restrictive for select to bridges_app
  using (id not in (select access.silenced_messages()));

-- Is the signed-in person's agency one that a message about this episode had better not name?
create function access.is_sender_unnamed(episode uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from access.actor() a join public.agencies g on g.id = a.agency_id
      where g.sensitive or (access.is_shielded(episode) and g.kind in (select k.kind from access.telling_kinds k)))
      and episode in (select access.may('episode.read'))
  $$;
grant execute on function access.is_sender_unnamed(uuid) to bridges_app;
alter function access.is_sender_unnamed(uuid) owner to bridges_reach;

-- For the pages: which agencies, and which people of theirs, are not named to this reader on this episode, and why.
create function access.unnamed_agencies(episode uuid) returns table (agency_id uuid, why text)
  language plpgsql stable security definer rows 20 set search_path = ''
  as $$
begin
  if episode not in (select access.may('episode.read')) then return; end if;
  if episode not in (select access.may('sensitive_service.read')) then
    return query select s.id, 'sensitive' from access.sensitive_agencies() s (id);
  end if;
  if episode in (select access.hidden_episodes()) then
    return query select t.id, 'protected' from access.telling_agencies() t (id)
      where episode in (select access.may('sensitive_service.read'))
        or t.id not in (select g.id from public.agencies g where g.sensitive);
  end if;
end $$;
grant execute on function access.unnamed_agencies(uuid) to bridges_app;
alter function access.unnamed_agencies(uuid) owner to bridges_reach;
create function access.unnamed_people(episode uuid) returns table (practitioner_id uuid, why text)
  language sql stable security definer set search_path = ''
  as $$
    select o.practitioner_id, max(u.why)
    from access.unnamed_agencies(episode) u join public.posts o on o.agency_id = u.agency_id
    where o.practitioner_id is distinct from (select access.me())
    group by o.practitioner_id
  $$;
grant execute on function access.unnamed_people(uuid) to bridges_app;
alter function access.unnamed_people(uuid) owner to bridges_reach;

-- Somebody who is not named stands in these answers by an id of this transaction alone: they can be counted, compared and
-- sent a message by it, and not be looked up.
create function access.stand_in(practitioner uuid, agency uuid) returns uuid
  language sql stable security definer set search_path = ''
  as $$
    select encode(substring(public.hmac(convert_to(concat_ws(' ', 'stand-in', practitioner, agency, now(), pg_backend_pid()), 'UTF8'),
      k.key, 'sha256') from 1 for 16), 'hex')::uuid
    from access.signing_keys k
  $$;
alter function access.stand_in(uuid, uuid) owner to bridges_reach;
create function access.deliver_to_stand_in() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select from public.practitioners p where p.id = new.recipient_id) then
    new.recipient_id := coalesce((select o.practitioner_id from public.posts o
      where access.stand_in(o.practitioner_id, o.agency_id) = new.recipient_id limit 1), new.recipient_id);
  end if;
  return new;
end $$;
create trigger deliver before insert on messages for each row execute function access.deliver_to_stand_in();
alter function access.deliver_to_stand_in() owner to bridges_reach;

-- Who can see the episode, and who knows what is sensitive of it: named where this reader may be told, for as long as
-- the episode is within reach.
create function access.who_can(episode uuid)
  returns table (seer uuid, practitioner_id uuid, name text, agency_id uuid, agency text, reach text, tier smallint, ends timestamptz, why text)
  language sql stable security definer set search_path = ''
  as $$
    select access.stand_in(s.practitioner_id, s.agency_id), case when n.named then s.practitioner_id end, case when n.named then s.name end,
      case when n.named then s.agency_id end, case when n.named then s.agency end, s.reach, s.tier, s.ends, u.why
    from access.seers(episode) s
    left join access.unnamed_agencies(episode) u on u.agency_id = s.agency_id
    cross join lateral (select u.why is null and episode in (select access.may('episode.read')) as named) n
  $$;
grant execute on function access.who_can(uuid) to bridges_app;
alter function access.who_can(uuid) owner to bridges_reach;
create function access.who_knows(episode uuid)
  returns table (seer uuid, practitioner_id uuid, name text, agency text, topic text, why text)
  language sql stable security definer set search_path = ''
  as $$
    select access.stand_in(k.practitioner_id, k.agency_id), case when n.named then k.practitioner_id end, case when n.named then k.name end,
      case when n.named then k.agency end, k.topic, u.why
    from access.knowers(episode) k
    left join access.unnamed_agencies(episode) u on u.agency_id = k.agency_id
    cross join lateral (select u.why is null and episode in (select access.may('episode.read')) as named) n
  $$;
grant execute on function access.who_knows(uuid) to bridges_app;
alter function access.who_knows(uuid) owner to bridges_reach;

-- How many agencies work with the family whose names this reader is not told: T1.
create function access.unnamed_involved(episode uuid) returns table (why text, agencies integer)
  language sql stable security definer rows 2 set search_path = ''
  as $$
    select u.why, count(distinct u.agency_id)::integer
    from access.unnamed_agencies(episode) u
    where episode in (select access.may('family.read'))
      and (exists (select from access.involvements i where i.episode_id = episode and i.agency_id = u.agency_id
          and i.begins <= platform.now() and i.ends > platform.now())
        or exists (select from access.agency_scope s where s.episode_id = episode and s.agency_id = u.agency_id
          and s.begins <= platform.now() and s.ends > platform.now()))
    group by u.why
  $$;
grant execute on function access.unnamed_involved(uuid) to bridges_app;
alter function access.unnamed_involved(uuid) owner to bridges_reach;
create function access.sensitive_service_involved(episode uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select episode in (select access.may('family.read')) and exists (
      select from public.agencies g where g.sensitive and (
        exists (select from access.involvements i where i.episode_id = episode and i.agency_id = g.id
          and i.begins <= platform.now() and i.ends > platform.now())
        or exists (select from access.agency_scope s where s.episode_id = episode and s.agency_id = g.id
          and s.begins <= platform.now() and s.ends > platform.now())))
  $$;
grant execute on function access.sensitive_service_involved(uuid) to bridges_app;
alter function access.sensitive_service_involved(uuid) owner to bridges_reach;

-- Episodes within reach that somebody leads whom this reader is not told: no vacancy, though no row is seen.
create function access.unnamed_leads() returns table (episode_id uuid, why text)
  language plpgsql stable security definer rows 20 set search_path = ''
  as $$
declare
  hidden uuid[] := array(select access.hidden_episodes());
  sensitive uuid[] := array(select access.sensitive_agencies());
  telling uuid[];
  me uuid := access.me();
begin
  if sensitive <> '{}' then
    return query select a.episode_id, 'sensitive' from public.lead_professional_appointments a
      where a.ended_at is null and a.agency_id = any(sensitive) and a.practitioner_id <> me
        and a.episode_id = any(array(select access.may('episode.read')))
        and a.episode_id <> all(array(select access.may('sensitive_service.read')));
  end if;
  if hidden <> '{}' then
    telling := array(select access.telling_agencies());
    return query select a.episode_id, 'protected' from public.lead_professional_appointments a
      where a.ended_at is null and a.episode_id = any(hidden) and a.agency_id = any(telling) and a.practitioner_id <> me;
  end if;
end $$;
grant execute on function access.unnamed_leads() to bridges_app;
alter function access.unnamed_leads() owner to bridges_reach;

-- The same of one episode, also to whoever comes by the index alone.
create function access.why_lead_unnamed(episode uuid) returns text
  language sql stable security definer set search_path = ''
  as $$
    select case
      when g.sensitive and a.episode_id not in (select access.may('sensitive_service.read')) then 'sensitive'
      when g.kind in (select k.kind from access.telling_kinds k)
        and a.episode_id not in (select access.may('shield.decide'))
        and exists (select from public.episode_children f where f.episode_id = a.episode_id
          and f.child_id in (select access.hidden_from_me())) then 'protected' end
    from public.lead_professional_appointments a join public.agencies g on g.id = a.agency_id
    where a.episode_id = episode and a.ended_at is null and a.practitioner_id is distinct from access.me()
      and a.agency_id is distinct from (select x.agency_id from access.actor() x)
      and (episode in (select access.may('episode.read'))
        or exists (select from access.indexed_children i where i.episode_id = episode))
  $$;
grant execute on function access.why_lead_unnamed(uuid) to bridges_app, bridges_reach;
alter function access.why_lead_unnamed(uuid) owner to bridges_reach;

-- A word of the family about agencies that the reader is not told is still a word about agencies.
create function access.agencies_in_consent(consent uuid) returns integer
  language sql stable security definer set search_path = ''
  as $$
    select count(*)::integer from public.consent_agencies a
    where a.consent_id = consent and a.episode_id in (select access.may('consent.read'))
  $$;
grant execute on function access.agencies_in_consent(uuid) to bridges_app;
alter function access.agencies_in_consent(uuid) owner to bridges_reach;

-- Whose people can be asked is told of the agencies that are named; how many agree is told of all.
set local role bridges_reach;
create or replace function access.agreed_tiers(episode uuid)
  returns table (agency_id uuid, tier smallint, topic text)
  language sql stable security definer set search_path = ''
  as $$
    select s.agency_id, s.tier, s.topic from access.agency_scope s
    where s.episode_id = episode and s.begins <= platform.now() and s.ends > platform.now()
      and episode in (select access.may('episode.read'))
      and s.agency_id not in (select u.agency_id from access.unnamed_agencies(episode) u)
  $$;
set local role bridges_owner;
create function access.agencies_agreed(episode uuid) returns integer
  language sql stable security definer set search_path = ''
  as $$
    select count(distinct s.agency_id)::integer from access.agency_scope s
    where s.episode_id = episode and not s.own and s.begins <= platform.now() and s.ends > platform.now()
      and episode in (select access.may('episode.read'))
  $$;
grant execute on function access.agencies_agreed(uuid) to bridges_app;
alter function access.agencies_agreed(uuid) owner to bridges_reach;
