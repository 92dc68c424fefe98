create function access.without_protected_contacts(child uuid, part text, item jsonb) returns jsonb
  language sql stable security definer set search_path = ''
  as $$
    select case when access.contacts_are_protected(child)
      then item - array(select c.name from access.contact_columns c where c.relation = part) else item end
  $$;

-- An answer given under the shield to a reader who was never named on it holds nothing that the shield hides: a safe
-- retry gets it again. One from before, or from a time when they were named, is not repeated.
create function access.answers_not_to_repeat() returns setof text
  language plpgsql stable security definer rows 20 set search_path = ''
  as $$
declare
  hidden uuid[] := array(select access.hidden_from_me());
begin
  if hidden = '{}' then return; end if;
  return query
    select a.key from public.idempotent_answers a
    join access.concealments h on h.child_id = any(hidden) and h.begins <= platform.now() and h.ends > platform.now()
    where a.practitioner_id = access.me()
      and (a.answered_at < h.begins
        or exists (select from public.shield_names n where n.shield_id = h.shield_id and n.practitioner_id = access.me())
        or exists (select from public.emergency_accesses x join public.episode_children f on f.episode_id = x.episode_id
          where f.child_id = h.child_id and x.practitioner_id = access.me() and x.protected_details and x.begins_at is not null))
      and (position(h.child_id::text in a.body::text) > 0
        or exists (select from public.episode_children f where f.child_id = h.child_id
          and (f.episode_id = a.episode_id or position(f.episode_id::text in a.body::text) > 0)));
end $$;
grant execute on function access.answers_not_to_repeat() to bridges_app;

-- A message names who did something, and their agency: those sent before the shield do not say it any more.
create function access.suppressed_messages() returns setof uuid
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
      and m.sent_at < (select max(h.begins) from access.concealments h where h.child_id = f.child_id
        and h.begins <= platform.now() and h.ends > platform.now());
end $$;
grant execute on function access.suppressed_messages() to bridges_app;

-- Is the signed-in person's agency one that a message about this episode had better not name?
create function access.is_sender_unnamed(episode uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from access.actor() a join public.agencies g on g.id = a.agency_id
      where g.sensitive or (access.is_shielded(episode) and g.kind in (select k.kind from access.location_revealing_kinds k)))
      and access.can('episode.read', episode)
  $$;
grant execute on function access.is_sender_unnamed(uuid) to bridges_app;

-- The agencies of this decision, and its excluded people, whom a page for the family does not name, whoever prints it:
-- sensitive services and, under a shield, the places where a child can be found.
create function access.kept_off_paper(consent uuid) returns setof uuid
  language sql stable security definer set search_path = ''
  as $$
    with kept as (
      select g.id from public.consents c cross join public.agencies g
      where c.id = consent and access.can('consent.read', c.episode_id)
        and (g.sensitive or (access.is_shielded(c.episode_id)
          and g.kind in (select k.kind from access.location_revealing_kinds k))))
    select a.agency_id from public.consent_agencies a
    where a.consent_id = consent and a.agency_id in (select k.id from kept k)
    union
    select x.practitioner_id from public.consent_people x join public.posts o on o.practitioner_id = x.practitioner_id
    where x.consent_id = consent and o.agency_id in (select k.id from kept k)
  $$;
grant execute on function access.kept_off_paper(uuid) to bridges_app;

-- For the pages: which agencies, and which people of theirs, are not named to this reader on this episode, and why.
create function access.unnamed_agencies(episode uuid) returns table (agency_id uuid, why text)
  language plpgsql stable security definer rows 20 set search_path = ''
  as $$
begin
  if not access.can('episode.read', episode) then return; end if;
  if not access.can('sensitive_service.read', episode) then
    return query select s.id, 'sensitive' from access.sensitive_agencies() s (id);
  end if;
  if episode in (select access.hidden_episodes()) then
    return query select t.id, 'protected' from access.location_revealing_agencies() t (id)
      where access.can('sensitive_service.read', episode)
        or t.id not in (select g.id from public.agencies g where g.sensitive);
  end if;
end $$;
grant execute on function access.unnamed_agencies(uuid) to bridges_app;

create function access.unnamed_people(episode uuid) returns table (practitioner_id uuid, why text)
  language sql stable security definer set search_path = ''
  as $$
    select o.practitioner_id, max(u.why)
    from access.unnamed_agencies(episode) u join public.posts o on o.agency_id = u.agency_id
    where o.practitioner_id is distinct from (select access.me())
    group by o.practitioner_id
  $$;
grant execute on function access.unnamed_people(uuid) to bridges_app;

-- A practitioner who is not named appears in these answers under an id of this transaction alone: they can be counted, compared and
-- sent a message by it, and not be looked up.
create function access.pseudonym(practitioner uuid, agency uuid) returns uuid
  language sql stable security definer set search_path = ''
  as $$
    select encode(substring(public.hmac(convert_to(concat_ws(' ', 'stand-in', practitioner, agency, now(), pg_backend_pid()), 'UTF8'),
      k.key, 'sha256') from 1 for 16), 'hex')::uuid
    from access.signing_keys k
  $$;

create function access.resolve_pseudonym_of_recipient() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  if not exists (select from public.practitioners p where p.id = new.recipient_id) then
    new.recipient_id := coalesce((select o.practitioner_id from public.posts o
      where access.pseudonym(o.practitioner_id, o.agency_id) = new.recipient_id limit 1), new.recipient_id);
  end if;
  return new;
end $$;

-- How many agencies work with the family whose names this reader is not told: T1.
create function access.unnamed_involved(episode uuid) returns table (why text, agencies integer)
  language plpgsql stable security definer rows 2 set search_path = ''
  as $$
declare
  moment constant timestamptz := platform.now();
  there uuid[];
begin
  if not access.can('family.read', episode) then return; end if;
  there := array(
    select i.agency_id from access.involvements i where i.episode_id = episode and i.begins <= moment and i.ends > moment
    union
    select s.agency_id from access.agency_scope s where s.episode_id = episode and s.begins <= moment and s.ends > moment);
  return query select u.why, count(distinct u.agency_id)::integer from access.unnamed_agencies(episode) u
    where u.agency_id = any(there) group by u.why;
end $$;
grant execute on function access.unnamed_involved(uuid) to bridges_app;

-- Within the focus, when there is one; without one the two sets are hashed, each worked out once.
create function access.unnamed_leads() returns table (episode_id uuid, why text)
  language plpgsql stable security definer rows 20 set search_path = ''
  as $$
declare
  hidden uuid[] := array(select access.hidden_episodes());
  sensitive uuid[] := array(select access.sensitive_agencies());
  narrowed uuid[] := access.focus();
  led uuid[];
  telling uuid[];
  me uuid := access.me();
begin
  if sensitive <> '{}' then
    if narrowed is null then
      return query select a.episode_id, 'sensitive' from public.lead_professional_appointments a
        where a.ended_at is null and a.agency_id = any(sensitive) and a.practitioner_id <> me
          and a.episode_id in (select access.may_among('episode.read', null))
          and a.episode_id not in (select access.may_among('sensitive_service.read', null));
    else
      led := array(select a.episode_id from public.lead_professional_appointments a
        where a.episode_id = any(narrowed) and a.ended_at is null and a.agency_id = any(sensitive) and a.practitioner_id <> me);
      return query select s.id, 'sensitive' from access.may_among('episode.read', led) s (id)
        where not exists (select from access.may_among('sensitive_service.read', led) t (id) where t.id = s.id);
    end if;
  end if;
  if hidden <> '{}' then
    telling := array(select access.location_revealing_agencies());
    return query select a.episode_id, 'protected' from public.lead_professional_appointments a
      where a.ended_at is null and a.episode_id = any(hidden) and a.agency_id = any(telling) and a.practitioner_id <> me;
  end if;
end $$;
grant execute on function access.unnamed_leads() to bridges_app;

-- The same of one episode, also for readers who come by the index alone.
create function access.why_lead_unnamed(episode uuid) returns text
  language sql stable security definer set search_path = ''
  as $$
    select case
      when g.sensitive and not access.can('sensitive_service.read', a.episode_id) then 'sensitive'
      when g.kind in (select k.kind from access.location_revealing_kinds k)
        and not access.can('shield.decide', a.episode_id)
        and exists (select from public.episode_children f where f.episode_id = a.episode_id
          and f.child_id in (select access.hidden_from_me())) then 'protected' end
    from public.lead_professional_appointments a join public.agencies g on g.id = a.agency_id
    where a.episode_id = episode and a.ended_at is null and a.practitioner_id is distinct from access.me()
      and a.agency_id is distinct from (select x.agency_id from access.actor() x)
      and (access.can('episode.read', episode)
        or exists (select from access.indexed_children i where i.episode_id = episode))
  $$;
grant execute on function access.why_lead_unnamed(uuid) to bridges_app;
